"""Which times can be booked: cut from the window's hours, within two weeks, while places last."""

from dataclasses import replace
from datetime import date, datetime

from bot.appointments import (
    FreeSlot,
    Slot,
    Taken,
    coming_slots,
    free_place,
    free_slots,
    reminded_at,
    service_slots_on,
    slots_on,
    starts_at,
)
from bot.community import Community
from bot.instants import local_time
from bot.services import AtWindow, Pace
from tests.bot.jiangwan import community, guide
from tests.rows import each_of

ZONE = "Asia/Shanghai"
THURSDAY = "2026-11-26"
NINE = Slot(THURSDAY, 540, 570, 2)

TIMES = [
    ("W3", THURSDAY, 14, "08:30-17:00", "a Thursday, with nobody at lunch"),
    ("W3", "2026-11-28", 0, "", "a Saturday"),
    ("W3", "2026-10-01", 0, "", "a public holiday"),
    ("W3", "2026-10-10", 14, "08:30-17:00", "a Saturday that makes up for the holiday"),
    ("W5", "2026-11-25", 3, "08:30-10:30", "a morning whose last half hour is too short"),
    ("W6", THURSDAY, 0, "", "a window that takes no appointments"),
    ("W7", "2026-11-28", 12, "09:00-11:45", "a Saturday for those who work all week"),
]


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@each_of(TIMES)
def test_a_window_offers_on_a_day(
    window: str, day: str, number: int, expected: str, why: str
) -> None:
    slots = slots_on(guide().windows[window], community(), date.fromisoformat(day))
    assert len(slots) == number
    assert "-".join(clock(each.opens) for each in (*slots[:1], *slots[-1:])) == expected
    assert not [each for each in slots if each.opens < 840 and each.closes > 720]


def test_a_window_that_is_closed_that_day_offers_nothing() -> None:
    window = replace(guide().windows["W3"], closed=frozenset({THURSDAY}))
    assert slots_on(window, community(), date.fromisoformat(THURSDAY)) == ()


COMING = [
    ("2026-11-26T08:29", "2026-11-26 08:30", "a minute before the first time"),
    ("2026-11-26T08:30", "2026-11-26 09:00", "the first time has begun"),
    ("2026-11-26T12:10", "2026-11-26 14:00", "it is lunch time"),
    ("2026-11-26T17:00", "2026-11-27 08:30", "the last time of the day has begun"),
    ("2026-09-30T18:00", "2026-10-08 08:30", "the evening before the national holiday"),
]


@each_of(COMING)
def test_the_first_time_that_is_offered_is(now: str, expected: str, why: str) -> None:
    slots = coming_slots("senior_card", community(), datetime.fromisoformat(now))
    assert f"{slots[0].day} {clock(slots[0].opens)}" == expected


def test_times_are_offered_for_two_weeks() -> None:
    now = datetime.fromisoformat("2026-11-26T08:00")
    slots = coming_slots("senior_card", community(), now)
    assert {each.day for each in slots} == {
        *(f"2026-11-{day}" for day in (26, 27, 30)),
        *(f"2026-12-{day:02d}" for day in (1, 2, 3, 4, 7, 8, 9)),
    }


def ending(day: str, window: str = "") -> Community:
    """Return the community with a last day of the senior citizen card, or another window then."""
    service = community().services["senior_card"]
    own = replace(service.grounds, until=day)
    changed = replace(service, grounds=own)
    if window:
        later = replace(service.grounds, since="2026-11-27")
        changed = replace(service, windows=(AtWindow("W3", own), AtWindow(window, later)))
    return replace(community(), services={**community().services, service.code: changed})


def test_no_time_is_offered_after_the_last_day_of_a_matter() -> None:
    now = datetime.fromisoformat("2026-11-24T10:00")
    slots = coming_slots("senior_card", ending("2026-11-25"), now)
    assert {each.day for each in slots} == {"2026-11-24", "2026-11-25"}
    assert coming_slots("senior_card", ending("2026-11-23"), now) == ()


def test_a_matter_that_moves_takes_the_times_of_its_window_of_that_day() -> None:
    moving = ending(THURSDAY, "W4")
    days = [date.fromisoformat(day) for day in (THURSDAY, "2026-11-27")]
    minutes = [service_slots_on("senior_card", moving, day)[0].closes - 510 for day in days]
    assert minutes == [30, 20]


def taken(*places: int, opens: int = 540, closes: int = 570) -> list[Taken]:
    return [Taken(THURSDAY, opens, closes, place) for place in places]


PLACES: list[tuple[list[Taken], int | None, str]] = [
    ([], 1, "nobody has booked"),
    (taken(1), 2, "the first place is taken"),
    (taken(2), 1, "the first place was given back"),
    (taken(1, 2), None, "it is full"),
    (taken(1, 2, opens=570, closes=600), 1, "the next time is full"),
    (taken(1, 2, opens=555, closes=575), None, "times were cut anew, and earlier ones overlap"),
    (taken(7, 8), None, "there were more places when they booked"),
    ([Taken("2026-11-27", 540, 570, place) for place in (1, 2)], 1, "another day is full"),
]


@each_of(PLACES)
def test_the_place_that_is_given_out_is(
    places: list[Taken], expected: int | None, why: str
) -> None:
    assert free_place(NINE, places) == expected
    is_free = expected is not None
    assert bool(free_slots([NINE], places)) is is_free


def test_it_is_said_how_many_may_still_come() -> None:
    assert free_slots([NINE], taken(2)) == (FreeSlot(NINE, 1),)


def test_a_day_without_any_pace_has_no_times() -> None:
    assert guide().windows["W3"].appointments == Pace(30, 2)
    window = replace(guide().windows["W3"], appointments=None)
    assert slots_on(window, community(), date.fromisoformat(THURSDAY)) == ()


def test_the_reminder_comes_on_the_evening_before() -> None:
    assert f"{local_time(starts_at(THURSDAY, 545, ZONE), ZONE):%m-%d %H:%M}" == "11-26 09:05"
    assert f"{local_time(reminded_at(THURSDAY, ZONE), ZONE):%m-%d %H:%M}" == "11-25 19:00"
