"""A message's way out of the outbox: taken up, sent or not, marked by its own attempt only."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.instants import Instant
from storage.database import Transaction

AT_ONCE = Instant(0)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that may be sent now."""

    id: int
    chat_id: int
    kind: str
    content: str
    subject: str
    haste: int
    policy: str
    audience: str
    expires_at: Instant | None
    attempts: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Chats that get nothing now, and chats that get no more than answers to presses."""

    busy: Collection[int]
    slow: Collection[int]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a living message shows, in which chat."""

    chat_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of an attempt."""

    id: int
    attempts: int
    state: str
    message_id: int | None = None
    error: str = ""
    ambiguous: int = 0
    not_before: Instant = AT_ONCE
    sent_at: Instant | None = None


async def waiting_messages(
    tx: Transaction, kept: Kept, now: Instant, at_most: int
) -> tuple[Waiting, ...]:
    """Return what may be sent now, the most pressing first."""
    rows = await tx.all(
        "waiting_messages",
        busy=json.dumps(list(kept.busy)),
        slow=json.dumps(list(kept.slow)),
        now=now,
        at_most=at_most,
    )
    return tuple(Waiting(*row) for row in rows)


async def held_chats(tx: Transaction, now: Instant) -> frozenset[int]:
    """Return the chats that must wait."""
    return frozenset(row[0] for row in await tx.all("held_chats", now=now))


async def claim_message(tx: Transaction, identity: int, epoch: int) -> None:
    """Note that a message is on its way, before it is."""
    await tx.run("claim_message", id=identity, epoch=epoch)


async def mark_message(tx: Transaction, mark: Mark) -> str | None:
    """Note what became of a message and return its subject; None when another attempt owns it."""
    marked = await tx.one(
        "mark_message",
        id=mark.id,
        attempts=mark.attempts,
        state=mark.state,
        message_id=mark.message_id,
        error=mark.error,
        ambiguous=mark.ambiguous,
        not_before=mark.not_before,
        sent_at=mark.sent_at,
    )
    if mark.state == "pending":
        await tx.run("supersede_overtaken", id=mark.id)
    return str(marked[0]) if marked else None


async def settle_message(tx: Transaction, identity: int, state: str, error: str) -> None:
    """Give up a message that was never on its way."""
    await tx.run("settle_message", id=identity, state=state, error=error)


async def take_back_messages(tx: Transaction, epoch: int) -> int:
    """Decide what becomes of messages that an earlier start left on the way.

    They are sent again, unless once at most was promised.
    """
    await tx.run("doubt_interrupted_messages", epoch=epoch)
    unsure = await tx.all("unsure_messages", epoch=epoch)
    for row in unsure:
        state = "expired" if row["policy"] == "at_most_once" else "pending"
        await tx.run("take_back_message", id=row["id"], state=state)
        await tx.run("supersede_overtaken", id=row["id"])
    return len(unsure)


async def put_back_messages(tx: Transaction, epoch: int, late: Collection[int]) -> None:
    """Put back what was taken up and surely has not left; only the chats in `late` are unsure."""
    await tx.run("put_back_messages", epoch=epoch, late=json.dumps(list(late)))


async def park_messages(tx: Transaction, chat_id: int, error: str) -> None:
    """Let everything for a chat wait until its person writes again (`person.mark_person`)."""
    await tx.run("park_messages", chat_id=chat_id, error=error)
    await tx.run("mark_chat_blocked", chat_id=chat_id)


async def hold_chat(tx: Transaction, chat_id: int, until: Instant, reason: str) -> None:
    """Send nothing to a chat before an instant."""
    await tx.run("hold_chat", chat_id=chat_id, hold_until=until, reason=reason)


async def move_chat(tx: Transaction, chat_id: int, moved_to: int) -> None:
    """Follow a group to its new number."""
    await tx.run("move_chat", chat_id=chat_id, moved_to=moved_to)
    await tx.run("readdress_messages", chat_id=chat_id, moved_to=moved_to)


async def next_message_at(tx: Transaction, busy: Collection[int], now: Instant) -> Instant | None:
    """Return when something may be sent to a chat that is not busy."""
    row = await tx.one("next_message_at", busy=json.dumps(list(busy)), now=now)
    return None if row is None or row[0] is None else Instant(row[0])


async def receiver_of(tx: Transaction, chat_id: int) -> tuple[str, str] | None:
    """Return the language and the community of the person behind a private chat."""
    row = await tx.one("receiver_of_chat", chat_id=chat_id)
    return (row[0], row[1]) if row else None


async def shown_message(
    tx: Transaction, chat_id: int, subject: str
) -> tuple[int, bool, bool] | None:
    """Return which message shows a subject, whether it is a photo, and whether it is doubted."""
    row = await tx.one("shown_message", chat_id=chat_id, subject=subject)
    return (row[0], bool(row[1]), bool(row[2])) if row else None


async def doubt_shown_message(tx: Transaction, subject: Subject) -> None:
    """Remember that a newer message about a subject may be there, whose number nobody knows."""
    await tx.run("doubt_shown_message", chat_id=subject.chat_id, subject=subject.name)


async def set_shown_message(
    tx: Transaction, subject: Subject, message_id: int, *, has_photo: bool
) -> None:
    """Remember which message shows a subject from now on."""
    await tx.run(
        "set_shown_message",
        chat_id=subject.chat_id,
        subject=subject.name,
        message_id=message_id,
        has_photo=has_photo,
    )


# The rule of an audience, and the query that finds a row while somebody still belongs to it.
AUDIENCES = {
    "staff": "does_grant_stand",
    "follower": "does_follow",
    "notice": "does_follow_topic",
    "photo": "may_see_photo",
    "list": "may_see_list",
}


async def may_receive(tx: Transaction, waiting: Waiting) -> bool:
    """Check the audience at the moment of sending: trust may have ended since it was written."""
    rule, _, subject = waiting.audience.partition(":")
    if rule in AUDIENCES:
        found = await tx.one(AUDIENCES[rule], id=int(subject), chat_id=waiting.chat_id)
    elif rule == "confidential":
        found = await _confided(tx, waiting)
    else:
        return rule in {"self", "group", "secret"}
    return found is not None


async def with_what_is_confided(tx: Transaction, waiting: Waiting) -> Waiting:
    """Add what a confidential matter is about, which is never kept in the outbox itself."""
    if not waiting.audience.startswith("confidential:"):
        return waiting
    confided = await _confided(tx, waiting)
    content = json.loads(waiting.content)
    content["parameters"] |= dict(confided) if confided else {}
    return replace(waiting, content=json.dumps(content, ensure_ascii=False))


async def _confided(tx: Transaction, waiting: Waiting) -> sqlite3.Row | None:
    """Return what is confided to a chat (`confidential:7:2` names matter and note)."""
    _, matter, note = waiting.audience.split(":")
    return await tx.one(
        "confided_to_chat", id=int(matter), note=int(note), chat_id=waiting.chat_id
    )
