"""A power cut leaves a shorter story, never a wrong one; a full disk is said and waited out."""

import asyncio
import os
import random
import shutil
import signal
import sqlite3
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from playground.server import Playground
from tests.crash.alley import Alley, Prepared
from tests.crash.nursery import WarmNursery
from tests.crash.reckoning import Books
from tests.crash.siege import Siege

pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]

CUTS = 80
LOG_HEADER, FRAME = 32, 24 + 4096
BACKFILLED_AT = 96
"""Where the shared index says how many frames of the log the database file has already."""
_HOW_FAR = """
SELECT (SELECT count(*) FROM inbox), (SELECT count(*) FROM outbox),
       (SELECT count(*) FROM inbox WHERE state = 'done')
"""
MEGABYTE = 1024 * 1024
DISK = 12 * MEGABYTE
"""Room for the log of the database, which grows to four megabytes before it is used anew."""
LEFT_FREE = 300 * 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of its own with a few megabytes."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = _run("mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(place))
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.decode().strip()}")
    yield place
    _run("umount", "--lazy", str(place)).check_returncode()


async def test_a_power_cut_at_any_byte_leaves_a_sound_database_that_tells_a_beginning(
    prepared: Prepared, playground: Playground, warm: WarmNursery, tmp_path: Path
) -> None:
    alley = Alley.of(prepared, playground, tmp_path / "alley", warm)
    siege, luck = Siege(alley, random.Random(3)), random.Random(4)
    cut_off = tmp_path / "cut-off"

    async def freeze_the_disk() -> None:
        process = await alley.start_and_listen()
        await asyncio.sleep(1.5)
        process.signal(signal.SIGSTOP)
        await asyncio.sleep(0.1)
        cut_off.mkdir()
        for ending in ("", "-wal", "-shm"):
            name = f"{alley.database.name}{ending}"
            shutil.copyfile(alley.folder / name, cut_off / name)
        process.signal(signal.SIGCONT)

    await siege.amid(freeze_the_disk)
    assert not siege.complaints, "\n".join(siege.complaints)
    stories = [_story(cut_off, tmp_path / "cut", length) for length in _lengths(cut_off, luck)]
    assert stories == sorted(stories)
    assert stories[0] < stories[-1]


def _lengths(folder: Path, luck: random.Random) -> list[int]:
    """Choose where to cut: behind what the database file has already, as a disk would."""
    log = next(folder.glob("*-wal")).stat().st_size
    index = next(folder.glob("*-shm")).read_bytes()
    (backfilled,) = struct.unpack_from("=I", index, BACKFILLED_AT)
    first = LOG_HEADER + backfilled * FRAME
    assert first < log
    return [first, *sorted(luck.randrange(first, log) for _ in range(CUTS)), log]


def _story(source: Path, target: Path, length: int) -> tuple[int, int, int]:
    """Cut the log, open the database, examine it, and tell how far it has come."""
    shutil.rmtree(target, ignore_errors=True)
    database = next(source.glob("*.db"))
    for name in (database.name, f"{database.name}-wal"):
        target.mkdir(exist_ok=True)
        shutil.copyfile(source / name, target / name)
    os.truncate(target / f"{database.name}-wal", length)
    connection = sqlite3.connect(target / database.name)
    connection.row_factory = sqlite3.Row
    books = Books(target, connection)
    damage = list(books.damage())
    assert not damage, (length, damage)
    row = books.all(_HOW_FAR)[0]
    books.close()
    return row[0], row[1], row[2]


async def test_a_full_disk_is_said_and_waited_out_and_nothing_is_lost(
    prepared: Prepared, playground: Playground, warm: WarmNursery, small_disk: Path, tmp_path: Path
) -> None:
    alley = Alley.of(prepared, playground, small_disk / "alley", warm)
    alley.log_folder = tmp_path
    siege, ballast = Siege(alley, random.Random(5)), small_disk / "ballast"

    async def fill_the_disk() -> None:
        process = await alley.start_and_listen()
        await asyncio.sleep(0.5)
        free = shutil.disk_usage(small_disk).free
        ballast.write_bytes(bytes(max(free - LEFT_FREE, 0)))
        await alley.until_said("database or disk is full")
        await asyncio.sleep(2)
        assert not process.ended.done()
        ballast.unlink()

    await siege.amid(fill_the_disk)
    assert not siege.complaints, "\n".join(siege.complaints)


async def test_a_read_only_disk_is_said_in_a_sentence(
    prepared: Prepared, playground: Playground, warm: WarmNursery, small_disk: Path, tmp_path: Path
) -> None:
    alley = Alley.of(prepared, playground, small_disk / "alley", warm)
    alley.log_folder = tmp_path
    assert _run("mount", "-o", "remount,ro", str(small_disk)).returncode == 0
    process = await alley.start()
    assert await process.end(30) == 1
    assert "The disk refused:" in alley.said()
    assert "Traceback" not in alley.said()


def _run(*command: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own words
