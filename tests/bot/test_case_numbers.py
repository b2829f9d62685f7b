"""Numbers that people can write down and read out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.case_numbers import case_number, typed_case_number

NUMBERS = [
    ("JW", date(2026, 11, 24), 37, "JW-261124-0037"),
    ("JW", date(2026, 1, 5), 1, "JW-260105-0001"),
    ("BQ", date(2030, 12, 31), 12345, "BQ-301231-12345"),
]


@pytest.mark.parametrize(("letters", "day", "counter", "number"), NUMBERS)
def test_a_number_tells_community_day_and_count(
    letters: str, day: date, counter: int, number: str
) -> None:
    assert case_number(letters, day, counter) == number


TYPED = [
    ("JW-261124-0037", "JW-261124-0037"),
    ("jw-261124-37", "JW-261124-0037"),
    ("JW 261124 37", "JW-261124-0037"),
    ("JW261124-0037", "JW-261124-0037"),
    ("ＪＷ－２６１１２４－００３７", "JW-261124-0037"),
    ("JW—261124—0037", "JW-261124-0037"),
    (" jw-261124-37号 ", "JW-261124-0037"),
    ("JW-261124", ""),
    ("261124-0037", ""),
    ("JW-261124-0037 怎么样了", "JW-261124-0037"),
    ("帮我查下JW-261124-0037", "JW-261124-0037"),
    ("JW-261124-0037 那件事还没好，昨天晚上又冒水了，你们快来看看", ""),
    ("我的电话是JW-261124-00371234", ""),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "number"), TYPED)
def test_a_typed_number_is_read_in_its_many_forms(typed: str, number: str) -> None:
    assert typed_case_number(typed) == number


@given(
    st.from_regex(r"[A-Z]{1,4}", fullmatch=True),
    st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    st.integers(1, 99_999),
)
def test_every_number_is_read_back(letters: str, day: date, counter: int) -> None:
    number = case_number(letters, day, counter)
    assert typed_case_number(number.lower()) == number
