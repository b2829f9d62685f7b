"""How long people were served at the window: median and 90th percentile against the promise."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PROMISED_SECONDS = 600
FEW = 5
# What takes longer was done long ago, and only the press was forgotten.
LONGEST_SECONDS = 3_600
_HALF, _NINE_IN_TEN = 50, 90


@dataclass(frozen=True, slots=True)
class Served:
    """One visit: the code of the service, and the seconds from being called to being done."""

    service: str
    seconds: int


@dataclass(frozen=True, slots=True)
class WaitingTime:
    """How long a service took, in seconds. With few visits the figures mean little."""

    service: str
    visits: int
    median: int
    ninetieth: int

    @property
    def is_thin(self) -> bool:
        """Whether there were too few visits to go by."""
        return self.visits < FEW

    @property
    def keeps_promise(self) -> bool:
        """Whether nine in ten were done in the promised time."""
        return self.ninetieth <= PROMISED_SECONDS


def waiting_times(visits: Iterable[Served]) -> tuple[WaitingTime, ...]:
    """Return one figure for each service, the slowest first.

    A visit that ends before it begins (a clock was set back) does not count, nor does one that
    is so long that its end was forgotten.
    """
    by_service: defaultdict[str, list[int]] = defaultdict(list)
    for visit in visits:
        if 0 <= visit.seconds <= LONGEST_SECONDS:
            by_service[visit.service].append(visit.seconds)
    found = [_figure(service, sorted(seconds)) for service, seconds in by_service.items()]
    return tuple(sorted(found, key=lambda each: (-each.ninetieth, -each.median, each.service)))


def expected_minutes(visits: Iterable[Served], people: int) -> int | None:
    """Return how long somebody waits behind so many people, rounded up.

    None when nobody waits, or too few visits were measured to say.
    """
    measured = sorted(each.seconds for each in visits if 0 <= each.seconds <= LONGEST_SECONDS)
    if not people or len(measured) < FEW:
        return None
    return -(-people * percentile(measured, _HALF) // 60)


def percentile(ordered: Sequence[int], percent: int) -> int:
    """Return the smallest value that so many percent do not exceed (nearest rank)."""
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(rank, 1) - 1]


def _figure(service: str, ordered: Sequence[int]) -> WaitingTime:
    return WaitingTime(
        service, len(ordered), percentile(ordered, _HALF), percentile(ordered, _NINE_IN_TEN)
    )
