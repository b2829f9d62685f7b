"""Instants: whole microseconds since 1970-01-01 UTC, the form in which time is kept."""

from datetime import UTC, datetime, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

Instant = NewType("Instant", int)

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def after(start: Instant, microseconds: int) -> Instant:
    """Return the instant `microseconds` later than `start` (earlier when negative)."""
    return Instant(start + microseconds)


def rounded_down(instant: Instant, microseconds: int) -> Instant:
    """Return the last full minute, hour or day (UTC) that was not later than `instant`."""
    return Instant(instant - instant % microseconds)


def instant_of(moment: datetime) -> Instant:
    """Return the instant of an aware datetime."""
    return Instant((moment - _EPOCH) // _MICROSECOND)


def local_time(instant: Instant, zone: str) -> datetime:
    """Return the wall-clock time of `instant` in the IANA time zone `zone`."""
    return (_EPOCH + timedelta(microseconds=instant)).astimezone(ZoneInfo(zone))
