"""Until when something is promised."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.community import TimeLimit, TimeLimits, TimeUnit, Urgency
from bot.community_fields import time_limit
from bot.instants import DAY, HOUR, MINUTE, SECOND, Instant, after, instant_of, local_time
from bot.time_limits import due_at, is_working_day, promise
from tests.bot.jiangwan import community

SHANGHAI = ZoneInfo("Asia/Shanghai")


def instant(written: str) -> Instant:
    return instant_of(datetime.strptime(written, "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI))


def written(moment: Instant) -> str:
    return f"{local_time(moment, 'Asia/Shanghai'):%Y-%m-%d %H:%M}"


# Open 08:30 to 12:00 and 14:00 to 17:30. 2026-11-23 is a Monday.
WORKING_TIME = [
    ("in the morning", "2026-11-23 09:00", "2wh", "2026-11-23 11:00"),
    ("up to lunch", "2026-11-23 10:00", "2wh", "2026-11-23 12:00"),
    ("over lunch", "2026-11-23 11:00", "2wh", "2026-11-23 15:00"),
    ("during lunch", "2026-11-23 13:00", "2wh", "2026-11-23 16:00"),
    ("before opening", "2026-11-23 06:00", "2wh", "2026-11-23 10:30"),
    ("into the next day", "2026-11-23 16:30", "2wh", "2026-11-24 09:30"),
    ("after closing", "2026-11-23 20:00", "2wh", "2026-11-24 10:30"),
    ("at closing", "2026-11-23 17:30", "2wh", "2026-11-24 10:30"),
    ("a working day", "2026-11-23 09:00", "1wd", "2026-11-24 09:00"),
    ("a working day from closing", "2026-11-23 17:30", "1wd", "2026-11-24 17:30"),
    ("three working days", "2026-11-23 10:00", "3wd", "2026-11-26 10:00"),
    ("over a weekend", "2026-11-27 16:30", "2wh", "2026-11-30 09:30"),
    ("on a Saturday", "2026-11-28 10:00", "2wh", "2026-11-30 10:30"),
    ("five days are a week", "2026-11-23 09:00", "5wd", "2026-11-30 09:00"),
    ("before the national holiday", "2026-09-30 16:30", "2wh", "2026-10-08 09:30"),
    ("in the holiday", "2026-10-05 10:00", "2wh", "2026-10-08 10:30"),
    ("on a make-up Saturday", "2026-10-10 10:00", "2wh", "2026-10-10 12:00"),
    ("to a make-up Saturday", "2026-10-09 16:30", "2wh", "2026-10-10 09:30"),
    ("over the new year", "2026-12-31 17:00", "1wh", "2027-01-04 09:00"),
    ("no time at all", "2026-11-28 10:00", "0wh", "2026-11-30 08:30"),
    ("by the clock", "2026-11-28 23:50", "30min", "2026-11-29 00:20"),
    ("hours by the clock", "2026-11-28 23:00", "4h", "2026-11-29 03:00"),
    ("days by the clock", "2026-11-27 17:00", "30d", "2026-12-27 17:00"),
]


@pytest.mark.parametrize(("when", "start", "limit", "end"), WORKING_TIME)
def test_a_limit_ends_when_people_would_say(when: str, start: str, limit: str, end: str) -> None:
    due = due_at(time_limit(limit, "limit"), Urgency.NORMAL, community(), instant(start))
    assert written(due) == end, when


PRESSING = [
    (Urgency.LOW, "2026-11-28 23:00", "4wh", "2026-11-30 14:30"),
    (Urgency.NORMAL, "2026-11-28 23:00", "4wh", "2026-11-30 14:30"),
    (Urgency.URGENT, "2026-11-28 23:00", "4wh", "2026-11-29 03:00"),
    (Urgency.EMERGENCY, "2026-11-28 23:00", "4wh", "2026-11-29 03:00"),
    (Urgency.URGENT, "2026-11-28 23:00", "1wd", "2026-11-29 23:00"),
]


@pytest.mark.parametrize(("urgency", "start", "limit", "end"), PRESSING)
def test_what_presses_runs_by_the_clock(
    urgency: Urgency, start: str, limit: str, end: str
) -> None:
    due = due_at(time_limit(limit, "limit"), urgency, community(), instant(start))
    assert written(due) == end


def test_a_promise_has_three_ends() -> None:
    limits = TimeLimits(
        TimeLimit(30, TimeUnit.MINUTE),
        TimeLimit(2, TimeUnit.WORKING_HOUR),
        TimeLimit(1, TimeUnit.WORKING_DAY),
    )
    promised = promise(limits, Urgency.NORMAL, community(), instant("2026-11-23 09:00"))
    ends = (promised.acknowledge_by, promised.on_site_by, promised.resolve_by)
    assert [written(end) for end in ends] == [
        "2026-11-23 09:30",
        "2026-11-23 11:00",
        "2026-11-24 09:00",
    ]


DAYS = [
    ("a Monday", date(2026, 11, 23), True),
    ("a Saturday", date(2026, 11, 28), False),
    ("a Sunday", date(2026, 11, 29), False),
    ("a holiday on a weekday", date(2026, 10, 1), False),
    ("a make-up Saturday", date(2026, 10, 10), True),
]


@pytest.mark.parametrize(("what", "day", "is_open"), DAYS)
def test_the_office_is_open_on_working_days(what: str, day: date, is_open: bool) -> None:  # noqa: FBT001 - a row
    assert is_working_day(community(), day) is is_open, what


def test_an_office_that_never_opens_still_gives_an_end() -> None:
    closed = replace(community(), working_hours=())
    start = instant("2026-11-23 09:00")
    limit = TimeLimit(2, TimeUnit.WORKING_HOUR)
    assert due_at(limit, Urgency.NORMAL, closed, start) == after(start, 2 * HOUR)


def test_instants_are_microseconds() -> None:
    assert (SECOND, MINUTE, HOUR, DAY) == (10**6, 60 * 10**6, 3600 * 10**6, 86400 * 10**6)
    assert instant("1970-01-01 08:00") == 0
    assert after(Instant(5), -3) == 2
