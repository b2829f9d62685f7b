"""Schema changes: numbered SQL files, forward only, all in one transaction at start."""

import re
import sqlite3
from pathlib import Path

from storage.errors import StorageError

FOLDER = Path(__file__).parent / "schema"
_NUMBERED = re.compile(r"(?P<number>\d{4})_[a-z_]+\.sql")


def migrate(connection: sqlite3.Connection, folder: Path = FOLDER) -> None:
    """Bring the schema up to date; an older program refuses a newer schema."""
    have = connection.execute("PRAGMA user_version").fetchone()[0]
    files = _numbered_files(folder)
    newest = max(files)
    if have > newest:
        raise StorageError("schema_too_new", f"{have} > {newest}")
    missing = [number for number in sorted(files) if number > have]
    if missing:
        script = "\n".join(files[number].read_text(encoding="utf-8") for number in missing)
        _apply(connection, script, newest)


def newest_schema(folder: Path = FOLDER) -> int:
    """Return the number of the schema that this program knows."""
    return max(_numbered_files(folder))


def _numbered_files(folder: Path) -> dict[int, Path]:
    matches = ((_NUMBERED.fullmatch(path.name), path) for path in folder.glob("*.sql"))
    return {int(match["number"]): path for match, path in matches if match}


def _apply(connection: sqlite3.Connection, script: str, version: int) -> None:
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {version};\nCOMMIT;"
        )
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
