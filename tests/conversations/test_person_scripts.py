"""Which language, away until when."""

import pytest

from bot.commands import ChooseLanguage, GoAway
from conversations.facts import Attendance
from conversations.starts import PersonStart
from tests.conversations.facts_at_hand import WEDNESDAY
from tests.conversations.talks import Press, Row, Talk, photo

START = PersonStart(("zh-CN", "en"))


def away(today: str = WEDNESDAY, *, is_away: bool = False) -> Talk:
    return Talk(script="away", start=START, attendance=Attendance(today, is_away))


OFFERED = [
    (WEDNESDAY, ["2026-11-25", "2026-11-26", "2026-11-29", "2026-12-06"]),
    ("2026-11-28", ["2026-11-28", "2026-11-29", "2026-12-06"]),
    ("2026-11-29", ["2026-11-29", "2026-11-30", "2026-12-06"]),
]


@pytest.mark.parametrize(("today", "days"), OFFERED)
def test_the_days_of_this_and_the_next_week_are_offered_once_each(
    today: str, days: list[str]
) -> None:
    assert away(today).values() == days


TYPED: list[tuple[Row, str]] = [
    ((Press("2026-11-26"), "GoAway"), "2026-11-26"),
    (("2", "GoAway"), "2026-11-26"),
    (("到11月29日(周日)", "GoAway"), "2026-11-29"),
    (("11月30日", "GoAway"), "2026-11-30"),
    (("11-30", "GoAway"), "2026-11-30"),
    (("１１．３０", "GoAway"), "2026-11-30"),
    (("1月5号", "GoAway"), "2027-01-05"),
    (("明天", "GoAway"), "2026-11-26"),
    (("下周日", "GoAway"), "2026-12-06"),
    (("tomorrow", "GoAway"), "2026-11-26"),
]


@pytest.mark.parametrize(("row", "day"), TYPED)
def test_a_day_is_pressed_or_typed(row: Row, day: str) -> None:
    assert away().play([row]).command == GoAway(day)


REFUSED: list[Row] = [
    ("11月24日", "! away.no_such_day"),
    ("11月31日", "! away.no_such_day"),
    ("2月30日", "! away.no_such_day"),
    ("6月1日", "! away.no_such_day"),
    ("随便", "! away.no_such_day"),
    ("昨天", "! away.no_such_day"),
    (photo(), "! talk.not_taken.file"),
]


@pytest.mark.parametrize("row", REFUSED)
def test_other_days_are_refused(row: Row) -> None:
    away().play([row])


STORED = ["2026-11-24", "2027-11-24", "some day"]


@pytest.mark.parametrize("stored", STORED)
def test_a_stored_day_that_is_over_is_asked_again(stored: str) -> None:
    talk = away()
    talk.answers = {"until": stored}
    assert talk.asking.again


def test_a_day_that_is_over_when_it_is_chosen_is_asked_again() -> None:
    talk = away()
    talk.attendance = Attendance("2026-11-26")
    talk.play([(Press(WEDNESDAY), "! talk.again"), (Press("2026-11-26"), "GoAway")])
    assert talk.command == GoAway("2026-11-26")


def test_who_is_away_may_come_back() -> None:
    talk = away(is_away=True).play([("我回来了", "GoAway")])
    assert talk.command == GoAway("")


def test_a_language_is_chosen_by_its_own_name() -> None:
    talk = Talk(script="language", start=START)
    assert talk.play([("english", "ChooseLanguage")]).command == ChooseLanguage("en")
