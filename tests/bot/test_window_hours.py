"""When windows and shops are open."""

from dataclasses import replace
from datetime import date, datetime

from bot.window_hours import Opening, is_open, next_opening, shop_hours, window_hours
from tests.bot.jiangwan import community, guide
from tests.rows import each_of

ALL_DAY = "08:30-12:00 14:00-17:30"
MORNING = "08:30-12:00"
DAYS = [
    ("W1", "2026-11-26", ALL_DAY, "a Thursday"),
    ("W1", "2026-11-28", "", "a Saturday"),
    ("W1", "2026-10-01", "", "a public holiday"),
    ("W1", "2026-10-10", ALL_DAY, "a Saturday that makes up for the holiday"),
    ("W5", "2026-11-24", ALL_DAY, "a Tuesday, with the lawyer in the afternoon"),
    ("W5", "2026-11-25", MORNING, "a Wednesday"),
    ("W5", "2026-10-10", MORNING, "a Saturday that makes up for a holiday"),
    ("W7", "2026-11-28", "09:00-12:00", "a Saturday, for those who work all week"),
    ("W7", "2026-10-10", ALL_DAY, "a Saturday that makes up, with both hours put together"),
    ("W7", "2026-10-03", "", "a Saturday within a public holiday"),
    ("W7", "2026-06-20", "", "a Saturday after a holiday on Friday"),
    ("W7", "2026-04-04", "", "a Saturday before a holiday on Monday"),
    ("W7", "2026-11-29", "", "a Sunday"),
]


def said(openings: tuple[Opening, ...]) -> str:
    return " ".join(f"{clock(each.opens)}-{clock(each.closes)}" for each in openings)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@each_of(DAYS)
def test_a_window_is_open(window: str, day: str, expected: str, why: str) -> None:
    hours = window_hours(guide().windows[window], community(), date.fromisoformat(day))
    assert said(hours) == expected


def test_a_window_may_be_closed_on_a_day_of_its_own() -> None:
    window = replace(guide().windows["W1"], closed=frozenset({"2026-11-26"}))
    assert window_hours(window, community(), date(2026, 11, 26)) == ()


NEXT = [
    ("2026-11-26T09:00", "2026-11-26 08:30", "it is open now"),
    ("2026-11-26T12:00", "2026-11-26 14:00", "lunch has begun"),
    ("2026-11-26T17:29", "2026-11-26 14:00", "the last minute"),
    ("2026-11-26T17:30", "2026-11-27 08:30", "it has just closed"),
    ("2026-11-27T18:00", "2026-11-30 08:30", "a Friday evening"),
    ("2026-09-30T18:00", "2026-10-08 08:30", "the evening before the national holiday"),
]


@each_of(NEXT)
def test_the_next_opening_is(now: str, expected: str, why: str) -> None:
    moment = datetime.fromisoformat(now)
    opening = next_opening(guide().windows["W1"], community(), moment)
    assert opening is not None
    assert f"{opening.day} {clock(opening.opens)}" == expected
    assert is_open(opening, moment) == (why in {"it is open now", "the last minute"})


def test_a_window_without_hours_never_opens() -> None:
    window = replace(guide().windows["W1"], hours=())
    assert next_opening(window, community(), datetime(2026, 11, 26, 9)) is None  # noqa: DTZ001 - local


def test_a_shop_keeps_no_holidays() -> None:
    shop = guide().shops["copy_shop"]
    assert said(shop_hours(shop, date(2026, 10, 1))) == "08:00-20:00"
