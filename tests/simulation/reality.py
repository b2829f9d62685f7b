"""What every part of a simulated world shares: its dice, its clock and its history."""

import asyncio
import hashlib
import random
from dataclasses import dataclass, field

from bot.instants import SECOND, Instant
from handlers.clock import Clock

BEGINNING = 1_795_478_400  # 2026-11-24 00:00 UTC, 08:00 in Shanghai: a Tuesday
DAY_SECONDS = 86_400
OPEN_SECONDS = 32_400  # the windows are open, but for the midday break
NIGHT_OWLS = 0.4


@dataclass
class Reality:
    """One seed's dice, clock and history. Everything random comes from `dice`."""

    seed: int
    dice: random.Random
    started_at: float
    history: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    calm: asyncio.Event = field(default_factory=asyncio.Event)
    awake: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def of(cls, seed: int) -> "Reality":
        """Return the reality of a seed; the day begins at any hour, mostly by daylight."""
        dice = random.Random(seed)
        latest = DAY_SECONDS if dice.random() < NIGHT_OWLS else OPEN_SECONDS
        reality = cls(seed, dice, BEGINNING + dice.randrange(latest))
        reality.awake.set()
        return reality

    @property
    def clock(self) -> Clock:
        """The one clock, on virtual time."""
        return Clock(self.seconds)

    def seconds(self) -> float:
        """Return the wall time."""
        return self.started_at + asyncio.get_running_loop().time()

    def now(self) -> Instant:
        """Return the wall time as an instant."""
        return Instant(int(self.seconds() * SECOND))

    def chance(self, probability: float) -> bool:
        """Throw the dice; in the calm at the end nothing bad happens."""
        return self.dice.random() < probability

    def mishap(self, probability: float) -> bool:
        """Throw the dice for something bad: in the calm at the end it does not happen."""
        return not self.calm.is_set() and self.dice.random() < probability

    def note(self, line: str) -> None:
        """Write a line into the history; another run of the seed must write the same."""
        self.history.append(f"{asyncio.get_running_loop().time():.6f} {line}")

    def digest(self) -> str:
        """Return the hash of the history."""
        return hashlib.sha256("\n".join(self.history).encode()).hexdigest()
