"""Facts about the database itself: above all the epoch, which counts the starts of the program."""

from storage.database import Transaction


async def begin_epoch(tx: Transaction) -> int:
    """Count this start; whatever an earlier epoch was doing is known to be over."""
    row = await tx.one("meta_value", name="epoch")
    epoch = int(row[0]) + 1 if row else 1
    await tx.run("set_meta_value", name="epoch", value=str(epoch))
    return epoch


async def meta_value(tx: Transaction, name: str) -> str:
    """Return a remembered fact, empty when there is none."""
    row = await tx.one("meta_value", name=name)
    return str(row[0]) if row else ""


async def set_meta_value(tx: Transaction, name: str, value: str) -> None:
    """Remember a fact."""
    await tx.run("set_meta_value", name=name, value=value)
