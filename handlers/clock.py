"""The one clock. Everything else gets the time as an argument."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.instants import SECOND, Instant


@dataclass(frozen=True, slots=True)
class Clock:
    """Wall time; the demo puts the playground's movable time in its place."""

    seconds: Callable[[], float] = time.time  # noqa: TID251 - this is the one clock

    def now(self) -> Instant:
        """Return the present instant."""
        return Instant(int(self.seconds() * SECOND))
