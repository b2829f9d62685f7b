"""Numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.folding import Folding
from bot.numerals import amount, digits, typed_flat, typed_number, typed_position

AMOUNTS = [
    ("3", "3"),
    ("03", "3"),
    ("三", "3"),
    ("十", "10"),
    ("十二", "12"),
    ("廿五", "25"),
    ("两", "2"),
    ("一百零二", "102"),
    ("一二", "12"),
    ("百十零", ""),
    ("十十", ""),
    ("x", ""),
]


@pytest.mark.parametrize(("said", "number"), AMOUNTS)
def test_amounts_are_read(said: str, number: str) -> None:
    assert amount(said) == number


DIGITS = [("五零一", "501"), ("五〇一", "501"), ("501", "501"), ("050", "050"), ("十二", "12")]


@pytest.mark.parametrize(("said", "number"), DIGITS)
def test_numerals_are_read_one_by_one(said: str, number: str) -> None:
    assert digits(said) == number


# What was typed, as a position among buttons, as a number with its counter, as a flat.
TYPED = [
    ("2", "2", "2", "2"),
    ("２", "2", "2", "2"),
    ("二", "2", "2", "2"),
    ("第二个", "2", "2", ""),
    ("2.", "2", "2", ""),
    ("二栋", "", "2", ""),
    ("2号楼", "", "2", ""),
    ("2单元", "", "2", ""),
    ("501", "501", "501", "501"),
    ("501室", "", "", "501"),
    ("五零一", "501", "501", "501"),
    ("501-1", "", "", "501-1"),
    ("顶楼", "", "", ""),
    ("2栋501", "", "", ""),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("typed", "position", "number", "flat"), TYPED)
def test_typed_numbers_are_read_for_what_was_asked(
    typed: str, position: str, number: str, flat: str
) -> None:
    assert (typed_position(typed), typed_number(typed), typed_flat(typed)) == (
        position,
        number,
        flat,
    )


@given(st.text("0123456789一二两三四五六七八九十百廿〇零", min_size=1, max_size=6))
def test_reading_numerals_never_fails(said: str) -> None:
    assert amount(said).isdigit() or amount(said) == ""
    assert digits(said).isdigit() or digits(said) == ""


def test_folding_leaves_plain_english_alone() -> None:
    assert Folding({"a": "b"}).fold("Fire Lane") == "fire lane"
