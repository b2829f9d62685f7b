"""Festivals by name, and the days around one on which nothing is open."""

from datetime import date

from bot.festivals import closed_around, coming_day, festival_named
from bot.window_hours import hours_together
from tests.bot.jiangwan import community, guide
from tests.rows import each_of

NAMES = [
    ("国庆放假吗", "national_day"),
    ("十一放不放假", "national_day"),
    ("过年开门吗", "spring_festival"),
    ("初八上班了吗", "spring_festival"),
    ("五一", "labour_day"),
    ("Are you open on New Year's Day?", "new_year"),
    ("chinese new year", "spring_festival"),
    ("明天开门吗", ""),
    ("十一点开门吗", ""),
]
RUNS = [
    ("national_day", "2026-09-01", "2026-10-01", "2026-10-01", "2026-10-07"),
    ("national_day", "2026-10-06", "2026-10-01", "2026-10-01", "2026-10-07"),
    ("national_day", "2026-10-08", "2027-10-01", "2027-10-01", "2027-10-03"),
    ("spring_festival", "2026-01-20", "2026-02-17", "2026-02-15", "2026-02-23"),
    ("mid_autumn", "2026-09-01", "2026-09-25", "2026-09-25", "2026-09-27"),
    ("dragon_boat", "2026-11-24", "2027-06-09", "2027-06-09", "2027-06-09"),
]


def is_closed(day: date) -> bool:
    return not hours_together(tuple(guide().windows.values()), community(), day)


@each_of(NAMES)
def test_a_festival_is_known_by_its_names(text: str, code: str) -> None:
    found = festival_named(text, community().calendar.festivals)
    assert (found.festival.code if found else "") == code


@each_of(RUNS)
def test_the_closed_days_around_a_festival(
    code: str, today: str, day: str, first: str, last: str
) -> None:
    festival = next(each for each in community().calendar.festivals if each.code == code)
    coming = coming_day(festival, date.fromisoformat(today), is_closed)
    assert coming is not None
    run = closed_around(coming, is_closed)
    assert run is not None
    assert (str(coming), str(run.first), str(run.last)) == (day, first, last)
    assert not is_closed(run.reopens)


def test_a_day_on_which_something_is_open_is_in_no_run() -> None:
    assert closed_around(date(2026, 11, 24), is_closed) is None


def test_what_nobody_has_written_down_is_not_known() -> None:
    festival = next(each for each in community().calendar.festivals if each.code == "mid_autumn")
    assert coming_day(festival, date(2030, 1, 1), is_closed) is None
