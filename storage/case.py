"""Cases: what was reported, who has it, and every line of its life."""

import hashlib
import sqlite3
from dataclasses import dataclass

from bot.cases import CLOSED_STATES, CaseState, Move
from bot.community import Urgency
from bot.events import Attachment, AttachmentKind
from bot.instants import Instant
from storage.database import Transaction

# How many open cases are looked at: of one building, and of those of which only the point is known.
AT_BUILDING, ELSEWHERE = 3, 50


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
    """What other people's cases may be the same matter: of one kind, since an instant, around here."""

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
    """A case as it is opened. `extra` and the route's reason are JSON; `query_code` only when anonymous."""

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

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.new.state not in CLOSED_STATES


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A file of a case and when it joined: with the report, added later, or as proof of the solution."""

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


async def next_number(tx: Transaction, community: str, day: str) -> int:
    """Return the next number of a community's day (`day` is an ISO date)."""
    row = await tx.one("next_case_number", community=community, day=day)
    assert row is not None  # noqa: S101 - the statement always returns a row
    return int(row[0])


async def add_case(tx: Transaction, new: NewCase, now: Instant) -> Case:
    """Store a new case."""
    identity = await tx.insert(
        "add_case",
        number=new.number,
        community=new.community,
        talk_id=new.talk_id,
        reporter_id=new.reporter_id,
        anonymous=new.anonymous,
        on_behalf_of=new.on_behalf_of,
        category=new.category,
        urgency=new.urgency,
        words=new.words,
        extra=new.extra,
        estate=new.place.estate,
        building=new.place.building,
        entrance=new.place.entrance,
        flat=new.place.flat,
        place_words=new.place.words,
        latitude=new.place.latitude,
        longitude=new.place.longitude,
        grid=new.place.grid,
        state=new.state,
        assignee=new.assignment.staff_code,
        assignee_role=new.assignment.role,
        route_reason=new.assignment.reason,
        opened_at=now,
        acknowledge_by=new.deadlines.acknowledge_by,
        on_site_by=new.deadlines.on_site_by,
        resolve_by=new.deadlines.resolve_by,
        query_hash=query_hash(new.query_code) if new.query_code else None,
    )
    return Case(identity, 1, now, now, new)


async def case_by_id(tx: Transaction, identity: int) -> Case | None:
    """Return one case."""
    return _case(await tx.one("case_by_id", id=identity))


async def case_by_number(tx: Transaction, number: str) -> Case | None:
    """Return the case with a visible number."""
    return _case(await tx.one("case_by_number", number=number))


async def case_of_talk(tx: Transaction, talk_id: int) -> Case | None:
    """Return the case that a conversation led to."""
    return _case(await tx.one("case_of_talk", talk_id=talk_id))


async def case_by_query(tx: Transaction, code: str) -> Case | None:
    """Return an anonymous case by its query code."""
    return _case(await tx.one("case_by_query", query_hash=query_hash(code)))


async def move_case(
    tx: Transaction, case: Case, state: CaseState, assignment: Assignment, now: Instant
) -> bool:
    """Move a case on from the version at which it was read; False when it has moved meanwhile."""
    changed = await tx.run(
        "move_case",
        id=case.id,
        version=case.version,
        state=state,
        assignee=assignment.staff_code,
        assignee_role=assignment.role,
        route_reason=assignment.reason,
        now=now,
        closed_at=now if state in CLOSED_STATES else None,
    )
    return changed == 1


async def cases_of_reporter(tx: Transaction, person_id: int, at_most: int) -> tuple[Case, ...]:
    """Return what a person reported, newest first."""
    return _cases(await tx.all("cases_of_reporter", person_id=person_id, at_most=at_most))


async def cases_followed_by(tx: Transaction, person_id: int, at_most: int) -> tuple[Case, ...]:
    """Return what a person follows, newest first."""
    return _cases(await tx.all("cases_followed_by", person_id=person_id, at_most=at_most))


async def open_cases_of(
    tx: Transaction, community: str, staff_code: str, at_most: int
) -> tuple[Case, ...]:
    """Return the open cases of a row of the staff list (`""`: of the clerks' list), oldest first."""
    rows = await tx.all(
        "open_cases_of_assignee", community=community, assignee=staff_code, at_most=at_most
    )
    return _cases(rows)


async def open_cases_like(tx: Transaction, alike: Alike) -> tuple[OpenCase, ...]:
    """Return open cases that may be the same matter, newest first; some may not be near."""
    rows = await tx.all(
        "open_cases_like",
        community=alike.community,
        category=alike.category,
        since=alike.since,
        building=alike.building,
        but_of=alike.but_of,
        at_building=AT_BUILDING,
        elsewhere=ELSEWHERE,
    )
    return tuple(OpenCase(*row) for row in rows)


async def add_file(tx: Transaction, case_id: int, file: CaseFile, now: Instant) -> bool:
    """Add a file to a case; False when it is there already."""
    added = await tx.run(
        "add_case_file",
        case_id=case_id,
        kind=file.attachment.kind,
        file_id=file.attachment.file_id,
        file_unique_id=file.attachment.file_unique_id,
        size=file.attachment.size,
        stage=file.stage,
        now=now,
    )
    return added == 1


async def files_of(tx: Transaction, case_id: int) -> tuple[CaseFile, ...]:
    """Return the files of a case in the order in which they came."""
    rows = await tx.all("case_files", case_id=case_id)
    return tuple(
        CaseFile(Attachment(AttachmentKind(row[0]), row[1], row[2], row[3]), row[4])
        for row in rows
    )


async def add_follower(tx: Transaction, case_id: int, person_id: int, now: Instant) -> bool:
    """Let somebody follow a case; False when he does already."""
    return await tx.run("add_follower", case_id=case_id, person_id=person_id, now=now) == 1


async def followers_of(tx: Transaction, case_id: int) -> tuple[int, ...]:
    """Return the accounts of everybody who follows a case."""
    return tuple(row[0] for row in await tx.all("followers", case_id=case_id))


async def add_entry(tx: Transaction, case_id: int, entry: Entry) -> None:
    """Write one line into a case's life."""
    await tx.insert(
        "add_entry",
        case_id=case_id,
        version=entry.version,
        at=entry.at,
        by_staff=entry.by_staff,
        move=entry.move,
        words=entry.words,
    )


async def entries_of(tx: Transaction, case_id: int) -> tuple[Entry, ...]:
    """Return the life of a case."""
    rows = await tx.all("entries", case_id=case_id)
    return tuple(Entry(row[0], Instant(row[1]), row[2], Move(row[3]), row[4]) for row in rows)


def query_hash(code: str) -> bytes:
    """Return what is stored of an anonymous case's query code."""
    return hashlib.sha256(code.encode()).digest()


def _cases(rows: list[sqlite3.Row]) -> tuple[Case, ...]:
    return tuple(case for case in map(_case, rows) if case)


def _case(row: sqlite3.Row | None) -> Case | None:
    if row is None:
        return None
    new = NewCase(
        row["number"],
        row["community"],
        row["talk_id"],
        row["reporter_id"],
        bool(row["anonymous"]),
        row["on_behalf_of"],
        row["category"],
        Urgency(row["urgency"]),
        row["words"],
        row["extra"],
        _place(row),
        CaseState(row["state"]),
        Assignment(row["assignee"], row["assignee_role"], row["route_reason"]),
        Deadlines(row["acknowledge_by"], row["on_site_by"], row["resolve_by"]),
    )
    return Case(row["id"], row["version"], row["opened_at"], row["changed_at"], new)


def _place(row: sqlite3.Row) -> CasePlace:
    return CasePlace(
        row["estate"],
        row["building"],
        row["entrance"],
        row["flat"],
        row["place_words"],
        row["latitude"],
        row["longitude"],
        row["grid"],
    )
