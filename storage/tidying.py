"""What is over is removed, a few at a time; each step returns where to go on, None at its end."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.instants import DAY, Instant, after
from storage.database import Transaction
from storage.outbox import PROMPT_LIFE
from storage.talk import (
    forget_answers,
    forget_what_was_said,
    left_photo_talks,
    left_private_talks,
    set_talk_state,
)

ENDS = frozenset({"sent", "suppressed", "superseded", "expired", "dead"})
NO_UPDATE = 0
# As long as the person was told when agreeing to it.
PHOTOS_KEPT_DAYS = 7
PHOTOS_WAIT_DAYS = 1
# The parts before the whole.
PARTS_OF_MATTER = (
    "forget_private_notes",
    "forget_private_content",
    "forget_private_handovers",
    "forget_private_matter",
)
SECRET = "secret:"  # noqa: S105 - the beginning of a subject


@dataclass(frozen=True, slots=True)
class Periods:
    """For how many days what is over is kept: raw updates, what was said, checks, appointments.

    Confidential matters stay longer, and confidential conversations that were left shorter;
    words of which nobody has said whom they are for only a day.
    """

    updates: int = 3
    messages: int = 30
    checks: int = 90
    appointments: int = 90
    matters: int = 180
    left_talks: int = 7
    left_words: int = 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Which rows to look at: those beyond an id where a step goes by ids, and how many."""

    now: Instant
    periods: Periods
    beyond: int
    at_most: int

    def ago(self, days: int) -> Instant:
        """Return the instant so many days ago."""
        return after(self.now, -days * DAY)

    def onward(self, removed: int) -> int | None:
        """Go on as long as there was as much as may be removed at once."""
        return self.beyond if removed == self.at_most else None


Step = Callable[[Transaction, Batch], Awaitable[int | None]]


async def forget_updates(tx: Transaction, batch: Batch) -> int | None:
    """Remove updates that were settled long ago, and dead letters once a clerk saw to them."""
    before = batch.ago(batch.periods.updates)
    return batch.onward(await tx.run("forget_old_updates", before=before, at_most=batch.at_most))


async def forget_talks(tx: Transaction, batch: Batch) -> int | None:
    """Remove what is left of conversations that were emptied, as those of anonymous cases."""
    before = batch.ago(batch.periods.updates)
    rows = await tx.all("forgotten_talks", before=before, at_most=batch.at_most)
    for row in rows:
        await tx.run("forget_albums", talk_id=row["id"])
        await tx.run("forget_talk_wholly", talk_id=row["id"])
    return batch.onward(len(rows))


async def forget_prompts(tx: Transaction, batch: Batch) -> int | None:
    """Remove buttons that may not be pressed any more."""
    return batch.onward(
        await tx.run("forget_old_prompts", before=batch.now, at_most=batch.at_most)
    )


async def forget_presses(tx: Transaction, batch: Batch) -> int | None:
    """Remove the results of presses on buttons that may not be pressed any more."""
    before = after(batch.now, -PROMPT_LIFE)
    return batch.onward(await tx.run("forget_old_presses", before=before, at_most=batch.at_most))


async def forget_messages_sent(tx: Transaction, batch: Batch) -> int | None:
    """Remove old messages that have come to their end; which message shows what stays known."""
    before = batch.ago(batch.periods.messages)
    rows = await tx.all("messages_from", beyond=batch.beyond, at_most=batch.at_most)
    old = [row for row in rows if row["created_at"] < before]
    for row in old:
        if row["state"] in ENDS:
            await tx.run("forget_message", id=row["id"])
            if row["subject"].startswith(SECRET):
                secret = {"chat_id": row["chat_id"], "subject": row["subject"]}
                await tx.run("forget_shown_secret", **secret)
    return old[-1]["id"] if len(old) == batch.at_most else None


async def forget_checks(tx: Transaction, batch: Batch) -> int | None:
    """Remove checks of papers that nobody has touched for long."""
    before = batch.ago(batch.periods.checks)
    return batch.onward(
        await tx.run("forget_old_pre_checks", before=before, at_most=batch.at_most)
    )


async def forget_appointments(tx: Transaction, batch: Batch) -> int | None:
    """Remove appointments that are long past."""
    before = batch.ago(batch.periods.appointments)
    return batch.onward(
        await tx.run("forget_old_appointments", before=before, at_most=batch.at_most)
    )


async def forget_tickets(tx: Transaction, batch: Batch) -> int | None:
    """Remove tickets of days long past."""
    before = batch.ago(batch.periods.appointments)
    return batch.onward(await tx.run("forget_old_tickets", before=before, at_most=batch.at_most))


async def forget_offer_requests(tx: Transaction, batch: Batch) -> int | None:
    """Remove requests for offers that are long over."""
    before = batch.ago(batch.periods.appointments)
    return batch.onward(
        await tx.run("forget_old_offer_requests", before=before, at_most=batch.at_most)
    )


async def forget_private_matters(tx: Transaction, batch: Batch) -> int | None:
    """Remove confidential matters that nothing has happened about for long."""
    before = batch.ago(batch.periods.matters)
    rows = await tx.all("old_private_matters", before=before, at_most=batch.at_most)
    for row in rows:
        for name in PARTS_OF_MATTER:
            await tx.run(name, id=row["id"])
    return batch.onward(len(rows))


async def forget_left_talks(tx: Transaction, batch: Batch) -> int | None:
    """End confidential conversations that nobody goes on with, and forget what was said."""
    before = batch.ago(batch.periods.left_talks)
    words_before = batch.ago(batch.periods.left_words)
    talks = await left_private_talks(tx, before, words_before, batch.at_most)
    for talk in talks:
        await set_talk_state(tx, talk, "cancelled", batch.now)
        await forget_what_was_said(tx, talk, talk.opened_at, NO_UPDATE)
    return batch.onward(len(talks))


async def forget_left_photos(tx: Transaction, batch: Batch) -> int | None:
    """End conversations with photos that nobody has agreed to show, and forget the photos."""
    talks = await left_photo_talks(tx, batch.ago(PHOTOS_WAIT_DAYS), batch.at_most)
    for talk in talks:
        await set_talk_state(tx, talk, "cancelled", batch.now)
        await forget_answers(tx, talk)
    return batch.onward(len(talks))


async def forget_notices(tx: Transaction, batch: Batch) -> int | None:
    """Remove notices whose day is long over."""
    before = batch.ago(batch.periods.messages)
    return batch.onward(await tx.run("forget_old_notices", before=before, at_most=batch.at_most))


async def forget_errands(tx: Transaction, batch: Batch) -> int | None:
    """Remove errands that ended long ago, with the chain of their papers."""
    before = batch.ago(batch.periods.appointments)
    rows = await tx.all("forgotten_errands", before=before, at_most=batch.at_most)
    for row in rows:
        await tx.run("forget_custody", errand_id=row["id"])
        await tx.run("forget_errand", errand_id=row["id"])
    return batch.onward(len(rows))


async def forget_paper_photos(tx: Transaction, batch: Batch) -> int | None:
    """Forget which files the photos of papers were; what a clerk said of them stays."""
    before = batch.ago(PHOTOS_KEPT_DAYS)
    rows = await tx.all("old_paper_photos", before=before, at_most=batch.at_most)
    for row in rows:
        await tx.run("forget_paper_photo", id=row["id"])
    return batch.onward(len(rows))


async def forget_plans(tx: Transaction, batch: Batch) -> int | None:
    """Remove old plans that have come to their end."""
    before = batch.ago(batch.periods.messages)
    rows = await tx.all("plans_from", beyond=batch.beyond, at_most=batch.at_most)
    for row in rows:
        if row["state"] != "scheduled" and row["due_at"] < before:
            await tx.run("forget_plan", id=row["id"])
    return rows[-1]["id"] if len(rows) == batch.at_most else None


STEPS: tuple[Step, ...] = (
    forget_updates,
    forget_talks,
    forget_prompts,
    forget_presses,
    forget_messages_sent,
    forget_checks,
    forget_appointments,
    forget_tickets,
    forget_offer_requests,
    forget_private_matters,
    forget_left_talks,
    forget_left_photos,
    forget_notices,
    forget_errands,
    forget_paper_photos,
    forget_plans,
)
