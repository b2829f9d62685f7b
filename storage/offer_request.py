"""Requests for what organisations offer. The database lets no place go twice."""

import sqlite3
from dataclasses import dataclass

from bot.appointments import Slot, Taken
from bot.instants import Instant
from bot.offering import RequestState
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Meeting:
    """A time that is wanted or proposed, the place there (0: no limit), instants of its bounds."""

    slot: Slot
    place: int
    starts_at: Instant
    ends_at: Instant


@dataclass(frozen=True, slots=True)
class Details:
    """Where at home (when it is at home), a note, and the name to be called by."""

    at_home: bool
    building: str
    entrance: str
    flat: str
    place_words: str
    note: str
    name: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who wants what of whom."""

    person_id: int
    community: str
    offer: str
    organisation: str


@dataclass(frozen=True, slots=True)
class OfferRequest:
    """A request as it stands; `reached`: the organisation's contact was told."""

    id: int
    wanted: Wanted
    meeting: Meeting
    details: Details
    state: RequestState
    reason: str
    reached: bool
    version: int

    @property
    def person_id(self) -> int:
        """Whose it is."""
        return self.wanted.person_id

    @property
    def subject(self) -> str:
        """The name under which it is shown to the resident, edited and reminded of."""
        return f"offer_request:{self.id}"


async def add_request(
    tx: Transaction, wanted: Wanted, meeting: Meeting, details: Details, now: Instant
) -> OfferRequest | None:
    """Ask for an offer; None when the place has gone or something open stands in the way."""
    identity = await tx.add(
        "add_offer_request",
        person_id=wanted.person_id,
        community=wanted.community,
        offer=wanted.offer,
        organisation=wanted.organisation,
        at_home=details.at_home,
        building=details.building,
        entrance=details.entrance,
        flat=details.flat,
        place_words=details.place_words,
        note=details.note,
        name=details.name,
        now=now,
        **_values(meeting),
    )
    return await request_by_id(tx, identity) if identity else None


async def move_request(
    tx: Transaction, request: OfferRequest, state: RequestState, reason: str, now: Instant
) -> OfferRequest | None:
    """Change how a request stands; None when it has changed since it was read."""
    changed = await tx.run(
        "move_offer_request",
        id=request.id,
        version=request.version,
        state=state,
        reason=reason,
        now=now,
    )
    return await request_by_id(tx, request.id) if changed else None


async def propose_time(
    tx: Transaction, request: OfferRequest, meeting: Meeting, now: Instant
) -> OfferRequest | None:
    """Propose another time; None when its place has gone or the request has changed."""
    changed = await tx.run(
        "propose_offer_time", id=request.id, version=request.version, now=now, **_values(meeting)
    )
    return await request_by_id(tx, request.id) if changed else None


async def note_reached(tx: Transaction, identity: int) -> None:
    """Note that the organisation's contact has been told."""
    await tx.run("note_offer_reached", id=identity)


async def end_past_requests(tx: Transaction, person_id: int, now: Instant) -> None:
    """Let what is past stand in nobody's way."""
    await tx.run("end_offer_requests", person_id=person_id, now=now)


async def request_by_id(tx: Transaction, identity: int) -> OfferRequest | None:
    """Return one request."""
    row = await tx.one("offer_request_by_id", id=identity)
    return _request(row) if row else None


async def requests_of_person(
    tx: Transaction, person_id: int, now: Instant
) -> tuple[OfferRequest, ...]:
    """Return what somebody has asked for and is not past, the next one first."""
    rows = await tx.all("offer_requests_of_person", person_id=person_id, now=now)
    return tuple(map(_request, rows))


async def requests_of_organisation(
    tx: Transaction, community: str, organisation: str, since: Instant, at_most: int
) -> tuple[OfferRequest, ...]:
    """Return what an organisation has to answer or to do, the next one first."""
    rows = await tx.all(
        "offer_requests_of_organisation",
        community=community,
        organisation=organisation,
        since=since,
        at_most=at_most,
    )
    return tuple(map(_request, rows))


async def offer_places_taken(
    tx: Transaction, community: str, offer: str, since: Instant
) -> tuple[Taken, ...]:
    """Return the places of an offer that are taken from an instant on."""
    rows = await tx.all("offer_places_taken", community=community, offer=offer, since=since)
    return tuple(Taken(*row) for row in rows)


def _values(meeting: Meeting) -> dict[str, str | int]:
    slot = meeting.slot
    return {
        "day": slot.day,
        "opens": slot.opens,
        "closes": slot.closes,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "place": meeting.place,
        "places": slot.places,
    }


def _request(row: sqlite3.Row) -> OfferRequest:
    slot = Slot(row["day"], row["opens"], row["closes"], row["places"])
    return OfferRequest(
        row["id"],
        Wanted(row["person_id"], row["community"], row["offer"], row["organisation"]),
        Meeting(slot, row["place"], row["starts_at"], row["ends_at"]),
        Details(
            bool(row["at_home"]),
            row["building"],
            row["entrance"],
            row["flat"],
            row["place_words"],
            row["note"],
            row["name"],
        ),
        RequestState(row["state"]),
        row["reason"],
        bool(row["reached"]),
        row["version"],
    )
