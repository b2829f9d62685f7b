"""Pictures in the outbox: stored once, and the schema's step for them loses nothing."""

import shutil
import sqlite3
from pathlib import Path

import orjson

from bot.telling import ShowPicture
from storage.database import Database
from storage.migrations import FOLDER, migrate
from storage.opening import open_for_writing
from storage.outbox import tell
from storage.sending import Kept, waiting_messages
from tests.storage.samples import CHAT, NOW

OLD = """
INSERT INTO outbox (id, once, chat_id, kind, content, haste, policy, audience, state, created_at)
VALUES (?, ?, 7, 'say', '{"key": "a"}', 2, 'at_least_once', 'self', 'pending', 1)
"""
INDEXES = (
    "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'outbox' AND sql LIKE 'CREATE INDEX%'"
)


async def test_a_picture_is_stored_once(database: Database) -> None:
    picture = ShowPicture("check:1:picture", CHAT, "verdict", {"go": True})
    first = await database.turn(lambda tx: tell(tx, picture, now=NOW, inbox=1))
    again = await database.turn(lambda tx: tell(tx, picture, now=NOW, inbox=2))
    assert (first, again) == (True, False)
    (row,) = await database.turn(lambda tx: waiting_messages(tx, Kept((), ()), NOW, 9))
    assert row.kind == "picture"
    assert orjson.loads(row.content) == {"picture": "verdict", "parameters": {"go": True}}


def test_the_step_keeps_messages_numbers_and_indexes(tmp_path: Path) -> None:
    connection = open_for_writing(tmp_path / "old.db")
    before = Path(tmp_path / "schema")
    before.mkdir()
    for file in sorted(FOLDER.glob("000[12]_*.sql")):
        shutil.copy(file, before)
    migrate(connection, before)
    connection.execute(OLD, (5, "a"))
    connection.execute(OLD, (9, "b"))
    connection.execute("DELETE FROM outbox WHERE id = 9")
    rows, indexes = _all(connection, "SELECT * FROM outbox"), _all(connection, INDEXES)
    migrate(connection)
    assert _all(connection, "SELECT * FROM outbox") == rows
    assert sorted(_all(connection, INDEXES)) == sorted(indexes)
    connection.execute(OLD, (None, "c"))
    assert _all(connection, "SELECT max(id) FROM outbox") == [(10,)]
    connection.close()


def _all(connection: sqlite3.Connection, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(query).fetchall()]
