"""How things stand, for the operator: read without writing, also while the bot runs."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import aiosqlite

from bot.instants import Instant
from storage.errors import StorageError
from storage.migrations import newest_schema
from storage.named_queries import named_queries
from storage.opening import open_for_reading


@dataclass(frozen=True, slots=True)
class Status:
    """Numbers of rows; instants are None when there is nothing."""

    updates_waiting: int
    updates_dead: int
    newest_update_at: Instant | None
    messages_waiting: int
    messages_parked: int
    messages_dead: int
    oldest_waiting_since: Instant | None
    cases_open: int
    cases_without_anybody: int
    tasks_open: int


async def read_status(path: Path) -> Status:
    """Count what waits."""
    queries = named_queries()
    async with _reading(path) as connection:
        await _see_that_it_is_whole(connection, "PRAGMA quick_check(1)")
        have, newest = await _schema(connection), newest_schema()
        if have != newest:
            code = "schema_too_new" if have > newest else "schema_too_old"
            raise StorageError(code, f"{have}, {newest}")
        updates = await _row(connection, queries["status_updates"])
        messages = await _row(connection, queries["status_messages"])
        cases = await _row(connection, queries["status_cases"])
        tasks = await _row(connection, queries["status_tasks"])
    return Status(*updates, *messages, *cases, *tasks)


async def back_up(path: Path, target: Path) -> None:
    """Write a complete copy of the database into a new file, and check the copy."""
    with _complete(target) as part:
        async with _reading(path) as source, aiosqlite.connect(part) as copy:
            await source.backup(copy)
            await _see_that_it_is_whole(copy, "PRAGMA integrity_check(1)")


@contextlib.contextmanager
def _complete(target: Path) -> Iterator[Path]:
    """Lend another name to write under: only what is complete and checked bears its own."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    # A folder that is not there is refused here: aiosqlite's thread would outlive its own refusal.
    part.touch()
    try:
        yield part
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)


@contextlib.asynccontextmanager
async def _reading(path: Path) -> AsyncIterator[aiosqlite.Connection]:
    """Lend a connection and close it whatever happens: its thread would keep the program alive."""
    connection = await open_for_reading(path)
    try:
        if await _schema(connection) == 0:
            raise StorageError("database_empty", str(path))
        yield connection
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise StorageError("database_damaged", str(error)) from error
    finally:
        await connection.close()


async def _see_that_it_is_whole(connection: aiosqlite.Connection, check: str) -> None:
    found = (await _row(connection, check))[0]
    if found != "ok":
        raise StorageError("database_damaged", str(found))


async def _schema(connection: aiosqlite.Connection) -> int:
    """Return the number of a database's schema; zero where nothing was ever stored."""
    number: int = (await _row(connection, "PRAGMA user_version"))[0]
    return number


async def _row(connection: aiosqlite.Connection, statement: str) -> sqlite3.Row:
    async with connection.execute(statement) as cursor:
        row = await cursor.fetchone()
    assert row is not None  # noqa: S101 - these statements always return a row
    return row
