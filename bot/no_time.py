"""Why nobody can book for a day: it is over, a holiday, closed, too far ahead, or full."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from bot.appointments import BOOKED_AHEAD_DAYS, slots_on
from bot.community import Community
from bot.guide import window_on

# People name days of the next months; those that are further away are too far in any case.
LOOKED_AT_DAYS = 120


class NoTime(StrEnum):
    """A reason that does not depend on who else has booked."""

    PAST = "past"
    ENDED = "ended"
    HOLIDAY = "holiday"
    CLOSED = "closed"
    TOO_FAR = "too_far"
    FULL = "full"


def no_time_on(service: str, community: Community, day: date, today: date) -> NoTime:
    """Return why a service (code) cannot be booked for a day; nothing else known: it is full."""
    written = day.isoformat()
    window = window_on(community, service, written)
    if window is None:
        return NoTime.ENDED
    if written in community.calendar.holidays:
        return NoTime.HOLIDAY
    if not slots_on(window, community, day):
        return NoTime.CLOSED
    is_far = day >= today + timedelta(days=BOOKED_AHEAD_DAYS)
    return NoTime.TOO_FAR if is_far else NoTime.FULL


def days_without_time(service: str, community: Community, today: date) -> Mapping[str, NoTime]:
    """Return for each ISO day that people may name why it could not be booked."""
    days = (today + timedelta(days=offset) for offset in range(LOOKED_AT_DAYS + 1))
    return {day.isoformat(): no_time_on(service, community, day, today) for day in days}
