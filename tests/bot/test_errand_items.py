"""The terms of errands: each mistake is found on its own field; times are working time."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.community_check import check_items
from bot.errand_times import accepted_by, custody_until, last_day, patience_until, promised_by
from bot.instants import Instant, instant_of
from tests.bot.jiangwan import community
from tests.bot.test_community_check import Edit, edited, put, take_out
from tests.rows import each_of

MISTAKES: list[tuple[str, Edit, str, str]] = [
    ("senior_card", put("promise_days", 0), "not_a_number_of_days", "promise_days"),
    ("senior_card", put("promise_days", 1.5), "not_a_number_of_days", "promise_days"),
    ("senior_card", put("promise_days", "3"), "not_a_number_of_days", "promise_days"),
    ("senior_card", put("accept_hours", 61), "not_a_number_of_days", "accept_hours"),
    ("senior_card", put("custody_days", 4), "longer_than_promised", "custody_days"),
    ("senior_card", put("confidence", "sure"), "unknown_word", "confidence"),
    ("senior_card", put("source.en", " "), "empty", "source.en"),
    ("senior_card", put("until", "soon"), "not_a_day", "until"),
    ("senior_card", take_out("promise_days"), "missing", "promise_days"),
]


@each_of(MISTAKES)
def test_a_mistake_is_found(code: str, edit: Edit, mistake: str, field: str) -> None:
    found = check_items(edited("errand", code, edit))
    named = {(each.kind, each.item, each.code, each.field) for each in found}
    assert ("errand", code, mistake, field) in named, found


def test_terms_are_of_a_service_that_there_is() -> None:
    found = check_items(edited("errand", "senior_card", put("code", "moon_card")))
    assert [(each.kind, each.item, each.code) for each in found] == [
        ("errand", "moon_card", "unknown_service")
    ]


def at(day: int, hour: int, minute: int = 0) -> Instant:
    return instant_of(datetime(2026, 9, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai")))


def test_promises_stand_still_when_the_office_is_closed() -> None:
    """Wednesday 23 September 2026, 17:00; the Mid-Autumn holiday is the 25th to the 27th."""
    terms, start = community().errands["senior_card"], at(23, 17)
    assert accepted_by(terms, community(), start) == at(28, 9)
    assert promised_by(terms, community(), start) == at(29, 17)
    assert custody_until(terms, community(), start) == at(28, 17)
    assert patience_until(community(), start) == at(24, 12)
    assert last_day(community(), start) == "2026-10-23"
