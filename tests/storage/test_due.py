"""Plans: each fires once, at its time, or is taken back."""

from bot.instants import SECOND, after
from storage.database import Database, Transaction
from storage.due import Plan, cancel, due_now, schedule, settle
from tests.storage.samples import NOW

LATER = after(NOW, 10 * SECOND)


async def test_what_is_due_comes_oldest_first_and_not_before_its_time(database: Database) -> None:
    async def body(tx: Transaction) -> list[list[str]]:
        await schedule(tx, Plan("recall", "talk:2", LATER))
        await schedule(tx, Plan("recall", "talk:1", NOW))
        await schedule(tx, Plan("recall", "talk:3", after(LATER, 1)))
        return [[each.plan.subject for each in await due_now(tx, now, 9)] for now in (NOW, LATER)]

    assert await database.turn(body) == [["talk:1"], ["talk:1", "talk:2"]]


async def test_a_plan_is_read_back_as_it_was_made(database: Database) -> None:
    plan = Plan("recall", "talk:1", NOW, 3, "if_useful", LATER)

    async def body(tx: Transaction) -> Plan:
        await schedule(tx, plan)
        [due] = await due_now(tx, NOW, 9)
        return due.plan

    assert await database.turn(body) == plan


async def test_a_plan_fires_once(database: Database) -> None:
    async def body(tx: Transaction) -> list[bool | int]:
        await schedule(tx, Plan("recall", "talk:1", NOW))
        [due] = await due_now(tx, NOW, 9)
        fired = [await settle(tx, due, "fired", NOW) for _ in range(2)]
        return [*fired, len(await due_now(tx, LATER, 9))]

    assert await database.turn(body) == [True, False, 0]


async def test_the_same_occurrence_is_planned_once(database: Database) -> None:
    async def body(tx: Transaction) -> list[bool]:
        first = await schedule(tx, Plan("recall", "talk:1", NOW))
        same = await schedule(tx, Plan("recall", "talk:1", LATER))
        following = await schedule(tx, Plan("recall", "talk:1", LATER, 1))
        return [first, same, following]

    assert await database.turn(body) == [True, False, True]


async def test_a_plan_that_is_taken_back_does_not_fire(database: Database) -> None:
    async def body(tx: Transaction) -> list[str]:
        await schedule(tx, Plan("recall", "talk:1", NOW))
        await schedule(tx, Plan("recall", "talk:2", NOW))
        [due, _] = await due_now(tx, NOW, 9)
        await cancel(tx, "recall", "talk:1")
        assert not await settle(tx, due, "fired", NOW)
        return [each.plan.subject for each in await due_now(tx, NOW, 9)]

    assert await database.turn(body) == ["talk:2"]
