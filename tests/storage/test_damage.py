"""A damaged file is refused; a log that ends anywhere leaves a state that once was."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database, InlineDatabase, Transaction
from storage.errors import StorageError
from storage.inbox import store_updates
from storage.meta import meta_value, set_meta_value
from storage.migrations import migrate
from storage.opening import open_for_writing
from tests.storage.samples import NOW, a_case, a_person, an_update

CUTS = 50
PAGE = 4096


@pytest.mark.parametrize("seed", range(12))
async def test_a_file_with_a_damaged_page_is_refused(path: Path, seed: int) -> None:
    async with Database.open(path) as database:
        await database.turn(lambda tx: _fill(tx, 400))
    _damage(path, seed)
    with pytest.raises(StorageError) as refusal:
        async with Database.open(path):
            pass
    assert refusal.value.code == "database_damaged"


def test_something_that_is_no_database_is_refused(path: Path) -> None:
    path.write_bytes(b"no database at all, but long enough to look like one" * 100)
    with pytest.raises(StorageError) as refusal:
        open_for_writing(path)
    assert refusal.value.code == "database_damaged"


def test_a_place_where_no_file_can_be_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as refusal:
        open_for_writing(tmp_path / "no" / "such" / "folder.db")
    assert refusal.value.code == "database_not_usable"


async def test_a_log_cut_anywhere_leaves_a_state_that_once_was(path: Path) -> None:
    """Every commit adds one update and counts it: whatever is left, both say the same."""
    connection = open_for_writing(path)
    migrate(connection)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database = InlineDatabase(connection)
    for number in range(1, 61):
        await database.turn(lambda tx, number=number: _count(tx, number))  # type: ignore[misc]
    seen = [await _state_of(copy) for copy in _cut_copies(path, random.Random(78))]
    connection.close()
    assert seen[0] == 0
    assert len(set(seen)) > CUTS // 3


def _damage(path: Path, seed: int) -> None:
    """Overwrite one page with noise."""
    content = bytearray(path.read_bytes())
    dice = random.Random(seed)
    start = dice.randrange(len(content) // PAGE) * PAGE
    content[start : start + PAGE] = dice.randbytes(PAGE)
    path.write_bytes(content)


def _cut_copies(path: Path, dice: random.Random) -> Iterator[Path]:
    """Yield copies of the database, each with its log cut somewhere."""
    log = Path(f"{path}-wal").read_bytes()
    for number, cut in enumerate([0, *(dice.randrange(len(log)) for _ in range(CUTS))]):
        copy = path.with_name(f"copy{number}.db")
        shutil.copy(path, copy)
        Path(f"{copy}-wal").write_bytes(log[:cut])
        yield copy


async def _state_of(path: Path) -> int:
    connection = open_for_writing(path)
    counted = await InlineDatabase(connection).turn(lambda tx: meta_value(tx, "counted"))
    stored = [row[0] for row in connection.execute("SELECT update_id FROM inbox ORDER BY id")]
    checked = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    number = int(counted or 0)
    assert stored == list(range(1, number + 1))
    assert checked == "ok"
    return number


async def _count(tx: Transaction, number: int) -> None:
    await store_updates(tx, 1, [an_update(number)], NOW)
    await set_meta_value(tx, "counted", str(number))


async def _fill(tx: Transaction, number: int) -> None:
    reporter = await a_person(tx)
    for each in range(number):
        await a_case(tx, each, reporter)
