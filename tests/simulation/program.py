"""The program under test: its real parts on a virtual clock, killed and started again."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Generator, Iterator
from contextvars import Context, ContextVar
from dataclasses import dataclass, field
from typing import Any, cast

from bot.community import Community
from bot.events import Happened, Typed
from bot.file_kinds import FileKind
from bot.instants import Instant
from bot.photo_quality import Fault, PhotoMeasures
from handlers import delivery
from handlers.crash_points import no_crash
from handlers.delivery import Delivery
from handlers.desk.desk import Desk
from handlers.desk.neighbourhood import Neighbourhood
from handlers.desk.settings import DeskSettings
from handlers.intake import Polling
from handlers.lanes import Lanes
from handlers.limiter import Limiter
from handlers.photo_check import PhotoCheck
from handlers.photo_rounds import PhotoRounds
from handlers.rendering import Receiver
from handlers.sending import Delivered, Parcel, Postman
from handlers.telegram import TelegramClient
from handlers.tick import Tick
from messages.catalogue import Catalogue
from storage.database import Database, InlineDatabase, Transaction
from storage.inbox import Claim, take_back_updates
from storage.meta import begin_epoch
from storage.sending import take_back_messages
from tests.simulation.line import Line
from tests.simulation.reality import Reality
from tests.simulation.telegram import ERRAND, Errand, Telegram

BOT_ID = 1
TASKS_KEPT = 256
SHORTEST_WAIT = 0.25
TICK_SECONDS = 5  # rarer than in life: idle ticks cost most of a world's time
DEADLY = "☠"
UNFIT = 0.2
GOOD = PhotoMeasures(FileKind.JPEG, Fault.NONE, 1600, 1200, 1500, 500.0, 0.9, 0.8, 0.0)
BROKEN = PhotoMeasures(FileKind.JPEG, Fault.BROKEN)
SELDOM = {"before_commit": 0.2, "after_commit": 0.2, "before_tick": 0.1, "after_tick": 0.1}
PART_OF: ContextVar["Program | None"] = ContextVar("PART_OF", default=None)


@contextlib.contextmanager
def unhurried() -> Iterator[None]:
    """Let delivery look less often whether a full chat takes something again, as the tick does.

    In life it looks fifty times a second; in a world that was a fifth of all work.
    """
    before, delivery.SHORTEST_WAIT = delivery.SHORTEST_WAIT, SHORTEST_WAIT
    try:
        yield
    finally:
        delivery.SHORTEST_WAIT = before


class Died(BaseException):
    """The program was killed just now; nothing of it may do anything any more."""


@dataclass(frozen=True)
class Equipment:
    """What every start of the program reads anew and finds unchanged: the data and the words."""

    community: Community
    neighbourhood: Neighbourhood
    catalogue: Catalogue


class DeadlyDesk(Desk):
    """The real desk; a certain word kills the program that works on it, again and again."""

    async def handle(self, tx: Transaction, happened: Happened, now: Instant) -> None:
        """Take in one event, or die of it."""
        program = PART_OF.get()
        if isinstance(happened.event, Typed) and happened.event.text == DEADLY and program:
            program.kill()
            raise Died
        await super().handle(tx, happened, now)
        # Written in the same transaction: what was worked on is known as surely as its effects.
        tx._connection.execute("INSERT INTO worked_on VALUES (?)", (happened.inbox,))  # noqa: SLF001


class Sleepwalker(Lanes):
    """The real lanes; may wake up after their time with what they were working on."""

    in_hand: Claim | None = None

    async def _attempt(self, claim: Claim) -> None:
        self.in_hand = claim
        await super()._attempt(claim)
        self.in_hand = None

    async def wake_up(self, disk: sqlite3.Connection) -> None:
        """Finish, long after another program has taken over, what was in hand."""
        if self.in_hand:
            self.turns = InlineDatabase(disk)
            self.crash_point = no_crash
            await self._attempt(self.in_hand)


@dataclass(frozen=True)
class Glance:
    """Looks at photos of papers without any: some will do, some will not."""

    reality: Reality

    async def check_photo(self, _: bytes) -> PhotoMeasures:
        """Measure a photo that is good, or is none."""
        await asyncio.sleep(self.reality.dice.uniform(0.1, 2.0))
        return BROKEN if self.reality.chance(UNFIT) else GOOD


class TracedPostman(Postman):
    """The real postman; Telegram only sees, in addition, which row each request belongs to."""

    async def carry(self, parcel: Parcel) -> Delivered:
        """Carry a parcel under its errand."""
        began = asyncio.get_running_loop().time()
        ERRAND.set(Errand(parcel.waiting.id, parcel.attempt, began))
        return await super().carry(parcel)


@dataclass
class Program:
    """One life of the program."""

    reality: Reality
    telegram: Telegram
    disk: sqlite3.Connection
    equipment: Equipment
    fragility: float
    is_dead: bool = False
    dead: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: list[asyncio.Task[Any]] = field(default_factory=list)
    lanes: Sleepwalker | None = None

    async def live(self) -> None:
        """Run until something kills it."""
        outside = PART_OF.set(self)
        first = asyncio.create_task(self._run())
        PART_OF.reset(outside)
        await self.dead.wait()
        await asyncio.gather(first, *self.tasks, return_exceptions=True)
        for task in self.tasks:
            self._look_at(task)

    def pass_point(self, name: str) -> None:
        """Pass a crash point, or die there."""
        self.check_alive()
        if self.reality.mishap(self.fragility * SELDOM.get(name, 1.0)):
            self.reality.note(f"died at {name}")
            self.kill()
            raise Died

    def adopt(self, task: asyncio.Task[Any]) -> None:
        """Let a task belong to this life; finished ones are looked at and let go."""
        if self.is_dead:
            task.cancel()
        if len(self.tasks) >= TASKS_KEPT:
            for each in self.tasks:
                if each.done():
                    self._look_at(each)
            self.tasks = [each for each in self.tasks if not each.done()]
        self.tasks.append(task)

    def check_alive(self) -> None:
        """End whatever still moves after the end."""
        if self.is_dead:
            raise Died

    def kill(self) -> None:
        """End everything at once."""
        if self.is_dead:
            return
        self.is_dead = True
        self.dead.set()
        for task in self.tasks:
            task.cancel()

    async def _run(self) -> None:
        turns = _MortalDatabase(self.disk, self)
        database = cast("Database", turns)
        line = cast("TelegramClient", Line(self.telegram, self.check_alive))
        clock = self.reality.clock
        epoch = await turns.turn(begin_epoch)
        code = self.equipment.community.code
        catalogue = self.equipment.catalogue
        settings = DeskSettings(catalogue.languages, code, "xiaoxiang_bot")
        desk = DeadlyDesk({code: self.equipment.neighbourhood}, settings, catalogue)
        sending = Delivery(
            turns,
            TracedPostman(line, catalogue),
            Limiter(),
            clock,
            epoch,
            Receiver(catalogue.languages[0], code),
            self.pass_point,
        )
        lanes = Sleepwalker(turns, desk, clock, epoch, sending.tell, self.pass_point)
        self.lanes = lanes
        tick = Tick(turns, desk, clock, sending.tell, self.pass_point)
        looking = cast("PhotoCheck", Glance(self.reality))
        telegram = cast("TelegramClient", Line(self.telegram, self.check_alive))
        photos = PhotoRounds(turns, desk, telegram, looking, clock, sending.tell)
        polling = Polling(line, database, clock, BOT_ID, lanes.work.set, self.pass_point)
        intake = asyncio.create_task(polling.run())
        await turns.turn(lambda tx: _take_back(tx, epoch))
        clockwork = (_for_ever(tick.run_once), _for_ever(photos.run_once))
        await asyncio.gather(intake, lanes.run(), sending.run(), *clockwork)

    def _look_at(self, task: asyncio.Task[Any]) -> None:
        error = None if task.cancelled() else task.exception()
        if error is not None and not isinstance(error, Died):
            self.reality.errors.append(f"a part of the program ended: {error!r}")


class _MortalDatabase(InlineDatabase):
    """The database of a program that may be dead."""

    def __init__(self, disk: sqlite3.Connection, program: Program) -> None:
        super().__init__(disk, program.pass_point)
        self._program = program

    async def turn(self, body: Any) -> Any:  # noqa: ANN401 - the base class has the types
        """Run a turn, unless the program is dead."""
        self._program.check_alive()
        return await super().turn(body)


async def _take_back(tx: Transaction, epoch: int) -> None:
    await take_back_updates(tx, epoch)
    await take_back_messages(tx, epoch)


async def _for_ever(round_of_work: Callable[[], Awaitable[object]]) -> None:
    """Do what there is to do, and look again later."""
    while True:
        await round_of_work()
        await asyncio.sleep(TICK_SECONDS)


def task_factory(
    loop: asyncio.AbstractEventLoop,
    coroutine: Coroutine[Any, Any, Any] | Generator[Any, None, Any],
    context: Context | None = None,
) -> asyncio.Task[Any]:
    """Make a task; one that a program starts belongs to it and dies with it."""
    task: asyncio.Task[Any] = asyncio.Task(coroutine, loop=loop, context=context)
    program = PART_OF.get()
    if program is not None:
        program.adopt(task)
    return task
