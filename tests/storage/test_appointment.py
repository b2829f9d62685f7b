"""Appointments on a real database: no place goes twice, whatever a program does."""

import asyncio
import sqlite3
from dataclasses import replace

import pytest

from bot.appointments import Slot, Taken, free_place
from bot.instants import DAY as ONE_DAY
from bot.instants import HOUR, MINUTE, Instant, after
from storage.appointment import (
    Appointment,
    Booking,
    Wanted,
    appointment_by_id,
    appointments_of,
    appointments_on,
    book,
    cancel,
    end_past,
    move,
    places_taken,
)
from storage.database import Database, Transaction
from storage.person import Newcomer, add_person
from storage.tidying import Batch, Periods, forget_appointments

NOW = Instant(1_795_500_000_000_000)
STARTS = after(NOW, HOUR)
DAY = "2026-11-25"
SLOT = Slot(DAY, 540, 570, 2)
BOOKING = Booking("W3", SLOT, 1, STARTS, after(STARTS, 30 * MINUTE), "罗奶奶")


async def wanted(tx: Transaction, number: int, service: str = "senior_card") -> Wanted:
    newcomer = Newcomer(number, "罗建华", "zh-CN", "jiangwan")
    return Wanted((await add_person(tx, newcomer, NOW)).id, "jiangwan", service)


async def booked(tx: Transaction, number: int, booking: Booking = BOOKING) -> Appointment:
    identity = await book(tx, await wanted(tx, number), booking, NOW)
    assert identity
    found = await appointment_by_id(tx, identity)
    assert found
    return found


async def test_a_booking_is_found_again(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        kept = await booked(tx, 1)
        assert kept.booking == BOOKING
        assert await appointments_of(tx, kept.person_id, NOW) == (kept,)
        assert await appointments_on(tx, "jiangwan", DAY) == (kept,)
        assert await places_taken(tx, "jiangwan", "W3", NOW) == (Taken(DAY, 540, 570, 1),)

    await database.turn(body)


async def test_a_place_goes_only_once(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        await booked(tx, 1)
        assert await book(tx, await wanted(tx, 2), BOOKING, NOW) is None
        assert await book(tx, await wanted(tx, 3), replace(BOOKING, place=2), NOW)

    await database.turn(body)


async def test_a_place_beyond_the_number_of_places_cannot_be_stored(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        with pytest.raises(sqlite3.IntegrityError):
            await book(tx, await wanted(tx, 1), replace(BOOKING, place=3), NOW)

    await database.turn(body)


async def test_a_hundred_who_book_at_once_get_as_many_places_as_there_are(
    database: Database,
) -> None:
    async def try_to_book(number: int) -> bool:
        async def body(tx: Transaction) -> bool:
            place = free_place(SLOT, await places_taken(tx, "jiangwan", "W3", NOW))
            person = await wanted(tx, number)
            booking = replace(BOOKING, place=place or 1)
            return await book(tx, person, booking, NOW) is not None

        return await database.turn(body)

    results = await asyncio.gather(*(try_to_book(number) for number in range(100)))
    assert sum(results) == 2


async def test_one_person_has_one_open_appointment_for_a_matter(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        person = await wanted(tx, 1)
        second = replace(BOOKING, place=2)
        assert await book(tx, person, BOOKING, NOW)
        assert await book(tx, person, second, NOW) is None
        other = replace(person, service="fertility_cert")
        assert await book(tx, other, second, NOW)

    await database.turn(body)


async def test_a_past_appointment_stands_in_nobodys_way(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        person = await wanted(tx, 1)
        assert await book(tx, person, BOOKING, NOW)
        later = after(STARTS, HOUR)
        await end_past(tx, person.person_id, later)
        assert await appointments_of(tx, person.person_id, later) == ()
        next_day = replace(BOOKING, starts_at=after(later, HOUR), ends_at=after(later, 2 * HOUR))
        assert await book(tx, person, next_day, later)

    await database.turn(body)


async def test_moving_gives_the_earlier_place_back(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        kept = await booked(tx, 1)
        later = replace(BOOKING, starts_at=after(STARTS, HOUR), ends_at=after(STARTS, 2 * HOUR))
        assert await move(tx, kept, later, NOW)
        assert not await move(tx, kept, BOOKING, NOW), "it has moved since it was read"
        assert await book(tx, await wanted(tx, 2), BOOKING, NOW)
        moved = await appointment_by_id(tx, kept.id)
        assert moved
        assert not await move(tx, moved, BOOKING, NOW), "that place is taken now"
        assert await appointment_by_id(tx, kept.id) == moved

    await database.turn(body)


async def test_taking_back_gives_the_place_back_once(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        kept = await booked(tx, 1)
        assert await cancel(tx, kept.id, NOW)
        assert not await cancel(tx, kept.id, NOW)
        assert not await move(tx, replace(kept, version=2), BOOKING, NOW)
        assert await appointments_on(tx, "jiangwan", DAY) == ()
        assert await book(tx, await wanted(tx, 2), BOOKING, NOW)

    await database.turn(body)


async def test_what_is_long_past_is_removed(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        old, kept = await booked(tx, 1), await booked(tx, 2, replace(BOOKING, place=2))
        later = replace(BOOKING, starts_at=after(STARTS, HOUR), ends_at=after(STARTS, ONE_DAY))
        assert await move(tx, kept, later, NOW)
        now = after(STARTS, 90 * ONE_DAY + HOUR)
        await forget_appointments(tx, Batch(now, Periods(), 0, 100))
        assert await appointment_by_id(tx, old.id) is None
        assert await appointment_by_id(tx, kept.id)

    await database.turn(body)
