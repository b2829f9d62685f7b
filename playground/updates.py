"""The queue of updates that wait for the bot."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from playground import limits
from playground.clock import Clock
from playground.wire import Wire

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
)
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
DEFAULT_KINDS = frozenset(KINDS) - ONLY_ON_REQUEST

FIRST_UPDATE_ID = 100_000_001
KEPT_UPDATES = 1000
FAR_AHEAD = 10
"""An offset further than this behind the newest update brings the whole queue again."""


@dataclass(frozen=True, slots=True)
class QueuedUpdate:
    """One update, until when it waits, and which others it must not overtake."""

    update_id: int
    body: Wire
    expires: float
    lane: int


@dataclass(slots=True)
class UpdateQueue:
    """What the bot has not confirmed yet, oldest first."""

    clock: Clock
    next_id: int = FIRST_UPDATE_ID
    allowed: frozenset[str] = DEFAULT_KINDS
    allowed_as_given: tuple[str, ...] | None = None
    pending: dict[int, QueuedUpdate] = field(default_factory=dict)
    on_put: Callable[[QueuedUpdate], None] | None = None
    """Called with each new update: the webhook listens here."""
    polls: int = 0
    """Number of the newest getUpdates call; an older one that still waits must end."""
    last_poll: tuple[int, float] = (0, 0.0)
    """Offset and time of the last getUpdates call."""
    recent: deque[Wire] = field(default_factory=lambda: deque(maxlen=KEPT_UPDATES))
    """Updates that were put lately, so that a test can have them delivered once more."""
    again: list[Wire] = field(default_factory=list)
    closed: bool = False
    _arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, kind: str, payload: Wire, lane: int) -> int | None:
        """Queue one update unless the bot did not subscribe to its kind; return its id."""
        if kind not in self.allowed:
            return None
        press = kind == "callback_query"
        seconds = limits.CALLBACK_UPDATE_SECONDS if press else limits.UPDATE_SECONDS
        return self._append({kind: payload}, seconds, lane)

    def put_raw(self, raw: Wire) -> int:
        """Queue anything at all, as a test gave it, under a new update_id."""
        raw = {name: value for name, value in raw.items() if name != "update_id"}
        return self._append(raw, limits.UPDATE_SECONDS, 0)

    def repeat(self, update_id: int) -> None:
        """Hand out an update once more under its old id, as after a lost confirmation."""
        self.again += [body for body in self.recent if body["update_id"] == update_id]
        self._wake()

    def subscribe(self, kinds: Iterable[str] | None) -> None:
        """Remember what the bot wants; None keeps what it wanted before."""
        if kinds is None:
            return
        given = tuple(kind for kind in kinds if kind in KINDS)
        self.allowed = frozenset(given) or DEFAULT_KINDS
        self.allowed_as_given = given or None

    def confirm(self, offset: int) -> None:
        """Forget all before a positive offset, or all but the tail that a negative one asks."""
        if offset < 0:
            doomed = list(self.pending)[:offset]
        elif self._is_far_ahead(offset):
            doomed = []
        else:
            doomed = list(takewhile(lambda update_id: update_id < offset, self.pending))
        for update_id in doomed:
            del self.pending[update_id]

    def read(self, limit: int) -> list[Wire]:
        """Return the oldest updates that have not expired."""
        self._drop_expired_head()
        now, found = self.clock.now(), self.again[:limit]
        del self.again[:limit]
        for queued in self.pending.values():
            if len(found) == limit:
                break
            if now < queued.expires:
                found.append(queued.body)
        return found

    def waiting(self) -> int:
        """Count what waits."""
        now = self.clock.now()
        return sum(now < queued.expires for queued in self.pending.values())

    def clear(self) -> None:
        """Drop everything that waits."""
        self.pending.clear()

    def begin_poll(self) -> int:
        """Take a number for a new getUpdates call and wake the one that waits, so that it ends."""
        self.polls += 1
        self._wake()
        return self.polls

    def close(self) -> None:
        """End the waiting of everybody, with nothing in hand."""
        self.closed = True
        self._wake()

    async def arrival(self) -> None:
        """Wait until something new is put."""
        await self._arrived.wait()

    def _append(self, content: Wire, seconds: float, lane: int) -> int:
        update_id, self.next_id = self.next_id, self.next_id + 1
        body = {"update_id": update_id, **content}
        queued = QueuedUpdate(update_id, body, self.clock.now() + seconds, lane)
        self.pending[update_id] = queued
        self.recent.append(body)
        self._announce(queued)
        return update_id

    def _announce(self, queued: QueuedUpdate) -> None:
        self._wake()
        if self.on_put:
            self.on_put(queued)

    def _wake(self) -> None:
        arrived, self._arrived = self._arrived, asyncio.Event()
        arrived.set()

    def _is_far_ahead(self, offset: int) -> bool:
        return offset > self.next_id + FAR_AHEAD

    def _drop_expired_head(self) -> None:
        now = self.clock.now()
        doomed = []
        for queued in self.pending.values():
            if now < queued.expires:
                break
            doomed.append(queued.update_id)
        for update_id in doomed:
            del self.pending[update_id]
