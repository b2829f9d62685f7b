"""What goes wrong on the way to Telegram: how often, and when nothing goes through."""

from dataclasses import dataclass
from enum import Enum

from tests.simulation.reality import Reality

MINUTE = 60.0
SPELLS = (0.5 * MINUTE, 3 * MINUTE, 10 * MINUTE, 40 * MINUTE, 120 * MINUTE)
SPELL_WEIGHTS = (30, 30, 20, 8, 2)


class Luck(Enum):
    """What becomes of one request."""

    FINE = "fine"
    REFUSED_CONNECTION = "refused connection"
    LOST_REQUEST = "lost request"
    LOST_ANSWER = "lost answer"
    TOO_MANY = "too many requests"
    STUMBLED = "server error"
    FORBIDDEN = "forbidden for the moment"


@dataclass(frozen=True, slots=True)
class Outage:
    """From when to when, in world seconds, nothing goes through."""

    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Weather:
    """The faults of one world."""

    reality: Reality
    outages: tuple[Outage, ...]
    odds: tuple[tuple[Luck, float], ...]

    @classmethod
    def of(cls, reality: Reality, seconds: float) -> "Weather":
        """Make up the weather of a world that lasts so long."""
        dice = reality.dice
        number = dice.choice((0, 0, 1, 1, 2, 3))
        outages = []
        for _ in range(number):
            begins = dice.uniform(0, seconds)
            length = dice.choices(SPELLS, SPELL_WEIGHTS)[0] * dice.uniform(0.5, 1.5)
            outages.append(Outage(begins, min(begins + length, seconds)))
        roughness = dice.choice((0.0, 0.3, 1.0, 1.0, 3.0))
        odds = (
            (Luck.REFUSED_CONNECTION, 0.01 * roughness),
            (Luck.LOST_REQUEST, 0.01 * roughness),
            (Luck.LOST_ANSWER, 0.02 * roughness),
            (Luck.TOO_MANY, 0.02 * roughness),
            (Luck.STUMBLED, 0.005 * roughness),
            (Luck.FORBIDDEN, 0.001 * roughness),
        )
        return cls(reality, tuple(outages), odds)

    def is_out(self, world_seconds: float) -> bool:
        """Whether nothing goes through now."""
        if self.reality.calm.is_set():
            return False
        return any(each.begins <= world_seconds < each.ends for each in self.outages)

    def luck(self) -> Luck:
        """Decide what becomes of a request."""
        thrown = self.reality.dice.random()
        if self.reality.calm.is_set():
            return Luck.FINE
        for luck, odds in self.odds:
            if thrown < odds:
                return luck
            thrown -= odds
        return Luck.FINE
