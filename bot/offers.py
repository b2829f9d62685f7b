"""What organisations offer their neighbours: what, for whom, when, where and at which price."""

from dataclasses import dataclass
from enum import StrEnum

from bot.local_text import LocalText
from bot.services import Grounds


class PriceKind(StrEnum):
    """Free, low-cost or paid (无偿、低偿、有偿)."""

    FREE = "free"
    LOW_COST = "low_cost"
    PAID = "paid"


class OrganisationKind(StrEnum):
    """Who offers it."""

    SOCIAL_ORGANISATION = "social_organisation"
    RESIDENT_UNIT = "resident_unit"
    FIRM = "firm"
    INDIVIDUAL = "individual"


class Where(StrEnum):
    """At the organisation's place, at home, or as one likes."""

    THERE = "there"
    HOME = "home"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Price:
    """How much in yuan for which unit; what is free has neither."""

    kind: PriceKind
    yuan: str = ""
    unit: LocalText | None = None


@dataclass(frozen=True, slots=True)
class OfferTime:
    """A stretch of some weekdays (1 is Monday), in minutes since midnight; 0 places: no limit."""

    weekdays: frozenset[int]
    opens: int
    closes: int
    places: int = 0


@dataclass(frozen=True, slots=True)
class OfferKind:
    """A shelf of the list of offers."""

    code: str
    name: LocalText


@dataclass(frozen=True, slots=True)
class Topic:
    """What notices are about; people subscribe to topics. `words` only help to find it."""

    code: str
    name: LocalText
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who offers something; `contact` is a row of the staff list with the role for it.

    `topics` are those about which its contact may send notices.
    """

    code: str
    name: LocalText
    kind: OrganisationKind
    contact: str
    phone: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be asked for. Without `times` a time is agreed on each time."""

    code: str
    organisation: str
    kind: str
    name: LocalText
    what: LocalText
    for_whom: LocalText
    where: Where
    place: LocalText | None
    price: Price
    grounds: Grounds
    times: tuple[OfferTime, ...] = ()
    words: tuple[str, ...] = ()
