"""What is stored of a case, as values."""

from dataclasses import dataclass

from bot.cases import CaseState, Move
from bot.community import Urgency
from bot.events import Attachment
from bot.instants import Instant


@dataclass(frozen=True, slots=True)
class CasePlace:
    """Where it is; codes are empty and coordinates None when they are not known."""

    estate: str
    building: str
    entrance: str
    flat: str
    words: str
    latitude: float | None
    longitude: float | None
    grid: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Which cases of others may be the same matter: of one kind, since an instant, around here."""

    community: str
    category: str
    since: Instant
    building: str
    but_of: int


@dataclass(frozen=True, slots=True)
class OpenCase:
    """As much of an open case as is needed to say that there is one."""

    id: int
    number: str
    building: str
    latitude: float | None
    longitude: float | None
    opened_at: Instant


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who has the case: a row of the staff list, or nobody (`""`) and then the clerks' list."""

    staff_code: str
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Until when a first human word, a look and an end were promised."""

    acknowledge_by: Instant
    on_site_by: Instant
    resolve_by: Instant


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case as it is opened. `extra` and the route's reason are JSON.

    `query_code` is only for anonymous ones.
    """

    number: str
    community: str
    talk_id: int | None
    reporter_id: int | None
    anonymous: bool
    on_behalf_of: str
    category: str
    urgency: Urgency
    words: str
    extra: str
    place: CasePlace
    state: CaseState
    assignment: Assignment
    deadlines: Deadlines
    query_code: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands."""

    id: int
    version: int
    opened_at: Instant
    changed_at: Instant
    new: NewCase


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A file of a case and when it joined: with the report, later, or as proof of the solution."""

    attachment: Attachment
    stage: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a case's life; `by_staff` is empty for the resident's own lines."""

    version: int
    at: Instant
    by_staff: str
    move: Move
    words: str
