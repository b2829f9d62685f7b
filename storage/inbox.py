"""Raw updates on disk before they are acknowledged, and how far the work on each has come."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.instants import Instant
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Received:
    """One update as it came: its own bytes, and in which lane its order matters."""

    update_id: int
    lane: str
    kind: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many lanes to take up, going on behind the lane where the last round ended."""

    at_most: int
    after_lane: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """An update that is being worked on."""

    id: int
    lane: str
    kind: str
    raw: bytes
    attempts: int
    received_at: Instant
    error: str


async def store_updates(
    tx: Transaction, bot_id: int, updates: Iterable[Received], now: Instant
) -> int:
    """Store updates and return how many of them were new."""
    stored = 0
    for update in updates:
        stored += await tx.run(
            "add_update",
            bot_id=bot_id,
            update_id=update.update_id,
            lane=update.lane,
            kind=update.kind,
            raw=update.raw,
            received_at=now,
        )
    return stored


async def claim_updates(
    tx: Transaction, wanted: Wanted, epoch: int, now: Instant
) -> tuple[Claim, ...]:
    """Take up the oldest update of each of the next lanes; a lane never has two at work."""
    number = wanted.at_most
    rows = await tx.all("lanes_with_work", after=wanted.after_lane, at_most=number, now=now)
    if len(rows) < number and wanted.after_lane:
        number -= len(rows)
        rows += await tx.all("lanes_with_work", after="", at_most=number, now=now)
    identities = dict.fromkeys(row["id"] for row in rows)
    claims = [await claim_alone(tx, identity, epoch, now) for identity in identities]
    return tuple(filter(None, claims))


async def interrupted_updates(tx: Transaction) -> tuple[int, ...]:
    """Return what an earlier start was working on when it ended, oldest first."""
    return tuple(row[0] for row in await tx.all("interrupted_updates"))


async def claim_alone(tx: Transaction, identity: int, epoch: int, now: Instant) -> Claim | None:
    """Take one update up; None when it may not be worked on now."""
    row = await tx.one("claim_update", id=identity, epoch=epoch, now=now)
    return Claim(*row) if row else None


async def is_mine(tx: Transaction, claim: Claim, epoch: int) -> bool:
    """Say whether the claim still stands; a program that slept may have lost it."""
    row = await tx.one("is_update_mine", id=claim.id, epoch=epoch, attempts=claim.attempts)
    return row is not None


async def finish_update(
    tx: Transaction, claim: Claim, state: str, now: Instant, error: str = ""
) -> None:
    """Mark an update as `done`, `ignored` or `dead`, unless a later attempt has taken it over."""
    await tx.run(
        "finish_update",
        id=claim.id,
        attempts=claim.attempts,
        state=state,
        now=now,
        error=error,
    )


async def retry_update(tx: Transaction, claim: Claim, not_before: Instant, error: str) -> None:
    """Put an update back to be tried again, unless a later attempt has taken it over."""
    await tx.run(
        "retry_update",
        id=claim.id,
        attempts=claim.attempts,
        not_before=not_before,
        error=error,
    )


async def take_back_updates(tx: Transaction, epoch: int) -> int:
    """Put back what an earlier start was working on."""
    return await tx.run("take_back_updates", epoch=epoch)


async def next_retry(tx: Transaction) -> Instant | None:
    """Return when the next failed update may be tried again."""
    row = await tx.one("next_retry")
    return None if row is None or row[0] is None else Instant(row[0])


async def raw_update(tx: Transaction, identity: int) -> bytes:
    """Return one update as it came; empty when it is forgotten."""
    row = await tx.one("raw_update", id=identity)
    return bytes(row[0]) if row else b""
