"""Running many worlds: two processes, one line for each world that went wrong."""

import gc
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from tests.simulation.happenings import run_world
from tests.simulation.invariants import wrongs
from tests.simulation.kinds import KINDS, counted
from tests.simulation.world import equipment

HOURS = 0.4
PROCESSES = 2
POLITENESS = 5
SHOWN = 6
LONGEST_LINE = 2_000


@dataclass(frozen=True, slots=True)
class Summary:
    """What a world came to, small enough to travel between processes."""

    seed: int
    digest: str
    deaths: int
    updates: int
    resent: int
    messages: int
    cases: int
    kinds: tuple[int, ...]
    wrongs: tuple[str, ...]


def run_seed(seed: int) -> Summary:
    """Let one world happen and judge it."""
    world = run_world(seed, HOURS)
    found = wrongs(world)
    counts = [
        world.disk.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
        for table in ("inbox", "outbox", "report_case")
    ]
    resent = sum(person.resent for person in world.people)
    kinds = counted(world)
    world.disk.close()
    lines = tuple(each[:LONGEST_LINE] for each in found[:SHOWN])
    digest, deaths = world.reality.digest(), world.deaths
    return Summary(seed, digest, deaths, counts[0], resent, counts[1], counts[2], kinds, lines)


def run_seeds(seeds: Iterable[int]) -> list[Summary]:
    """Let many worlds happen, two at a time."""
    wanted = list(seeds)
    if len(wanted) == 1:
        return [run_seed(wanted[0])]
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), _prepare) as pool:
        return list(pool.map(run_seed, wanted, chunksize=5))


def kinds_counted(summaries: Iterable[Summary]) -> Mapping[str, int]:
    """Add up how often each kind of thing came about."""
    sums = (sum(column) for column in zip(*(each.kinds for each in summaries), strict=True))
    return dict(zip(KINDS, sums, strict=True))


def _prepare() -> None:
    """Let whatever looks at a real clock go first, and never sweep what all worlds share."""
    os.nice(POLITENESS)
    equipment()
    gc.freeze()


def first_wrong(seeds: Iterable[int]) -> Summary | None:
    """Let worlds happen, here, until one goes wrong."""
    return next((each for each in map(run_seed, seeds) if each.wrongs), None)


def told(summaries: Iterable[Summary]) -> str:
    """Return what went wrong, each world with the command that replays it."""
    lines = []
    for each in summaries:
        if each.wrongs:
            lines.append(f"uv run pytest tests/simulation --seed={each.seed}")
            lines += [f"    {wrong}" for wrong in each.wrongs]
    return "\n".join(lines)
