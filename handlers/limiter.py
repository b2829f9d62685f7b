"""How fast we may speak: in all, in a chat, in a group; some room is kept for danger."""

from collections import OrderedDict
from dataclasses import dataclass

from bot.telling import Haste

CHATS_REMEMBERED = 5_000
LONGEST_PAUSE = 10.0
"""Seconds after which every chat has a token again."""


@dataclass(slots=True)
class Bucket:
    """Tokens that come back with time; it starts empty, so that a restart brings no burst."""

    per_second: float
    burst: float
    tokens: float = 0.0
    at: float = 0.0

    def fill(self, now: float) -> float:
        """Return the tokens there are now."""
        if self.at:
            self.tokens = self.there_are(now)
        self.at = now  # also when the clock was put back: then the waiting begins anew
        return self.tokens

    def there_are(self, now: float) -> float:
        """Return the tokens there would be, without touching them."""
        return min(self.burst, self.tokens + max(0.0, now - self.at) * self.per_second)


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages a second in all and in a private chat, a minute in a group.

    Bursts that are allowed, room that is kept free, and the share of broadcasts.
    """

    overall: float = 25.0
    chat: float = 1.0
    chat_burst: float = 3.0
    group_per_minute: float = 18.0
    kept_for_pressing: float = 3.0
    broadcast_share: float = 0.6


UNLIMITED = Rates(1e9, 1e9, 1e9, 1e9, 0.0, 1.0)


class Limiter:
    """Own limits: a pause after a refusal holds for everybody and ends without a burst."""

    def __init__(self, rates: Rates | None = None) -> None:
        self.rates = rates or Rates()
        burst = max(self.rates.overall / 5, self.rates.kept_for_pressing + 1)
        # A burst and what comes back within its second together never exceed the promise.
        self._overall = Bucket(self.rates.overall + 1 - burst, burst)
        self._broadcast = Bucket(self.rates.overall * self.rates.broadcast_share, burst)
        self._chats: OrderedDict[int, Bucket] = OrderedDict()
        self._emptied: set[int] = set()
        self.held_until = 0.0
        self._began: float | None = None

    def hold(self, until: float) -> None:
        """Say nothing to anybody before `until`, and begin slowly afterwards."""
        self.held_until = max(self.held_until, until)
        self._overall.tokens = 0.0
        self._overall.at = max(self._overall.at, until)

    def take(self, chat_id: int, haste: Haste, now: float) -> bool:
        """Take leave to send one message now; False: later."""
        if self._began is None:
            self._began = now
        needed = 1.0 if haste <= Haste.DANGER else 1.0 + self.rates.kept_for_pressing
        if now < self.held_until or self._overall.fill(now) < needed:
            return False
        # Answers to presses are no messages: they count in all, but not in their chat.
        buckets = (
            [self._overall] if haste is Haste.PRESS_ANSWER else self._buckets(chat_id, haste, now)
        )
        if any(bucket.fill(now) < 1.0 for bucket in buckets):
            return False
        for bucket in buckets:
            bucket.tokens -= 1.0
        if chat_id in self._chats and self._chats[chat_id].tokens < 1.0:
            self._emptied.add(chat_id)
        return True

    def exhausted(self, now: float) -> set[int]:
        """Return the chats that must wait, so that what waits for them hides nobody else's."""
        for chat in tuple(self._emptied):
            bucket = self._chats.get(chat)
            if bucket is None or bucket.there_are(now) >= 1.0:
                self._emptied.discard(chat)
        return set(self._emptied)

    def _buckets(self, chat_id: int, haste: Haste, now: float) -> list[Bucket]:
        buckets = [self._overall, self._chat(chat_id, now)]
        if haste is Haste.BROADCAST:
            buckets.append(self._broadcast)
        return buckets

    def _chat(self, chat_id: int, now: float) -> Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            bucket = self._new_chat(chat_id, now)
            self._chats[chat_id] = bucket
            if len(self._chats) > CHATS_REMEMBERED:
                self._chats.popitem(last=False)
        self._chats.move_to_end(chat_id)
        return bucket

    def _new_chat(self, chat_id: int, now: float) -> Bucket:
        """Return the bucket of a chat that was quiet for as long as we know: since our start."""
        if chat_id < 0:
            bucket = Bucket(self.rates.group_per_minute / 60, 1.0)
        else:
            bucket = Bucket(self.rates.chat, self.rates.chat_burst)
        bucket.fill(now if self._began is None else self._began)
        return bucket
