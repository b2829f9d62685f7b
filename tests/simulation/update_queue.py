"""Telegram's queue: presses live 150 seconds, everything else a day, until confirmed."""

import asyncio
from dataclasses import dataclass, field

from tests.simulation.reality import Reality
from tests.simulation.updates import Json

PRESS_LIFE = 150.0
LIFE = 86_400.0
REPEATED_BATCH = 0.04


@dataclass(frozen=True, slots=True)
class Queued:
    """An update and when it is thrown away."""

    update_id: int
    expires_at: float
    update: Json


@dataclass
class UpdateQueue:
    """What waits for the bot. `confirmed` are the updates that the bot said it has."""

    reality: Reality
    waiting: list[Queued] = field(default_factory=list)
    confirmed: set[int] = field(default_factory=set)
    expired: set[int] = field(default_factory=set)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    _last_batch: list[Queued] = field(default_factory=list)
    _next_id: int = 0

    def __post_init__(self) -> None:
        """Begin at any number."""
        self._next_id = self.reality.dice.randrange(1, 10**6)

    def put(self, update: Json) -> int:
        """Queue an update and return its number."""
        self._next_id += 1
        life = PRESS_LIFE if "callback_query" in update else LIFE
        expires_at = self.reality.seconds() + life
        self.waiting.append(Queued(self._next_id, expires_at, update))
        self.arrived.set()
        return self._next_id

    def confirm(self, offset: int) -> None:
        """Forget everything before the offset."""
        self.confirmed |= {each.update_id for each in self.waiting if each.update_id < offset}
        self.waiting = [each for each in self.waiting if each.update_id >= offset]

    async def fetch(self, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109 - as Telegram calls it
        """Return the oldest updates, waiting for one when there is none."""
        until = self.reality.seconds() + timeout
        self._drop_expired()
        while not self.waiting and self.reality.seconds() < until:
            self.arrived.clear()
            try:
                async with asyncio.timeout(until - self.reality.seconds()):
                    await self.arrived.wait()
            except TimeoutError:
                break
            self._drop_expired()
        batch = self.waiting[:limit]
        again = self._last_batch if self.reality.mishap(REPEATED_BATCH) else []
        self._last_batch = batch
        known = {each.update_id for each in batch}
        repeated = [each for each in again if each.update_id not in known]
        return [{"update_id": each.update_id, **each.update} for each in [*repeated, *batch]]

    def _drop_expired(self) -> None:
        now = self.reality.seconds()
        self.expired |= {each.update_id for each in self.waiting if each.expires_at <= now}
        self.waiting = [each for each in self.waiting if each.expires_at > now]
