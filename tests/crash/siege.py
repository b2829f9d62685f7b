"""A siege: people report without end, the weather is bad.

And the bot is killed again and again.
"""

import asyncio
import contextlib
import random
import signal
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playground.transcript import transcript
from tests.crash.alley import LOOK_AGAIN, STAFF, Alley
from tests.crash.deeds import Deeds
from tests.crash.keys import Keys
from tests.crash.labels import LABELS
from tests.crash.nursery import Running
from tests.crash.people import Resident, Somebody, Worker
from tests.crash.plan import Kill
from tests.crash.reckoning import Books, Reckoning, confirmed
from tests.crash.reckoning_of_matters import matters_complaints
from tests.crash.visitors import Visitor
from tests.crash.weather import Weather
from tests.unfinished import UNFINISHED

RESIDENTS = 8
ENGLISH = 2
VISITORS = 2
MOST_CALLS_TO_POINT = 3_000
"""A point is reached after some dozens; a slow machine has as many calls as a fast one."""
STILL_SECONDS, STRETCHES = 30.0, 8
"""A bot that is alive calls something in each of so many stretches, in any weather of ours."""
CALM_PATIENCE = 120.0
STOP_PATIENCE = 20.0
SOMETIMES = 0.4
QUIET_LOOKS = 4
LIVES_TO_PLAN = 20
LIFE_TO_PLAN = 80
_PLANNED = "SELECT count(*) FROM due WHERE state = 'scheduled'"
_TIME_PASSES = (
    "UPDATE talk SET changed_at = changed_at - 1800000000 WHERE state = 'open' AND id % 3 = 0",
    """UPDATE due SET due_at = 0 WHERE id IN (
        SELECT id FROM due WHERE state = 'scheduled' ORDER BY id DESC LIMIT 6
    )""",
)


@dataclass
class Siege:
    """One alley, everybody in it, and what was noticed."""

    alley: Alley
    luck: random.Random
    complaints: list[str] = field(default_factory=list)
    figures: dict[str, int] = field(default_factory=dict)
    kills: int = 0
    weather: Weather = field(init=False)
    _over: asyncio.Event = field(default_factory=asyncio.Event)
    _checks: list[asyncio.Task[None]] = field(default_factory=list)
    _everybody: list[Somebody] = field(default_factory=list)

    async def run(self, kills: Sequence[Kill]) -> None:
        """Kill, look, start again, and so on."""

        async def deed() -> None:
            for kill in kills:
                await self._until_planned(kill.plans_needed)
                if kill.plans_needed or self.luck.random() < SOMETIMES:
                    self._let_time_pass()
                await self._life(kill)

        await self.amid(deed)

    async def amid(self, deed: Callable[[], Awaitable[None]]) -> None:
        """Do something amid the bustle; calm down at the end, and compare."""
        weather = self.weather = Weather(self.alley.playground, self.luck)
        lives = [asyncio.create_task(each) for each in self._moved_in()]
        raging = asyncio.create_task(weather.rage(self._over))
        try:
            await deed()
            self._over.set()
            await raging
            await self._calm_down(lives)
            await asyncio.gather(*self._checks)
            self._reckon()
        finally:
            for task in (*lives, raging):
                task.cancel()
            await self.alley.stop()

    def residents(self) -> list[Resident]:
        """Return everybody who reports."""
        return [each for each in self._everybody if isinstance(each, Resident)]

    def _moved_in(self) -> list[Coroutine[object, object, None]]:
        """Give everybody a phone."""
        playground = self.alley.playground
        staff = [self.alley.staff(code) for code in STAFF]
        deeds = Deeds(self.alley.database)
        mine = (LABELS["zh-CN"], self.luck, self._over, deeds)
        self._everybody += [Worker(phone, *mine) for phone in staff]
        for number in range(VISITORS):
            phone = playground.add_phone(f"Visitor {number}", language_code="zh-hans")
            self._everybody.append(Visitor(phone, *mine))
        for number in range(RESIDENTS):
            language = "en" if number < ENGLISH else "zh-CN"
            code = language if language == "en" else "zh-hans"
            phone = playground.add_phone(f"Resident {number}", language_code=code)
            labels = LABELS[language]
            resident = Resident(phone, labels, self.luck, self._over, deeds, language=language)
            self._everybody.append(resident)
        return [each.live() for each in self._everybody]

    async def _life(self, kill: Kill) -> None:
        """Let the bot live until it is killed."""
        start = self.alley.start if kill.while_opening else self.alley.start_and_listen
        self._provoke(kill.order)
        process = await start(kill.order)
        if not kill.order:
            await self._until_called(process, kill.after_calls)
            await process.end(kill.after_seconds)
            if process.ended.done():
                self.complaints.append(f"ended by itself with {process.ended.result()}")
        else:
            await self._until_dead(process)
            if not process.ended.done():
                self.complaints.append(f"{kill.order} was never reached")
        process.kill()
        code = await process.end(10)
        self.kills += 1
        if code != -9:
            self.complaints.append(f"{kill}: ended with {code}")
        self._look()

    async def _until_called(self, process: Running, calls: int) -> None:
        """Let the bot call Telegram so often."""
        log = self.alley.playground.world.calls
        enough = log.total + calls
        while log.total < enough and not process.ended.done():
            await process.end(LOOK_AGAIN)

    async def _until_dead(self, process: Running) -> None:
        """Let the bot come to its point, as long as it does anything and it is not too much."""
        log = self.alley.playground.world.calls
        before, most = -1, log.total + MOST_CALLS_TO_POINT
        for _ in range(STRETCHES):
            if not before < log.total < most:
                return
            before = log.total
            if await process.end(STILL_SECONDS) is not None:
                return

    async def _until_planned(self, plans: int) -> None:
        """Let people begin so much that so many plans can fire; each such life ends by a kill."""
        for _ in range(LIVES_TO_PLAN):
            if self._count(_PLANNED) >= plans:
                return
            await self._life(Kill(after_calls=LIFE_TO_PLAN))

    def _provoke(self, order: str) -> None:
        """See that what seldom comes does come in this life, often enough for the point."""
        point, _, hits = order.partition(":")
        for _ in range(int(hits or 0)):
            if point == "mid_ignore":
                self.weather.send_foreign()
            elif point in {"mid_retry", "mid_give_up"}:
                self.weather.send_broken()

    def _look(self) -> None:
        """Copy the dead database at once, and examine the copy beside the next life."""
        books = Books.copied(self.alley.database, self._beside(f"copy-{self.kills % 4}"))
        said = confirmed(self.alley.playground)
        self._checks.append(asyncio.create_task(asyncio.to_thread(self._examine, books, said)))

    def _beside(self, name: str) -> Path:
        return self.alley.log.with_name(name)

    def _examine(self, books: Books, said: set[int]) -> None:
        self.complaints += [f"after kill {self.kills}: {each}" for each in books.damage()]
        lost = said - books.update_ids()
        self.complaints += [f"update {each} was confirmed and is not stored" for each in lost]
        books.close()

    def _let_time_pass(self) -> None:
        """While nobody has the file, make some plans due, as hours of real time would."""
        connection = sqlite3.connect(self.alley.database)
        with connection:
            for statement in _TIME_PASSES:
                connection.execute(statement)
        connection.close()

    async def _calm_down(self, lives: Sequence[asyncio.Task[None]]) -> None:
        """Let the bot work everything off in peace, then stop it politely."""
        process = self.alley.process
        if process is None or process.ended.done():
            process = await self.alley.start_and_listen()
        try:
            async with asyncio.timeout(CALM_PATIENCE):
                await self._quiet(lives)
        except TimeoutError:
            self.complaints += [
                f"{each.phone.account.first_name} waits: {each.doing}: "
                f"{transcript(each.phone.world, each.phone.user_id)[-1500:]}"
                for each in self._everybody
                if each.busy
            ]
            if self._is_unfinished():
                self.complaints.append("updates or messages are unfinished")
        process.signal(signal.SIGTERM)
        code = await process.end(STOP_PATIENCE)
        if code != 0:
            self.complaints.append(f"the polite stop ended with {code}")

    async def _quiet(self, lives: Sequence[asyncio.Task[None]]) -> None:
        """Wait until nothing has moved for a while: somebody may just be about to look up."""
        quiet_looks = 0
        while quiet_looks < QUIET_LOOKS:
            for task in lives:
                if task.done():
                    task.result()
            is_busy = any(each.busy for each in self._everybody)
            quiet_looks = 0 if is_busy or self._is_unfinished() else quiet_looks + 1
            await asyncio.sleep(0.2)

    def _is_unfinished(self) -> bool:
        return self._count(UNFINISHED) > 0 or bool(self.alley.playground.world.updates.pending)

    def _count(self, query: str) -> int:
        uri = f"{self.alley.database.as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
            number: int = connection.execute(query).fetchone()[0]
        return number

    def _reckon(self) -> None:
        books = Books.copied(self.alley.database, self._beside("copy-end"))
        people = self.alley.playground.world.people.values()
        languages = {
            each.account.id: "en" if each.account.language_code == "en" else "zh-CN"
            for each in people
        }
        reported = [key for each in self.residents() for key in each.reported]
        staff = [each.phone.user_id for each in self._everybody if isinstance(each, Worker)]
        reckoning = Reckoning(
            books,
            self.alley.playground,
            Keys(languages),
            reported,
            frozenset(staff),
            frozenset(self.weather.broken),
            self.kills,
        )
        self.complaints += reckoning.complaints()
        self.complaints += matters_complaints(books, reckoning.figures)
        self.figures = reckoning.figures
        books.close()
