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
EARLIEST, OPENING = 0.02, 0.12
FEWEST_CALLS, MOST_CALLS, MOST_SECONDS_MORE = 40, 160, 0.02
"""Random kills come while the bot opens, or some calls and a moment after it listens.

Lives are counted in calls, not in seconds, so that a slow machine sees as much bustle as a fast
one. One in three comes while it opens, but not between two kills over an update at work: the bot
must be able to finish what was interrupted, for an update over which it dies three times in a
row is rightly given to a person.
"""
OPENING_SHARE = 0.33
BLAMING = (
    "after_fetch",
    "after_inbox_commit",
    "after_claim",
    "mid_turn",
    "mid_ignore",
    "mid_retry",
    "mid_give_up",
    "before_commit",
    "after_commit",
)
"""Points at which an update may be at work."""


@dataclass(frozen=True)
class Kill:
    """One end: at a point (`after_send:2`), or after some calls to Telegram and some seconds."""

    order: str = ""
    after_calls: int = 0
    after_seconds: float = 0.0
    while_opening: bool = False

    @property
    def plans_needed(self) -> int:
        """How many plans must be able to fire, so that the point is reached."""
        point, _, hits = self.order.partition(":")
        return int(hits) if point == "mid_tick" else 0


def pairs() -> list[str]:
    """Return every point with each of its hits, the first hits first."""
    return [
        f"{point}:{hit}"
        for hit in range(1, MOST_HITS + 1)
        for point in POINTS
        if hit <= SELDOM.get(point, MOST_HITS)
    ]


def plans(kills: int, alleys: int, luck: random.Random) -> list[list[Kill]]:
    """Plan the kills of each alley: half at named points, a random moment after each of them."""
    named = kills // 2
    orders = (pairs() * (named // len(pairs()) + 1))[:named]
    luck.shuffle(orders)
    others = [(kills - named + i) // alleys for i in range(alleys)]
    return [_alternating(orders[alley::alleys], others[alley], luck) for alley in range(alleys)]


def _alternating(orders: Sequence[str], moments: int, luck: random.Random) -> list[Kill]:
    kills: list[Kill] = []
    for number in range(max(len(orders), moments)):
        around = orders[number : number + 2]
        kills += [Kill(order) for order in around[:1]]
        if number < moments:
            kills.append(_random_kill(luck, is_healing=all(map(_is_blaming, around))))
    return kills


def _random_kill(luck: random.Random, *, is_healing: bool) -> Kill:
    if not is_healing and luck.random() < OPENING_SHARE:
        return Kill(after_seconds=luck.uniform(EARLIEST, OPENING), while_opening=True)
    calls = luck.randint(FEWEST_CALLS, MOST_CALLS)
    return Kill(after_calls=calls, after_seconds=luck.uniform(0, MOST_SECONDS_MORE))


def _is_blaming(order: str) -> bool:
    return order.startswith(BLAMING)
