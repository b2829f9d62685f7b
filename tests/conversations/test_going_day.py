"""On which day somebody wants to go."""

import pytest

from bot.visit_commands import ChooseDay
from conversations.going_day import GoingStart
from tests.conversations.talks import Press, Row, Talk, photo


def going() -> Talk:
    return Talk(script="going_day", start=GoingStart(7))


CHOSEN: list[tuple[Row, str]] = [
    ((Press("2026-11-26"), "ChooseDay"), "2026-11-26"),
    (("2", "ChooseDay"), "2026-11-26"),
    (("11月30日", "ChooseDay"), "2026-11-30"),
    (("11-30", "ChooseDay"), "2026-11-30"),
]


@pytest.mark.parametrize(("row", "day"), CHOSEN)
def test_an_open_day_is_pressed_or_typed(row: Row, day: str) -> None:
    assert going().play([row]).command == ChooseDay(7, day)


REFUSED: list[Row] = [
    ("11月28日", "! going_day.closed"),
    ("11月24日", "! away.no_such_day"),
    ("随便", "! away.no_such_day"),
    (photo(), "! talk.not_taken.file"),
]


@pytest.mark.parametrize("row", REFUSED)
def test_a_closed_day_is_refused(row: Row) -> None:
    going().play([row])


def test_a_day_that_is_over_when_it_is_chosen_is_asked_again() -> None:
    talk = going()
    talk.open_days = talk.open_days[1:]
    talk.play([(Press("2026-11-25"), "! talk.again"), (Press("2026-11-26"), "ChooseDay")])
