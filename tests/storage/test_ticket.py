"""Tickets on a real database: numbers go once, one person is called, nobody waits twice."""

import asyncio
import sqlite3
from dataclasses import replace

import pytest

from bot.appointments import Slot
from bot.instants import DAY, MINUTE, Instant, after
from bot.waiting_line import Booked
from bot.waiting_times import Served
from storage.appointment import Booking, Wanted
from storage.appointment import book as book_appointment
from storage.database import Database, Transaction
from storage.person import Newcomer, add_person
from storage.ticket import (
    ABSENT,
    CALLED,
    FINISHED,
    WAITING,
    NewTicket,
    Ticket,
    book,
    call,
    end,
    newest_absent,
    open_tickets,
    served_since,
    take,
    take_absence_back,
    ticket_by_id,
    ticket_for_appointment,
    ticket_of,
)
from storage.tidying import Batch, Periods, forget_tickets

NOW = Instant(1_795_500_000_000_000)
TODAY = "2026-11-24"


async def wanted(tx: Transaction, number: int) -> NewTicket:
    person = await add_person(tx, Newcomer(number, "罗建华", "zh-CN", "jiangwan"), NOW)
    return NewTicket(person.id, "jiangwan", "W3", TODAY, "senior_card", "罗建华")


async def taken(tx: Transaction, number: int) -> Ticket:
    ticket = await take(tx, await wanted(tx, number), NOW)
    assert ticket
    return ticket


async def test_numbers_begin_anew_for_each_window_and_day(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        first = await taken(tx, 1)
        assert (first.number, (await taken(tx, 2)).number) == (1, 2)
        elsewhere = replace(first.new, at_window="W1")
        for other in (elsewhere, replace(first.new, day="2026-11-25")):
            ticket = await take(tx, other, NOW)
            assert ticket
            assert ticket.number == 1

    await database.turn(body)


async def test_a_hundred_who_come_at_once_get_a_hundred_numbers(database: Database) -> None:
    async def come(number: int) -> int:
        async def body(tx: Transaction) -> int:
            return (await taken(tx, number)).number

        return await database.turn(body)

    numbers = await asyncio.gather(*(come(number) for number in range(100)))
    assert sorted(numbers) == list(range(1, 101))


async def test_nobody_waits_twice_but_may_come_again(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        first = await taken(tx, 1)
        assert await take(tx, first.new, NOW) is None
        assert await ticket_of(tx, first.new.person_id, "W3", TODAY) == first
        assert await end(tx, first, "left", NOW)
        again = await take(tx, first.new, NOW)
        assert again
        assert again.number == 2

    await database.turn(body)


async def test_one_is_called_at_a_time(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        first, second = await taken(tx, 1), await taken(tx, 2)
        assert await call(tx, first, NOW)
        assert not await call(tx, first, NOW)
        assert not await call(tx, second, NOW)
        with pytest.raises(sqlite3.IntegrityError):
            tx._connection.execute(  # noqa: SLF001
                "UPDATE ticket SET state = 'called', called_at = 1 WHERE id = ?", (second.id,)
            )

    await database.turn(body)


async def test_it_is_measured_from_being_called_to_being_done(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        first, second = await taken(tx, 1), await taken(tx, 2)
        for ticket, state in ((first, FINISHED), (second, ABSENT)):
            assert await call(tx, ticket, NOW)
            called = await ticket_by_id(tx, ticket.id)
            assert called
            assert called.state == CALLED
            assert not await end(tx, ticket, state, NOW), "it was read before it was called"
            assert await end(tx, called, state, after(NOW, 7 * MINUTE))
        assert await served_since(tx, "jiangwan", NOW) == (Served("senior_card", 420),)
        assert await served_since(tx, "jiangwan", after(NOW, DAY)) == ()
        assert await open_tickets(tx, "jiangwan", TODAY) == ()

    await database.turn(body)


async def test_an_appointment_has_one_place_in_the_line(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        new = await wanted(tx, 1)
        booked = Booked(await booked_appointment(tx, new.person_id), NOW, after(NOW, 30 * MINUTE))
        ticket = await take(tx, replace(new, booked=booked), NOW)
        assert ticket
        assert ticket.new.booked == booked
        assert await ticket_for_appointment(tx, booked.appointment) == ticket
        assert not await book(tx, ticket, booked), "it has its place already"
        other = replace(await wanted(tx, 2), booked=booked)
        assert await take(tx, other, NOW) is None
        assert await end(tx, ticket, "left", NOW)
        assert await take(tx, replace(new, booked=booked), NOW)

    await database.turn(body)


async def test_a_number_that_waits_may_turn_out_to_be_booked(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        ticket = await taken(tx, 1)
        appointment = await booked_appointment(tx, ticket.person_id)
        booked = Booked(appointment, NOW, after(NOW, 30 * MINUTE))
        assert await book(tx, ticket, booked)
        found = await ticket_by_id(tx, ticket.id)
        assert found
        assert (found.number, found.new.booked) == (ticket.number, booked)

    await database.turn(body)


async def test_half_a_booked_time_is_refused(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        ticket = await taken(tx, 1)
        with pytest.raises(sqlite3.IntegrityError):
            tx._connection.execute(  # noqa: SLF001
                "UPDATE ticket SET booked_from = 1 WHERE id = ?", (ticket.id,)
            )

    await database.turn(body)


async def test_an_absence_is_taken_back_once_and_not_beside_a_new_number(
    database: Database,
) -> None:
    async def body(tx: Transaction) -> None:
        away = await absent(tx, 3)
        assert await take(tx, away.new, NOW)
        assert not await take_absence_back(tx, away), "there is a new number"
        first, second = await absent(tx, 1), await absent(tx, 2)
        assert await newest_absent(tx, ("jiangwan", "W3", TODAY), NOW) == second
        assert await newest_absent(tx, ("jiangwan", "W3", TODAY), after(NOW, 1)) is None
        assert await take_absence_back(tx, second)
        assert not await take_absence_back(tx, second)
        assert await take_absence_back(tx, first)
        again = await open_tickets(tx, "jiangwan", TODAY)
        states = [(each.state, each.called_at) for each in again]
        assert states == [(WAITING, None), (WAITING, None), (CALLED, NOW)], "one at a time"

    await database.turn(body)


async def absent(tx: Transaction, number: int) -> Ticket:
    """Return somebody who was called and passed over."""
    ticket = await taken(tx, number)
    assert await call(tx, ticket, NOW)
    called = await ticket_by_id(tx, ticket.id)
    assert called
    assert await end(tx, called, ABSENT, NOW)
    passed = await ticket_by_id(tx, ticket.id)
    assert passed
    return passed


async def booked_appointment(tx: Transaction, person_id: int) -> int:
    slot = Slot(TODAY, 540, 570, 2)
    booking = Booking("W3", slot, 1, NOW, after(NOW, 30 * MINUTE), "罗建华")
    identity = await book_appointment(
        tx, Wanted(person_id, "jiangwan", "senior_card"), booking, NOW
    )
    assert identity
    return identity


async def test_tickets_of_long_ago_are_removed(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        ticket = await taken(tx, 1)
        await forget_tickets(tx, Batch(after(NOW, 89 * DAY), Periods(), 0, 100))
        assert await ticket_by_id(tx, ticket.id)
        await forget_tickets(tx, Batch(after(NOW, 91 * DAY), Periods(), 0, 100))
        assert await ticket_by_id(tx, ticket.id) is None

    await database.turn(body)
