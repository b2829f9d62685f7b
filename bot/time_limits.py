"""Until when something is promised: clock time when it presses, working time otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.community import Community, TimeLimit, TimeLimits, TimeUnit, Urgency
from bot.instants import Instant, instant_of, local_time

_CLOCK_MINUTES = {
    TimeUnit.MINUTE: 1,
    TimeUnit.HOUR: 60,
    TimeUnit.DAY: 24 * 60,
    TimeUnit.WORKING_HOUR: 60,
    TimeUnit.WORKING_DAY: 24 * 60,
}
_PRESSING = frozenset({Urgency.URGENT, Urgency.EMERGENCY})
LOOKED_AHEAD_DAYS = 400


@dataclass(frozen=True, slots=True)
class Promise:
    """The instants that a case is measured by."""

    acknowledge_by: Instant
    on_site_by: Instant
    resolve_by: Instant


def promise(limits: TimeLimits, urgency: Urgency, community: Community, start: Instant) -> Promise:
    """Return until when a case of this urgency gets its first word, a look and an end."""
    return Promise(
        due_at(limits.acknowledge, urgency, community, start),
        due_at(limits.on_site, urgency, community, start),
        due_at(limits.resolve, urgency, community, start),
    )


def due_at(limit: TimeLimit, urgency: Urgency, community: Community, start: Instant) -> Instant:
    """Return when a limit ends. Working units wait while the office is closed, unless urgent."""
    is_working = limit.unit in {TimeUnit.WORKING_HOUR, TimeUnit.WORKING_DAY}
    if not is_working or urgency in _PRESSING:
        minutes = limit.amount * _CLOCK_MINUTES[limit.unit]
        return Instant(start + minutes * 60_000_000)
    per_day = sum(hours.closes - hours.opens for hours in community.working_hours)
    minutes = limit.amount * (60 if limit.unit is TimeUnit.WORKING_HOUR else per_day)
    moment = local_time(start, community.time_zone)
    return instant_of(_after_working_minutes(community, moment, minutes))


def is_working_day(community: Community, day: date) -> bool:
    """Whether the office is open: holidays and make-up working days come before weekends."""
    written = day.isoformat()
    if written in community.calendar.make_up_working_days:
        return True
    return written not in community.calendar.holidays and day.weekday() < 5  # noqa: PLR2004


def _after_working_minutes(community: Community, start: datetime, minutes: float) -> datetime:
    end = start
    for opens, closes in _open_stretches(community, start):
        begin = max(opens, start)
        available = (closes - begin).total_seconds() / 60
        if available >= minutes:
            return begin + timedelta(minutes=minutes)
        minutes -= max(available, 0)
        end = closes
    return end + timedelta(minutes=minutes)


def _open_stretches(community: Community, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    zone = ZoneInfo(community.time_zone)
    for offset in range(LOOKED_AHEAD_DAYS):
        day = start.date() + timedelta(days=offset)
        if not is_working_day(community, day):
            continue
        midnight = datetime.combine(day, time(), zone)
        for hours in community.working_hours:
            closes = midnight + timedelta(minutes=hours.closes)
            if closes > start:
                yield midnight + timedelta(minutes=hours.opens), closes
