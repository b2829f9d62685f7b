"""A polite stop leaves no doubt, a long sleep does no harm, and nobody else gets in."""

import asyncio
import random
import signal
from pathlib import Path

import pytest

from handlers.background import in_background, stoppable
from playground.server import Playground
from tests.crash.alley import Alley, Prepared
from tests.crash.nursery import WarmNursery
from tests.crash.reckoning import Books
from tests.crash.siege import STOP_PATIENCE, Siege

pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]


@pytest.fixture
def siege(prepared: Prepared, playground: Playground, warm: WarmNursery, tmp_path: Path) -> Siege:
    return Siege(Alley.of(prepared, playground, tmp_path / "alley", warm), random.Random(1))


async def test_a_polite_stop_ends_well_and_leaves_nothing_in_doubt(siege: Siege) -> None:
    alley, ends, left = siege.alley, list[int | None](), list[object]()

    async def stop_and_start_again() -> None:
        for seconds in (0.4, 0.7, 1.0, 0.5, 0.8):
            process = await alley.start_and_listen()
            await asyncio.sleep(seconds)
            process.signal(signal.SIGTERM)
            ends.append(await process.end(STOP_PATIENCE))
            books = Books.copied(alley.database, alley.folder / "copy")
            left.extend(books.all("SELECT id FROM outbox WHERE state = 'sending'"))
            books.close()

    await siege.amid(stop_and_start_again)
    assert ends == [0] * 5
    assert left == []
    assert not siege.complaints, "\n".join(siege.complaints)
    assert "Stopped." in alley.said()


async def test_a_stop_is_polite_while_the_bot_still_waits_for_telegram(alley: Alley) -> None:
    await alley.playground.stop()
    process = await alley.start()
    await alley.until_said("telegram_not_reached")
    process.signal(signal.SIGTERM)
    assert await process.end(STOP_PATIENCE) == 0


async def test_a_process_that_slept_goes_on_and_nobody_took_its_folder(siege: Siege) -> None:
    alley, seconds = siege.alley, 3.0

    async def put_to_sleep() -> None:
        process = await alley.start_and_listen()
        await asyncio.sleep(0.5)
        process.signal(signal.SIGSTOP)
        await asyncio.sleep(seconds)
        second = await alley.start()
        assert await second.end(10) == 75
        alley.process = process
        process.signal(signal.SIGCONT)
        await asyncio.sleep(1.0)
        assert not process.ended.done()

    await siege.amid(put_to_sleep)
    assert not siege.complaints, "\n".join(siege.complaints)


async def test_a_second_instance_says_that_the_folder_is_taken(alley: Alley) -> None:
    first = await alley.start_and_listen()
    second = await alley.start()
    assert await second.end(20) == 75
    alley.process = first
    said = alley.said()
    assert f"Another Xiaoxiang is running on {alley.folder}. Only one may." in said
    assert "Traceback" not in said
    assert not first.ended.done()


async def test_a_part_that_ends_by_a_mistake_ends_the_program_with_a_code_of_its_own() -> None:
    async def break_down() -> None:
        raise ValueError("a mistake")

    with pytest.raises(SystemExit) as ended:
        async with stoppable(), in_background(break_down()):
            await asyncio.Event().wait()
    assert ended.value.code == 70
