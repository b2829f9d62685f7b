"""A community's folder on its way into the database.

Compared first, then applied in one transaction.
"""

from collections.abc import Sequence
from pathlib import Path

from bot.community_items import Item
from handlers.lock import only_one
from handlers.settings import DATABASE_NAME
from storage.community import items_of
from storage.community_load import Difference, difference, load, stored_items
from storage.database import Database, Transaction


def community_of(items: Sequence[Item]) -> str:
    """Return the code of the community that the items describe."""
    return next(item.code for item in items if item.kind == "community")


async def compared(folder: Path, items: Sequence[Item]) -> tuple[str, Difference]:
    """Return which community it is and what loading would change."""
    community = community_of(items)

    async def body(tx: Transaction) -> Difference:
        return difference(await items_of(tx, community), stored_items(items))

    if not (folder / DATABASE_NAME).exists():  # nothing is made before somebody says yes
        return community, difference((), stored_items(items))
    with only_one(folder):
        async with Database.open(folder / DATABASE_NAME) as database:
            return community, await database.turn(body)


async def apply(folder: Path, items: Sequence[Item]) -> None:
    """Make the database say what the files say."""
    with only_one(folder):
        async with Database.open(folder / DATABASE_NAME) as database:
            await database.turn(lambda tx: load(tx, items))
