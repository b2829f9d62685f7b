"""Updates by webhook: in order within a lane, in parallel across lanes, until taken."""

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import aiohttp

from playground.updates import QueuedUpdate, UpdateQueue
from playground.wire import Wire, decode, encode

TIMEOUT_SECONDS = 60
LONGEST_PAUSE = (60.0, 120.0)
LONGEST_TOLD_PAUSE = 3600.0
TAKEN = range(200, 300)


@dataclass(slots=True)
class WebhookSettings:
    """What setWebhook has set, and the last trouble with it."""

    url: str = ""
    secret_token: str | None = None
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""
    on_change: Callable[[], None] | None = None

    def set(self, url: str, secret_token: str | None, max_connections: int) -> None:
        """Change where updates go."""
        self.url, self.secret_token = url, secret_token
        self.max_connections = max(1, min(max_connections, 100))
        self.last_error_date, self.last_error_message = 0, ""
        if self.on_change:
            self.on_change()


@dataclass(slots=True)
class Deliverer:
    """Carries updates to the bot's own web server."""

    settings: WebhookSettings
    updates: UpdateQueue
    call: Callable[[str, Wire], Awaitable[None]]
    """Runs the method that the bot wrote into its answer."""
    first_pause: float = 1.0
    session: aiohttp.ClientSession | None = None
    waiting: dict[int, deque[QueuedUpdate]] = field(default_factory=dict)
    """Lane → its updates in order."""
    workers: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))

    def start(self) -> None:
        """Listen to the queue and to setWebhook."""
        self.updates.on_put = self.begin
        self.settings.on_change = self.begin_again

    def begin(self, queued: QueuedUpdate) -> None:
        """Put an update into its lane and see that somebody works on it."""
        if not self.settings.url:
            return
        lane = self.waiting.setdefault(queued.lane, deque())
        lane.append(queued)
        if queued.lane not in self.workers:
            self.workers[queued.lane] = asyncio.create_task(self._work(queued.lane, lane))

    def begin_again(self) -> None:
        """Deliver everything that waits to the address that is set now."""
        self._stop_workers()
        self.places = asyncio.Semaphore(self.settings.max_connections)
        for queued in self.updates.pending.values():
            self.begin(queued)

    async def close(self) -> None:
        """Stop delivering."""
        await asyncio.gather(*self._stop_workers(), return_exceptions=True)
        if self.session:
            await self.session.close()

    def _stop_workers(self) -> list[asyncio.Task[None]]:
        stopped = list(self.workers.values())
        for task in stopped:
            task.cancel()
        self.workers.clear()
        self.waiting.clear()
        return stopped

    async def _work(self, number: int, lane: deque[QueuedUpdate]) -> None:
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self.waiting[number]
        del self.workers[number]

    async def _deliver(self, queued: QueuedUpdate) -> None:
        pause = self.first_pause
        while self._still_waits(queued):
            async with self.places:
                told = await self._try(queued)
            if told is None:
                self.updates.pending.pop(queued.update_id, None)
                return
            await asyncio.sleep(told or pause)
            pause = min(pause * 2, random.uniform(*LONGEST_PAUSE))  # noqa: S311  only spreads load

    def _still_waits(self, queued: QueuedUpdate) -> bool:
        waits = queued.update_id in self.updates.pending
        return waits and self.updates.clock.now() < queued.expires

    async def _try(self, queued: QueuedUpdate) -> float | None:
        """Post once: None when taken, else the pause that was asked for, 0 if none was."""
        try:
            return await self._post(queued)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._note(f"Connection failed: {type(error).__name__}")
            return 0.0

    async def _post(self, queued: QueuedUpdate) -> float | None:
        headers = {"Content-Type": "application/json"}
        if self.settings.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.settings.secret_token
        body = encode(queued.body)
        async with self._session().post(self.settings.url, data=body, headers=headers) as answer:
            content = await answer.read()
            if answer.status in TAKEN:
                await self._run_answer(content)
                return None
            self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
            return _told_pause(answer.headers.get("Retry-After", ""))

    async def _run_answer(self, content: bytes) -> None:
        try:
            answer = decode(content) if content.strip() else None
        except ValueError:
            return
        if isinstance(answer, dict) and isinstance(answer.get("method"), str):
            await self.call(answer.pop("method"), answer)

    def _session(self) -> aiohttp.ClientSession:
        if self.session is None:
            self.session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
            )
        return self.session

    def _note(self, trouble: str) -> None:
        self.settings.last_error_date = int(self.updates.clock.now())
        self.settings.last_error_message = trouble


def _told_pause(header: str) -> float:
    return min(float(header), LONGEST_TOLD_PAUSE) if header.isdecimal() else 0.0
