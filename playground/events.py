"""What the page hears: every change, as it happens, to everybody who listens."""

import asyncio
from dataclasses import dataclass, field

from playground.wire import Wire

QUEUE_LENGTH = 10_000
"""A listener that is this far behind is dropped; the page then reads the whole state again."""


@dataclass(slots=True, eq=False)
class Listener:
    """One open page."""

    queue: asyncio.Queue[tuple[int, Wire] | None] = field(
        default_factory=lambda: asyncio.Queue(QUEUE_LENGTH)
    )


@dataclass(slots=True)
class Broadcaster:
    """Hands each change to the listeners and wakes whoever waits for one."""

    listeners: set[Listener] = field(default_factory=set)
    last_id: int = 0
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_heard(self) -> bool:
        """Whether writing out the change for pages is worth the work."""
        return bool(self.listeners)

    def publish(self, kind: str, **fields: object) -> None:
        """Tell all pages about one change."""
        self.last_id += 1
        for listener in list(self.listeners):
            self._hand(listener, {"kind": kind, **fields})

    def touch(self) -> None:
        """Wake everybody who waits for a change."""
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def change(self) -> None:
        """Wait for the next change of any kind."""
        await self._changed.wait()

    def listen(self) -> Listener:
        """Open a page's ear."""
        listener = Listener()
        self.listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Close it."""
        self.listeners.discard(listener)

    def close(self) -> None:
        """Send everybody home."""
        for listener in list(self.listeners):
            self._dismiss(listener)

    def _hand(self, listener: Listener, event: Wire) -> None:
        try:
            listener.queue.put_nowait((self.last_id, event))
        except asyncio.QueueFull:
            self._dismiss(listener)

    def _dismiss(self, listener: Listener) -> None:
        self.listeners.discard(listener)
        if listener.queue.full():
            listener.queue.get_nowait()
        listener.queue.put_nowait(None)
