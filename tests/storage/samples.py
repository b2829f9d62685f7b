"""Things to store, with what a test does not care about filled in."""

from dataclasses import replace

from bot.cases import CaseState
from bot.community import Role, Urgency
from bot.instants import HOUR, Instant, after
from bot.telling import Say
from storage.case import Assignment, Case, CasePlace, Deadlines, NewCase, add_case
from storage.database import Transaction
from storage.inbox import Received
from storage.outbox import tell
from storage.person import Newcomer, Person, add_person
from storage.staff import Grant, grant_place, grants_of_person
from storage.talk import Beginning, Talk, begin_talk

NOW = Instant(1_795_500_000_000_000)
CHAT = 1001
PLACE = CasePlace("jiangwan", "jiangwan_3", "2", "501", "", 27.6, 113.8, "JW04")
ASSIGNMENT = Assignment("worker_4", "worker", '{"code": "worker_by_building"}')
LATER = after(NOW, 24 * HOUR)
CASE = NewCase(
    "JW-261124-0001",
    "jiangwan",
    None,
    None,
    False,  # noqa: FBT003 - the type's order
    "",
    "drain_blocked",
    Urgency.NORMAL,
    "堵了",
    "{}",
    PLACE,
    CaseState.DISPATCHED,
    ASSIGNMENT,
    Deadlines(LATER, LATER, LATER),
)


async def a_person(tx: Transaction, telegram_id: int = CHAT) -> Person:
    """Return a new neighbour."""
    return await add_person(tx, Newcomer(telegram_id, "罗奶奶", "zh-CN", "jiangwan"), NOW)


async def a_grant(tx: Transaction, person: Person, staff_code: str = "worker_4") -> Grant:
    """Give a neighbour a place of the staff list."""
    place = Grant(0, person.id, "jiangwan", staff_code, Role.GRID_WORKER)
    await grant_place(tx, place, NOW)
    return (await grants_of_person(tx, person.id))[-1]


async def a_talk(tx: Transaction, person: Person) -> Talk:
    """Begin a report."""
    return await begin_talk(tx, Beginning(person.id, person.telegram_id, "report", "{}", {}), NOW)


async def a_case(tx: Transaction, number: int = 1, reporter: Person | None = None) -> Case:
    """Open a case."""
    reporter_id = reporter.id if reporter else None
    new = replace(CASE, number=f"JW-261124-{number:04}", reporter_id=reporter_id)
    return await add_case(tx, new, NOW)


async def say(tx: Transaction, say: Say, now: Instant = NOW) -> bool:
    """Put a message into the outbox."""
    return await tell(tx, say, now=now, inbox=1)


def a_message(once: str, subject: str = "", chat_id: int = CHAT) -> Say:
    """Return a message."""
    return Say(once, chat_id, "common.help", {}, subject=subject)


def an_update(update_id: int, lane: str = "c:1001") -> Received:
    """Return an update as it came."""
    return Received(update_id, lane, "message", b"{}")
