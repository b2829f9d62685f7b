"""How fast a bot may send: the model behind 429."""

import math
from collections import deque
from dataclasses import dataclass, field

from playground import limits
from playground.clock import Clock


@dataclass(slots=True)
class Window:
    """At most `most` sends in any `seconds`."""

    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until one more may go, 0 if at once."""
        while self.times and now - self.times[0] >= self.seconds:
            self.times.popleft()
        if len(self.times) < self.most:
            return 0.0
        return self.times[0] + self.seconds - now


@dataclass(slots=True)
class Rates:
    """All windows of one bot."""

    clock: Clock
    overall: Window = field(default_factory=lambda: Window(limits.PER_SECOND_OVERALL, 1.0))
    chats: dict[int, Window] = field(default_factory=dict)

    def take(self, chat_id: int) -> int:
        """Take one send for this chat: 0 if it may go, else the whole seconds to wait."""
        now, chat = self.clock.now(), self._of(chat_id)
        wait = max(self.overall.wait(now), chat.wait(now))
        if wait > 0:
            return math.ceil(wait)
        self.overall.times.append(now)
        chat.times.append(now)
        return 0

    def _of(self, chat_id: int) -> Window:
        if chat_id not in self.chats:
            self.chats[chat_id] = _group() if chat_id < 0 else _private()
        return self.chats[chat_id]


def _private() -> Window:
    burst = limits.CHAT_BURST
    return Window(burst, burst / limits.PER_SECOND_CHAT)


def _group() -> Window:
    return Window(limits.PER_MINUTE_GROUP, 60.0)
