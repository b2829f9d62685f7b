"""What asking for an errand looks up: which matters there are, who would do it, until when."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.errand_terms import ErrandTerms
from bot.instants import Instant
from bot.places import Place
from conversations.engine import Fact


@dataclass(frozen=True, slots=True)
class ErrandsToday(Fact[Mapping[str, ErrandTerms]]):
    """The terms that hold today, by the code of the service."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Who would do it (a row of the staff list, empty: the clerks decide), and until when.

    `name` is what the person is called; `good_until` is the last ISO day of the authorisation.
    """

    name: str
    runner: str
    promised_by: Instant
    good_until: str


@dataclass(frozen=True, slots=True)
class ErrandOutlook(Fact[Outlook]):
    """What can be promised for a service (code) and a home."""

    service: str
    place: Place
