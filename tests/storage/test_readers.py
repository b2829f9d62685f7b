"""Readers only read, and see what is committed while the writer goes on."""

import sqlite3
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import StorageError
from storage.inbox import store_updates
from storage.meta import meta_value, set_meta_value
from storage.opening import WRITER_PRAGMAS, open_for_writing
from storage.status import back_up, read_status
from tests.storage.samples import NOW, a_case, a_message, a_person, an_update, say


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO meta VALUES ('a', 'b')",
        "DELETE FROM meta",
        "CREATE TABLE other (id INTEGER)",
        "PRAGMA user_version = 9",
    ],
)
async def test_a_reader_cannot_write(database: Database, statement: str) -> None:
    async with database.reader() as reader:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await reader.execute(statement)


async def test_a_reader_sees_what_is_committed(database: Database) -> None:
    async with database.reader() as reader:
        await database.turn(lambda tx: set_meta_value(tx, "name", "小巷"))
        async with reader.execute("SELECT value FROM meta WHERE name = 'name'") as cursor:
            row = await cursor.fetchone()
    assert row is not None
    assert row["value"] == "小巷"


async def test_the_writer_promises_what_was_decided(path: Path) -> None:
    assert "PRAGMA synchronous=FULL" in WRITER_PRAGMAS
    connection = open_for_writing(path)
    kept = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "mmap_size")
    }
    connection.close()
    assert kept == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "mmap_size": 0}


async def test_the_operator_sees_how_things_stand(database: Database) -> None:
    await database.turn(a_person)
    await database.turn(a_case)
    await database.turn(lambda tx: store_updates(tx, 1, [an_update(1)], NOW))
    await database.turn(lambda tx: say(tx, a_message("a")))
    status = await read_status(database.path)
    seen = (status.updates_waiting, status.messages_waiting, status.cases_open, status.tasks_open)
    assert seen == (1, 1, 1, 0)
    assert status.newest_update_at == status.oldest_waiting_since == NOW


async def test_a_copy_made_while_the_bot_runs_is_complete(
    database: Database, tmp_path: Path
) -> None:
    await database.turn(lambda tx: set_meta_value(tx, "name", "kept"))
    copy = tmp_path / "copy.db"
    await back_up(database.path, copy)
    await database.turn(lambda tx: set_meta_value(tx, "name", "later"))
    async with Database.open(copy) as copied:
        assert await copied.turn(lambda tx: meta_value(tx, "name")) == "kept"


async def test_a_reader_of_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as refusal:
        await read_status(tmp_path / "nothing.db")
    assert refusal.value.code == "database_not_usable"
