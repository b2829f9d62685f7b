"""How a connection is opened: who may write, what a commit promises, what damage means."""

import sqlite3
from pathlib import Path

import aiosqlite

from storage.errors import StorageError

# Only one connection writes and checkpoints: SQLite 3.7.0 to 3.51.2 can damage the log with two.
WRITER_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA mmap_size=0",
    "PRAGMA wal_autocheckpoint=1000",
    "PRAGMA journal_size_limit=67108864",
)


def open_for_writing(path: Path | str) -> sqlite3.Connection:
    """Open the writing connection and refuse a damaged file."""
    try:
        connection = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        connection.row_factory = sqlite3.Row
        for pragma in WRITER_PRAGMAS:
            connection.execute(pragma)
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise StorageError("database_not_usable", str(error)) from error
    except sqlite3.DatabaseError as error:
        raise StorageError("database_damaged", str(error)) from error
    if found != "ok":
        connection.close()
        raise StorageError("database_damaged", found)
    return connection


async def open_for_reading(path: Path) -> aiosqlite.Connection:
    """Open a connection that cannot write; a file that is not there is said to be missing."""
    connection = await aiosqlite.connect(_read_only(path), uri=True)
    connection.row_factory = sqlite3.Row
    await connection.execute("PRAGMA query_only=ON")
    return connection


def _read_only(path: Path) -> str:
    if not path.is_file():
        raise StorageError("database_not_usable", "there is no such file")
    return f"{path.absolute().as_uri()}?mode=ro"
