"""The playground's clock: real time, or standing still, and always movable forward."""

import asyncio
import time


class Clock:
    """Seconds since 1970; moving it forward wakes everybody who sleeps on it."""

    def __init__(self, standing_at: float | None = None) -> None:
        self._standing_at = standing_at
        self._forward = 0.0
        self._moved = asyncio.Event()

    def now(self) -> float:
        """Tell the playground's time in seconds since 1970."""
        return self._base() + self._forward

    @property
    def stands(self) -> bool:
        """Whether it shows one moment until it is moved, as in tests."""
        return self._standing_at is not None

    @property
    def forward(self) -> float:
        """How many seconds the clock was moved forward since the start."""
        return self._forward

    def move_forward(self, seconds: float) -> None:
        """Jump; a negative number of seconds is refused, for time never runs backwards."""
        if seconds < 0:
            raise ValueError("the clock moves only forward: give a positive number of seconds")
        self._forward += seconds
        self._wake()

    def reset(self) -> None:
        """Go back to the start, for the next test."""
        self._forward = 0.0
        self._wake()

    async def sleep(self, seconds: float) -> None:
        """Sleep until this clock, not the wall's, shows that the seconds are over."""
        until = self.now() + seconds
        while (left := until - self.now()) > 0:
            moved = self._moved
            await self._sleep_or_move(moved, left)

    async def _sleep_or_move(self, moved: asyncio.Event, seconds: float) -> None:
        try:
            await asyncio.wait_for(moved.wait(), None if self.stands else seconds)
        except TimeoutError:
            return

    def _wake(self) -> None:
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    def _base(self) -> float:
        if self._standing_at is not None:
            return self._standing_at
        return time.time()  # noqa: TID251  this is the playground's one clock
