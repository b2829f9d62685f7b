"""Subscriptions and notices on a real database."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from bot.instants import DAY, Instant, after
from storage.database import Database, Transaction
from storage.migrations import FOLDER, migrate
from storage.notice import (
    NewNotice,
    Notice,
    add_notice,
    arrived,
    follow,
    followers_counted,
    leave,
    leave_everything,
    next_followers,
    notice_by_id,
    take_back,
    topics_of,
    went_on,
)
from storage.opening import open_for_writing
from storage.tidying import Batch, Periods, forget_notices
from tests.storage.samples import NOW, a_person, a_talk

UNTIL = after(NOW, DAY)


async def a_notice(tx: Transaction) -> Notice:
    author = await a_person(tx, 999)
    talk = await a_talk(tx, author)
    new = NewNotice(
        talk.id, author.id, "jiangwan", "clerk_1", "jobs", "招工", "", "2026-11-25", UNTIL
    )
    notice = await add_notice(tx, new, NOW)
    assert notice
    assert await add_notice(tx, new, NOW) is None
    return notice


async def test_who_subscribes_is_found_until_he_stops(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        person = await a_person(tx)
        for topic in ("jobs", "jobs", "health"):
            await follow(tx, "jiangwan", topic, person.id, NOW)
        await follow(tx, "elsewhere", "jobs", person.id, NOW)
        assert await topics_of(tx, "jiangwan", person.id) == {"jobs", "health"}
        assert await followers_counted(tx, "jiangwan", "jobs") == 1
        await leave(tx, "jiangwan", "jobs", person.id)
        assert await topics_of(tx, "jiangwan", person.id) == {"health"}
        await leave_everything(tx, person.id)
        assert await topics_of(tx, "jiangwan", person.id) == frozenset()
        assert await topics_of(tx, "elsewhere", person.id) == frozenset()

    await database.turn(body)


async def test_people_come_in_order_and_each_once(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        notice = await a_notice(tx)
        people = [(await a_person(tx, account)).id for account in range(1, 6)]
        for person in people:
            await follow(tx, "jiangwan", "jobs", person, NOW)
        first = await next_followers(tx, notice, 3)
        assert [each.person_id for each in first] == people[:3]
        noted = await went_on(tx, notice, first, "going_out")
        assert noted
        assert await went_on(tx, notice, first, "going_out") is None
        rest = await next_followers(tx, noted, 3)
        assert [each.person_id for each in rest] == people[3:]
        ended = await went_on(tx, noted, rest, "sent")
        assert ended
        assert (ended.state, ended.people, await arrived(tx, ended)) == ("sent", 5, 0)

    await database.turn(body)


async def test_what_was_taken_back_does_not_go_on(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        notice = await a_notice(tx)
        assert await take_back(tx, notice)
        assert not await take_back(tx, notice)
        assert await went_on(tx, notice, (), "sent") is None

    await database.turn(body)


async def test_it_is_removed_thirty_days_after_its_day(database: Database) -> None:
    async def body(tx: Transaction) -> list[bool]:
        notice = await a_notice(tx)
        found = []
        for days in (29, 31):
            now = Instant(after(UNTIL, days * DAY))
            await forget_notices(tx, Batch(now, Periods(), 0, 100))
            found.append(await notice_by_id(tx, notice.id) is not None)
        return found

    assert await database.turn(body) == [True, False]


def test_whoever_is_trusted_stays_so_when_organisations_come(tmp_path: Path) -> None:
    """The table of who is trusted is written anew: numbers, holders and promises stay."""
    before = tmp_path / "before"
    before.mkdir()
    for file in FOLDER.glob("*.sql"):
        if file.name < "0011":
            shutil.copy(file, before)
    disk = open_for_writing(tmp_path / "old.db")
    migrate(disk, before)
    disk.execute(
        "INSERT INTO person (id, telegram_id, name, language, community, created_at)"
        " VALUES (7, 70, '邹春兰', 'zh-CN', 'jiangwan', 1)"
    )
    add = (
        "INSERT INTO role_grant (id, person_id, community, staff_code, role, granted_at)"
        " VALUES (?, 7, 'jiangwan', ?, ?, 1)"
    )
    disk.execute(add, (41, "worker_4", "grid_worker"))
    migrate(disk)
    assert [tuple(row) for row in disk.execute("SELECT id, staff_code, role FROM role_grant")] == [
        (41, "worker_4", "grid_worker")
    ]
    disk.execute(add, (None, "org_law", "organisation"))
    assert disk.execute("SELECT max(id) FROM role_grant").fetchone()[0] == 42
    with pytest.raises(sqlite3.IntegrityError):
        disk.execute(add, (None, "worker_4", "grid_worker"))
    disk.close()
