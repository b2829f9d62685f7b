"""When a window or a shop is open: weekdays, public holidays, make-up working days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.community import Community
from bot.services import OpeningHours, Shop, Window
from bot.time_limits import is_working_day

LOOKED_AHEAD_DAYS = 60
_FRIDAY, _WEEK = 5, 7


@dataclass(frozen=True, slots=True)
class Opening:
    """A stretch in which something is open: an ISO day, minutes since its local midnight."""

    day: str
    opens: int
    closes: int


def window_hours(window: Window, community: Community, day: date) -> tuple[Opening, ...]:
    """Return when a window is open on a day, in order; empty when it is closed."""
    written = day.isoformat()
    is_shut = written in window.closed or not window.grounds.hold_on(written)
    if is_shut or _is_holiday(community, day):
        return ()
    works = is_working_day(community, day)
    return _stretches(
        day,
        (
            each
            for each in window.hours
            if (day.isoweekday() in each.weekdays if each.weekdays else works)
        ),
    )


def hours_together(
    windows: Iterable[Window], community: Community, day: date
) -> tuple[Opening, ...]:
    """Return when any of some windows is open on a day, in order."""
    hours = [each for window in windows for each in window_hours(window, community, day)]
    return _stretches(day, (OpeningHours(each.opens, each.closes) for each in hours))


def shop_hours(shop: Shop, day: date) -> tuple[Opening, ...]:
    """Return when a shop is open on a day; shops keep no holidays."""
    if not shop.grounds.hold_on(day.isoformat()):
        return ()
    open_then = (
        each for each in shop.hours if not each.weekdays or day.isoweekday() in each.weekdays
    )
    return _stretches(day, open_then)


def next_opening(window: Window, community: Community, now: datetime) -> Opening | None:
    """Return the stretch that is open now, else the next one; None when it stays closed."""
    for offset in range(LOOKED_AHEAD_DAYS):
        for opening in window_hours(window, community, now.date() + timedelta(days=offset)):
            if offset or minute_of(now) < opening.closes:
                return opening
    return None


def is_open(opening: Opening, now: datetime) -> bool:
    """Whether a local moment lies in a stretch."""
    return opening.day == now.date().isoformat() and (
        opening.opens <= minute_of(now) < opening.closes
    )


def minute_of(moment: datetime) -> int:
    """Return the minutes since midnight of a local moment."""
    return moment.hour * 60 + moment.minute


def _is_holiday(community: Community, day: date) -> bool:
    """Whether a day is a public holiday. The calendar names weekdays: a weekend at one is too.

    Of a year that is not announced only the days count that the law fixes, weekends or not.
    """
    holidays, made_up = community.calendar.holidays, community.calendar.make_up_working_days
    written = day.isoformat()
    is_named = day.isoweekday() <= _FRIDAY or not community.calendar.is_announced(written)
    if written in made_up or is_named:
        return written in holidays
    friday = day - timedelta(days=day.isoweekday() - _FRIDAY)
    monday = day + timedelta(days=_WEEK + 1 - day.isoweekday())
    return any(each.isoformat() in holidays for each in (friday, day, monday))


def _stretches(day: date, hours: Iterable[OpeningHours]) -> tuple[Opening, ...]:
    """Put overlapping hours together."""
    found: list[Opening] = []
    for each in sorted(hours, key=lambda one: one.opens):
        if found and each.opens <= found[-1].closes:
            last = found.pop()
            found.append(Opening(last.day, last.opens, max(last.closes, each.closes)))
        else:
            found.append(Opening(day.isoformat(), each.opens, each.closes))
    return tuple(found)
