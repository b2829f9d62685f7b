"""When windows and shops are open."""

from dataclasses import replace
from datetime import date, datetime

from bot.calendar_items import calendar_of
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
    ("W1", "2027-02-08", "", "a Monday that the law makes a holiday, announced or not"),
    ("W1", "2027-02-09", ALL_DAY, "the day after, as far as is known"),
    ("W7", "2027-05-01", "", "a Saturday that the law makes a holiday"),
    ("W7", "2027-01-01", "", "the one day of New Year that the law fixes"),
    ("W7", "2027-01-02", "09:00-12:00", "a Saturday beside it, as long as nothing is announced"),
    ("W7", "2027-04-03", "09:00-12:00", "a Saturday before a Monday of the law"),
    ("W7", "2027-05-08", "09:00-12:00", "the Saturday after"),
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


def test_a_window_is_closed_before_its_first_and_after_its_last_day() -> None:
    window = guide().windows["W1"]
    grounds = replace(window.grounds, since="2026-11-24", until="2026-11-26")
    moving = replace(window, grounds=grounds)
    days = [date(2026, 11, day) for day in (23, 24, 26, 27)]
    assert [bool(window_hours(moving, community(), day)) for day in days] == [
        False,
        True,
        True,
        False,
    ]


def test_a_shop_that_gives_up_is_closed_from_then_on() -> None:
    shop = guide().shops["copy_shop"]
    closing = replace(shop, grounds=replace(shop.grounds, until="2026-11-26"))
    assert shop_hours(closing, date(2026, 11, 26))
    assert shop_hours(closing, date(2026, 11, 27)) == ()


ANNOUNCED = [
    ("2026-12-31", True, "the last day that was announced"),
    ("2027-01-01", False, "known by the law only"),
]


@each_of(ANNOUNCED)
def test_a_day_is_announced(day: str, expected: bool, why: str) -> None:  # noqa: FBT001 - a row
    assert community().calendar.is_announced(day) == expected


def test_what_was_foreseen_counts_no_more_once_the_year_is_announced() -> None:
    foreseen = {"source": {"zh-CN": "法", "en": "Law"}, "confidence": "mixed"}
    content = {
        "holidays": ["2027-01-01"],
        "make_up_working_days": [],
        "provisional": {**foreseen, "holidays": ["2027-06-09", "2028-01-01"]},
    }
    assert calendar_of(content).holidays == {"2027-01-01", "2028-01-01"}


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
