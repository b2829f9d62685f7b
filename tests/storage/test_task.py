"""The clerks' list: what waits for a person, in the order in which it presses."""

from bot.instants import Instant
from storage.database import Database, Transaction
from storage.task import NewTask, add_task, open_tasks


async def test_possible_danger_stands_before_everything_else(database: Database) -> None:
    kinds = ["dead_letter", "danger_draft", *["dead_letter"] * 8, "danger_draft"]

    async def body(tx: Transaction) -> list[tuple[int, str]]:
        for number, kind in enumerate(kinds, start=1):
            await add_task(tx, NewTask(f"{number}", "jiangwan", kind, "", ""), Instant(number))
        return [(task.created_at, task.kind) for task in await open_tasks(tx, "jiangwan", 4)]

    assert await database.turn(body) == [
        (2, "danger_draft"),
        (11, "danger_draft"),
        (1, "dead_letter"),
        (3, "dead_letter"),
    ]
