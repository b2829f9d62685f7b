"""Errands and who has which paper. The database keeps every chain of hands whole."""

import sqlite3
from dataclasses import dataclass, replace

from bot.custody import RESIDENT, DoorReceipt, Transfer
from bot.errand_proof import Proof
from bot.errands import CLOSED, ErrandState
from bot.instants import Instant
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody is visited and when: `at_home` is a code of ours or the person's words."""

    building: str
    entrance: str
    flat: str
    words: str
    grid: str
    at_home: str


@dataclass(frozen=True, slots=True)
class Authorisation:
    """The words that were agreed to, letter for letter, the version of them, and until when."""

    words: str
    wording: int
    good_until: Instant


@dataclass(frozen=True, slots=True)
class NewErrand:
    """An errand as it is asked for; `assignee` is a row of the staff list, empty: the clerks'."""

    number: str
    community: str
    talk_id: int
    person_id: int
    service: str
    for_whom: str
    basis: str
    name: str
    priority: str
    rank: int
    home: Home
    authorisation: Authorisation
    assignee: str
    assignee_role: str
    promised_by: Instant


@dataclass(frozen=True, slots=True)
class ErrandNow:
    """How an errand stands; `before` is the state before a problem, `hands` counts transfers.

    `ready_at`: when the result was there; `reopened_at`: when its end was denied.
    """

    state: ErrandState
    assignee: str
    assignee_role: str
    reason: str = ""
    before: ErrandState | None = None
    recalled_at: Instant | None = None
    closed_at: Instant | None = None
    hands: int = 0
    ready_at: Instant | None = None
    reopened_at: Instant | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """An errand as it was asked for, and how it stands."""

    id: int
    new: NewErrand
    now: ErrandNow
    opened_at: Instant
    version: int
    proof: Proof | None = None

    @property
    def is_unproven(self) -> bool:
        """Whether it is for somebody else, and nobody of the staff has seen the proof yet."""
        return bool(self.new.for_whom) and self.proof is None

    @property
    def person_id(self) -> int:
        """Whose it is."""
        return self.new.person_id

    @property
    def subject(self) -> str:
        """The name under which it is shown to the resident and planned."""
        return f"errand:{self.id}"

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.now.state not in CLOSED


async def add_errand(
    tx: Transaction, new: NewErrand, papers: tuple[str, ...], now: Instant
) -> Errand | None:
    """Store an errand with its originals at home; None when one for the same is open already."""
    identity = await tx.add(
        "add_errand",
        number=new.number,
        community=new.community,
        talk_id=new.talk_id,
        person_id=new.person_id,
        service=new.service,
        for_whom=new.for_whom,
        basis=new.basis,
        name=new.name,
        priority=new.priority,
        rank=new.rank,
        building=new.home.building,
        entrance=new.home.entrance,
        flat=new.home.flat,
        place_words=new.home.words,
        grid=new.home.grid,
        at_home=new.home.at_home,
        authorisation=new.authorisation.words,
        wording=new.authorisation.wording,
        good_until=new.authorisation.good_until,
        state=ErrandState.ASKED,
        assignee=new.assignee,
        assignee_role=new.assignee_role,
        promised_by=new.promised_by,
        now=now,
    )
    if identity is None:
        return None
    for paper in papers:
        first = Transfer(paper, 0, "", RESIDENT, new.for_whom or new.name, now)
        await add_transfer(tx, identity, first)
    return await errand_by_id(tx, identity)


async def save_errand(tx: Transaction, errand: Errand, then: ErrandNow, now: Instant) -> bool:
    """Change how an errand stands, from how it was read; False when it has changed meanwhile."""
    changed = await tx.run(
        "save_errand",
        id=errand.id,
        version=errand.version,
        state=then.state,
        before_problem=then.before or "",
        reason=then.reason,
        assignee=then.assignee,
        assignee_role=then.assignee_role,
        recalled_at=then.recalled_at,
        closed_at=then.closed_at,
        hands=then.hands,
        ready_at=then.ready_at,
        reopened_at=then.reopened_at,
        now=now,
    )
    return changed == 1


async def see_proof(tx: Transaction, errand_id: int, proof: Proof) -> None:
    """Write down which proof somebody has seen; what was seen earlier stays."""
    await tx.run(
        "see_proof",
        id=errand_id,
        proof=proof.kind,
        seen_by=proof.seen_by,
        seen_name=proof.name,
        seen_at=proof.seen_at,
    )


async def errand_by_id(tx: Transaction, identity: int) -> Errand | None:
    """Return one errand."""
    row = await tx.one("errand_by_id", id=identity)
    return _errand(row) if row else None


async def errand_by_number(tx: Transaction, number: str) -> Errand | None:
    """Return the errand with a visible number."""
    row = await tx.one("errand_by_number", number=number)
    return _errand(row) if row else None


async def errands_of_person(tx: Transaction, person_id: int, since: Instant) -> tuple[Errand, ...]:
    """Return what somebody has asked for and goes on, or ended after an instant; oldest first."""
    rows = await tx.all("errands_of_person", person_id=person_id, since=since)
    return tuple(map(_errand, rows))


async def open_errands(tx: Transaction, community: str, at_most: int) -> tuple[Errand, ...]:
    """Return the open errands of a community: who comes first by rank, then by the promise."""
    rows = await tx.all("open_errands", community=community, at_most=at_most)
    return tuple(map(_errand, rows))


async def add_transfer(tx: Transaction, errand_id: int, transfer: Transfer) -> None:
    """Write down that an original has changed hands; a gap in the chain is refused."""
    await tx.insert(
        "add_custody",
        errand_id=errand_id,
        paper=transfer.paper,
        step=transfer.step,
        giver=transfer.giver,
        receiver=transfer.receiver,
        name=transfer.name,
        at=transfer.at,
        photo=transfer.photo,
        given_at=transfer.given_at,
        received_at=transfer.received_at,
        photo_unique=transfer.photo_unique,
    )


async def confirm_transfer(tx: Transaction, errand_id: int, transfer: Transfer) -> None:
    """Write down what has been confirmed about a transfer, signed for, or found."""
    door = transfer.door
    await tx.run(
        "confirm_custody",
        errand_id=errand_id,
        paper=transfer.paper,
        step=transfer.step,
        given_at=transfer.given_at,
        received_at=transfer.received_at,
        disputed_at=transfer.disputed_at,
        settled_at=transfer.settled_at,
        refuted_by=transfer.refuted_by,
        door_at=door.at if door else None,
        door_name=door.name if door else "",
        door_photo=door.photo if door else "",
        door_unique=door.photo_unique if door else "",
    )


async def transfers_of(tx: Transaction, errand_id: int) -> tuple[Transfer, ...]:
    """Return every time that a paper of an errand changed hands, each chain in order."""
    rows = await tx.all("custody_of_errand", errand_id=errand_id)
    return tuple(replace(Transfer(*row[:13]), door=_door(row)) for row in rows)


def _door(row: sqlite3.Row) -> DoorReceipt | None:
    if row["door_at"] is None:
        return None
    return DoorReceipt(row["door_at"], row["door_name"], row["door_photo"], row["door_unique"])


def _errand(row: sqlite3.Row) -> Errand:
    new = NewErrand(
        row["number"],
        row["community"],
        row["talk_id"],
        row["person_id"],
        row["service"],
        row["for_whom"],
        row["basis"],
        row["name"],
        row["priority"],
        row["rank"],
        _home(row),
        Authorisation(row["authorisation"], row["wording"], row["good_until"]),
        row["assignee"],
        row["assignee_role"],
        row["promised_by"],
    )
    return Errand(row["id"], new, _now(row), row["opened_at"], row["version"], _proof(row))


def _proof(row: sqlite3.Row) -> Proof | None:
    if not row["proof"]:
        return None
    return Proof(row["proof"], row["proof_seen_by"], row["proof_seen_name"], row["proof_seen_at"])


def _home(row: sqlite3.Row) -> Home:
    columns = ("building", "entrance", "flat", "place_words", "grid", "at_home")
    return Home(*(row[each] for each in columns))


def _now(row: sqlite3.Row) -> ErrandNow:
    before = row["before_problem"]
    return ErrandNow(
        ErrandState(row["state"]),
        row["assignee"],
        row["assignee_role"],
        row["reason"],
        ErrandState(before) if before else None,
        row["recalled_at"],
        row["closed_at"],
        row["hands"],
        row["ready_at"],
        row["reopened_at"],
    )
