"""At night what is over is removed: in small batches, so that nobody waits behind it."""

import asyncio
import logging
import sqlite3
from dataclasses import dataclass

from bot.instants import HOUR, after, local_time
from handlers.clock import Clock
from storage.database import Transaction
from storage.meta import meta_value, set_meta_value
from storage.tidying import STEPS, Batch, Periods, Step
from storage.turns import Turns

AT_ONCE = 200
TIDIED = "tidied_on"
NIGHT_BEGINS = 3 * HOUR
LOOK_AGAIN_SECONDS = 600.0
_log = logging.getLogger("xiaoxiang.tidying")


@dataclass(frozen=True)
class Tidying:
    """Tidies up once a day, at three in the morning or as soon afterwards as the program runs."""

    turns: Turns
    clock: Clock
    time_zone: str
    periods: Periods

    async def run(self) -> None:
        """Look again and again whether today's round is still to be made."""
        while True:
            try:
                await self.run_once()
            except sqlite3.Error as error:
                _log.warning("tidying_waits", extra={"reason": type(error).__name__})
            except Exception as error:  # noqa: BLE001 - it is tried again; everything else goes on
                _log.error("tidying_failed", extra={"error": type(error).__name__}, exc_info=error)
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def run_once(self) -> bool:
        """Make today's round; False when it was made already."""
        night = local_time(after(self.clock.now(), -NIGHT_BEGINS), self.time_zone).date()
        if await self.turns.turn(lambda tx: meta_value(tx, TIDIED)) == night.isoformat():
            return False
        for step in STEPS:
            await self._to_its_end(step)
        await self.turns.turn(lambda tx: set_meta_value(tx, TIDIED, night.isoformat()))
        return True

    async def _to_its_end(self, step: Step) -> None:
        beyond: int | None = 0
        while beyond is not None:
            batch = Batch(self.clock.now(), self.periods, beyond, AT_ONCE)
            beyond = await self._one(step, batch)

    async def _one(self, step: Step, batch: Batch) -> int | None:
        async def body(tx: Transaction) -> int | None:
            return await step(tx, batch)

        return await self.turns.turn(body)
