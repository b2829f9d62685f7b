"""Who wants to hear of which topic, and notices on their way to them."""

import sqlite3
from dataclasses import dataclass

from bot.instants import Instant
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class NewNotice:
    """What is to be sent to whoever follows a topic, by whom, and until when it is good."""

    talk_id: int
    person_id: int
    community: str
    staff_code: str
    topic: str
    words: str
    photo: str
    until_day: str
    expires_at: Instant


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice; everybody with an id up to `beyond` has been written to, `people` in all."""

    id: int
    new: NewNotice
    state: str
    beyond: int
    people: int

    @property
    def person_id(self) -> int:
        """Who wrote it."""
        return self.new.person_id

    @property
    def subject(self) -> str:
        """The name under which its author sees it, and under which it is planned."""
        return f"notice:{self.id}"


@dataclass(frozen=True, slots=True)
class Follower:
    """Somebody who wants to hear of a topic, and the account to write to."""

    person_id: int
    telegram_id: int


async def follow(
    tx: Transaction, community: str, topic: str, person_id: int, now: Instant
) -> None:
    """Remember that somebody wants to hear of a topic."""
    await tx.run("follow_topic", community=community, topic=topic, person_id=person_id, now=now)


async def leave(tx: Transaction, community: str, topic: str, person_id: int) -> None:
    """Forget that somebody wanted to hear of a topic."""
    await tx.run("leave_topic", community=community, topic=topic, person_id=person_id)


async def leave_everything(tx: Transaction, person_id: int) -> None:
    """Forget everything that somebody wanted to hear of."""
    await tx.run("leave_topics", person_id=person_id)


async def topics_of(tx: Transaction, community: str, person_id: int) -> frozenset[str]:
    """Return what somebody wants to hear of."""
    rows = await tx.all("topics_of_person", community=community, person_id=person_id)
    return frozenset(row["topic"] for row in rows)


async def followers_counted(tx: Transaction, community: str, topic: str) -> int:
    """Return how many people can be told of a topic."""
    row = await tx.one("followers_counted", community=community, topic=topic)
    return int(row["number"]) if row else 0


async def next_followers(tx: Transaction, notice: Notice, at_most: int) -> tuple[Follower, ...]:
    """Return the next people to whom a notice goes."""
    rows = await tx.all(
        "followers_beyond",
        community=notice.new.community,
        topic=notice.new.topic,
        beyond=notice.beyond,
        at_most=at_most,
    )
    return tuple(Follower(*row) for row in rows)


async def add_notice(tx: Transaction, new: NewNotice, now: Instant) -> Notice | None:
    """Keep a notice that will go out; None when this conversation has led to one already."""
    identity = await tx.add(
        "add_notice",
        talk_id=new.talk_id,
        person_id=new.person_id,
        community=new.community,
        staff_code=new.staff_code,
        topic=new.topic,
        words=new.words,
        photo=new.photo,
        until_day=new.until_day,
        expires_at=new.expires_at,
        now=now,
    )
    return await notice_by_id(tx, identity) if identity else None


async def notice_by_id(tx: Transaction, identity: int) -> Notice | None:
    """Return one notice."""
    row = await tx.one("notice_by_id", id=identity)
    return _notice(row) if row else None


async def went_on(
    tx: Transaction, notice: Notice, written: tuple[Follower, ...], state: str
) -> Notice | None:
    """Note who has been written to; None when that was noted already, or it was taken back."""
    changed = await tx.run(
        "notice_went_on",
        id=notice.id,
        before=notice.beyond,
        beyond=written[-1].person_id if written else notice.beyond,
        people=len(written),
        state=state,
    )
    return await notice_by_id(tx, notice.id) if changed else None


async def take_back(tx: Transaction, notice: Notice) -> bool:
    """Take a notice back; False when it was already."""
    return await tx.run("take_back_notice", id=notice.id) == 1


async def arrived(tx: Transaction, notice: Notice) -> int:
    """Return at how many people a notice has arrived, as long as its messages are known."""
    once = once_of(notice)
    row = await tx.one("notice_arrived", first=f"{once}:", end=f"{once};")
    return int(row["number"]) if row else 0


async def chats_to_tell(tx: Transaction, notice: Notice, at_most: int) -> tuple[int, ...]:
    """Return chats that have a notice, or are getting it, and do not know it is taken back."""
    once = once_of(notice)
    rows = await tx.all(
        "chats_with_notice",
        first=f"{once}:",
        end=f"{once};",
        told=f"{once_taken_back(notice)}:",
        at_most=at_most,
    )
    return tuple(row["chat_id"] for row in rows)


def once_taken_back(notice: Notice) -> str:
    """Return with what the keys begin that say a notice is taken back; behind it is the chat."""
    return f"notice_back:{notice.id}"


def once_of(notice: Notice) -> str:
    """Return with what the keys of a notice's messages begin; behind it is the person."""
    return f"notice_for:{notice.id}"


def _notice(row: sqlite3.Row) -> Notice:
    new = NewNotice(
        row["talk_id"],
        row["person_id"],
        row["community"],
        row["staff_code"],
        row["topic"],
        row["words"],
        row["photo"],
        row["until_day"],
        row["expires_at"],
    )
    return Notice(row["id"], new, row["state"], row["beyond"], row["people"])
