"""The clerks' list: what waits for a person, in the order in which it presses."""

from collections.abc import AsyncIterator

import pytest

from bot.instants import Instant
from storage.database import Database, Transaction
from storage.migrations import migrate
from storage.named_queries import named_queries
from storage.opening import open_for_writing
from storage.task import NewTask, add_task, finish_task, open_tasks, task_of, tasks_beside


async def test_possible_danger_stands_before_everything_else(database: Database) -> None:
    kinds = ["dead_letter", "danger_draft", *["dead_letter"] * 8, "danger_draft"]

    async def body(tx: Transaction) -> list[tuple[int, str]]:
        for number, kind in enumerate(kinds, start=1):
            await add_task(tx, NewTask(f"{number}", "jiangwan", kind, "", ""), Instant(number))
        listed = [each.task for each in await open_tasks(tx, "jiangwan", 4)]
        return [(task.created_at, task.kind) for task in listed]

    assert await database.turn(body) == [
        (2, "danger_draft"),
        (11, "danger_draft"),
        (1, "dead_letter"),
        (3, "dead_letter"),
    ]


# Which chat each unreadable update came from; a group and a lane without a chat are nobody's.
LANES = ("c:5", "c:6", "c:5", "c:-9", "c:-9", "x", "x", "c:5")


@pytest.fixture
async def unreadable() -> AsyncIterator[Transaction]:
    """Open a database in which something could not be read of several people."""
    disk = open_for_writing(":memory:")
    migrate(disk)
    tx = Transaction(disk, named_queries())
    for number, lane in enumerate(LANES, start=1):
        disk.execute(
            "INSERT INTO inbox (id, bot_id, update_id, lane, kind, raw, received_at, state)"
            " VALUES (?, 1, ?, ?, 'message', x'7b7d', 1, 'dead')",
            (number, number, lane),
        )
        task = NewTask(f"dead:{number}", "jiangwan", "dead_letter", f"inbox:{number}", "")
        await add_task(tx, task, Instant(number))
    yield tx
    disk.close()


async def test_what_could_not_be_read_of_one_person_stands_together(
    unreadable: Transaction,
) -> None:
    listed = await open_tasks(unreadable, "jiangwan", 20)
    together = [(each.task.id, each.number, each.last) for each in listed]
    assert together == [(1, 3, 8), (2, 1, 2), (4, 1, 4), (5, 1, 5), (6, 1, 6), (7, 1, 7)]


async def test_with_a_line_goes_what_it_stood_for_and_nothing_that_came_later(
    unreadable: Transaction,
) -> None:
    first, second, *_ = [each.task for each in await open_tasks(unreadable, "jiangwan", 20)]
    shown = [(first, 8), (first, 3), (first, 1), (second, 8)]
    beside = [await tasks_beside(unreadable, "jiangwan", *line) for line in shown]
    assert [[each.id for each in line] for line in beside] == [[3, 8], [3], [], []]
    await finish_task(unreadable, 3, None, Instant(9))
    rest = await tasks_beside(unreadable, "jiangwan", first, 8)
    assert [each.id for each in rest] == [8]
    assert await tasks_beside(unreadable, "elsewhere", first, 8) == ()


async def test_a_matter_of_another_community_is_not_found(unreadable: Transaction) -> None:
    own = await task_of(unreadable, "jiangwan", 1)
    assert own is not None
    assert own.subject == "inbox:1"
    assert await task_of(unreadable, "elsewhere", 1) is None
