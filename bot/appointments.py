"""Appointments at a window: how many fit into how long, and which times are still free."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.community import Community
from bot.guide import window_on
from bot.instants import Instant, instant_of
from bot.services import Window
from bot.window_hours import Opening, minute_of, window_hours

BOOKED_AHEAD_DAYS = 14
REMINDED_AT = time(19)


@dataclass(frozen=True, slots=True)
class Slot:
    """A time at a window: an ISO day, minutes since its local midnight, how many may come."""

    day: str
    opens: int
    closes: int
    places: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A place that somebody has: an ISO day, minutes since midnight, the place's number."""

    day: str
    opens: int
    closes: int
    place: int

    def overlaps(self, slot: Slot) -> bool:
        """Whether it is taken during a time; times are cut anew when the data changes."""
        return self.day == slot.day and self.opens < slot.closes and slot.opens < self.closes


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """A time for which somebody may still book, and how many more may."""

    slot: Slot
    free: int


def slots_on(window: Window, community: Community, day: date) -> tuple[Slot, ...]:
    """Return the times of a day, in order; none when the window is closed or takes nobody."""
    return tuple(
        slot
        for opening in window_hours(window, community, day)
        for slot in _slots_in(window, opening)
    )


def service_slots_on(service: str, community: Community, day: date) -> tuple[Slot, ...]:
    """Return the times of a day for a service (code); none when it is not offered then."""
    window = window_on(community, service, day.isoformat())
    return slots_on(window, community, day) if window else ()


def coming_slots(service: str, community: Community, now: datetime) -> tuple[Slot, ...]:
    """Return the times for a service that begin later than a local moment, today and then."""
    return tuple(
        slot
        for offset in range(BOOKED_AHEAD_DAYS)
        for slot in service_slots_on(service, community, now.date() + timedelta(days=offset))
        if offset or slot.opens > minute_of(now)
    )


def free_slots(slots: Iterable[Slot], taken: Sequence[Taken]) -> tuple[FreeSlot, ...]:
    """Return the times that are not full."""
    left = ((slot, slot.places - len(_during(slot, taken))) for slot in slots)
    return tuple(FreeSlot(slot, free) for slot, free in left if free > 0)


def free_place(slot: Slot, taken: Sequence[Taken]) -> int | None:
    """Return the lowest place that is free at a time, counted from 1; None when it is full."""
    during = _during(slot, taken)
    if len(during) >= slot.places:
        return None
    used = {each.place for each in during}
    return next(place for place in range(1, slot.places + 1) if place not in used)


def starts_at(day: str, minute: int, zone: str) -> Instant:
    """Return the instant of a minute of a local ISO day."""
    at = time(minute // 60, minute % 60)
    return instant_of(datetime.combine(date.fromisoformat(day), at, ZoneInfo(zone)))


def reminded_at(day: str, zone: str) -> Instant:
    """Return the evening before a local ISO day."""
    before = date.fromisoformat(day) - timedelta(days=1)
    return instant_of(datetime.combine(before, REMINDED_AT, ZoneInfo(zone)))


def _during(slot: Slot, taken: Sequence[Taken]) -> list[Taken]:
    return [each for each in taken if each.overlaps(slot)]


def _slots_in(window: Window, opening: Opening) -> Iterator[Slot]:
    """Cut a stretch into times; what is left at its end is too short for one."""
    pace = window.appointments
    if pace:
        for opens in range(opening.opens, opening.closes - pace.minutes + 1, pace.minutes):
            yield Slot(opening.day, opens, opens + pace.minutes, pace.places)
