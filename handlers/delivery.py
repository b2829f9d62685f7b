"""Delivery: only what is committed is sent; results are written down in groups."""

import asyncio
import logging
import sqlite3
from collections import deque
from dataclasses import dataclass, field

from bot.instants import SECOND, Instant, after
from bot.telling import Haste
from handlers.clock import Clock
from handlers.crash_points import CrashPoint, no_crash
from handlers.limiter import Limiter
from handlers.outcomes import Fate
from handlers.rendering import Receiver, Shown
from handlers.sending import Delivered, Parcel, Postman, mark_of
from storage import sending
from storage.sending import Kept, Mark, Subject, Waiting
from storage.transactions import Transaction
from storage.turns import Turns

AT_ONCE = 4
LOOKED_AT = 16
LONGEST_WAIT = 2.0
SHORTEST_WAIT = 0.02
GATHER_SECONDS = 0.005
STORAGE_PAUSE = 0.5
LAST_SENDS_SECONDS = 8.0
# A message that is tried again holds back the later ones of its chat, but not for ever.
KEPT_IN_ORDER = 5
LONG_HOLD_SECONDS = 30
TWO_CHATS_WITHIN = 5 * SECOND
STOP_PAUSE_SECONDS = 30
_log = logging.getLogger("xiaoxiang.delivery")


@dataclass
class Delivery:
    """Sends what waits in the outbox."""

    turns: Turns
    postman: Postman
    limiter: Limiter
    clock: Clock
    epoch: int
    fallback: Receiver
    crash_point: CrashPoint = no_crash
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    _results: list[Delivered] = field(default_factory=list)
    _on_the_way: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _held: deque[tuple[Instant, int]] = field(default_factory=lambda: deque(maxlen=8))

    async def run(self) -> None:
        """Deliver for ever; a fault of the storage is waited out."""
        while True:
            self.wake.clear()
            try:
                taken = await self._exchange()
                for parcel in taken:
                    self._send_off(parcel)
                await self._wait(took=bool(taken))
            except sqlite3.Error as error:
                _log.warning("delivery_waits", extra={"reason": type(error).__name__})
                await asyncio.sleep(STORAGE_PAUSE)

    async def finish(self) -> None:
        """Let what is on its way arrive and write it down, so that a stop leaves no doubts."""
        late: set[asyncio.Task[None]] = set()
        if self._on_the_way:
            _, late = await asyncio.wait(self._on_the_way.values(), timeout=LAST_SENDS_SECONDS)
        chats = [chat_id for chat_id, task in self._on_the_way.items() if task in late]
        results, now = tuple(self._results), self.clock.now()

        async def body(tx: Transaction) -> None:
            for delivered in results:
                await _write_down(tx, delivered, now)
            await sending.put_back_messages(tx, self.epoch, chats)

        try:
            await self.turns.turn(body)
        except sqlite3.Error as error:
            _log.warning("delivery_not_finished", extra={"reason": type(error).__name__})

    def tell(self) -> None:
        """Say that there may be something to send."""
        self.wake.set()

    def _send_off(self, parcel: Parcel) -> None:
        task = asyncio.create_task(self._carry(parcel))
        self._on_the_way[parcel.waiting.chat_id] = task

    async def _carry(self, parcel: Parcel) -> None:
        self.crash_point("before_render")
        try:
            delivered = await self.postman.carry(parcel)
        except Exception as error:  # noqa: BLE001 - our own mistake must neither stop nor repeat the rest
            _log.error("not_rendered", extra={"outbox": parcel.waiting.id}, exc_info=error)
            delivered = Delivered(parcel, Fate.DEAD, error=type(error).__name__)
        self.crash_point("after_send")
        self._results.append(delivered)
        self.wake.set()

    async def _exchange(self) -> tuple[Parcel, ...]:
        """Write down what came of the last messages and take up the next, in one transaction."""
        results, now = tuple(self._results), self.clock.now()
        for delivered in results:
            self._learn(delivered, now)
        if results:
            self.crash_point("before_mark")
        taken = await self.turns.turn(lambda tx: self._write_and_take(tx, results, now))
        del self._results[: len(results)]
        for delivered in results:
            self._on_the_way.pop(delivered.parcel.waiting.chat_id, None)
        if results:
            self.crash_point("after_mark")
        if taken:
            self.crash_point("after_take")
        return taken

    async def _write_and_take(
        self, tx: Transaction, results: tuple[Delivered, ...], now: Instant
    ) -> tuple[Parcel, ...]:
        for delivered in results:
            await _write_down(tx, delivered, now)
            self.crash_point("mid_mark")
        done = {delivered.parcel.waiting.chat_id for delivered in results}
        busy = {chat_id for chat_id in self._on_the_way if chat_id not in done}
        free = AT_ONCE - len(busy)
        if free <= 0:
            return ()
        busy |= await sending.held_chats(tx, now)
        slow = self.limiter.exhausted(now / SECOND)
        taken: list[Parcel] = []
        for waiting in await sending.waiting_messages(tx, Kept(busy, slow), now, LOOKED_AT):
            if waiting.chat_id not in busy and await self._may_go(tx, waiting, now):
                busy.add(waiting.chat_id)
                await sending.claim_message(tx, waiting.id, self.epoch)
                self.crash_point("mid_take")
                taken.append(await self._parcel(tx, waiting))
                if len(taken) == free:
                    break
        return tuple(taken)

    async def _may_go(self, tx: Transaction, waiting: Waiting, now: Instant) -> bool:
        if waiting.expires_at is not None and waiting.expires_at <= now:
            await sending.settle_message(tx, waiting.id, "expired", "")
            return False
        if not await sending.may_receive(tx, waiting):
            _log.warning("not_for_this_chat", extra={"outbox": waiting.id})
            await sending.settle_message(tx, waiting.id, "suppressed", "audience")
            return False
        return self.limiter.take(waiting.chat_id, Haste(waiting.haste), now / SECOND)

    async def _parcel(self, tx: Transaction, waiting: Waiting) -> Parcel:
        receiver = await sending.receiver_of(tx, waiting.chat_id)
        shown = None
        if waiting.subject:
            shown = await sending.shown_message(tx, waiting.chat_id, waiting.subject)
        return Parcel(
            await sending.with_what_is_confided(tx, waiting),
            Receiver(*receiver) if receiver else self.fallback,
            Shown(*shown) if shown else None,
        )

    def _learn(self, delivered: Delivered, now: Instant) -> None:
        """Pause everything when Telegram means everybody.

        A long pause, two chats at once, or a wrong token.
        """
        if delivered.fate is Fate.STOP:
            _log.error("token_refused")
            self.limiter.hold(now / SECOND + STOP_PAUSE_SECONDS)
        elif delivered.fate is Fate.HOLD and delivered.refusal:
            seconds = delivered.refusal.retry_after
            chat_id = delivered.parcel.waiting.chat_id
            recent = {chat for at, chat in self._held if now - at < TWO_CHATS_WITHIN}
            self._held.append((now, chat_id))
            if seconds > LONG_HOLD_SECONDS or recent - {chat_id}:
                self.limiter.hold(now / SECOND + seconds + 1)

    async def _wait(self, *, took: bool) -> None:
        """Wait for a result, for news, or for the time at which something may be sent."""
        if not self._results:
            await self._wait_for_news(took=took)
        if self._results:
            await self._gather()

    async def _gather(self) -> None:
        """Let the others that are on the way arrive too: results are written down together."""
        try:
            async with asyncio.timeout(GATHER_SECONDS):
                while len(self._results) < len(self._on_the_way):
                    self.wake.clear()
                    await self.wake.wait()
        except TimeoutError:
            return

    async def _wait_for_news(self, *, took: bool) -> None:
        seconds = LONGEST_WAIT
        if not took and len(self._on_the_way) < AT_ONCE:
            seconds = await self._until_next()
        try:
            async with asyncio.timeout(min(max(seconds, SHORTEST_WAIT), LONGEST_WAIT)):
                await self.wake.wait()
        except TimeoutError:
            return

    async def _until_next(self) -> float:
        """Return in how many seconds something may be sent; nothing may while all is held."""
        now, busy = self.clock.now(), tuple(self._on_the_way)
        held = self.limiter.held_until - now / SECOND
        if held > 0:
            return held
        next_at = await self.turns.turn(lambda tx: sending.next_message_at(tx, busy, now))
        return LONGEST_WAIT if next_at is None else (next_at - now) / SECOND


async def _write_down(tx: Transaction, delivered: Delivered, now: Instant) -> None:
    waiting = delivered.parcel.waiting
    mark = mark_of(delivered, now)
    subject = await sending.mark_message(tx, mark)
    if subject is None:
        return
    shows, refusal = Subject(waiting.chat_id, subject), delivered.refusal
    match delivered.fate:
        case Fate.SENT if subject and delivered.message_id:
            await sending.set_shown_message(
                tx, shows, delivered.message_id, has_photo=delivered.has_photo
            )
        case Fate.PARK:
            await sending.park_messages(tx, waiting.chat_id, delivered.error)
        case Fate.MOVED if refusal:
            await sending.move_chat(tx, waiting.chat_id, refusal.migrate_to_chat_id)
        case Fate.HOLD if refusal:
            until = after(now, (refusal.retry_after + 1) * SECOND)
            await sending.hold_chat(tx, waiting.chat_id, until, "429")
        case _ if mark.state == "pending":
            await _keep_in_order(tx, delivered, shows, mark)


async def _keep_in_order(
    tx: Transaction, delivered: Delivered, shows: Subject, mark: Mark
) -> None:
    """Let the later messages of a chat wait, and doubt what shows the subject if need be."""
    if delivered.fate is Fate.UNSURE and shows.name:
        await sending.doubt_shown_message(tx, shows)
    if delivered.parcel.attempt <= KEPT_IN_ORDER:
        await sending.hold_chat(tx, shows.chat_id, mark.not_before, "retry")
