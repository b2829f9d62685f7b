"""Pre-checks: what somebody has of the papers for a service, and what was promised about it."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.instants import Instant
from bot.verdict import Held
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class NewCheck:
    """A check as a conversation left it."""

    talk_id: int
    person_id: int
    community: str
    service: str
    answers: Mapping[str, bool]
    held: Mapping[str, Held]
    unsure: tuple[str, ...] = ()
    last_days: Mapping[str, str] = field(default_factory=dict)
    going_on: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A check that is kept. `going_on`: an ISO day or empty; `reminded`: how often so far.

    `last_days`: until which ISO day a paper (code) is good; `pictured`: the version of which
    a picture was made, 0: none.
    """

    id: int
    person_id: int
    community: str
    service: str
    answers: Mapping[str, bool]
    held: Mapping[str, Held]
    version: int
    going_on: str
    is_quiet: bool
    reminded: int
    unsure: tuple[str, ...]
    last_days: Mapping[str, str]
    pictured: int

    @property
    def subject(self) -> str:
        """The name under which its verdict is shown and edited."""
        return f"check:{self.id}"


async def add_check(tx: Transaction, new: NewCheck, now: Instant) -> Check:
    """Keep a new check."""
    identity = await tx.insert(
        "add_pre_check",
        talk_id=new.talk_id,
        person_id=new.person_id,
        community=new.community,
        service=new.service,
        answers=_written_answers(new.answers),
        held=json.dumps(dict(new.held)),
        unsure=json.dumps(new.unsure),
        last_days=json.dumps(dict(new.last_days)),
        going_on=new.going_on,
        now=now,
    )
    added = await check_by_id(tx, identity)
    assert added is not None  # noqa: S101 - it was added one line above
    return added


async def quiet_earlier_checks(tx: Transaction, check: Check) -> None:
    """Let nobody be reminded of older checks of the same person for the same service."""
    await tx.run(
        "quiet_earlier_pre_checks",
        id=check.id,
        person_id=check.person_id,
        service=check.service,
    )


async def check_by_id(tx: Transaction, identity: int) -> Check | None:
    """Return one check."""
    return _check(await tx.one("pre_check_by_id", id=identity))


async def newest_check(
    tx: Transaction, person_id: int, community: str, service: str
) -> Check | None:
    """Return what somebody has checked last for a service."""
    return _check(
        await tx.one("newest_pre_check", person_id=person_id, community=community, service=service)
    )


async def newest_check_of_person(
    tx: Transaction, person_id: int, community: str, since: Instant
) -> Check | None:
    """Return what somebody has checked or changed last since an instant, for whatever service."""
    return _check(
        await tx.one(
            "newest_pre_check_of_person", person_id=person_id, community=community, since=since
        )
    )


async def save_check(tx: Transaction, check: Check, now: Instant) -> Check:
    """Store a changed check and return it as it stands then."""
    changed = await tx.run(
        "save_pre_check",
        id=check.id,
        version=check.version,
        service=check.service,
        answers=_written_answers(check.answers),
        held=json.dumps(dict(check.held)),
        unsure=json.dumps(check.unsure),
        last_days=json.dumps(dict(check.last_days)),
        going_on=check.going_on,
        quiet=int(check.is_quiet),
        reminded=check.reminded,
        now=now,
    )
    saved = await check_by_id(tx, check.id)
    if changed != 1 or saved is None:
        raise LookupError(f"check {check.id} is not at version {check.version} any more")
    return saved


async def note_picture(tx: Transaction, check: Check) -> None:
    """Remember of which version of a check a picture was made last."""
    await tx.run("note_picture_of_pre_check", id=check.id, version=check.version)


def _written_answers(answers: Mapping[str, bool]) -> str:
    return json.dumps({code: int(answer) for code, answer in answers.items()})


def _check(row: sqlite3.Row | None) -> Check | None:
    if row is None:
        return None
    answers = {code: bool(answer) for code, answer in json.loads(row["answers"]).items()}
    held = {code: Held(state) for code, state in json.loads(row["held"]).items()}
    return Check(
        row["id"],
        row["person_id"],
        row["community"],
        row["service"],
        answers,
        held,
        row["version"],
        row["going_on"],
        bool(row["quiet"]),
        row["reminded"],
        tuple(json.loads(row["unsure"])),
        json.loads(row["last_days"]),
        row["pictured"],
    )
