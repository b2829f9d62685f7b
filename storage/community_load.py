"""Loading a community's data: what is new, changed and gone, applied in one transaction."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.community_items import Item
from storage.community import StoredItem, items_of, put_item, remove_item
from storage.community_folder import canonical
from storage.database import Transaction

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things of a kind a load adds, changes, leaves as they are, and removes."""

    kind: str
    added: int
    changed: int
    unchanged: int
    removed: int

    @property
    def changes(self) -> int:
        """How many things are not as they were."""
        return self.added + self.changed + self.removed


@dataclass(frozen=True, slots=True)
class Difference:
    """What a load changes, as (kind, code) pairs; `moved` only stand at another place.

    `fields` names what differs in each thing that is changed.
    """

    added: tuple[Key, ...]
    changed: tuple[Key, ...]
    removed: tuple[Key, ...]
    moved: tuple[Key, ...] = ()
    unchanged: tuple[Key, ...] = field(default=(), compare=False)
    fields: Mapping[Key, tuple[str, ...]] = field(default_factory=dict, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether the database says the same already."""
        return not (self.added or self.changed or self.removed or self.moved)

    def by_sign(self) -> tuple[tuple[str, tuple[Key, ...]], ...]:
        """Return the three kinds of changes with the sign that stands before each in a list."""
        return (("+", self.added), ("~", self.changed), ("-", self.removed))

    def by_kind(self) -> Iterator[Counts]:
        """Yield how many things of each kind change, in the order of the data."""
        left = (*self.unchanged, *self.moved)
        everything = (*left, *self.changed, *self.added, *self.removed)
        for kind in dict.fromkeys(kind for kind, _ in everything):
            of = (self.added, self.changed, left, self.removed)
            yield Counts(kind, *(sum(each == kind for each, _ in keys) for keys in of))


def difference(old: Sequence[StoredItem], new: Sequence[StoredItem]) -> Difference:
    """Compare what is stored with what the files say."""
    before = {(item.kind, item.code): item for item in old}
    after = {(item.kind, item.code): item for item in new}
    both = tuple(key for key in after if key in before)
    changed = tuple(key for key in both if after[key].content != before[key].content)
    same = tuple(key for key in both if key not in {*changed})
    return Difference(
        tuple(key for key in after if key not in before),
        changed,
        tuple(key for key in before if key not in after),
        tuple(key for key in same if after[key].position != before[key].position),
        tuple(key for key in same if after[key].position == before[key].position),
        {key: _fields(before[key].content, after[key].content) for key in changed},
    )


def _fields(before: str, after: str) -> tuple[str, ...]:
    """Return the names of the fields that differ."""
    old, new = json.loads(before), json.loads(after)
    return tuple(name for name in {**old, **new} if old.get(name) != new.get(name))


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
    changing = {*found.added, *found.changed, *found.moved}
    for item in new:
        if (item.kind, item.code) in changing:
            await put_item(tx, community, item)
    for kind, code in found.removed:
        await remove_item(tx, community, kind, code)
    return found
