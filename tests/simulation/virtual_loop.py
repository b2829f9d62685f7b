"""A loop whose clock is a variable: when nothing is ready, time jumps to the next timer."""

import asyncio
import heapq
from collections import deque
from typing import Any


class NothingLeftError(RuntimeError):
    """Everybody waits for something that no timer will ever bring."""


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop without waiting; it never looks at a socket."""

    _ready: deque[asyncio.Handle]
    _scheduled: list[asyncio.TimerHandle]

    def __init__(self) -> None:
        super().__init__()
        self._virtual_now = 0.0

    def time(self) -> float:
        """Return the virtual seconds since the world began."""
        return self._virtual_now

    def _run_once(self) -> None:
        """Run what is ready; when nothing is, let the time of the next timer come."""
        self._drop_cancelled()
        if not self._ready:
            if not self._scheduled:
                raise NothingLeftError
            self._virtual_now = max(self._virtual_now, self._scheduled[0].when())
        while self._scheduled and self._scheduled[0].when() <= self._virtual_now:
            self._ready.append(heapq.heappop(self._scheduled))
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle.cancelled():
                handle._run()  # noqa: SLF001 - this is the loop's own part

    def _drop_cancelled(self) -> None:
        """Forgetting cancelled timers would make the clock stop at moments that mean nothing."""
        while self._scheduled and self._scheduled[0].cancelled():
            heapq.heappop(self._scheduled)

    def _timer_handle_cancelled(self, handle: Any) -> None:  # noqa: ANN401 - the base class has no type
        """Do nothing: cancelled timers are dropped when they come up."""
