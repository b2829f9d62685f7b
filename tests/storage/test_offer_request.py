"""Requests for offers on a real database: no place goes twice, whatever a program does."""

import sqlite3
from dataclasses import replace

import pytest

from bot.appointments import Slot, Taken
from bot.instants import DAY, HOUR, Instant, after
from bot.offering import RequestState
from storage.database import Database, Transaction
from storage.offer_request import (
    Details,
    Meeting,
    OfferRequest,
    Wanted,
    add_request,
    end_past_requests,
    move_request,
    offer_places_taken,
    propose_time,
    request_by_id,
    requests_of_organisation,
    requests_of_person,
)
from storage.tidying import Batch, Periods, forget_offer_requests
from tests.storage.samples import NOW, a_person

STARTS = after(NOW, HOUR)
ENDS = after(STARTS, HOUR)
SLOT = Slot("2026-11-28", 540, 600, 2)
MEETING = Meeting(SLOT, 1, STARTS, ENDS)
DETAILS = Details(True, "jiangwan_3", "2", "501", "", "龙头", "罗奶奶")  # noqa: FBT003 - the type's order


async def asked(tx: Transaction, account: int, meeting: Meeting = MEETING) -> OfferRequest | None:
    person = await a_person(tx, account)
    wanted = Wanted(person.id, "jiangwan", "legal_advice", "clear_word")
    return await add_request(tx, wanted, meeting, DETAILS, NOW)


async def one(tx: Transaction, account: int, meeting: Meeting = MEETING) -> OfferRequest:
    request = await asked(tx, account, meeting)
    assert request
    return request


async def test_a_request_is_found_again(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        request = await one(tx, 1)
        assert (request.meeting, request.details) == (MEETING, DETAILS)
        assert await requests_of_person(tx, request.person_id, NOW) == (request,)
        listed = await requests_of_organisation(tx, "jiangwan", "clear_word", NOW, 9)
        assert listed == (request,)
        taken = await offer_places_taken(tx, "jiangwan", "legal_advice", NOW)
        assert taken == (Taken("2026-11-28", 540, 600, 1),)

    await database.turn(body)


async def test_a_place_goes_once_and_is_free_again_when_it_is_given_back(
    database: Database,
) -> None:
    async def body(tx: Transaction) -> None:
        first = await one(tx, 1)
        assert await asked(tx, 2) is None
        assert await asked(tx, 3, replace(MEETING, place=2))
        declined = await move_request(tx, first, RequestState.DECLINED, "full", NOW)
        assert declined
        assert declined.reason == "full"
        assert await asked(tx, 4)

    await database.turn(body)


async def test_without_a_limit_everybody_may_come(database: Database) -> None:
    meeting = Meeting(replace(SLOT, places=0), 0, STARTS, ENDS)

    async def body(tx: Transaction) -> None:
        for account in range(1, 5):
            assert await asked(tx, account, meeting)
        assert await offer_places_taken(tx, "jiangwan", "legal_advice", NOW) == ()

    await database.turn(body)


async def test_nobody_has_two_open_requests_for_the_same(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        first = await one(tx, 1)
        again = await add_request(tx, first.wanted, replace(MEETING, place=2), DETAILS, NOW)
        assert again is None
        await end_past_requests(tx, first.person_id, after(ENDS, 1))
        assert await add_request(tx, first.wanted, replace(MEETING, place=2), DETAILS, NOW)

    await database.turn(body)


async def test_a_move_counts_from_how_it_was_read(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        read = await one(tx, 1)
        assert await move_request(tx, read, RequestState.AGREED, "", NOW)
        assert await move_request(tx, read, RequestState.DECLINED, "full", NOW) is None
        assert await propose_time(tx, read, MEETING, NOW) is None

    await database.turn(body)


async def test_a_proposal_keeps_its_place_and_gives_the_earlier_one_back(
    database: Database,
) -> None:
    later = Meeting(
        replace(SLOT, day="2026-12-05"), 1, after(STARTS, 7 * DAY), after(ENDS, 7 * DAY)
    )

    async def body(tx: Transaction) -> None:
        request = await one(tx, 1)
        other = await one(tx, 2, later)
        assert await propose_time(tx, request, later, NOW) is None
        moved = await propose_time(tx, request, replace(later, place=2), NOW)
        assert moved
        assert (moved.state, moved.version) == (RequestState.PROPOSED, 2)
        assert await asked(tx, 3)
        assert await asked(tx, 4, replace(later, place=2)) is None
        assert other.meeting == later

    await database.turn(body)


BROKEN = [
    replace(MEETING, place=3),
    replace(MEETING, place=0),
    replace(MEETING, ends_at=STARTS),
    Meeting(replace(SLOT, closes=500), 1, STARTS, ENDS),
]


@pytest.mark.parametrize("meeting", BROKEN)
async def test_the_database_refuses_what_cannot_be(database: Database, meeting: Meeting) -> None:
    async def body(tx: Transaction) -> None:
        with pytest.raises(sqlite3.IntegrityError):
            await tx.run("add_offer_request", **_values(1, meeting))

    await database.turn(body)


def _values(person: int, meeting: Meeting) -> dict[str, str | int]:
    slot = meeting.slot
    return {
        "person_id": person,
        "community": "jiangwan",
        "offer": "legal_advice",
        "organisation": "clear_word",
        "day": slot.day,
        "opens": slot.opens,
        "closes": slot.closes,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "place": meeting.place,
        "places": slot.places,
        "at_home": 0,
        **dict.fromkeys(("building", "entrance", "flat", "place_words", "note", "name"), ""),
        "now": NOW,
    }


async def test_it_is_removed_ninety_days_after_the_last_change(database: Database) -> None:
    async def body(tx: Transaction) -> list[bool]:
        request = await one(tx, 1)
        found = []
        for days in (89, 91):
            now = Instant(after(NOW, days * DAY))
            await forget_offer_requests(tx, Batch(now, Periods(), 0, 100))
            found.append(await request_by_id(tx, request.id) is not None)
        return found

    assert await database.turn(body) == [True, False]
