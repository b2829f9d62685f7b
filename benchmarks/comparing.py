"""Rounds in turn, so that a noisy machine disturbs everybody alike.

Ratios are taken pair by pair inside a round.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Protocol

from benchmarks.measuring import Round

FEWEST_FOR_QUARTILES = 4


class Talking(Protocol):
    """Whoever can be measured."""

    @property
    def name(self) -> str:
        """How it is called in the table."""

    def round(self, people: int, together: int) -> Round:
        """Let people talk to it."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many rounds there are, and how large each of them is."""

    rounds: int
    people: int
    together: int


@dataclass(frozen=True, slots=True)
class Spread:
    """A median with its quartiles."""

    low: float
    middle: float
    high: float


Results = Mapping[str, Sequence[Round]]


def take_turns(contestants: Sequence[Talking], size: Size) -> Results:
    """Measure everybody once a round, forwards and backwards in turn."""
    results: dict[str, list[Round]] = {each.name: [] for each in contestants}
    for number in range(size.rounds):
        for each in contestants if number % 2 == 0 else reversed(contestants):
            results[each.name].append(each.round(size.people, size.together))
    return results


def spread(values: Sequence[float]) -> Spread:
    """Return the median and the quartiles (the extremes, when there are too few values)."""
    if len(values) < FEWEST_FOR_QUARTILES:
        return Spread(min(values), median(values), max(values))
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return Spread(low, middle, high)


def ratios(ours: Sequence[Round], theirs: Sequence[Round]) -> Spread:
    """Return our CPU per update as a share of theirs, round by round."""
    pairs = zip(ours, theirs, strict=True)
    return spread([one.cpu_per_update / other.cpu_per_update for one, other in pairs])


def table(results: Results, ours: str) -> str:
    """Return the results as a Markdown table."""
    lines = [
        f"| contestant | CPU ms/update | updates/s | {ours} ÷ this | calls/update |",
        "|---|--:|--:|--:|--:|",
    ]
    lines += [_line(name, rounds, results[ours]) for name, rounds in results.items()]
    return "\n".join(lines)


def _line(name: str, rounds: Sequence[Round], ours: Sequence[Round]) -> str:
    cpu = spread([each.cpu_per_update for each in rounds])
    speed = median(each.updates_per_second for each in rounds)
    ratio = ratios(ours, rounds)
    calls = median(sum(each.calls.values()) / each.updates for each in rounds)
    return (
        f"| {name} | {cpu.middle:.3f} ({cpu.low:.3f}–{cpu.high:.3f}) | {speed:,.0f} "
        f"| {ratio.middle:.2f} ({ratio.low:.2f}–{ratio.high:.2f}) | {calls:.2f} |"
    )
