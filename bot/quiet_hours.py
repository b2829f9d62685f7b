"""When nobody is sent anything that can wait: from nine in the evening until eight."""

from datetime import time, timedelta

from bot.instants import Instant, instant_of, local_time

STARTS, ENDS = time(21), time(8)


def not_in_quiet_hours(at: Instant, zone: str) -> Instant:
    """Return the instant itself, or the next eight in the morning when people rest then."""
    local = local_time(at, zone)
    if ENDS <= local.time() < STARTS:
        return at
    day = local.date() + timedelta(days=1 if local.time() >= STARTS else 0)
    return instant_of(
        local.replace(
            year=day.year,
            month=day.month,
            day=day.day,
            hour=ENDS.hour,
            minute=0,
            second=0,
            microsecond=0,
        )
    )
