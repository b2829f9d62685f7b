"""A community's folder on its way into the database.

Compared first, told, then applied in one transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.community_items import Item
from bot.telling import Parameter, Parameters
from handlers.lock import only_one
from handlers.operator import Operator
from handlers.settings import DATABASE_NAME
from storage.community import community_codes, items_of
from storage.community_load import Counts, Difference, difference, load, stored_items
from storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Compared:
    """Which community it is, what loading it would change, and which ones are loaded."""

    community: str
    difference: Difference
    loaded: tuple[str, ...] = ()


def community_of(items: Sequence[Item]) -> str:
    """Return the code of the community that the items describe."""
    return next(item.code for item in items if item.kind == "community")


async def compared(folder: Path, items: Sequence[Item]) -> Compared:
    """Return which community it is and what loading would change."""
    community, new = community_of(items), stored_items(items)

    async def body(tx: Transaction) -> Compared:
        found = difference(await items_of(tx, community), new)
        return Compared(community, found, await community_codes(tx))

    if not (folder / DATABASE_NAME).exists():  # nothing is made before somebody says yes
        return Compared(community, difference((), new))
    with only_one(folder):
        async with Database.open(folder / DATABASE_NAME) as database:
            return await database.turn(body)


def tell(operator: Operator, found: Compared, *, details: bool) -> None:
    """Say how many things of each kind change; with details, which ones and in which fields."""
    if found.loaded and found.community not in found.loaded:
        known: list[Parameter] = [*found.loaded]
        operator.say("new_community", {"community": found.community, "known": known})
    others = 0
    for counts in found.difference.by_kind():
        if counts.changes:
            _tell_counts(operator, counts)
        else:
            others += counts.unchanged
    operator.say("difference_rest", {"unchanged": others})
    for sign, keys in found.difference.by_sign() if details else ():
        for kind, code in keys:
            fields: list[Parameter] = [*found.difference.fields.get((kind, code), ())]
            line: Parameters = {"sign": sign, "kind": kind, "code": code, "fields": fields}
            operator.say("difference_line", line)


def _tell_counts(operator: Operator, counts: Counts) -> None:
    told: Parameters = {
        "kind": operator.words(f"kind.{counts.kind}"),
        "added": counts.added,
        "changed": counts.changed,
        "unchanged": counts.unchanged,
        "removed": counts.removed,
    }
    operator.say("difference", told)


async def apply(folder: Path, items: Sequence[Item]) -> None:
    """Make the database say what the files say."""
    with only_one(folder):
        async with Database.open(folder / DATABASE_NAME) as database:
            await database.turn(lambda tx: load(tx, items))
