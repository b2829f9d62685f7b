"""Photos of papers on the real database: consent first, one before the clerks, one word."""

import sqlite3

import pytest

from bot.community import Role
from bot.events import Attachment, AttachmentKind
from bot.instants import after
from bot.paper_photos import PhotoState
from storage import paper_photo as stored
from storage.database import Database, Transaction
from storage.paper_photo import NewPhoto, Photo
from storage.pre_check import Check, NewCheck, add_check, newest_check
from storage.staff import Grant, grant_place
from tests.storage.samples import NOW, a_person, a_talk


async def a_check(tx: Transaction) -> Check:
    """Return somebody's check."""
    person = await a_person(tx)
    talk = await a_talk(tx, person)
    return await add_check(tx, NewCheck(talk.id, person.id, "jiangwan", "card", {}, {}), NOW)


async def a_photo(tx: Transaction, check: Check, unique: str = "u") -> Photo | None:
    """Keep a photo of the identity card."""
    file = Attachment(AttachmentKind.PHOTO, f"file_{unique}", unique, 7)
    return await stored.add_photo(tx, NewPhoto(check.id, "id_card", file), NOW)


async def agreed(tx: Transaction) -> tuple[Check, Photo]:
    """Return a photo with consent."""
    check = await a_check(tx)
    await stored.agree_to_photos(tx, check.id, NOW)
    photo = await a_photo(tx, check)
    assert photo
    return check, photo


async def test_without_consent_no_photo_can_be_stored(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        await a_photo(tx, await a_check(tx))

    with pytest.raises(sqlite3.IntegrityError):
        await database.turn(body)


async def test_taking_the_consent_back_removes_the_photos(database: Database) -> None:
    async def body(tx: Transaction) -> tuple[bool, int, bool]:
        check, photo = await agreed(tx)
        await stored.take_photos_back(tx, check.id)
        left = await stored.photos_of(tx, check.id)
        settled = await stored.settle_photo(tx, photo, PhotoState.SHOWN, ("fine",))
        return await stored.are_photos_agreed(tx, check.id), len(left), settled

    assert await database.turn(body) == (False, 0, False)


async def test_a_clerk_sees_no_photo_of_which_the_consent_was_taken_back(
    database: Database,
) -> None:
    async def body(tx: Transaction) -> tuple[bool, bool]:
        check, photo = await agreed(tx)
        clerk = await a_person(tx, 2002)
        await grant_place(tx, Grant(0, clerk.id, "jiangwan", "clerk_1", Role.CLERK), NOW)
        before = await tx.one("may_see_photo", id=photo.id, chat_id=2002)
        await tx.run("take_photos_back", check_id=check.id)
        after_it = await tx.one("may_see_photo", id=photo.id, chat_id=2002)
        return before is not None, after_it is not None

    assert await database.turn(body) == (True, False)


async def test_the_same_file_is_kept_once(database: Database) -> None:
    async def body(tx: Transaction) -> tuple[Photo | None, Photo | None, Photo]:
        check, photo = await agreed(tx)
        again = await a_photo(tx, check)
        return again, await stored.same_photo(tx, photo.new), photo

    again, same, photo = await database.turn(body)
    assert again is None
    assert same == photo


async def test_a_photo_is_settled_and_judged_once(database: Database) -> None:
    async def body(tx: Transaction) -> list[bool]:
        _, photo = await agreed(tx)
        early = await stored.judge_photo(tx, photo, PhotoState.FINE, "", "clerk_1")
        settled = [
            await stored.settle_photo(tx, photo, PhotoState.SHOWN, ("fine",)) for _ in range(2)
        ]
        words = [
            await stored.judge_photo(tx, photo, PhotoState.AGAIN, "cut_off", code)
            for code in ("clerk_1", "clerk_2")
        ]
        return [early, *settled, *words, await stored.leave_photo(tx, photo)]

    assert await database.turn(body) == [False, True, False, True, False, False]


async def test_the_clerks_have_one_photo_of_a_paper_before_them(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        check, first = await agreed(tx)
        second = await a_photo(tx, check, "v")
        assert second
        for photo in (first, second):
            await stored.settle_photo(tx, photo, PhotoState.SHOWN, ("fine",))

    with pytest.raises(sqlite3.IntegrityError):
        await database.turn(body)


async def test_an_attempt_is_noted_before_the_work(database: Database) -> None:
    async def body(tx: Transaction) -> tuple[Photo | None, Photo | None, Photo | None]:
        await agreed(tx)
        taken = await stored.next_photo(tx, NOW)
        assert taken
        await stored.try_photo(tx, taken, after(NOW, 5))
        return taken, await stored.next_photo(tx, NOW), await stored.next_photo(tx, after(NOW, 5))

    taken, none, again = await database.turn(body)
    assert taken
    assert none is None
    assert again
    assert (again.id, again.attempts) == (taken.id, 1)


async def test_the_newest_check_counts_for_the_window(database: Database) -> None:
    async def body(tx: Transaction) -> tuple[bool | None, bool | None, int, int | None]:
        check = await a_check(tx)
        before = await stored.list_decision(tx, check.id)
        for agreed_now in (True, False, True):
            await stored.decide_about_list(tx, check.id, NOW, agreed=agreed_now)
        found = await newest_check(tx, check.person_id, "jiangwan", "card")
        decided = await stored.list_decision(tx, check.id)
        return before, decided, check.id, found.id if found else None

    before, decided, first, newest = await database.turn(body)
    assert (before, decided) == (None, True)
    assert newest == first
