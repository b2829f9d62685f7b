"""Why a day cannot be booked, and which day a festival's name is."""

from dataclasses import replace
from datetime import date

from bot.community import Community
from bot.festivals import festival_day
from bot.no_time import days_without_time
from tests.bot.jiangwan import community
from tests.rows import each_of

TODAY = date(2026, 11, 24)

DAYS = [
    ("2026-11-25", "", "full", "an ordinary Wednesday: others must have it"),
    ("2026-11-29", "", "closed", "a Sunday"),
    ("2027-01-01", "", "holiday", "the law fixes it, also before the year is announced"),
    ("2026-12-07", "", "full", "the last day that can be booked"),
    ("2026-12-08", "", "too_far", "the day after"),
    ("2026-11-26", "2026-11-25", "ended", "the day after the matter's last one"),
    ("2026-11-25", "2026-11-25", "full", "its last day"),
]


def ending(last_day: str) -> Community:
    service = community().services["senior_card"]
    changed = replace(service, grounds=replace(service.grounds, until=last_day))
    return replace(community(), services={**community().services, service.code: changed})


@each_of(DAYS)
def test_nothing_can_be_had_on_a_day_because(
    day: str, last_day: str, reason: str, why: str
) -> None:
    assert days_without_time("senior_card", ending(last_day), TODAY)[day] == reason, why


NAMES = [
    ("元旦", date(2027, 1, 1)),
    ("大年初一", date(2027, 2, 6)),
    ("春节", date(2027, 2, 6)),
    ("New Year", date(2027, 1, 1)),
    ("除夕", None),
    ("腊月", None),
    ("后天", None),
]


@each_of(NAMES)
def test_a_festival_is_a_day(said: str, day: date | None) -> None:
    assert festival_day(said, community().calendar.festivals, TODAY) == day
