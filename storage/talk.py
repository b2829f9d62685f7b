"""Where each conversation stands: its answers by name, and nothing else."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

import orjson

from bot.instants import Instant, after
from storage.database import Transaction
from storage.outbox import PROMPT_LIFE, forget_messages

Answers = Mapping[str, str]
OVER = frozenset({"done", "cancelled"})


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation of one person; `answers` keep the order in which they were given."""

    id: int
    person_id: int
    chat_id: int
    script: str
    start: str
    answers: Answers
    version: int
    page: int
    state: str
    opened_at: Instant
    changed_at: Instant

    @property
    def subject(self) -> str:
        """The name under which its message is shown and edited."""
        return f"talk:{self.id}"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new conversation starts from; `start` is the script's own start value as JSON."""

    person_id: int
    chat_id: int
    script: str
    start: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class AlbumOwner:
    """To which report an album belongs: the talk while it is written, the case afterwards."""

    talk_id: int
    case_id: int | None


async def open_talk(tx: Transaction, chat_id: int) -> Talk | None:
    """Return the conversation that a chat is in now."""
    return _talk(await tx.one("open_talk", chat_id=chat_id))


async def talk_by_id(tx: Transaction, identity: int) -> Talk | None:
    """Return one conversation."""
    return _talk(await tx.one("talk_by_id", id=identity))


async def paused_talk(tx: Transaction, chat_id: int) -> Talk | None:
    """Return the conversation that waits behind the present one."""
    return _talk(await tx.one("paused_talk", chat_id=chat_id))


async def left_private_talks(
    tx: Transaction, before: Instant, words_before: Instant, at_most: int
) -> tuple[Talk, ...]:
    """Return confidential conversations that nobody has gone on with since an instant."""
    rows = await tx.all(
        "left_private_talks", before=before, words_before=words_before, at_most=at_most
    )
    return tuple(talk for talk in map(_talk, rows) if talk)


async def left_photo_talks(tx: Transaction, before: Instant, at_most: int) -> tuple[Talk, ...]:
    """Return conversations about photos of papers that nobody has gone on with since then."""
    rows = await tx.all("left_photo_talks", before=before, at_most=at_most)
    return tuple(talk for talk in map(_talk, rows) if talk)


async def begin_talk(tx: Transaction, beginning: Beginning, now: Instant) -> Talk:
    """Open a conversation; another open one of the chat must have been paused before."""
    identity = await tx.insert(
        "add_talk",
        person_id=beginning.person_id,
        chat_id=beginning.chat_id,
        script=beginning.script,
        start=beginning.start,
        answers=_written(beginning.answers),
        now=now,
    )
    return Talk(
        identity,
        beginning.person_id,
        beginning.chat_id,
        beginning.script,
        beginning.start,
        beginning.answers,
        1,
        0,
        "open",
        now,
        now,
    )


async def save_talk(
    tx: Transaction, talk: Talk, answers: Answers, page: int, now: Instant
) -> Talk:
    """Store the answers so far and return the talk as it stands then."""
    changed = await tx.run(
        "save_talk",
        id=talk.id,
        version=talk.version,
        answers=_written(answers),
        page=page,
        now=now,
    )
    if changed != 1:
        raise LookupError(f"talk {talk.id} is not at version {talk.version} any more")
    return replace(talk, answers=answers, version=talk.version + 1, page=page, changed_at=now)


async def set_talk_state(tx: Transaction, talk: Talk, state: str, now: Instant) -> None:
    """Pause, resume or end a conversation."""
    await tx.run("set_talk_state", id=talk.id, state=state, now=now)


async def album_owner(tx: Transaction, chat_id: int, album: str) -> AlbumOwner | None:
    """Return the report to which the parts of an album belong."""
    row = await tx.one("album_owner", chat_id=chat_id, album=album)
    return AlbumOwner(*row) if row else None


async def add_album(tx: Transaction, talk: Talk, album: str) -> None:
    """Remember to which report an album belongs."""
    await tx.run("add_album", chat_id=talk.chat_id, album=album, talk_id=talk.id)


async def give_albums_to_case(tx: Transaction, talk: Talk, case_id: int) -> None:
    """Let late parts of the report's albums go to its case."""
    await tx.run("give_albums_to_case", talk_id=talk.id, case_id=case_id)


async def forget_what_was_said(
    tx: Transaction, talk: Talk, since: Instant, last_inbox: int
) -> None:
    """Empty everything that ties an anonymous report's words to its chat."""
    await tx.run("forget_talk", id=talk.id)
    await tx.run("forget_raw_updates", lane=f"c:{talk.chat_id}", since=since, last=last_inbox)
    expiring_since = after(since, PROMPT_LIFE)
    await tx.run(
        "forget_buttons", chat_id=talk.chat_id, subject=talk.subject, since=expiring_since
    )
    await forget_messages(tx, talk.subject)


async def forget_answers(tx: Transaction, talk: Talk) -> None:
    """Empty a conversation that is over: what it led to keeps what is needed of it."""
    await tx.run("forget_talk", id=talk.id)


async def forget_raw_update(tx: Transaction, inbox: int) -> None:
    """Empty one raw update, for it holds a secret."""
    await tx.run("forget_raw_update", id=inbox)


def _written(answers: Answers) -> str:
    return orjson.dumps(list(answers.items())).decode()


def _talk(row: sqlite3.Row | None) -> Talk | None:
    if row is None:
        return None
    return Talk(
        row["id"],
        row["person_id"],
        row["chat_id"],
        row["script"],
        row["start"],
        dict(orjson.loads(row["answers"])),
        row["version"],
        row["page"],
        row["state"],
        row["opened_at"],
        row["changed_at"],
    )
