"""Loading a community's data: what is new, changed and gone, applied in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.community_items import Item
from storage.community import StoredItem, items_of, put_item, remove_item
from storage.community_folder import canonical
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Difference:
    """What a load changes, as (kind, code) pairs."""

    added: tuple[tuple[str, str], ...]
    changed: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]

    @property
    def is_empty(self) -> bool:
        """Whether the database says the same already."""
        return not (self.added or self.changed or self.removed)

    def by_sign(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Return the three kinds of changes with the sign that stands before each in a list."""
        return (("+", self.added), ("~", self.changed), ("-", self.removed))


def difference(old: Sequence[StoredItem], new: Sequence[StoredItem]) -> Difference:
    """Compare what is stored with what the files say."""
    before = {(item.kind, item.code): (item.position, item.content) for item in old}
    after = {(item.kind, item.code): (item.position, item.content) for item in new}
    return Difference(
        tuple(key for key in after if key not in before),
        tuple(key for key in after if key in before and after[key] != before[key]),
        tuple(key for key in before if key not in after),
    )


def stored_items(items: Sequence[Item]) -> tuple[StoredItem, ...]:
    """Return items in the form in which they are stored."""
    return tuple(
        StoredItem(item.kind, item.code, position, canonical(item))
        for position, item in enumerate(items)
    )


async def load(tx: Transaction, items: Sequence[Item]) -> Difference:
    """Make the database say what the files say, and return what that changed."""
    community = next(item.code for item in items if item.kind == "community")
    new = stored_items(items)
    found = difference(await items_of(tx, community), new)
    changing = {*found.added, *found.changed}
    for item in new:
        if (item.kind, item.code) in changing:
            await put_item(tx, community, item)
    for kind, code in found.removed:
        await remove_item(tx, community, kind, code)
    return found
