"""A street to test on: the real bot on a real database, a local Telegram, people by name."""

import asyncio
import contextlib
import shutil
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from handlers.application import Running, running
from handlers.clock import Clock
from handlers.limiter import UNLIMITED
from handlers.settings import Settings
from playground.clock import Clock as TelegramClock
from playground.messages import StoredMessage
from playground.phones import Phone
from playground.server import Playground
from tests.unfinished import UNFINISHED

TUESDAY_TEN = 1_795_485_600.0
"""Tuesday, 24 November 2026, 10:00 in Shanghai: a working day."""
PATIENCE = 15.0
LOOK_AGAIN = 0.004
STAFF = {
    "worker_1": "罗小梅",
    "worker_2": "彭志远",
    "worker_3": "易慧敏",
    "worker_4": "邹春兰",
    "worker_5": "黎国强",
    "clerk_1": "甘志明",
    "org_care": "温丽华",
    "org_law": "言正平",
    "org_repair": "石永刚",
    "org_dance": "江月娥",
    "org_canteen": "饶春香",
    "mediator_1": "费文安",
    "legal_1": "闻素琴",
}
Row = tuple[object, ...]


class DayClock(TelegramClock):
    """The playground's clock, running from a known working day on."""

    def __init__(self, starts_at: float = TUESDAY_TEN) -> None:
        super().__init__()
        self._starts_at = starts_at
        self._zero = time.monotonic()

    def _base(self) -> float:
        return self._starts_at + time.monotonic() - self._zero


@dataclass(repr=False)  # asyncio would write everything in it out, six times a test
class Street:
    """Everybody who lives here, the bot, and what it has written down."""

    playground: Playground
    settings: Settings
    people: dict[str, Phone] = field(default_factory=dict)
    bot: Running | None = None
    patience: float = PATIENCE
    _stack: contextlib.AsyncExitStack = field(default_factory=contextlib.AsyncExitStack)
    _reader: sqlite3.Connection | None = None

    async def start_bot(self) -> None:
        """Start the bot, as its process would."""
        clock = Clock(self.playground.clock.now)
        self.bot = await self._stack.enter_async_context(running(self.settings, clock))

    async def stop_bot(self) -> None:
        """Stop the bot; the people and Telegram stay."""
        self.close_reader()
        await self._stack.aclose()
        self.bot = None

    def close_reader(self) -> None:
        """Let go of the database."""
        if self._reader:
            self._reader.close()
            self._reader = None

    def somebody(self, name: str, language: str = "zh-hans") -> Phone:
        """Give somebody a phone, under the name that transcripts use."""
        phone = self.playground.add_phone(name, language_code=language)
        self.people[name] = phone
        return phone

    async def staff(self, *codes: str) -> None:
        """Let members of staff join by their invitations."""
        for code in codes:
            phone = self.somebody(STAFF[code])
            phone.start(await self.invitation(code))
        await self.settle()

    async def invitation(self, code: str, hours: int = 1) -> str:
        """Return the payload of a new invitation's link."""
        assert self.bot
        wish = {"staff": code, "hours": hours, "community": ""}
        link = (await self.bot.grant_invitation(wish))["link"]
        return str(link).partition("start=")[2]

    async def settle(self) -> None:
        """Wait until everything is worked off and sent."""
        await self.until(self.is_quiet)

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(self.patience):
            while not holds():  # noqa: ASYNC110 - a database tells nobody when it changes
                await asyncio.sleep(LOOK_AGAIN)

    def is_quiet(self) -> bool:
        """Whether nothing waits, at Telegram or here."""
        return not self.playground.world.updates.pending and self.value(UNFINISHED) == 0

    def rows(self, query: str, *values: object) -> list[Row]:
        """Look into the database."""
        if self._reader is None:
            address = f"file:{self.settings.database}?mode=ro"
            self._reader = sqlite3.connect(address, uri=True, isolation_level=None)
        return self._reader.execute(query, values).fetchall()

    def value(self, query: str, *values: object) -> object:
        """Look up one value in the database."""
        rows = self.rows(query, *values)
        return rows[0][0] if rows else None

    async def pass_time(self, minutes: float) -> None:
        """Move everybody's clock forward and wait until what is due has happened."""
        self.playground.clock.move_forward(minutes * 60)
        await self.until(self._nothing_is_due)
        await self.settle()

    def said_to(self, name: str) -> list[StoredMessage]:
        """Return what the bot's messages in somebody's chat look like now."""
        bot_id = self.playground.world.bot.id
        return [each for each in self.people[name].messages() if each.sender.id == bot_id]

    def _nothing_is_due(self) -> bool:
        now = int(self.playground.clock.now() * 1_000_000)
        waiting = self.value(
            "SELECT count(*) FROM due WHERE state = 'scheduled' AND due_at <= ?", now
        )
        return waiting == 0


@contextlib.asynccontextmanager
async def open_street(template: Path, folder: Path, **changes: object) -> AsyncIterator[Street]:
    """Open a street on a copy of a loaded database; `changes` go into the bot's settings."""
    shutil.copytree(template, folder, dirs_exist_ok=True)
    async with Playground(clock=DayClock()) as playground:
        settings = Settings(playground.token, folder, playground.url, rates=UNLIMITED)
        street = Street(playground, replace(settings, **changes))  # type: ignore[arg-type]
        await street.start_bot()
        try:
            yield street
        finally:
            await street.stop_bot()
