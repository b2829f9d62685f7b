"""Everything that happens because time passes, as rows that fire once."""

from dataclasses import dataclass

from bot.instants import Instant
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Plan:
    """What shall happen when. After `valid_until` it is of no use any more (`if_useful`)."""

    kind: str
    subject: str
    due_at: Instant
    occurrence: int = 0
    late_policy: str = "always"
    valid_until: Instant | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A planned thing whose time has come."""

    id: int
    plan: Plan


async def schedule(tx: Transaction, plan: Plan) -> bool:
    """Plan something; False when this occurrence is planned already."""
    added = await tx.run(
        "schedule",
        kind=plan.kind,
        subject=plan.subject,
        occurrence=plan.occurrence,
        due_at=plan.due_at,
        late_policy=plan.late_policy,
        valid_until=plan.valid_until,
    )
    return added == 1


async def cancel(tx: Transaction, kind: str, subject: str) -> None:
    """Take back what was planned about a subject."""
    await tx.run("cancel_due", kind=kind, subject=subject)


async def due_now(tx: Transaction, now: Instant, at_most: int) -> tuple[Due, ...]:
    """Return what is due, oldest first."""
    rows = await tx.all("due_now", now=now, at_most=at_most)
    return tuple(
        Due(row[0], Plan(row[1], row[2], Instant(row[4]), row[3], row[5], row[6])) for row in rows
    )


async def settle(tx: Transaction, due: Due, state: str, now: Instant) -> bool:
    """Mark something as `fired` or `expired`; False when it was settled meanwhile."""
    return await tx.run("fire_due", id=due.id, state=state, now=now) == 1
