"""Confidential matters. What one is about is read in one place only: when it is sent."""

import sqlite3
from dataclasses import asdict, dataclass

from bot.community import Role
from bot.instants import Instant
from bot.matter_kinds import PrivateService
from bot.private_matters import Confidence, MatterOutcome, MatterState
from storage.database import Transaction
from storage.staff import Grant


@dataclass(frozen=True, slots=True)
class NewMatter:
    """Who applies for what, from which conversation, and until when somebody takes it up."""

    talk_id: int
    person_id: int
    community: str
    number: str
    service: PrivateService
    role: Role
    accept_by: Instant


@dataclass(frozen=True, slots=True)
class PrivateMatter:
    """That a matter exists and how it stands; `helper` is who has it in hand (staff code).

    `former` are the persons who gave it out of hand, in order.
    """

    id: int
    new: NewMatter
    helper: str
    reached: bool
    state: MatterState
    version: int
    opened_at: Instant
    former: tuple[int, ...] = ()

    @property
    def person_id(self) -> int:
        """Whose it is."""
        return self.new.person_id

    @property
    def subject(self) -> str:
        """The name under which it is shown to the resident and reminded of."""
        return f"private:{self.id}"


async def add_matter(
    tx: Transaction, new: NewMatter, confided: Confidence, now: Instant
) -> PrivateMatter | None:
    """Keep a matter; None when this conversation has led to one already."""
    identity = await tx.add(
        "add_private_matter",
        talk_id=new.talk_id,
        person_id=new.person_id,
        community=new.community,
        number=new.number,
        service=new.service,
        role=new.role,
        accept_by=new.accept_by,
        now=now,
    )
    if identity is None:
        return None
    await tx.run("add_private_content", matter_id=identity, **asdict(confided))
    return await matter_by_id(tx, identity)


async def move_matter(
    tx: Transaction, matter: PrivateMatter, state: MatterState, helper: str, now: Instant
) -> PrivateMatter | None:
    """Change how a matter stands; None when it has changed since it was read."""
    changed = await tx.run(
        "move_private_matter",
        id=matter.id,
        version=matter.version,
        state=state,
        helper=helper,
        now=now,
    )
    return await matter_by_id(tx, matter.id) if changed else None


async def hand_over_matter(
    tx: Transaction, matter: PrivateMatter, person_id: int, new: PrivateMatter, now: Instant
) -> PrivateMatter | None:
    """Give a matter to whom `new` names (nobody: to all of the role); None when it has changed."""
    added = await tx.run(
        "record_private_handover",
        id=matter.id,
        version=matter.version,
        person_id=person_id,
        to_helper=new.helper,
        now=now,
    )
    if not added:
        return None
    await tx.run(
        "hand_over_private_matter",
        id=matter.id,
        version=matter.version,
        to_helper=new.helper,
        state=new.state,
        accept_by=new.new.accept_by,
        reached=new.reached,
        now=now,
    )
    return await matter_by_id(tx, matter.id)


async def note_outcome(tx: Transaction, identity: int, outcome: MatterOutcome) -> None:
    """Keep what a move was about."""
    await tx.run("note_private_outcome", matter_id=identity, **asdict(outcome))


async def empty_content(tx: Transaction, identity: int) -> None:
    """Forget at once what a matter was about, and what was said; that it was stays known."""
    await tx.run("empty_private_content", matter_id=identity)
    await tx.run("forget_private_notes", id=identity)


async def add_note(
    tx: Transaction, identity: int, words: str, now: Instant, *, by_helper: bool
) -> int:
    """Keep what one side says to the other, and return its id."""
    return await tx.insert(
        "add_private_note", matter_id=identity, by_helper=by_helper, words=words, now=now
    )


async def notes_in_chat(tx: Transaction, identity: int, chat_id: int) -> tuple[int, ...]:
    """Return the notes (id) of the resident that a chat shows, or will show."""
    rows = await tx.all("private_notes_in_chat", matter_id=identity, chat_id=chat_id)
    return tuple(row["id"] for row in rows)


async def helper_spoke_last(tx: Transaction, identity: int) -> bool:
    """Whether the last word in a matter is that of whoever helps, so that an answer may come."""
    row = await tx.one("last_private_note", matter_id=identity)
    return row is not None and bool(row["by_helper"])


async def note_reached(tx: Transaction, identity: int) -> None:
    """Note that somebody who may read it has been told."""
    await tx.run("note_private_reached", id=identity)


async def is_private_chat(tx: Transaction, chat_id: int) -> bool:
    """Whether confidential things may be said in a chat, so that raw updates keep no words."""
    return await tx.one("is_private_chat", chat_id=chat_id) is not None


async def matter_by_id(tx: Transaction, identity: int) -> PrivateMatter | None:
    """Return one matter."""
    row = await tx.one("private_matter_by_id", id=identity)
    return await _matter(tx, row) if row else None


async def matter_by_number(tx: Transaction, number: str) -> PrivateMatter | None:
    """Return a matter by the number that people write down."""
    row = await tx.one("private_matter_by_number", number=number)
    return await _matter(tx, row) if row else None


async def matters_of_person(
    tx: Transaction, person_id: int, at_most: int
) -> tuple[PrivateMatter, ...]:
    """Return somebody's own matters, the newest first."""
    rows = await tx.all("private_matters_of_person", person_id=person_id, at_most=at_most)
    return tuple([await _matter(tx, row) for row in rows])


async def matters_of_role(
    tx: Transaction, grant: Grant, at_most: int
) -> tuple[PrivateMatter, ...]:
    """Return what waits for somebody of a role: new matters and the own ones, oldest first."""
    rows = await tx.all(
        "private_matters_of_role",
        community=grant.community,
        role=grant.role,
        helper=grant.staff_code,
        person_id=grant.person_id,
        at_most=at_most,
    )
    return tuple([await _matter(tx, row) for row in rows])


async def _matter(tx: Transaction, row: sqlite3.Row) -> PrivateMatter:
    given = await tx.all("private_handovers", id=row["id"])
    new = NewMatter(
        row["talk_id"],
        row["person_id"],
        row["community"],
        row["number"],
        PrivateService(row["service"]),
        Role(row["role"]),
        row["accept_by"],
    )
    return PrivateMatter(
        row["id"],
        new,
        row["helper"],
        bool(row["reached"]),
        MatterState(row["state"]),
        row["version"],
        row["opened_at"],
        tuple(each["person_id"] for each in given),
    )
