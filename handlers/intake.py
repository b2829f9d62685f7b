"""Polling: what Telegram has for us is on disk before we say that we have it."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from handlers.clock import Clock
from handlers.crash_points import CrashPoint, no_crash
from handlers.reading import ALLOWED_UPDATES, UnreadableAnswerError, read_batch
from handlers.telegram import NotSentError, TelegramClient, UnsureError
from storage.database import Database, Transaction
from storage.inbox import Received, store_updates

LONG_POLL_SECONDS = 45
SPARE_SECONDS = 15.0
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 5.0
CONFLICT = 409
CONFLICT_PAUSE = 5.0
_log = logging.getLogger("xiaoxiang.intake")


@dataclass
class Polling:
    """An own getUpdates loop. The offset moves only after the commit; a fault moves nothing."""

    telegram: TelegramClient
    database: Database
    clock: Clock
    bot_id: int
    stored: Callable[[], None]
    crash_point: CrashPoint = no_crash
    long_poll_seconds: int = LONG_POLL_SECONDS

    async def run(self) -> None:
        """Fetch and store for ever; every fault is waited out."""
        offset, pause = 0, FIRST_PAUSE
        while True:
            try:
                offset = await self._fetch(offset)
                pause = FIRST_PAUSE
            except (UnsureError, NotSentError, UnreadableAnswerError, sqlite3.Error) as error:
                pause = await self._wait_out(error, pause)

    async def _fetch(self, offset: int) -> int:
        parameters: dict[str, object] = {
            "offset": offset,
            "limit": 100,
            "timeout": self.long_poll_seconds,
            "allowed_updates": ALLOWED_UPDATES,
        }
        patience = self.long_poll_seconds + SPARE_SECONDS
        updates = read_batch(await self.telegram.fetch_updates(parameters, patience))
        if not updates:
            return offset
        self.crash_point("after_fetch")
        await store(self.database, self.bot_id, updates, self.clock)
        self.crash_point("after_inbox_commit")
        self.stored()
        return max(update.update_id for update in updates) + 1

    async def _wait_out(self, error: Exception, pause: float) -> float:
        is_conflict = isinstance(error, UnreadableAnswerError) and error.code == CONFLICT
        _log.warning("intake_waits", extra={"reason": type(error).__name__, "detail": str(error)})
        await asyncio.sleep(CONFLICT_PAUSE if is_conflict else pause)
        return min(pause * 2, LONGEST_PAUSE)


async def store(database: Database, bot_id: int, updates: list[Received], clock: Clock) -> None:
    """Put updates on disk."""
    now = clock.now()

    async def body(tx: Transaction) -> int:
        return await store_updates(tx, bot_id, updates, now)

    await database.turn(body)
