"""A real database file for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the database lies."""
    return tmp_path / "xiaoxiang.db"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    """Open a database for one test."""
    async with Database.open(path) as opened:
        yield opened
