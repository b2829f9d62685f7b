"""What scripts look up: facts that only the host knows, fresh at each step."""

from dataclasses import dataclass
from typing import ClassVar

from bot.classify import Guess
from bot.community import Point
from bot.instants import Instant
from bot.places import Located, Place
from conversations.engine import FILES, Fact


@dataclass(frozen=True, slots=True)
class GuessOf(Fact[Guess]):
    """Which category some words seem to mean."""

    words: str


@dataclass(frozen=True, slots=True)
class PlacesIn(Fact[tuple[Place, ...]]):
    """Which places of the community some words name, the likeliest first."""

    words: str


@dataclass(frozen=True, slots=True)
class LocatedAt(Fact[Located]):
    """What a shared point means; in the other reading it is one of a Chinese map."""

    latitude: float
    longitude: float
    is_other_reading: bool = False


@dataclass(frozen=True, slots=True)
class PlaceSoFar(Fact[Point | None]):
    """The point that the person has shared in this talk, perhaps before saying anything."""

    taken_from: ClassVar[str] = "place"


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """An open case of the same matter nearby, without anything about who reported it."""

    id: int
    number: str
    category: str
    building: str
    opened_at: Instant


@dataclass(frozen=True, slots=True)
class SimilarCases(Fact[tuple[SimilarCase, ...]]):
    """Open cases of the same category at or near a place."""

    category: str
    place: Place


@dataclass(frozen=True, slots=True)
class OwnCases(Fact[tuple[SimilarCase, ...]]):
    """The person's own open cases to which words can be added, newest first."""


@dataclass(frozen=True, slots=True)
class CasesInHand(Fact[tuple[SimilarCase, ...]]):
    """The open cases that a member of staff is responsible for, oldest first."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Which local ISO date it is, and whether the person is away now."""

    today: str
    is_away: bool = False


@dataclass(frozen=True, slots=True)
class OwnAttendance(Fact[Attendance]):
    """Whether the person is there today: a day that is offered may be over when it is chosen."""


@dataclass(frozen=True, slots=True)
class FilesSoFar(Fact[int]):
    """How many files the person has sent in this talk."""

    taken_from: ClassVar[str] = FILES
