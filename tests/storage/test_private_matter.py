"""Confidential matters on a real database: who gets a row, what is forgotten, and when."""

import sqlite3
from dataclasses import replace

import pytest

from bot.community import Role
from bot.instants import DAY, HOUR, after
from bot.matter_kinds import PrivateService
from bot.private_matters import Confidence, MatterState
from conversations.registry import CONVERSATIONS
from storage.database import Database, Transaction
from storage.private_matter import (
    NewMatter,
    PrivateMatter,
    add_matter,
    add_note,
    empty_content,
    is_private_chat,
    matter_by_id,
    matters_of_person,
    matters_of_role,
    move_matter,
)
from storage.staff import Grant, grant_place
from storage.talk import Beginning, begin_talk, talk_by_id
from storage.tidying import Batch, Periods, forget_left_talks, forget_private_matters
from tests.storage.samples import NOW, a_person

OWNER, MEDIATOR, LAWYER, CLERK, WORKER = 1, 2, 3, 4, 5
CONFIDED = Confidence("neighbours", "鞋柜", "楼上", "unknown", "搬走", name="罗奶奶")
ROLES = {
    MEDIATOR: ("mediator_1", Role.MEDIATOR),
    LAWYER: ("legal_1", Role.LEGAL_ADVISER),
    CLERK: ("clerk_1", Role.CLERK),
    WORKER: ("worker_4", Role.GRID_WORKER),
}


async def a_matter(tx: Transaction, talk: int = 1) -> PrivateMatter:
    owner = await a_person(tx, OWNER)
    for account, (code, role) in ROLES.items():
        person = await a_person(tx, account)
        await grant_place(tx, Grant(0, person.id, "jiangwan", code, role), NOW)
    new = NewMatter(
        talk,
        owner.id,
        "jiangwan",
        f"TJ-261124-000{talk}",
        PrivateService.MEDIATION,
        Role.MEDIATOR,
        after(NOW, HOUR),
    )
    matter = await add_matter(tx, new, CONFIDED, NOW)
    assert matter
    return matter


async def readers(tx: Transaction, matter: PrivateMatter) -> set[int]:
    """Return the chats that may read a matter."""
    found = set()
    for chat in (OWNER, *ROLES):
        if await tx.one("confided_to_chat", id=matter.id, note=0, chat_id=chat):
            found.add(chat)
    return found


async def test_only_the_person_and_the_role_get_a_row(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        matter = await a_matter(tx)
        assert await readers(tx, matter) == {OWNER, MEDIATOR}
        await tx.run("revoke_grant", community="jiangwan", staff_code="mediator_1", now=NOW)
        assert await readers(tx, matter) == {OWNER}

    await database.turn(body)


async def test_who_took_it_up_alone_reads_on(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        matter = await a_matter(tx)
        taken = await move_matter(tx, matter, MatterState.ACCEPTED, "mediator_2", NOW)
        assert taken
        assert (taken.helper, taken.version) == ("mediator_2", 2)
        assert await readers(tx, taken) == {OWNER}
        assert await move_matter(tx, matter, MatterState.WILLING, "mediator_1", NOW) is None
        first = Grant(1, 2, "jiangwan", "mediator_1", Role.MEDIATOR)
        assert await matters_of_role(tx, first, 9) == ()
        second = replace(first, staff_code="mediator_2")
        assert await matters_of_role(tx, second, 9) == (taken,)

    await database.turn(body)


async def test_one_conversation_leads_to_one_matter(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        matter = await a_matter(tx)
        assert await add_matter(tx, matter.new, CONFIDED, NOW) is None
        assert await matters_of_person(tx, matter.person_id, 9) == (matter,)

    await database.turn(body)


async def test_what_is_taken_back_is_empty_at_once(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        matter = await a_matter(tx)
        note = await add_note(tx, matter.id, "周五见", NOW, by_helper=True)
        row = await tx.one("confided_to_chat", id=matter.id, note=note, chat_id=OWNER)
        assert row
        assert (row["words"], row["note"]) == ("鞋柜", "周五见")
        await empty_content(tx, matter.id)
        row = await tx.one("confided_to_chat", id=matter.id, note=note, chat_id=OWNER)
        assert row
        assert not any(dict(row).values())

    await database.turn(body)


async def test_the_role_follows_from_the_service(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        matter = await a_matter(tx)
        forged = replace(matter.new, talk_id=9, number="TJ-261124-0009", role=Role.CLERK)
        with pytest.raises(sqlite3.IntegrityError):
            await add_matter(tx, forged, CONFIDED, NOW)

    await database.turn(body)


async def test_an_old_matter_is_removed_wholly(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        matter = await a_matter(tx)
        await add_note(tx, matter.id, "周五见", NOW, by_helper=True)
        assert await is_private_chat(tx, OWNER)
        for days, is_there in ((179, True), (181, False)):
            await forget_private_matters(tx, Batch(after(NOW, days * DAY), Periods(), 0, 9))
            assert bool(await matter_by_id(tx, matter.id)) is is_there
        assert not await is_private_chat(tx, OWNER)
        assert await is_private_chat(tx, MEDIATOR)
        assert not await is_private_chat(tx, CLERK)

    await database.turn(body)


CONFIDENTIAL = [code for code, each in CONVERSATIONS.items() if each.is_confidential]


@pytest.mark.parametrize("private", CONFIDENTIAL)
async def test_a_conversation_that_was_left_is_emptied(database: Database, private: str) -> None:
    async def body(tx: Transaction) -> None:
        person = await a_person(tx, OWNER)
        talks = [
            await begin_talk(tx, Beginning(person.id, chat, script, "{}", {"words": "鞋柜"}), NOW)
            for chat, script in ((OWNER, private), (7, "report"))
        ]
        kept = 1 if private == "private_words" else 7
        for hours, answers in ((kept * 24 - 1, {"words": "鞋柜"}), (kept * 24 + 1, {})):
            await forget_left_talks(tx, Batch(after(NOW, hours * HOUR), Periods(), 0, 9))
            left = await talk_by_id(tx, talks[0].id)
            assert left
            assert left.answers == answers
        other = await talk_by_id(tx, talks[1].id)
        assert other
        assert (other.state, other.answers) == ("open", {"words": "鞋柜"})

    await database.turn(body)
