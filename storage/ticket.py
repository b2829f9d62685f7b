"""Tickets of the day: who waits at which window, who is called, how long it took."""

import sqlite3
from dataclasses import dataclass

from bot.instants import SECOND, Instant
from bot.waiting_line import Booked, Place
from bot.waiting_times import Served
from storage.database import Transaction

WAITING, CALLED, FINISHED, ABSENT, LEFT = "waiting", "called", "finished", "absent", "left"


@dataclass(frozen=True, slots=True)
class NewTicket:
    """Who wants a number at which window, for which service, on which ISO day."""

    person_id: int
    community: str
    at_window: str
    day: str
    service: str
    name: str
    booked: Booked | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket as it stands: waiting, called, finished, absent or left; when it came to that."""

    id: int
    number: int
    new: NewTicket
    state: str
    taken_at: Instant
    called_at: Instant | None = None
    ended_at: Instant | None = None

    @property
    def place(self) -> Place:
        """Its place in the window's line."""
        return Place(self.number, self.taken_at, self.new.booked)

    @property
    def person_id(self) -> int:
        """Whose it is."""
        return self.new.person_id

    @property
    def subject(self) -> str:
        """The name under which it is shown and edited."""
        return f"ticket:{self.id}"


async def take(tx: Transaction, new: NewTicket, now: Instant) -> Ticket | None:
    """Give out the next number; None when the person has one at this window already."""
    identity = await tx.add(
        "take_ticket",
        person_id=new.person_id,
        community=new.community,
        at_window=new.at_window,
        day=new.day,
        service=new.service,
        name=new.name,
        now=now,
        **_booked_values(new.booked),
    )
    return await ticket_by_id(tx, identity) if identity else None


async def book(tx: Transaction, ticket: Ticket, booked: Booked) -> bool:
    """Give a number that waits the place of an appointment; False when it waits no more."""
    return await tx.run("book_ticket", id=ticket.id, **_booked_values(booked)) == 1


async def ticket_for_appointment(tx: Transaction, appointment: int) -> Ticket | None:
    """Return the ticket with which somebody came for an appointment last."""
    row = await tx.one("newest_ticket_of_appointment", appointment_id=appointment)
    return _ticket(row) if row else None


async def ticket_by_id(tx: Transaction, identity: int) -> Ticket | None:
    """Return one ticket."""
    row = await tx.one("ticket_by_id", id=identity)
    return _ticket(row) if row else None


async def ticket_of(tx: Transaction, person_id: int, at_window: str, day: str) -> Ticket | None:
    """Return the ticket with which somebody waits at a window, or is called there."""
    row = await tx.one("ticket_of_person", person_id=person_id, at_window=at_window, day=day)
    return _ticket(row) if row else None


async def open_tickets(tx: Transaction, community: str, day: str) -> tuple[Ticket, ...]:
    """Return who is called and who waits on a day, window by window, in order."""
    rows = await tx.all("open_tickets", community=community, day=day)
    return tuple(map(_ticket, rows))


async def call(tx: Transaction, ticket: Ticket, now: Instant) -> bool:
    """Call somebody; False when somebody else is called there, or the ticket waits no more."""
    return await tx.run("call_ticket", id=ticket.id, now=now) == 1


async def end(tx: Transaction, ticket: Ticket, state: str, now: Instant) -> bool:
    """End a ticket from the standing at which it was read; False when it has changed since."""
    changed = await tx.run(
        "end_ticket", id=ticket.id, from_state=ticket.state, state=state, now=now
    )
    return changed == 1


async def newest_absent(
    tx: Transaction, place: tuple[str, str, str], since: Instant
) -> Ticket | None:
    """Return who was passed over last since an instant, at a community, window and day."""
    community, at_window, day = place
    row = await tx.one(
        "newest_absent_ticket", community=community, at_window=at_window, day=day, since=since
    )
    return _ticket(row) if row else None


async def take_absence_back(tx: Transaction, ticket: Ticket) -> bool:
    """Let somebody who was passed over be there; False when there is another number by now."""
    return await tx.run("take_absence_back", id=ticket.id) == 1


async def served_since(tx: Transaction, community: str, since: Instant) -> tuple[Served, ...]:
    """Return how long everybody was served since an instant."""
    rows = await tx.all("tickets_served", community=community, since=since)
    return tuple(Served(row[0], row[1] // SECOND) for row in rows)


def _booked_values(booked: Booked | None) -> dict[str, int | None]:
    return {
        "appointment_id": booked.appointment if booked else None,
        "booked_from": booked.starts_at if booked else None,
        "booked_until": booked.ends_at if booked else None,
    }


def _booked(row: sqlite3.Row) -> Booked | None:
    if row["booked_from"] is None:
        return None
    return Booked(row["appointment_id"] or 0, row["booked_from"], row["booked_until"])


def _ticket(row: sqlite3.Row) -> Ticket:
    new = NewTicket(
        row["person_id"],
        row["community"],
        row["at_window"],
        row["day"],
        row["service"],
        row["name"],
        _booked(row),
    )
    times = row["taken_at"], row["called_at"], row["ended_at"]
    return Ticket(row["id"], row["number"], new, row["state"], *times)
