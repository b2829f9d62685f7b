"""Lanes: strict order inside a chat, all chats in turn.

An update that cannot be worked on becomes a person's task.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.events import Happened
from bot.instants import SECOND, Instant, after
from handlers.clock import Clock
from handlers.crash_points import CrashPoint, no_crash
from handlers.listening import NotForUsError, understand
from handlers.reading import UNPARSABLE
from storage.database import Transaction
from storage.inbox import (
    Claim,
    Wanted,
    claim_alone,
    claim_updates,
    finish_update,
    interrupted_updates,
    is_mine,
    next_retry,
    retry_update,
)
from storage.turns import Turns

AT_ONCE = 32
DEATHS_ALLOWED = 3
ATTEMPTS_ALLOWED = 5
RETRY_SECONDS = (1, 5, 30, 60)
LONGEST_WAIT = 5.0
STORAGE_PAUSE = 0.5
_log = logging.getLogger("xiaoxiang.lanes")


class Desk(Protocol):
    """Whoever decides, inside the transaction."""

    async def handle(self, tx: Transaction, happened: Happened, now: Instant) -> None:
        """Take in one event."""

    async def unreadable(
        self, tx: Transaction, inbox: int, chat_id: int | None, now: Instant
    ) -> None:
        """Hand what the machine could not take in to a person."""


@dataclass
class Lanes:
    """Works off the inbox in rounds: one update of each lane, then the next of each."""

    turns: Turns
    desk: Desk
    clock: Clock
    epoch: int
    told: Callable[[], None]
    crash_point: CrashPoint = no_crash
    work: asyncio.Event = field(default_factory=asyncio.Event)
    caught_up: asyncio.Event = field(default_factory=asyncio.Event)
    _last_lane: str = ""

    async def run(self) -> None:
        """Work for ever; a fault of the storage is waited out."""
        are_suspects_left = True
        while True:
            try:
                if are_suspects_left:
                    await self.work_off_suspects()
                    are_suspects_left = False
                await self.run_until_idle()
                self.caught_up.set()
                await self._wait()
            except sqlite3.Error as error:
                _log.warning("lanes_wait", extra={"reason": type(error).__name__})
                await asyncio.sleep(STORAGE_PAUSE)

    async def work_off_suspects(self) -> None:
        """Take what an earlier start died over one by one, so that only the culprit is blamed."""
        for identity in await self.turns.turn(interrupted_updates):
            claim = await self._claim_alone(identity)
            if claim:
                self.crash_point("after_claim")
                await self._work_on(claim)
        self.told()

    async def run_until_idle(self) -> None:
        """Work off everything that can be worked on now."""
        self.work.clear()
        while claims := await self._claim():
            self.crash_point("after_claim")
            await asyncio.gather(*(self._work_on(claim) for claim in claims))
            self.told()

    async def _claim_alone(self, identity: int) -> Claim | None:
        now = self.clock.now()
        return await self.turns.turn(lambda tx: claim_alone(tx, identity, self.epoch, now))

    async def _claim(self) -> tuple[Claim, ...]:
        now, wanted = self.clock.now(), Wanted(AT_ONCE, self._last_lane)

        async def body(tx: Transaction) -> tuple[Claim, ...]:
            claimed = await claim_updates(tx, wanted, self.epoch, now)
            if claimed:
                self.crash_point("mid_claim")
            return claimed

        claims = await self.turns.turn(body)
        if claims:
            self._last_lane = claims[-1].lane
        return claims

    async def _wait(self) -> None:
        retry_at = await self.turns.turn(next_retry)
        seconds = LONGEST_WAIT
        if retry_at is not None:
            seconds = min(max((retry_at - self.clock.now()) / SECOND, 0.01), LONGEST_WAIT)
        try:
            async with asyncio.timeout(seconds):
                await self.work.wait()
        except TimeoutError:
            return

    async def _work_on(self, claim: Claim) -> None:
        """Bring one update to an end; only a fault of the storage makes it wait here."""
        while True:
            try:
                await self._attempt(claim)
            except sqlite3.OperationalError as error:
                _log.warning("turn_waits", extra={"inbox": claim.id, "reason": str(error)})
                await asyncio.sleep(STORAGE_PAUSE)
            else:
                return

    async def _attempt(self, claim: Claim) -> None:
        if claim.kind == UNPARSABLE or _was_deadly(claim):
            await self._give_up(claim, claim.error or claim.kind)
            return
        try:
            happened = understand(claim)
            await self.turns.turn(lambda tx: self._turn(tx, claim, happened))
            self.crash_point("after_turn")
        except NotForUsError:
            await self.turns.turn(lambda tx: self._ignore(tx, claim))
        except sqlite3.OperationalError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not stop the lane
            await self._failed(claim, error)

    async def _turn(self, tx: Transaction, claim: Claim, happened: Happened) -> None:
        if not await is_mine(tx, claim, self.epoch):
            return
        now = self.clock.now()
        await self.desk.handle(tx, happened, now)
        self.crash_point("mid_turn")
        await finish_update(tx, claim, "done", now)

    async def _ignore(self, tx: Transaction, claim: Claim) -> None:
        await finish_update(tx, claim, "ignored", self.clock.now())
        self.crash_point("mid_ignore")

    async def _failed(self, claim: Claim, error: Exception) -> None:
        """Try again later; the same error twice, or too many attempts, is a case for a person."""
        name = f"{type(error).__module__}.{type(error).__name__}:{_line_of(error)}"
        _log.error("turn_failed", extra={"inbox": claim.id, "error": name}, exc_info=error)
        if name == claim.error or claim.attempts >= ATTEMPTS_ALLOWED:
            await self._give_up(claim, name)
            return
        pause = RETRY_SECONDS[min(claim.attempts, len(RETRY_SECONDS)) - 1]
        not_before = after(self.clock.now(), pause * SECOND)

        async def body(tx: Transaction) -> None:
            await retry_update(tx, claim, not_before, name)
            self.crash_point("mid_retry")

        await self.turns.turn(body)

    async def _give_up(self, claim: Claim, error: str) -> None:
        _log.error("dead_letter", extra={"inbox": claim.id, "kind": claim.kind, "error": error})

        async def body(tx: Transaction) -> None:
            if not await is_mine(tx, claim, self.epoch):
                return
            now = self.clock.now()
            await self.desk.unreadable(tx, claim.id, _chat_of(claim), now)
            self.crash_point("mid_give_up")
            await finish_update(tx, claim, "dead", now, error)

        await self.turns.turn(body)


def _was_deadly(claim: Claim) -> bool:
    """Whether the program died over this update again and again.

    Only a death leaves no error behind; an error and deaths together have their limit too.
    """
    return claim.attempts > (ATTEMPTS_ALLOWED if claim.error else DEATHS_ALLOWED)


def _chat_of(claim: Claim) -> int | None:
    kind, _, identity = claim.lane.partition(":")
    return int(identity) if kind == "c" else None


def _line_of(error: Exception) -> int:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace.tb_lineno if trace else 0
