"""A fault of the storage at any moment makes delivery wait; it never ends it."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar, cast

import pytest

from handlers import delivery as delivering
from handlers.clock import Clock
from handlers.delivery import Delivery
from handlers.limiter import Limiter
from handlers.rendering import Receiver
from handlers.sending import Postman
from handlers.telegram import TelegramClient
from messages.catalogue import Catalogue
from storage.transactions import Transaction

T = TypeVar("T")


@dataclass
class FaultyTurns:
    """Has nothing to send, and breaks at one turn."""

    breaks_at: int
    turns: int = 0
    takes_up: bool = True

    async def turn(self, _: Callable[[Transaction], Awaitable[T]], /) -> T:
        """Pretend that the outbox is empty, or that the disk is full."""
        self.turns += 1
        if self.turns == self.breaks_at:
            self.takes_up = True
            raise sqlite3.OperationalError("database or disk is full")
        self.takes_up = not self.takes_up
        return cast("T", None if self.takes_up else ())


@pytest.mark.parametrize("breaks_at", [1, 2], ids=["while it takes up", "while it waits"])
async def test_delivery_goes_on_after_a_fault(
    breaks_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "STORAGE_PAUSE", 0.0)
    turns = FaultyTurns(breaks_at)
    postman = Postman(TelegramClient("1:token", "http://127.0.0.1:9"), Catalogue.load({}))
    delivery = Delivery(turns, postman, Limiter(), Clock(), 1, Receiver("en", ""))
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(5):
        while turns.turns < breaks_at + 2 and not running.done():
            delivery.tell()
            await asyncio.sleep(0)
    assert not running.done()
    running.cancel()
