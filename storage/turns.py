"""What runs transactions: the database with its writer thread, or the simulation's inline one."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from storage.transactions import Transaction

T = TypeVar("T")


class Turns(Protocol):
    """Anything with a `turn`."""

    async def turn(self, body: Callable[[Transaction], Awaitable[T]], /) -> T:
        """Run `body` in one transaction."""
