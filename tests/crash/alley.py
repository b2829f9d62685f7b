"""An alley of its own: a Telegram, a folder on the disk.

And the process of the bot that is started again and again.
"""

import asyncio
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bot.community_items import Item
from handlers.clock import Clock
from handlers.inviting import Wanted, make_invitation
from handlers.loading import apply
from handlers.settings import DATABASE_NAME
from playground.phones import Phone
from playground.server import Playground
from storage.community_folder import read_folder
from storage.database import Database
from tests.crash.nursery import Nursery, Running
from tests.crash.zygote import ROOT

COMMUNITY = ROOT / "examples" / "jiangwan"
STAFF = ("worker_1", "worker_2", "worker_3", "worker_4", "worker_5", "clerk_1")
LOOK_AGAIN = 0.005


@dataclass(frozen=True)
class Prepared:
    """A folder with the sample community loaded.

    And an unused invitation for each of the staff.
    """

    folder: Path
    invitations: Mapping[str, str]


@cache
def community_items() -> tuple[Item, ...]:
    """Read the sample community, once in a process: reading checks all of it."""
    return read_folder(COMMUNITY).items


async def prepare(folder: Path) -> Prepared:
    """Load the community once; every alley starts from a copy."""
    await apply(folder, community_items())
    async with Database.open(folder / DATABASE_NAME) as database:
        links = {
            staff: await make_invitation(database, Wanted(staff, 24), Clock(), "xiaoxiang_bot")
            for staff in STAFF
        }
    payloads = {staff: invited.link.partition("start=")[2] for staff, invited in links.items()}
    return Prepared(folder, payloads)


@dataclass
class Alley:
    """Where everything of one bot happens."""

    playground: Playground
    folder: Path
    nursery: Nursery
    invitations: Mapping[str, str]
    environment: Mapping[str, str] = field(default_factory=dict)
    log_folder: Path | None = None
    process: Running | None = None
    intake_seconds: list[float] = field(default_factory=list)

    @classmethod
    def of(
        cls, prepared: Prepared, playground: Playground, folder: Path, nursery: Nursery
    ) -> "Alley":
        """Begin with a copy of the prepared folder."""
        shutil.copytree(prepared.folder, folder)
        return cls(playground, folder, nursery, prepared.invitations)

    @property
    def log(self) -> Path:
        """Everything that the bot has ever said on this alley's terminal."""
        return (self.log_folder or self.folder) / "bot.log"

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / DATABASE_NAME

    def said(self) -> str:
        """Read the log."""
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""

    async def until_said(self, words: str, patience: float = 60.0) -> None:
        """Wait until the bot has said something on the terminal or in the log."""
        async with asyncio.timeout(patience):
            while words not in self.said():  # noqa: ASYNC110 - another process writes the log
                await asyncio.sleep(0.05)

    def staff(self, code: str) -> Phone:
        """Give a member of staff a phone and open the invitation on it."""
        phone = self.playground.add_phone(f"Staff {code}", language_code="zh-hans")
        phone.start(self.invitations[code])
        return phone

    async def start(self, crash: str = "", **more: str) -> Running:
        """Start the bot on this folder."""
        environment = {
            "XIAOXIANG_TOKEN": self.playground.token,
            "XIAOXIANG_API": self.playground.url,
            "XIAOXIANG_DATA": str(self.folder),
            "XIAOXIANG_CRASH": crash,
            "XIAOXIANG_UNLIMITED": "1",
            "XIAOXIANG_LANGUAGE": "en",
            **self.environment,
            **more,
        }
        self.process = await self.nursery.start(environment, self.log)
        return self.process

    async def start_and_listen(self, crash: str = "", **more: str) -> Running:
        """Start the bot and wait until it fetches updates, or is dead again before it could."""
        polls, began = self.playground.world.updates.polls, time.monotonic()
        process = await self.start(crash, **more)
        while self.playground.world.updates.polls == polls and not process.ended.done():  # noqa: ASYNC110 - a killed process sets no event
            await asyncio.sleep(LOOK_AGAIN)
        if not process.ended.done():
            self.intake_seconds.append(time.monotonic() - began)
        return process

    async def stop(self) -> None:
        """Take the process away at the end of a test."""
        if self.process:
            self.process.kill()
            await self.process.end(10)
