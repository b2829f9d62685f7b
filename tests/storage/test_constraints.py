"""What the database itself refuses, whatever the code does."""

import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.cases import CaseState, Move
from bot.events import Attachment, AttachmentKind
from storage.case import (
    CaseFile,
    Entry,
    add_case,
    add_entry,
    add_file,
    add_follower,
    case_by_id,
    files_of,
    followers_of,
    move_case,
)
from storage.database import Database, Transaction
from storage.due import Plan, schedule
from storage.task import AuditLine, NewTask, add_task, record
from tests.storage.samples import ASSIGNMENT, CASE, NOW, a_case, a_grant, a_person, a_talk

Deed = Callable[[Transaction], Awaitable[object]]


async def _two_open_talks(tx: Transaction) -> None:
    person = await a_person(tx)
    await a_talk(tx, person)
    await a_talk(tx, person)


async def _anonymous_with_a_reporter(tx: Transaction) -> None:
    person = await a_person(tx)
    await add_case(tx, replace(CASE, anonymous=True, reporter_id=person.id), NOW)


async def _anonymous_with_a_talk(tx: Transaction) -> None:
    talk = await a_talk(tx, await a_person(tx))
    await add_case(tx, replace(CASE, anonymous=True, talk_id=talk.id), NOW)


async def _two_cases_of_a_talk(tx: Transaction) -> None:
    talk = await a_talk(tx, await a_person(tx))
    await add_case(tx, replace(CASE, talk_id=talk.id), NOW)
    await add_case(tx, replace(CASE, number="JW-261124-0002", talk_id=talk.id), NOW)


async def _two_cases_with_a_number(tx: Transaction) -> None:
    await a_case(tx)
    await a_case(tx)


async def _case_of_nobody_known(tx: Transaction) -> None:
    await add_case(tx, replace(CASE, reporter_id=99), NOW)


async def _same_line_twice(tx: Transaction) -> None:
    case = await a_case(tx)
    for _ in range(2):
        await add_entry(tx, case.id, Entry(2, NOW, "worker_4", Move.ACCEPT, ""))


async def _account_twice(tx: Transaction) -> None:
    await a_person(tx)
    await a_person(tx)


REFUSED: list[tuple[str, Deed]] = [
    ("two open talks in one chat", _two_open_talks),
    ("an anonymous case with a reporter", _anonymous_with_a_reporter),
    ("an anonymous case with a talk", _anonymous_with_a_talk),
    ("two cases of one talk", _two_cases_of_a_talk),
    ("two cases with one number", _two_cases_with_a_number),
    ("a case of a person who does not exist", _case_of_nobody_known),
    ("the same line of a case's life twice", _same_line_twice),
    ("the same account twice", _account_twice),
]


@pytest.mark.parametrize(("what", "deed"), REFUSED, ids=[what for what, _ in REFUSED])
async def test_the_database_refuses(database: Database, what: str, deed: Deed) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        await database.turn(deed)


@pytest.mark.parametrize(
    "statement", ["UPDATE audit SET detail = ''", "DELETE FROM audit", "DELETE FROM audit WHERE 1"]
)
async def test_audit_lines_are_never_changed(database: Database, statement: str) -> None:
    line = AuditLine(1, "case.open", "case:1", "{}")
    await database.turn(lambda tx: record(tx, line, NOW))

    async def tamper(tx: Transaction) -> None:
        tx._connection.execute(statement)  # noqa: SLF001 - no query of ours would do this

    with pytest.raises(sqlite3.IntegrityError):
        await database.turn(tamper)


async def test_a_stale_version_moves_no_case(database: Database) -> None:
    async def body(tx: Transaction) -> tuple[bool, bool, CaseState]:
        case = await a_case(tx)
        first = await move_case(tx, case, CaseState.ACCEPTED, ASSIGNMENT, NOW)
        second = await move_case(tx, case, CaseState.HANDLED, ASSIGNMENT, NOW)
        now = await case_by_id(tx, case.id)
        assert now is not None
        return first, second, now.new.state

    assert await database.turn(body) == (True, False, CaseState.ACCEPTED)


async def test_repeating_an_effect_changes_nothing(database: Database) -> None:
    photo = CaseFile(Attachment(AttachmentKind.PHOTO, "file", "unique", 5), "report")
    task = NewTask("dead:1", "jiangwan", "dead_letter", "inbox:1", "")
    plan = Plan("draft_recall", "talk:1", NOW)

    async def body(tx: Transaction) -> list[bool]:
        case, person = await a_case(tx), await a_person(tx)
        done = [await add_file(tx, case.id, photo, NOW) for _ in range(2)]
        done += [await add_follower(tx, case.id, person.id, NOW) for _ in range(2)]
        done += [await add_task(tx, task, NOW) for _ in range(2)]
        done += [await schedule(tx, plan) for _ in range(2)]
        assert len(await files_of(tx, case.id)) == len(await followers_of(tx, case.id)) == 1
        return done

    assert await database.turn(body) == [True, False] * 4


async def test_a_place_of_the_staff_list_belongs_to_one_person(database: Database) -> None:
    async def body(tx: Transaction) -> list[int]:
        first, second = await a_person(tx, 1), await a_person(tx, 2)
        await a_grant(tx, first)
        await a_grant(tx, second)
        rows = await tx.all("grants_of_community", community="jiangwan")
        return [row["person_id"] for row in rows] + [second.id]

    holder, second = await database.turn(body)
    assert holder == second
