"""What a community consists of: grids, buildings, categories, staff. All of it is data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from bot.centre import Centre
from bot.errand_terms import ErrandTerms
from bot.holidays import Calendar
from bot.local_text import LocalText
from bot.matter_kinds import MatterKind
from bot.offers import Offer, OfferKind, Organisation, Topic
from bot.other_offices import OtherOffice
from bot.proofs import Proof
from bot.services import Family, Paper, Question, Service, Shop, Window


class Urgency(StrEnum):
    """How soon a matter needs a person; the order is from the gentlest to the most pressing."""

    LOW = "low"
    NORMAL = "normal"
    URGENT = "urgent"
    EMERGENCY = "emergency"


class Role(StrEnum):
    """What a member of staff is trusted to do."""

    GRID_WORKER = "grid_worker"
    CLERK = "clerk"
    ORGANISATION = "organisation"
    MEDIATOR = "mediator"
    LEGAL_ADVISER = "legal_adviser"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth, WGS-84, degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A few hundred households with one responsible grid worker."""

    code: str
    full_code: str
    name: LocalText
    households: int
    residents: int
    ring: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Entrance:
    """One stair (unit) of a building; `flats` are the room numbers behind it, perhaps none."""

    code: str
    name: LocalText
    flats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Building:
    """A building of an estate. `number` is what the plate shows: 3, 3A."""

    code: str
    estate: str
    number: str
    name: LocalText
    grid: str
    point: Point
    aliases: tuple[str, ...] = ()
    entrances: tuple[Entrance, ...] = ()


@dataclass(frozen=True, slots=True)
class Estate:
    """A group of buildings under one name, as residents say it."""

    code: str
    name: LocalText
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place everybody knows: the market gate, the bridge head."""

    code: str
    name: LocalText
    grid: str
    point: Point
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EmergencyCall:
    """A number to call before anything else, and when to call it (`reason` may be empty text)."""

    number: str
    reason: LocalText


class TimeUnit(StrEnum):
    """Units of time limits; working units stand still outside working hours."""

    MINUTE = "min"
    HOUR = "h"
    DAY = "d"
    WORKING_HOUR = "wh"
    WORKING_DAY = "wd"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """For instance 4 working hours."""

    amount: int
    unit: TimeUnit


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """First human word, somebody looks, settled or a dated plan given."""

    acknowledge: TimeLimit
    on_site: TimeLimit
    resolve: TimeLimit


@dataclass(frozen=True, slots=True)
class Choice:
    """One offered answer of an extra question; `raises_to` lifts the urgency when chosen.

    `words` answer the question unasked when a report says them.
    """

    code: str
    name: LocalText
    raises_to: Urgency | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when an earlier question of the same category was answered with this choice."""

    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class ExtraQuestion:
    """A question that a category asks; without choices it takes free text. All may be skipped.

    Where `only_if` does not hold it is not asked at all.
    """

    code: str
    text: LocalText
    choices: tuple[Choice, ...] = ()
    only_if: Condition | None = None


@dataclass(frozen=True, slots=True)
class CategoryGroup:
    """A shelf of the category list."""

    code: str
    name: LocalText


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of matter.

    `danger` says that numbers and first aid are shown before any form (always for emergencies,
    and for matters such as a dog bite where somebody may be hurt). When `first_question` is there
    it is asked before anything else, and only a choice that raises to `emergency` makes the
    matter an emergency. `alarms` are keywords that answer it: somebody is in danger now.
    `asks_identity`: whoever reports it may fear for himself, and is asked whether to stay
    anonymous. `can_be_mediated`: it may go to the mediators instead, confidentially.
    """

    code: str
    group: str
    name: LocalText
    keywords: tuple[str, ...]
    urgency: Urgency
    calls: tuple[EmergencyCall, ...]
    handlers: tuple[str, ...]
    escalate: tuple[str, ...]
    limits: TimeLimits
    hint: LocalText
    questions: tuple[ExtraQuestion, ...] = ()
    first_question: ExtraQuestion | None = None
    danger: bool = False
    sensitive: bool = False
    asks_identity: bool = False
    alarms: tuple[str, ...] = ()
    can_be_mediated: bool = False

    @property
    def asked(self) -> tuple[ExtraQuestion, ...]:
        """Every question of the category, the one that decides first."""
        first = (self.first_question,) if self.first_question else ()
        return (*first, *self.questions)


@dataclass(frozen=True, slots=True)
class AmbiguousWord:
    """Words that fit several categories: one question, no guess, the dangerous reading first."""

    words: tuple[str, ...]
    question: LocalText
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works for the community; covers the grids of `deputy_for` in an absence."""

    code: str
    name: str
    role: Role
    grids: tuple[str, ...] = ()
    deputy_for: tuple[str, ...] = ()
    phone: str = ""


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """A stretch of local time on a working day, `HH:MM` to `HH:MM`, as minutes since midnight."""

    opens: int
    closes: int


@dataclass(frozen=True)
class Community:
    """Everything one community's data says. Mappings are by code, in the data's order.

    Services, papers and proofs are those of all times: `bot/guide.py` takes those of a day.
    """

    code: str
    letters: str
    name: LocalText
    time_zone: str
    duty_phone: str
    working_hours: tuple[WorkingHours, ...]
    calendar: Calendar
    typos: Mapping[str, str]
    grids: Mapping[str, Grid]
    estates: Mapping[str, Estate]
    buildings: Mapping[str, Building]
    landmarks: Mapping[str, Landmark]
    groups: Mapping[str, CategoryGroup]
    categories: Mapping[str, Category]
    ambiguous_words: tuple[AmbiguousWord, ...]
    staff: Mapping[str, StaffMember]
    handlers: Mapping[str, LocalText] = field(default_factory=dict)
    centres: Mapping[str, Centre] = field(default_factory=dict)
    windows: Mapping[str, Window] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    shops: Mapping[str, Shop] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    proofs: Mapping[str, Proof] = field(default_factory=dict)
    other_offices: Mapping[str, OtherOffice] = field(default_factory=dict)
    families: Mapping[str, Family] = field(default_factory=dict)
    offer_kinds: Mapping[str, OfferKind] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    offers: Mapping[str, Offer] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    errands: Mapping[str, ErrandTerms] = field(default_factory=dict)
    matter_kinds: Mapping[str, MatterKind] = field(default_factory=dict)

    @cached_property
    def worker_of(self) -> Mapping[str, StaffMember]:
        """The responsible grid worker by grid code."""
        return {grid: member for member in self.staff.values() for grid in member.grids}

    @cached_property
    def deputy_of(self) -> Mapping[str, StaffMember]:
        """The deputy by grid code."""
        return {grid: member for member in self.staff.values() for grid in member.deputy_for}

    def buildings_of(self, estate: str) -> tuple[Building, ...]:
        """Return the buildings of an estate in the data's order."""
        return tuple(each for each in self.buildings.values() if each.estate == estate)
