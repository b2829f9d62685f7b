"""Whole transactions: atomic, alone, and never split by whoever waits for them."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from storage.database import Database, InlineDatabase, Transaction
from storage.errors import ForeignAwaitError
from storage.meta import meta_value, set_meta_value
from storage.migrations import migrate
from storage.opening import open_for_writing

TASKS, ROUNDS = 30, 20


def _read(name: str) -> Callable[[Transaction], Awaitable[str]]:
    return lambda tx: meta_value(tx, name)


def _keep(name: str) -> Callable[[Transaction], Awaitable[None]]:
    return lambda tx: set_meta_value(tx, name, "kept")


async def test_no_update_is_lost_when_thirty_count_at_once(database: Database) -> None:
    async def count(tx: Transaction) -> None:
        before = int(await meta_value(tx, "counter") or 0)
        await set_meta_value(tx, "counter", str(before + 1))

    async def worker() -> None:
        for _ in range(ROUNDS):
            await database.turn(count)

    await asyncio.gather(*(worker() for _ in range(TASKS)))
    assert await database.turn(lambda tx: meta_value(tx, "counter")) == str(TASKS * ROUNDS)


async def test_one_failing_body_undoes_only_itself(database: Database) -> None:
    async def fine(tx: Transaction, name: str) -> None:
        await set_meta_value(tx, name, "kept")

    async def failing(tx: Transaction) -> None:
        await set_meta_value(tx, "failed", "kept")
        raise ValueError("no")

    together = [
        database.turn(lambda tx: fine(tx, "first")),
        database.turn(failing),
        database.turn(lambda tx: fine(tx, "second")),
    ]
    results = await asyncio.gather(*together, return_exceptions=True)
    assert [type(each) for each in results] == [type(None), ValueError, type(None)]
    names = ("first", "failed", "second")
    kept = [await database.turn(_read(name)) for name in names]
    assert kept == ["kept", "", "kept"]


async def test_a_turn_may_await_nothing_but_its_statements(database: Database) -> None:
    async def dreaming(tx: Transaction) -> None:
        await set_meta_value(tx, "dream", "kept")
        await asyncio.sleep(0)

    with pytest.raises(ForeignAwaitError):
        await database.turn(dreaming)
    assert not await database.turn(lambda tx: meta_value(tx, "dream"))


async def test_something_that_is_no_coroutine_is_refused(database: Database) -> None:
    waiting = asyncio.get_running_loop().create_future()
    with pytest.raises(TypeError):
        await database.turn(lambda _: waiting)


async def test_a_cancelled_caller_never_splits_a_transaction(database: Database) -> None:
    async def both(tx: Transaction) -> None:
        await set_meta_value(tx, "left", "kept")
        await set_meta_value(tx, "right", "kept")

    for _ in range(50):
        task = asyncio.create_task(database.turn(both))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    left = await database.turn(lambda tx: meta_value(tx, "left"))
    right = await database.turn(lambda tx: meta_value(tx, "right"))
    assert left == right == "kept"


async def test_many_turns_share_a_commit_and_keep_their_order(database: Database) -> None:
    def append(number: int) -> Callable[[Transaction], Awaitable[None]]:
        async def body(tx: Transaction) -> None:
            before = await meta_value(tx, "order")
            await set_meta_value(tx, "order", f"{before}{number},")

        return body

    await asyncio.gather(*(database.turn(append(number)) for number in range(100)))
    order = await database.turn(lambda tx: meta_value(tx, "order"))
    assert order == "".join(f"{number}," for number in range(100))


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
async def test_a_death_around_the_commit_keeps_all_or_nothing(point: str) -> None:
    def die(name: str) -> None:
        if name == point:
            raise KeyboardInterrupt

    connection = open_for_writing(":memory:")
    migrate(connection)
    with pytest.raises(KeyboardInterrupt):
        await InlineDatabase(connection, die).turn(lambda tx: set_meta_value(tx, "name", "kept"))
    kept = await InlineDatabase(connection).turn(lambda tx: meta_value(tx, "name"))
    assert kept == ("" if point == "before_commit" else "kept")
    connection.close()


async def test_what_was_waiting_is_done_before_the_database_closes(path: Path) -> None:
    async with Database.open(path) as first:
        waiting = [asyncio.create_task(first.turn(_keep(f"n{n}"))) for n in range(40)]
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    async with Database.open(path) as second:
        kept = [await second.turn(_read(f"n{n}")) for n in range(40)]
    assert kept == ["kept"] * 40
