"""What those who do an errand may see of the check that it began with."""

import json
import sqlite3
from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class ErrandCheck:
    """The papers (codes) that were found needed; `check` is None when it is not kept any more."""

    errand: int
    check: int | None
    papers: tuple[str, ...]
    shows_photos: bool


async def keep_errand_check(tx: Transaction, kept: ErrandCheck) -> None:
    """Keep what the check has found, with the errand."""
    await tx.run(
        "keep_errand_check",
        errand_id=kept.errand,
        check_id=kept.check,
        papers=json.dumps(kept.papers),
        shows_photos=int(kept.shows_photos),
    )


async def check_of_errand(tx: Transaction, errand_id: int) -> ErrandCheck | None:
    """Return what may be seen with an errand, unless the person shows the list to nobody."""
    row = await tx.one("check_of_errand", errand_id=errand_id)
    return _kept(row) if row else None


async def errands_with_check(tx: Transaction, check_id: int) -> tuple[int, ...]:
    """Return the open errands that began with a check."""
    rows = await tx.all("errands_with_check", check_id=check_id)
    return tuple(row["errand_id"] for row in rows)


def _kept(row: sqlite3.Row) -> ErrandCheck:
    papers = tuple(json.loads(row["papers"]))
    return ErrandCheck(row["errand_id"], row["check_id"], papers, bool(row["shows_photos"]))
