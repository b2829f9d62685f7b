"""Who writes to us, one row for each Telegram account."""

import sqlite3
from dataclasses import dataclass

from bot.instants import DAY, Instant, rounded_down
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a private chat; the chat's id is the account's id."""

    id: int
    telegram_id: int
    name: str
    language: str
    community: str
    state: str


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What is known of somebody at the first message."""

    telegram_id: int
    name: str
    language: str
    community: str


async def person_by_telegram_id(tx: Transaction, telegram_id: int) -> Person | None:
    """Return the person behind a Telegram account."""
    return _person(await tx.one("person_by_telegram_id", telegram_id=telegram_id))


async def person_by_id(tx: Transaction, identity: int) -> Person | None:
    """Return one person."""
    return _person(await tx.one("person_by_id", id=identity))


async def add_person(tx: Transaction, newcomer: Newcomer, now: Instant) -> Person:
    """Remember somebody who writes for the first time.

    Only the day is kept: whoever came just to report something anonymously came a minute before.
    """
    identity = await tx.insert(
        "add_person",
        telegram_id=newcomer.telegram_id,
        name=newcomer.name,
        language=newcomer.language,
        community=newcomer.community,
        created_at=rounded_down(now, DAY),
    )
    return Person(
        identity,
        newcomer.telegram_id,
        newcomer.name,
        newcomer.language,
        newcomer.community,
        "active",
    )


async def rename_person(tx: Transaction, identity: int, name: str) -> None:
    """Keep up with what somebody calls himself."""
    await tx.run("rename_person", id=identity, name=name)


async def choose_language(tx: Transaction, identity: int, language: str) -> None:
    """Speak another language with this person from now on."""
    await tx.run("choose_language", id=identity, language=language)


async def choose_community(tx: Transaction, identity: int, community: str) -> None:
    """Move the person to another community."""
    await tx.run("choose_community", id=identity, community=community)


async def mark_person(tx: Transaction, identity: int, state: str) -> None:
    """Note that the person stopped the bot (`blocked`) or let it speak again (`active`).

    What waited for somebody who can be reached again goes on.
    """
    await tx.run("mark_person", id=identity, state=state)
    if state == "active":
        await tx.run("unpark_messages", person_id=identity)


def _person(row: sqlite3.Row | None) -> Person | None:
    return Person(*row) if row else None
