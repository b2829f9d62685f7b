"""The data of the communities as the database holds it: one row for each thing."""

from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One thing of a community's data; `content` is canonical JSON."""

    kind: str
    code: str
    position: int
    content: str


async def community_codes(tx: Transaction) -> tuple[str, ...]:
    """Return the codes of the communities that are loaded."""
    return tuple(row[0] for row in await tx.all("community_codes"))


async def items_of(tx: Transaction, community: str) -> tuple[StoredItem, ...]:
    """Return the data of one community, each kind in the data's order."""
    rows = await tx.all("community_items", community=community)
    return tuple(StoredItem(*row) for row in rows)


async def put_item(tx: Transaction, community: str, item: StoredItem) -> None:
    """Add or change one thing."""
    await tx.run(
        "put_community_item",
        community=community,
        kind=item.kind,
        code=item.code,
        position=item.position,
        content=item.content,
    )


async def remove_item(tx: Transaction, community: str, kind: str, code: str) -> None:
    """Remove one thing."""
    await tx.run("remove_community_item", community=community, kind=kind, code=code)
