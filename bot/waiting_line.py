"""In which order a window calls those who are there: by number, and by appointment at its time.

See docs/decisions/0013-one-line-for-appointments-and-numbers.md.
"""

from dataclasses import dataclass

from bot.instants import Instant

_DUE, _IN_TURN, _EARLY = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Booked:
    """The appointment (id) with which somebody is there, and the instants of its bounds."""

    appointment: int
    starts_at: Instant
    ends_at: Instant


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the line: its number, when it was taken, and the appointment if there is one."""

    number: int
    came_at: Instant
    booked: Booked | None = None


def rank(place: Place, now: Instant) -> tuple[int, int, int]:
    """Return by what those who are there are put in order.

    From its time on an appointment goes before numbers; until then numbers go first. Whoever
    came when the booked time was over has a number like everybody else.
    """
    booked = place.booked
    if booked is None or place.came_at >= booked.ends_at:
        return _IN_TURN, place.number, 0
    return _EARLY if now < booked.starts_at else _DUE, booked.starts_at, place.number


def is_early(place: Place, now: Instant) -> bool:
    """Whether somebody is there before the booked time."""
    return rank(place, now)[0] == _EARLY
