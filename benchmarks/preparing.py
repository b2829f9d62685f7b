"""A database for the benchmark: the sample community, its staff, and old cases as wanted."""

import asyncio
import contextlib
import sqlite3
from pathlib import Path

from bot.community import Role
from bot.instants import Instant
from storage.community_folder import Folder, read_folder
from storage.community_load import load
from storage.database import Database, Transaction
from storage.named_queries import parse_queries
from storage.person import Newcomer, add_person
from storage.staff import Grant, grant_place

FOLDER = Path(__file__).parent
SAMPLE = FOLDER.parent / "examples" / "jiangwan"
OLD_CASES = FOLDER / "old_cases.sql"
FIRST_STAFF_ACCOUNT = 400_000_000


def prepare(path: Path, now: Instant, cases: int = 0) -> None:
    """Write the database file."""
    asyncio.run(_begin(path, now))
    if cases:
        _fill(path, now, cases)


async def _begin(path: Path, now: Instant) -> None:
    folder = read_folder(SAMPLE)
    async with Database.open(path) as database:
        await database.turn(lambda tx: load(tx, folder.items))
        await database.turn(lambda tx: _add_staff(tx, folder, now))


async def _add_staff(tx: Transaction, folder: Folder, now: Instant) -> None:
    """Put every member of staff at the place of the list, so that cases reach somebody."""
    members = [item for item in folder.items if item.kind == "staff"]
    for position, item in enumerate(members):
        newcomer = Newcomer(FIRST_STAFF_ACCOUNT + position, item.code, "zh-CN", "jiangwan")
        person = await add_person(tx, newcomer, now)
        role = Role(str(item.content["role"]))
        await grant_place(tx, Grant(0, person.id, "jiangwan", item.code, role), now)


def _fill(path: Path, now: Instant, cases: int) -> None:
    values = {"cases": cases, "people": min(cases, 200_000), "at": now}
    with sqlite3.connect(path, isolation_level=None) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        for statement in parse_queries(OLD_CASES.read_text(encoding="utf-8")).values():
            connection.execute(statement, values)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def count_cases(path: Path) -> int:
    """Return how many cases there are."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute("SELECT count(*) FROM report_case").fetchone()
    return int(number)
