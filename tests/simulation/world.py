"""One seed, one world: a neighbourhood, its Telegram, its people, a program that dies."""

import asyncio
import contextlib
import sqlite3
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bot.community import Community, Role
from bot.community_items import assemble
from handlers.desk.neighbourhood import neighbourhood_of
from messages.catalogue import Catalogue
from storage.community_folder import read_folder
from storage.community_load import load
from storage.database import InlineDatabase
from storage.migrations import migrate
from storage.opening import open_for_writing
from tests.simulation.meanings import Meanings
from tests.simulation.notebooks import NOTEBOOKS
from tests.simulation.people import Person, Temper
from tests.simulation.program import Equipment, Program, Sleepwalker
from tests.simulation.reality import Reality
from tests.simulation.telegram import Telegram
from tests.simulation.update_queue import UpdateQueue
from tests.simulation.updates import Account
from tests.simulation.weather import Weather

FOLDER = Path(__file__).parents[2] / "examples" / "jiangwan"
RESIDENTS = 5
FRAGILITY = (0.0, 0.003, 0.008, 0.02)
ROUSED = 0.5
DEATHS_BELIEVED = 600
FASHION = 0.7
WAYS_TO_COME = ("appointment", "ticket", "ticket")
BUSY = "W2"
"""The window that everybody wants to go to, so that people meet there."""
FORGOTTEN_PROMISES: list[str] = []
"""Statements with which a mutant takes a promise out of the database."""
PACES = (10.0, 15.0, 40.0)
STAFF_PACES = {"worker": (5.0, 10.0, 30.0), "clerk": (5.0, 10.0)}
OTHER_PACES = (30.0, 60.0)
INITIATIVE = {"clerk": 0.04}
PAUSES = (1.0, 2.0, 5.0, 60.0, 1200.0)
PAUSE_WEIGHTS = (40, 30, 20, 8, 2)


@dataclass
class World:
    """Everything that there is."""

    reality: Reality
    telegram: Telegram
    disk: sqlite3.Connection
    equipment: Equipment
    meanings: Meanings
    favourite: tuple[str, ...]
    people: list[Person] = field(default_factory=list)
    deaths: int = 0
    sleepwalks: list[asyncio.Task[None]] = field(default_factory=list)
    ended_at: int = 0
    program: Program | None = None

    @property
    def database(self) -> InlineDatabase:
        """The database for those who set things up or look at the end."""
        return InlineDatabase(self.disk)

    @property
    def community(self) -> Community:
        """The neighbourhood's data."""
        return self.equipment.community

    def residents(self) -> list[Person]:
        """Return everybody who is no staff."""
        return [each for each in self.people if each.part == "resident"]


def new_world(reality: Reality, seconds: float) -> World:
    """Return the world as it is before anything happens."""
    weather = Weather.of(reality, seconds)
    telegram = Telegram(reality, weather, UpdateQueue(reality))
    disk = new_disk(reality)
    favourite = reality.dice.choice(wishes())
    world = World(reality, telegram, disk, equipment(), Meanings(disk), favourite)
    world.people = [*_residents(world), *_staff(world)]
    return world


async def keep_running(world: World) -> None:
    """Start the program again whenever it has died."""
    dice = world.reality.dice
    fragility = dice.choice(FRAGILITY)
    sleeper: Sleepwalker | None = None
    while world.deaths < DEATHS_BELIEVED:
        await world.reality.awake.wait()
        world.telegram.lives += 1
        world.program = Program(
            world.reality, world.telegram, world.disk, world.equipment, fragility
        )
        await _rouse(sleeper, world)
        await world.program.live()
        sleeper = world.program.lanes
        world.deaths += 1
        pause = dice.choices(PAUSES, PAUSE_WEIGHTS)[0] * dice.uniform(1.0, 1.5)
        await asyncio.sleep(1.0)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(world.reality.calm.wait(), pause - 1.0)
    world.reality.errors.append("the program dies without end")


async def _rouse(sleeper: Sleepwalker | None, world: World) -> None:
    """Let a program that was thought dead, and was only slow, wake up beside its successor."""
    if sleeper and sleeper.in_hand and world.reality.mishap(ROUSED):

        async def later() -> None:
            await asyncio.sleep(world.reality.dice.uniform(0.1, 5.0))
            await sleeper.wake_up(world.disk)

        world.sleepwalks.append(asyncio.create_task(later()))


@cache
def wishes() -> tuple[tuple[str, ...], ...]:
    """Return what residents ask for on purpose, kind by kind, in the words of today's data."""
    community = equipment().community
    named = {code: each.name.in_language("zh-CN") for code, each in community.services.items()}
    errands = [f"/errand {named[code]}" for code in community.errands if code in named]
    papers = [f"/papers {name}" for name in named.values()]
    at_one = [named[code] for code, each in community.services.items() if each.window == BUSY]
    visits = [f"/{what} {name}" for what in WAYS_TO_COME for name in at_one]
    offers = [f"/offers {each.name.in_language('zh-CN')}" for each in community.offers.values()]
    private = ["/mediation", "/legalaid"]
    reports: list[str] = []
    kinds = (errands, errands, papers, visits, visits, offers, private, reports)
    return tuple(map(tuple, kinds))


@cache
def equipment() -> Equipment:
    """Read the sample community and the catalogue, once in a process."""
    community = assemble(read_folder(FOLDER).items)
    catalogue = Catalogue.load({community.code: community})
    return Equipment(community, neighbourhood_of(community), catalogue)


def new_disk(reality: Reality) -> sqlite3.Connection:
    """Return a database that lives in memory and outlives every death of the program."""
    disk = sqlite3.connect(":memory:", isolation_level=None, cached_statements=1024)
    disk.row_factory = sqlite3.Row
    disk.deserialize(_empty_disk())
    disk.create_function("now_there", 0, reality.now)
    disk.execute("PRAGMA foreign_keys=ON")
    for statement in (*NOTEBOOKS, *FORGOTTEN_PROMISES):
        disk.execute(statement)
    return disk


@cache
def _empty_disk() -> bytes:
    disk = open_for_writing(":memory:")
    migrate(disk)
    items = read_folder(FOLDER).items
    filling = InlineDatabase(disk).turn(lambda tx: load(tx, items))
    with contextlib.suppress(StopIteration):
        filling.send(None)
    content = disk.serialize()
    disk.close()
    return content


def _residents(world: World) -> list[Person]:
    dice = world.reality.dice
    people = []
    for number in range(RESIDENTS):
        account = Account(
            1001 + number, f"居民{number}", dice.choice(("zh-hans", "zh-hans", "en"))
        )
        temper = Temper(dice.choice(PACES), dice.uniform(0.05, 0.2), 0.06)
        people.append(_person(world, account, "resident", temper))
    return people


def _staff(world: World) -> list[Person]:
    people = []
    for number, member in enumerate(world.community.staff.values()):
        part = "worker" if member.role is Role.GRID_WORKER else member.role.value
        account = Account(2001 + number, member.code, "zh-hans")
        temper = Temper(
            world.reality.dice.choice(STAFF_PACES.get(part, OTHER_PACES)),
            INITIATIVE.get(part, 0.02),
            0.03,
        )
        people.append(_person(world, account, part, temper))
    return people


def _person(world: World, account: Account, part: str, temper: Temper) -> Person:
    # Everybody is fond of one thing, half of a neighbourhood of the same: so people meet.
    dice = world.reality.dice
    fond_of = world.favourite if dice.random() < FASHION else dice.choice(wishes())
    return Person(account, part, temper, world.reality, world.telegram, world.meanings, fond_of)
