"""What is left when a world is over: its rows and what its phones have seen."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import orjson

from bot.instants import SECOND
from tests.simulation.telegram import Effect
from tests.simulation.world import World


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the outbox with its content read."""

    id: int
    once: str
    chat_id: int
    kind: str
    state: str
    subject: str
    audience: str
    ambiguous: int
    content: dict[str, Any]

    @property
    def key(self) -> str:
        """The message's key, empty when the row has none."""
        return str(self.content.get("key", ""))

    @property
    def parameters(self) -> dict[str, Any]:
        """The message's parameters."""
        found: dict[str, Any] = self.content.get("parameters") or {}
        return found


class Rows(Protocol):
    """Whoever has a database that can be asked: a finished world, or what a kill has left."""

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Ask the database."""


@dataclass(frozen=True)
class Record:
    """A finished world."""

    world: World

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Ask the database."""
        return self.world.disk.execute(sql, values).fetchall()

    @cached_property
    def outbox(self) -> dict[int, Row]:
        """Every message by its number."""
        found = self.rows(
            "SELECT id, once, chat_id, kind, state, subject, audience, ambiguous,"
            " content FROM outbox ORDER BY id"
        )
        return {row["id"]: _row(row) for row in found}

    @cached_property
    def effects_of(self) -> dict[int, list[Effect]]:
        """What each row of the outbox made appear on phones."""
        found: dict[int, list[Effect]] = defaultdict(list)
        for effect in self.world.telegram.effects:
            found[effect.errand.row].append(effect)
        return found

    def at(self, loop_seconds: float) -> int:
        """Return the instant of a loop time."""
        return int((self.world.reality.started_at + loop_seconds) * SECOND)

    def last_effect(self, chat_id: int, subject: str) -> tuple[Effect, Row] | None:
        """Return what a chat was shown last about a subject."""
        for effect in reversed(self.world.telegram.effects):
            row = self.outbox.get(effect.errand.row)
            if row and (row.chat_id, row.subject) == (chat_id, subject):
                return effect, row
        return None

    def is_reachable(self, chat_id: int) -> bool:
        """Whether the person lets the bot speak at the end, and the bot can know of it."""
        return chat_id not in self.world.telegram.blocked and chat_id not in self._thought_away

    @cached_property
    def _thought_away(self) -> frozenset[int]:
        """Return whose coming back Telegram has thrown away, and with it every sign of it."""
        telegram = self.world.telegram
        return frozenset(
            person.account.id
            for person in self.world.people
            if person.account.id in telegram.ever_blocked
            and not telegram.queue.expired.isdisjoint(person.put)
        )

    def staff_who_ever_blocked(self) -> set[str]:
        """Return the places of the staff list whose people stopped the bot for a while."""
        sql = "SELECT telegram_id, staff_code FROM role_grant JOIN person ON person.id = person_id"
        ever = self.world.telegram.ever_blocked
        return {row["staff_code"] for row in self.rows(sql) if row["telegram_id"] in ever}

    def marks(self) -> Iterator[tuple[int, str]]:
        """Return every mark that a resident put into a report, with the resident's account."""
        for person in self.world.people:
            for mark in person.matters:
                yield person.account.id, mark


def _row(row: sqlite3.Row) -> Row:
    content: dict[str, Any] = orjson.loads(row["content"])
    return Row(
        row["id"],
        row["once"],
        row["chat_id"],
        row["kind"],
        row["state"],
        row["subject"],
        row["audience"],
        row["ambiguous"],
        content,
    )
