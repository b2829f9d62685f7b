"""Cases: what was reported, who has it, and every line of its life."""

import hashlib
import sqlite3

from bot.cases import CLOSED_STATES, CaseState, Move
from bot.community import Urgency
from bot.events import Attachment, AttachmentKind
from bot.instants import Instant
from storage.case_values import (
    Alike,
    Assignment,
    Case,
    CaseFile,
    CasePlace,
    Deadlines,
    Entry,
    NewCase,
    OpenCase,
)
from storage.database import Transaction

__all__ = [
    "Alike",
    "Assignment",
    "Case",
    "CaseFile",
    "CasePlace",
    "Deadlines",
    "Entry",
    "NewCase",
    "OpenCase",
    "add_case",
    "add_entry",
    "add_file",
    "add_follower",
    "case_by_id",
    "case_by_number",
    "case_by_query",
    "cases_followed_by",
    "cases_of_reporter",
    "entries_of",
    "files_of",
    "followers_of",
    "move_case",
    "next_number",
    "open_cases_like",
    "open_cases_of",
    "query_hash",
]

# How many open cases are looked at: of one building, and of those that only have a point.
AT_BUILDING, ELSEWHERE = 3, 50


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
    """Return the open cases of a row of the staff list (`""`: of the clerks'), oldest first."""
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
