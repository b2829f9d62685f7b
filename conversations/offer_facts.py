"""What asking for an offer looks up: what is offered today, what words mean, what is free."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.appointments import FreeSlot
from bot.offers import Offer
from bot.service_search import Found
from conversations.engine import Fact


@dataclass(frozen=True, slots=True)
class OffersToday(Fact[Mapping[str, Offer]]):
    """The offers that hold today, by code."""


@dataclass(frozen=True, slots=True)
class OffersMeant(Fact[tuple[Found, ...]]):
    """Which offers some words name, the best match first."""

    words: str


@dataclass(frozen=True, slots=True)
class OfferToCome(Fact[Offer | None]):
    """The offer that some words surely name and that begins on a later day, if there is one."""

    words: str


@dataclass(frozen=True, slots=True)
class OfferFree:
    """When an offer is still free, the name to be called by, and the local day and minute.

    `own` is the person's own request for it that is still open, 0: none.
    """

    name: str
    today: str
    slots: tuple[FreeSlot, ...] = ()
    own: int = 0
    minute: int = 0


@dataclass(frozen=True, slots=True)
class OfferTimes(Fact[OfferFree]):
    """When somebody can ask for an offer (code)."""

    offer: str


@dataclass(frozen=True, slots=True)
class FollowersOf(Fact[int]):
    """How many people want to hear of a topic (code)."""

    topic: str
