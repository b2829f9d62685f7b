"""When the bot is killed: half at random moments, half at named points.

Every point and every hit in turn.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.crash_points import POINTS

MOST_HITS = 4
SELDOM = {
    "after_epoch": 1,
    "mid_take_back": 1,
    "after_take_back": 1,
    "before_tick": 1,
    "mid_tick": 3,
    "after_tick": 1,
}
"""Points that a life of the bot passes once, or once in two seconds."""
EARLIEST, OPENING, LONGEST_LIFE = 0.02, 0.12, 0.7
"""Random kills come while the bot opens, or within so many seconds after it listens.

One in four comes while it opens. The others let it finish what the kill before has interrupted:
an update over which the bot dies three times in a row is rightly given to a person.
"""
OPENING_SHARE = 0.25


@dataclass(frozen=True)
class Kill:
    """One end: at a point (`after_send:2`), or after some seconds."""

    order: str = ""
    after_seconds: float = 0.0
    while_opening: bool = False


def pairs() -> list[str]:
    """Return every point with each of its hits, the first hits first."""
    return [
        f"{point}:{hit}"
        for hit in range(1, MOST_HITS + 1)
        for point in POINTS
        if hit <= SELDOM.get(point, MOST_HITS)
    ]


def plan(kills: int, luck: random.Random) -> list[Kill]:
    """Return as many kills, a random one after each named one."""
    named = kills // 2
    orders = (pairs() * (named // len(pairs()) + 1))[:named]
    luck.shuffle(orders)
    planned: list[Kill] = []
    for order in orders:
        planned += [Kill(order), _random_kill(luck)]
    return [*planned, Kill(after_seconds=LONGEST_LIFE)][:kills] if kills % 2 else planned


def _random_kill(luck: random.Random) -> Kill:
    if luck.random() < OPENING_SHARE:
        return Kill(after_seconds=luck.uniform(EARLIEST, OPENING), while_opening=True)
    return Kill(after_seconds=luck.uniform(LONGEST_LIFE / 2, LONGEST_LIFE))


def dealt(kills: Sequence[Kill], alleys: int) -> list[list[Kill]]:
    """Deal the kills out to the alleys, a named one and its random one together."""
    couples = [kills[i : i + 2] for i in range(0, len(kills), 2)]
    return [[kill for couple in couples[i::alleys] for kill in couple] for i in range(alleys)]
