"""The tick: what is due fires once, in one transaction with the messages it leads to."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.instants import Instant
from handlers.clock import Clock
from handlers.crash_points import CrashPoint, no_crash
from storage.database import Transaction
from storage.due import Due, due_now, settle
from storage.turns import Turns

SECONDS = 2
AT_MOST = 200
_log = logging.getLogger("xiaoxiang.tick")


class Firing(Protocol):
    """Whoever knows what a plan means."""

    async def fire(self, tx: Transaction, due: Due, now: Instant) -> None:
        """Do what was planned, if its subject still stands."""


@dataclass(frozen=True)
class Tick:
    """Fires what is due."""

    turns: Turns
    desk: Firing
    clock: Clock
    told: Callable[[], None]
    crash_point: CrashPoint = no_crash

    async def run_once(self) -> int:
        """Fire everything that is due now and return how much it was."""
        self.crash_point("before_tick")
        fired = await self.turns.turn(self._fire)
        self.crash_point("after_tick")
        if fired:
            self.told()
        return fired

    async def _fire(self, tx: Transaction) -> int:
        now = self.clock.now()
        waiting = await due_now(tx, now, AT_MOST)
        for due in waiting:
            await self._settle(tx, due, now)
        return len(waiting)

    async def _settle(self, tx: Transaction, due: Due, now: Instant) -> None:
        """Fire one plan, or let it expire when it is of no use any more."""
        valid_until = due.plan.valid_until
        if valid_until is not None and valid_until <= now:
            await settle(tx, due, "expired", now)
        elif await settle(tx, due, "fired", now):
            self.crash_point("mid_tick")
            await self.desk.fire(tx, due, now)


def scheduler_of(tick: Tick) -> AsyncIOScheduler:
    """Return the driver of the tick; it keeps no jobs of its own, all times are rows."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        _safely(tick),
        IntervalTrigger(seconds=SECONDS),
        id="tick",
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    return scheduler


async def tick_at_start(tick: Tick) -> None:
    """Fire what is overdue before anything else is worked on, so that nothing else is blamed."""
    await _safely(tick)()


@contextlib.asynccontextmanager
async def ticking(tick: Tick) -> AsyncIterator[None]:
    """Let time do its part as long as the block lasts."""
    scheduler = scheduler_of(tick)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)


def _safely(tick: Tick) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await tick.run_once()
        except asyncio.CancelledError:
            return  # the program stops; what is not committed fires at the next start
        except Exception as error:  # noqa: BLE001 - the next tick tries again; nothing was marked
            _log.error("tick_failed", extra={"error": type(error).__name__}, exc_info=error)

    return run
