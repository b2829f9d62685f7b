"""What the pre-check looks up: the guide of today, what words mean in it, what is remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.guide import Guide
from bot.service_search import Found
from bot.window_hours import Opening
from conversations.engine import Fact


@dataclass(frozen=True, slots=True)
class GuideToday(Fact[Guide]):
    """The service guide as it holds today."""


@dataclass(frozen=True, slots=True)
class ServicesMeant(Fact[tuple[Found, ...]]):
    """Which services and proofs some words name, the best match first."""

    words: str


@dataclass(frozen=True, slots=True)
class Opened:
    """When a window is open next; `is_now`: it is at this very moment.

    `is_announced`: the public holidays around that day are known. `day_hours`: all of that day.
    """

    opening: Opening
    is_now: bool = False
    is_announced: bool = True
    day_hours: tuple[Opening, ...] = ()


@dataclass(frozen=True, slots=True)
class OpeningOf(Fact[Opened | None]):
    """When a window is open now or next; None when nobody knows."""

    window: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered of a person for the next matter; `is_asked`: whether it may be."""

    is_asked: bool = False
    facts: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptFacts(Fact[Kept]):
    """What the person has told before and let us remember."""
