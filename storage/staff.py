"""Who holds which place of the staff list, who is invited to one, and who is away."""

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from bot.community import Role
from bot.instants import Instant
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Grant:
    """A person holds a place of the staff list."""

    id: int
    person_id: int
    community: str
    staff_code: str
    role: Role


@dataclass(frozen=True, slots=True)
class Holder:
    """A grant together with the account to write to."""

    grant: Grant
    telegram_id: int


@dataclass(frozen=True, slots=True)
class Invitation:
    """A single-use link into a place of the staff list."""

    community: str
    staff_code: str
    expires_at: Instant
    used_by: int | None


async def grants_of_person(tx: Transaction, person_id: int) -> tuple[Grant, ...]:
    """Return what a person is trusted with now."""
    rows = await tx.all("grants_of_person", person_id=person_id)
    return tuple(_grant(row) for row in rows)


async def holders(tx: Transaction, community: str) -> Mapping[str, Holder]:
    """Return everybody trusted in a community by staff code."""
    rows = await tx.all("grants_of_community", community=community)
    return {row["staff_code"]: Holder(_grant(row), row["telegram_id"]) for row in rows}


async def grant_place(tx: Transaction, grant: Grant, now: Instant) -> None:
    """Give a place of the staff list to a person; whoever held it loses it."""
    place = {"community": grant.community, "staff_code": grant.staff_code}
    await tx.run("revoke_grant", **place, now=now)
    await tx.insert("add_grant", **place, person_id=grant.person_id, role=grant.role, now=now)


async def invite(tx: Transaction, code: str, invitation: Invitation, now: Instant) -> None:
    """Store an invitation; only the hash of its code is kept."""
    await tx.insert(
        "add_invitation",
        code_hash=_hash(code),
        community=invitation.community,
        staff_code=invitation.staff_code,
        now=now,
        expires_at=invitation.expires_at,
    )


async def invitation_by_code(tx: Transaction, code: str) -> Invitation | None:
    """Return the invitation with this code."""
    row = await tx.one("invitation_by_code", code_hash=_hash(code))
    return Invitation(*row) if row else None


async def use_invitation(tx: Transaction, code: str, person_id: int, now: Instant) -> bool:
    """Use an invitation up; False when it is used or over already."""
    used = await tx.run("use_invitation", code_hash=_hash(code), person_id=person_id, now=now)
    return used == 1


async def absences(tx: Transaction, community: str, now: Instant) -> Mapping[str, Instant]:
    """Return who is away now, and until when, by staff code."""
    rows = await tx.all("absences_of_community", community=community, now=now)
    return {row[0]: Instant(row[1]) for row in rows}


async def add_absence(tx: Transaction, grant: Grant, from_at: Instant, until_at: Instant) -> None:
    """Note that the holder of a place will be away; a time that is over cannot be stored."""
    await tx.insert(
        "add_absence",
        community=grant.community,
        staff_code=grant.staff_code,
        from_at=from_at,
        until_at=until_at,
    )


async def end_absences(tx: Transaction, grant: Grant, now: Instant) -> None:
    """Note that the holder of a place is back."""
    await tx.run("end_absences", community=grant.community, staff_code=grant.staff_code, now=now)


def _grant(row: sqlite3.Row) -> Grant:
    return Grant(
        row["id"], row["person_id"], row["community"], row["staff_code"], Role(row["role"])
    )


def _hash(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()
