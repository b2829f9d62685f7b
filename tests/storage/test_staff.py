"""Staff: an invitation works once and in time, a place has one holder, absences end."""

import sqlite3

import pytest

from bot.community import Role
from bot.instants import DAY, HOUR, after
from storage.database import Database, Transaction
from storage.staff import (
    Grant,
    Invitation,
    absences,
    add_absence,
    end_absences,
    grants_of_person,
    holders,
    invitation_by_code,
    invite,
    use_invitation,
)
from tests.storage.samples import NOW, a_grant, a_person

UNTIL = after(NOW, 2 * DAY)
INVITATION = Invitation("jiangwan", "worker_4", UNTIL, None)
GRANT = Grant(1, 1, "jiangwan", "worker_4", Role.GRID_WORKER)


async def test_an_invitation_works_once(database: Database) -> None:
    async def body(tx: Transaction) -> list[object]:
        first, second = await a_person(tx, 1), await a_person(tx, 2)
        await invite(tx, "code", INVITATION, NOW)
        used = [await use_invitation(tx, "code", each.id, NOW) for each in (first, second, first)]
        kept = await invitation_by_code(tx, "code")
        return [*used, kept is not None and kept.used_by == first.id]

    assert await database.turn(body) == [True, False, False, True]


async def test_an_invitation_is_over_after_its_time(database: Database) -> None:
    async def body(tx: Transaction) -> list[bool]:
        person = await a_person(tx)
        await invite(tx, "code", INVITATION, NOW)
        late = await use_invitation(tx, "code", person.id, UNTIL)
        return [late, await use_invitation(tx, "code", person.id, after(UNTIL, -1))]

    assert await database.turn(body) == [False, True]


async def test_a_guessed_code_opens_nothing(database: Database) -> None:
    async def body(tx: Transaction) -> list[object]:
        person = await a_person(tx)
        await invite(tx, "code", INVITATION, NOW)
        guess = await use_invitation(tx, "Code", person.id, NOW)
        return [guess, await invitation_by_code(tx, "Code"), await invitation_by_code(tx, "")]

    assert await database.turn(body) == [False, None, None]


async def test_the_code_itself_is_not_kept(database: Database) -> None:
    async def body(tx: Transaction) -> str:
        await invite(tx, "very-secret-code", INVITATION, NOW)
        rows = tx._connection.execute("SELECT * FROM invitation").fetchall()  # noqa: SLF001
        return str([tuple(row) for row in rows])

    assert "very-secret-code" not in await database.turn(body)


async def test_who_takes_a_place_takes_it_from_who_had_it(database: Database) -> None:
    async def body(tx: Transaction) -> list[object]:
        first, second = await a_person(tx, 1), await a_person(tx, 2)
        await a_grant(tx, first)
        await a_grant(tx, second)
        present = await holders(tx, "jiangwan")
        return [
            [each.telegram_id for each in present.values()],
            len(await grants_of_person(tx, first.id)),
            len(await grants_of_person(tx, second.id)),
        ]

    assert await database.turn(body) == [[2], 0, 1]


async def test_an_absence_begins_ends_and_can_be_cut_short(database: Database) -> None:
    async def body(tx: Transaction) -> list[int]:
        await add_absence(tx, GRANT, NOW, UNTIL)
        away = [
            len(await absences(tx, "jiangwan", at))
            for at in (after(NOW, -1), NOW, after(UNTIL, -1), UNTIL)
        ]
        await end_absences(tx, GRANT, after(NOW, HOUR))
        return [*away, len(await absences(tx, "jiangwan", after(NOW, HOUR)))]

    assert await database.turn(body) == [0, 1, 1, 0, 0]


async def test_an_absence_that_is_over_already_cannot_be_stored(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="until_at > from_at"):
        await database.turn(lambda tx: add_absence(tx, GRANT, NOW, NOW))
