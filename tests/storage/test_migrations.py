"""The schema moves forward, all at once or not at all."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from storage.errors import StorageError
from storage.migrations import FOLDER, migrate
from storage.opening import open_for_writing

SECOND = "CREATE TABLE second (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;\n"
THIRD = "ALTER TABLE second ADD COLUMN colour TEXT NOT NULL DEFAULT '';\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the program's schema with two more steps."""
    copy = Path(shutil.copytree(FOLDER, tmp_path / "schema"))
    (copy / "9001_second.sql").write_text(SECOND)
    (copy / "9002_third.sql").write_text(THIRD)
    return copy


def test_step_by_step_and_at_once_lead_to_the_same_schema(folder: Path, tmp_path: Path) -> None:
    at_once = open_for_writing(tmp_path / "at_once.db")
    migrate(at_once, folder)
    stepwise = open_for_writing(tmp_path / "stepwise.db")
    files = sorted(folder.glob("*.sql"))
    for number in range(1, len(files) + 1):
        part = tmp_path / f"part{number}"
        part.mkdir()
        for file in files[:number]:
            shutil.copy(file, part)
        migrate(stepwise, part)
    assert _schema(stepwise) == _schema(at_once)
    at_once.close()
    stepwise.close()


def test_an_old_program_refuses_a_newer_schema(folder: Path, path: Path) -> None:
    connection = open_for_writing(path)
    migrate(connection, folder)
    with pytest.raises(StorageError) as refusal:
        migrate(connection)
    assert refusal.value.code == "schema_too_new"
    connection.close()


def test_a_step_that_fails_leaves_everything_as_it_was(folder: Path, path: Path) -> None:
    connection = open_for_writing(path)
    migrate(connection)
    before = _schema(connection)
    (folder / "9002_third.sql").write_text("CREATE TABLE other (id INTEGER);\nNO SQL AT ALL;\n")
    with pytest.raises(sqlite3.Error):
        migrate(connection, folder)
    assert _schema(connection) == before
    migrate(connection)
    connection.close()


def test_migrating_again_changes_nothing(path: Path) -> None:
    connection = open_for_writing(path)
    migrate(connection)
    before = _schema(connection)
    migrate(connection)
    assert _schema(connection) == before
    connection.close()


def test_no_two_steps_have_the_same_number() -> None:
    numbers = [file.name[:4] for file in sorted(FOLDER.glob("*.sql"))]
    assert numbers == [f"{number:04d}" for number in range(1, len(numbers) + 1)]


def test_every_table_is_strict(path: Path) -> None:
    connection = open_for_writing(path)
    migrate(connection)
    loose = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict"
        " AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    assert [tuple(row) for row in loose] == []
    connection.close()


def _schema(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    version = connection.execute("PRAGMA user_version").fetchone()
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()
    return [tuple(version), *(tuple(row) for row in rows)]


def test_the_numbers_of_the_changes_begin_at_one_and_leave_none_out() -> None:
    numbers = sorted(int(path.name[:4]) for path in FOLDER.glob("*.sql"))
    assert numbers == list(range(1, len(numbers) + 1))
