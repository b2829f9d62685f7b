"""What happens beside what people do by themselves: joining, blocking, notices, the calm."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

from bot.instants import DAY, SECOND, after
from bot.telling import Haste, Say
from storage.database import Transaction
from storage.outbox import tell
from storage.staff import Invitation, invite
from tests.simulation.errors import start_listening, stop_listening
from tests.simulation.people import Person
from tests.simulation.program import PART_OF, task_factory, unhurried
from tests.simulation.reality import Reality
from tests.simulation.updates import Account
from tests.simulation.virtual_loop import VirtualLoop
from tests.simulation.world import World, keep_running, new_world

CALM_SECONDS = 900.0
LONGEST_CALM_SECONDS = 2400.0
GROUP = -1_002_000_000_001
NIGHTS = (0.0, 0.0, 0.0, 2.0, 12.0, 20.0, 36.0, 78.0)
"""Hours. Telegram keeps what people have written for a day."""
UNTIL_DUE = 0.6
COMING = (
    "SELECT kind, due_at FROM due WHERE state = 'scheduled' AND kind NOT LIKE 'draft%' ORDER BY id"
)
NOTICES = 150
NOTICES_IN_A_CHAT = 5
HOUR = 3600.0
NEVER_JOINS = {"worker_3": 0.3, "organisation": 0.5}
Happening = Coroutine[Any, Any, None]
WAITING = (
    "SELECT (SELECT count(*) FROM inbox WHERE state IN ('new', 'doing', 'retry'))"
    " + (SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending'))"
)


def run_world(seed: int, hours: float) -> World:
    """Let a world happen from its beginning to its calm end."""
    reality = Reality.of(seed)
    listening = start_listening(reality)
    loop = VirtualLoop()
    loop.set_task_factory(task_factory)
    try:
        world = new_world(reality, hours * HOUR)
        with unhurried():
            loop.run_until_complete(happen(world, hours * HOUR))
    finally:
        stop_listening(listening)
        loop.close()
    return world


async def happen(world: World, seconds: float) -> None:
    """Let the world happen: its life, then its calm, then its end."""
    PART_OF.set(None)
    running = asyncio.create_task(keep_running(world))
    living = [asyncio.create_task(_join_and_live(world, each)) for each in world.people]
    events = [asyncio.create_task(each) for each in _events(world, seconds)]
    evening = seconds * world.reality.dice.uniform(0.4, 0.8)
    await asyncio.sleep(evening)
    await _night(world)
    await asyncio.sleep(seconds - evening)
    await _calm_down(world)
    for task in (*living, *events):
        task.cancel()
    await asyncio.gather(*living, *events, return_exceptions=True)
    world.ended_at = world.reality.now()
    running.cancel()
    if world.program:
        world.program.kill()
    await asyncio.gather(running, *world.sleepwalks, return_exceptions=True)
    for task in (running, *living, *events, *world.sleepwalks):
        if not task.cancelled() and (error := task.exception()):
            raise error
    world.reality.note("the end")


async def _calm_down(world: World) -> None:
    """Let everything that is on its way arrive."""
    world.reality.calm.set()
    world.reality.note("calm")
    for person in world.people:
        is_blocked = person.account.id in world.telegram.blocked
        if is_blocked and world.reality.chance(0.7):
            person.unblock()
    await asyncio.sleep(CALM_SECONDS)
    waited = CALM_SECONDS
    while _is_something_left(world) and waited < LONGEST_CALM_SECONDS:
        await asyncio.sleep(60.0)
        waited += 60.0


def _is_something_left(world: World) -> bool:
    return bool(world.telegram.queue.waiting or world.disk.execute(WAITING).fetchone()[0])


async def _join_and_live(world: World, person: Person) -> None:
    """Staff join by their invitations before they begin to work; some never do."""
    dice = world.reality.dice
    if person.part != "resident":
        if dice.random() < NEVER_JOINS.get(person.account.name, NEVER_JOINS.get(person.part, 0.0)):
            return
        await asyncio.sleep(dice.uniform(0, 30))
        await send_invitation(world, person, person.account.name)
    await person.live()


async def send_invitation(world: World, person: Person, staff_code: str) -> None:
    """Let somebody open an invitation to a place of the staff list."""
    code = f"code-{staff_code}-{person.account.id}-{len(world.reality.history)}"
    now = world.reality.now()
    invitation = Invitation(world.community.code, staff_code, after(now, 2 * DAY), None)

    async def body(tx: Transaction) -> None:
        await invite(tx, code, invitation, now)

    await world.database.turn(body)
    person.type(f"/start i_{code}")


async def _night(world: World) -> None:
    """Let everybody sleep while the machine is off: what is due then comes late."""
    reality = world.reality
    seconds = _seconds_of_night(world)
    if seconds and world.program:
        reality.note("night")
        reality.awake.clear()
        world.program.kill()
        await asyncio.sleep(seconds)
        reality.awake.set()
        reality.note("morning")


def _seconds_of_night(world: World) -> float:
    """Return how long it lasts: not at all, any time, or until something has just become due."""
    dice, now = world.reality.dice, world.reality.now()
    plans = world.disk.execute(COMING).fetchall()
    if plans and dice.random() < UNTIL_DUE:
        kind = dice.choice(sorted({plan["kind"] for plan in plans}))
        at = dice.choice([plan["due_at"] for plan in plans if plan["kind"] == kind])
        return float(max(0.0, (at - now) / SECOND + dice.uniform(0.0, 2 * HOUR)))
    return dice.choice(NIGHTS) * HOUR * dice.uniform(0.9, 1.1)


def _events(world: World, seconds: float) -> list[Happening]:
    dice = world.reality.dice
    events: list[Happening] = [_group_talk(world, dice.uniform(0, seconds))]
    events += [
        _block_for_a_while(world, person, dice.uniform(0, seconds))
        for person in world.people
        if dice.random() < 0.15
    ]
    if dice.random() < 0.8:
        events.append(_replace_a_worker(world, dice.uniform(0, seconds / 3)))
    if dice.random() < 0.25:
        events.append(_broadcast(world, dice.uniform(0, seconds)))
    return events


async def _block_for_a_while(world: World, person: Person, begins: float) -> None:
    await asyncio.sleep(begins)
    person.block()
    await asyncio.sleep(world.reality.dice.uniform(30, 3600))
    if person.account.id in world.telegram.blocked:
        person.unblock()


async def _replace_a_worker(world: World, begins: float) -> None:
    """Give a worker's place to somebody new; what was for the old one must not arrive."""
    await asyncio.sleep(begins)
    dice = world.reality.dice
    staff = [each for each in world.people if each.part == "worker"]
    former = dice.choice(staff)
    # His phone is off and nobody says so: what was for him waits, and must not reach him.
    world.telegram.blocked.add(former.account.id)
    world.telegram.ever_blocked.add(former.account.id)
    await asyncio.sleep(dice.uniform(300, 1500))
    account = Account(3001, "替班", "zh-hans")
    newcomer = replace(former, account=account, matters=[], put={})
    world.people.append(newcomer)
    await send_invitation(world, newcomer, former.account.name)
    await asyncio.sleep(dice.uniform(30, 300))
    world.telegram.blocked.discard(former.account.id)
    former.type("/help")
    await newcomer.live()


async def _broadcast(world: World, begins: float) -> None:
    """Write a notice to many strangers at once, to see how fast it leaves."""
    await asyncio.sleep(begins)
    now = world.reality.now()

    async def body(tx: Transaction) -> None:
        for number in range(NOTICES):
            chat_id = 9001 + number // NOTICES_IN_A_CHAT
            await tell(tx, _notice(f"broadcast:{number}", chat_id), now=now, inbox=0)

    await world.database.turn(body)


def _notice(once: str, chat_id: int) -> Say:
    return Say(once, chat_id, "common.a_person_will_read", {}, haste=Haste.BROADCAST)


async def _group_talk(world: World, begins: float) -> None:
    await asyncio.sleep(begins)
    for _ in range(world.reality.dice.randrange(4)):
        world.reality.dice.choice(world.residents()).type("/help@xiaoxiang_bot", GROUP)
        await asyncio.sleep(world.reality.dice.uniform(0, 5))
