"""Appointments at the windows: who comes when for what. The database lets no place go twice."""

import sqlite3
from dataclasses import dataclass

from bot.appointments import Slot, Taken
from bot.instants import Instant
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Booking:
    """A time of a window that somebody wants, and the place there; instants of its bounds."""

    at_window: str
    slot: Slot
    place: int
    starts_at: Instant
    ends_at: Instant
    name: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment as it stands; `state` is booked, cancelled or over."""

    id: int
    person_id: int
    community: str
    service: str
    booking: Booking
    state: str
    version: int

    @property
    def subject(self) -> str:
        """The name under which it is shown, edited and reminded of."""
        return f"appointment:{self.id}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """For whom and for which matter a time is booked."""

    person_id: int
    community: str
    service: str


async def book(tx: Transaction, wanted: Wanted, booking: Booking, now: Instant) -> int | None:
    """Book and return the id; None when the place, or the one matter of the person, is taken."""
    return await tx.add(
        "book_appointment",
        person_id=wanted.person_id,
        community=wanted.community,
        service=wanted.service,
        now=now,
        **_values(booking),
    )


async def move(tx: Transaction, appointment: Appointment, booking: Booking, now: Instant) -> bool:
    """Move an appointment from how it was read; False when the place or the standing is gone."""
    changed = await tx.run(
        "move_appointment",
        id=appointment.id,
        version=appointment.version,
        now=now,
        **_values(booking),
    )
    return changed == 1


async def cancel(tx: Transaction, identity: int, now: Instant) -> bool:
    """Cancel an appointment; False when it is none any more."""
    return await tx.run("cancel_appointment", id=identity, now=now) == 1


async def finish(tx: Transaction, identity: int, now: Instant) -> bool:
    """End an appointment whose matter was done; False when it does not stand any more."""
    return await tx.run("end_appointment", id=identity, now=now) == 1


async def end_past(tx: Transaction, person_id: int, now: Instant) -> None:
    """Let what is past stand in nobody's way."""
    await tx.run("end_appointments", person_id=person_id, now=now)


async def appointment_by_id(tx: Transaction, identity: int) -> Appointment | None:
    """Return one appointment."""
    row = await tx.one("appointment_by_id", id=identity)
    return _appointment(row) if row else None


async def appointments_of(
    tx: Transaction, person_id: int, now: Instant
) -> tuple[Appointment, ...]:
    """Return what somebody has booked and is not past, the next one first."""
    rows = await tx.all("appointments_of_person", person_id=person_id, now=now)
    return tuple(map(_appointment, rows))


async def appointments_on(tx: Transaction, community: str, day: str) -> tuple[Appointment, ...]:
    """Return who comes on an ISO day, in the order of the times."""
    rows = await tx.all("appointments_of_day", community=community, day=day)
    return tuple(map(_appointment, rows))


async def places_taken(
    tx: Transaction, community: str, at_window: str, since: Instant
) -> tuple[Taken, ...]:
    """Return the places of a window that are taken from an instant on."""
    rows = await tx.all("places_taken_on", community=community, at_window=at_window, since=since)
    return tuple(Taken(*row) for row in rows)


def _values(booking: Booking) -> dict[str, str | int]:
    slot = booking.slot
    return {
        "at_window": booking.at_window,
        "day": slot.day,
        "opens": slot.opens,
        "closes": slot.closes,
        "starts_at": booking.starts_at,
        "ends_at": booking.ends_at,
        "place": booking.place,
        "places": slot.places,
        "name": booking.name,
    }


def _appointment(row: sqlite3.Row) -> Appointment:
    slot = Slot(row["day"], row["opens"], row["closes"], row["places"])
    return Appointment(
        row["id"],
        row["person_id"],
        row["community"],
        row["service"],
        Booking(
            row["at_window"], slot, row["place"], row["starts_at"], row["ends_at"], row["name"]
        ),
        row["state"],
        row["version"],
    )
