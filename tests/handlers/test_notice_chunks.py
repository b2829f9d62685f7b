"""A notice to a thousand people: a few in each transaction, nobody twice, nobody left out."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from bot.instants import DAY, HOUR, MINUTE, Instant, after
from handlers.clock import Clock
from handlers.desk.desk import Desk
from handlers.desk.neighbourhood import neighbourhood_of
from handlers.desk.notices import AT_ONCE, CHUNK, RETRACTION
from handlers.desk.settings import DeskSettings
from handlers.tick import Tick
from storage.database import InlineDatabase, Transaction
from storage.due import Due, Plan, schedule
from storage.migrations import migrate
from storage.notice import NewNotice, Notice, add_notice, notice_by_id, take_back
from storage.opening import open_for_writing
from storage.sending import Waiting, may_receive
from tests.bot.jiangwan import community
from tests.messages.samples import catalogue
from tests.storage.samples import NOW, a_person, a_talk

PEOPLE = 1_000
TEN = Instant(NOW - NOW % DAY + 2 * HOUR)
"""Ten in the morning in Shanghai."""
WRITTEN = "SELECT count(*), count(DISTINCT chat_id) FROM outbox WHERE once LIKE 'notice_for:%'"


class KilledError(Exception):
    """The process is gone."""


@dataclass
class Town:
    """A database with subscribers, the desk, and a clock that stands still."""

    disk: sqlite3.Connection
    now: Instant = TEN
    kill_after: int = 0
    fired: int = 0
    written: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        migrate(self.disk)
        self.turns = InlineDatabase(self.disk)
        settings = DeskSettings(("zh-CN", "en"), "jiangwan")
        neighbourhoods = {"jiangwan": neighbourhood_of(community())}
        self.desk = Desk(neighbourhoods, settings, catalogue())
        self.clock = Clock(lambda: self.now / 1_000_000)
        self.tick = Tick(self.turns, self, self.clock, lambda: None)

    async def fire(self, tx: Transaction, due: Due, now: Instant) -> None:
        """Fire a plan; the process may be killed before it is committed."""
        await self.desk.fire(tx, due, now)
        self.fired += 1
        if self.fired == self.kill_after:
            raise KilledError

    async def post(self, people: int = PEOPLE) -> Notice:
        """Keep a notice about jobs for so many subscribers; every tenth has blocked the bot."""

        async def body(tx: Transaction) -> Notice:
            author = await a_person(tx, 10_000)
            talk = await a_talk(tx, author)
            for number in range(1, people + 1):
                person = await a_person(tx, number)
                await tx.run(
                    "follow_topic",
                    community="jiangwan",
                    topic="jobs" if number % 5 else "health",
                    person_id=person.id,
                    now=NOW,
                )
                if number % 10 == 1:
                    await tx.run("mark_person", id=person.id, state="blocked")
            until = after(self.now, 7 * DAY)
            new = NewNotice(
                talk.id, author.id, "jiangwan", "clerk_1", "jobs", "招工", "", "2026-12-01", until
            )
            notice = await add_notice(tx, new, self.now)
            assert notice
            await schedule(tx, Plan(CHUNK, notice.subject, self.now, 0, "if_useful", until))
            return notice

        return await self.turns.turn(body)

    async def run(self) -> None:
        """Let the clock tick until nothing is due, and note how many were written each time."""
        while True:
            before = self.count()[0]
            if not await self.tick.run_once():
                return
            self.written.append(self.count()[0] - before)

    async def allowed(self, notice: Notice, account: int) -> bool:
        """Whether what waits for somebody may still be sent."""
        waiting = Waiting(
            1, account, "say", "{}", "", 4, "at_least_once", f"notice:{notice.id}", None, 0
        )
        return await self.turns.turn(lambda tx: may_receive(tx, waiting))

    def count(self) -> tuple[int, int]:
        """Return how many messages there are, and to how many people."""
        row = self.disk.execute(WRITTEN).fetchone()
        return (row[0], row[1])

    async def notice(self, identity: int) -> Notice:
        """Read a notice."""
        found = await self.turns.turn(lambda tx: notice_by_id(tx, identity))
        assert found
        return found


@pytest.fixture
def town() -> Iterator[Town]:
    disk = open_for_writing(":memory:")
    yield Town(disk)
    disk.close()


async def test_a_thousand_people_are_written_to_a_few_at_a_time(town: Town) -> None:
    notice = await town.post()
    await town.run()
    assert town.count() == (700, 700)
    assert max(town.written) == AT_ONCE
    noted = await town.notice(notice.id)
    assert (noted.state, noted.people) == ("sent", 700)


@pytest.mark.parametrize("kill_after", [1, 2, 7, 12])
async def test_a_kill_between_two_commits_neither_loses_nor_doubles(
    town: Town, kill_after: int
) -> None:
    await town.post()
    town.kill_after = kill_after
    with pytest.raises(KilledError):
        await town.run()
    before = town.count()
    town.kill_after = 0
    await town.run()
    assert before[0] == (kill_after - 1) * AT_ONCE
    assert town.count() == (700, 700)


async def test_the_same_plan_again_doubles_nothing(town: Town) -> None:
    notice = await town.post()
    plan = Plan(CHUNK, notice.subject, town.now, 0)

    async def twice(tx: Transaction) -> None:
        await town.desk.fire(tx, Due(1, plan), town.now)
        await town.desk.fire(tx, Due(1, plan), town.now)

    await town.turns.turn(twice)
    await town.run()
    assert town.count() == (700, 700)
    assert (await town.notice(notice.id)).people == 700


async def test_in_the_quiet_hours_it_waits_until_eight(town: Town) -> None:
    town.now = after(TEN, 11 * HOUR - MINUTE)
    await town.post()
    await town.tick.run_once()
    assert town.count()[0] == AT_ONCE
    town.now = after(TEN, 11 * HOUR)
    await town.run()
    assert town.count()[0] == AT_ONCE
    town.now = after(TEN, 22 * HOUR - 1)
    await town.run()
    assert town.count()[0] == AT_ONCE
    town.now = after(TEN, 22 * HOUR)
    await town.run()
    assert town.count() == (700, 700)


async def test_it_is_not_written_any_more_when_its_day_is_over(town: Town) -> None:
    notice = await town.post()
    await town.tick.run_once()
    town.now = after(TEN, 7 * DAY)
    await town.run()
    assert town.count()[0] == AT_ONCE
    waiting = town.disk.execute("SELECT count(*) FROM outbox WHERE expires_at = ?", (town.now,))
    assert waiting.fetchone()[0] == AT_ONCE
    assert (await town.notice(notice.id)).state == "going_out"


async def test_taken_back_it_reaches_nobody_who_has_not_got_it(town: Town) -> None:
    notice = await town.post()
    await town.tick.run_once()
    assert await town.allowed(notice, 2)
    await town.turns.turn(lambda tx: take_back(tx, notice))
    await town.run()
    assert town.count()[0] == AT_ONCE
    assert not await town.allowed(notice, 2)


async def test_who_stops_while_it_goes_out_does_not_get_it(town: Town) -> None:
    notice = await town.post()
    await town.tick.run_once()
    later = 900 + 3
    for account in (2, later):
        town.disk.execute(
            "DELETE FROM topic_follower WHERE person_id = "
            "(SELECT id FROM person WHERE telegram_id = ?)",
            (account,),
        )
    await town.run()
    chats = {row[0] for row in town.disk.execute("SELECT chat_id FROM outbox WHERE haste = 4")}
    assert 2 in chats
    assert not await town.allowed(notice, 2)
    assert later not in chats
    assert await town.allowed(notice, 3)


async def test_taken_back_it_is_said_once_to_everybody_who_has_it(town: Town) -> None:
    notice = await town.post()
    await town.run()
    town.disk.execute("UPDATE outbox SET state = 'sent' WHERE haste = 4")
    await town.turns.turn(lambda tx: take_back(tx, notice))
    plan = Plan(RETRACTION, notice.subject, town.now)
    await town.turns.turn(lambda tx: schedule(tx, plan))
    await town.run()
    said = town.disk.execute(
        "SELECT count(*), count(DISTINCT chat_id), count(DISTINCT subject) "
        "FROM outbox WHERE once LIKE 'notice_back:%'"
    )
    assert said.fetchone()[:] == (700, 700, 1)
