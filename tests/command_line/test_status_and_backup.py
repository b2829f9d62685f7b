"""`status` and `backup`: they end, say plainly what is wrong, and leave nothing behind."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.command_line.terminal import COMMUNITY, Terminal, damage


@pytest.fixture
def loaded(terminal: Terminal) -> Terminal:
    """Return a terminal with a loaded database."""
    terminal.run("load", str(COMMUNITY), "--yes")
    return terminal


async def test_a_backup_into_a_folder_that_is_not_there_ends_with_a_sentence(
    loaded: Terminal, tmp_path: Path
) -> None:
    said = await loaded.run_process("backup", str(tmp_path / "nowhere" / "copy.db"))
    assert (said.code, "The disk refused" in said.words) == (1, True)
    assert "Traceback" not in said.words


@pytest.mark.parametrize("command", ["status", "backup"])
def test_a_file_that_is_no_database_is_named(
    loaded: Terminal, tmp_path: Path, command: str
) -> None:
    (loaded.data / "xiaoxiang.db").write_bytes(b"no database at all, only words" * 200)
    words = {"status": ["status"], "backup": ["backup", str(tmp_path / "copy.db")]}
    said = loaded.run(*words[command])
    assert (said.code, "The database is damaged" in said.words) == (1, True)


def test_a_failed_backup_leaves_nothing_and_the_next_succeeds(
    loaded: Terminal, tmp_path: Path
) -> None:
    database, copies = loaded.data / "xiaoxiang.db", tmp_path / "copies"
    whole = database.read_bytes()
    copies.mkdir()
    damage(database)
    failed = loaded.run("backup", str(copies / "copy.db"))
    assert (failed.code, "damaged" in failed.words) == (1, True)
    assert list(copies.iterdir()) == []
    database.write_bytes(whole)
    assert loaded.run("backup", str(copies / "copy.db")).code == 0
    assert [each.name for each in copies.iterdir()] == ["copy.db"]


def test_the_status_of_a_damaged_database_is_that_it_is_damaged(loaded: Terminal) -> None:
    assert loaded.run("status").code == 0
    damage(loaded.data / "xiaoxiang.db")
    said = loaded.run("status")
    assert (said.code, "The database is damaged" in said.words) == (1, True)
    assert "waiting" not in said.words


EMPTY = "xiaoxiang.db is empty: nothing has been stored in it yet"


@pytest.mark.parametrize("command", ["status", "backup"])
def test_an_empty_file_is_said_to_be_empty(
    terminal: Terminal, tmp_path: Path, command: str
) -> None:
    terminal.data.mkdir()
    (terminal.data / "xiaoxiang.db").touch()
    words = {"status": ["status"], "backup": ["backup", str(tmp_path / "copy.db")]}
    said = terminal.run(*words[command])
    assert (said.code, EMPTY in said.words) == (1, True)
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize(
    ("schema", "sentence"), [(1, "older version of the program"), (9999, "newer")]
)
def test_the_status_of_another_versions_database_is_said(
    loaded: Terminal, schema: int, sentence: str
) -> None:
    with contextlib.closing(sqlite3.connect(loaded.data / "xiaoxiang.db")) as connection:
        connection.execute(f"PRAGMA user_version = {schema}")
    said = loaded.run("status")
    assert (said.code, sentence in said.words) == (1, True)


def test_where_there_is_no_database_one_is_told_how_to_get_one(terminal: Terminal) -> None:
    said = terminal.run("status")
    assert (said.code, "uv run bot.py load" in said.words) == (1, True)
    assert not terminal.data.exists()
