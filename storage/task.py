"""Matters that a person must look at, and the record of who did what."""

from dataclasses import dataclass

from bot.instants import Instant
from storage.database import Transaction

DEAD_LETTER = "dead_letter"


@dataclass(frozen=True, slots=True)
class NewTask:
    """Something for the clerks' list. `once` is its natural key; `detail` is plain text."""

    once: str
    community: str
    kind: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Task:
    """Something on the clerks' list."""

    id: int
    kind: str
    subject: str
    detail: str
    created_at: Instant


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of the clerks' list: a task, how many of its person it stands for, the last one."""

    task: Task
    number: int
    last: int


@dataclass(frozen=True, slots=True)
class AuditLine:
    """Who (None: nobody may know, or the clock) did what to which subject; `detail` is JSON."""

    person_id: int | None
    action: str
    subject: str
    detail: str


async def add_task(tx: Transaction, task: NewTask, now: Instant) -> bool:
    """Put something on the clerks' list; False when it is there already."""
    added = await tx.run(
        "add_task",
        once=task.once,
        community=task.community,
        kind=task.kind,
        subject=task.subject,
        detail=task.detail,
        now=now,
    )
    return added == 1


async def open_tasks(tx: Transaction, community: str, at_most: int) -> tuple[Waiting, ...]:
    """Return what waits for a person: possible danger first, then the oldest."""
    rows = await tx.all("open_tasks", community=community, at_most=at_most)
    return tuple(Waiting(Task(*row[:5]), *row[5:]) for row in rows)


async def tasks_beside(tx: Transaction, community: str, task: Task, last: int) -> tuple[Task, ...]:
    """Return what is listed with a task: the later dead letters of its person, up to `last`."""
    if task.kind != DEAD_LETTER:
        return ()
    inbox = int(task.subject.rpartition(":")[2] or 0)
    rows = await tx.all(
        "dead_letters_beside", community=community, inbox=inbox, id=task.id, last=last
    )
    return tuple(Task(*row) for row in rows)


async def finish_task(tx: Transaction, identity: int, person_id: int | None, now: Instant) -> bool:
    """Take something off the list; False when it is gone already."""
    return await tx.run("finish_task", id=identity, person_id=person_id, now=now) == 1


async def task_by_once(tx: Transaction, once: str) -> Task | None:
    """Return the matter with this natural key."""
    row = await tx.one("task_by_once", once=once)
    return Task(*row) if row else None


async def task_of(tx: Transaction, community: str, identity: int) -> Task | None:
    """Return one matter of a community; None for another's."""
    row = await tx.one("task_of", community=community, id=identity)
    return Task(*row) if row else None


async def tasks_about(tx: Transaction, subject: str) -> tuple[Task, ...]:
    """Return what still waits for a person about one subject, oldest first."""
    return tuple(Task(*row) for row in await tx.all("tasks_about", subject=subject))


async def forget_task(tx: Transaction, identity: int) -> None:
    """Forget what a matter was about."""
    await tx.run("forget_task", id=identity)


async def record(tx: Transaction, line: AuditLine, now: Instant) -> None:
    """Write a line that is never changed."""
    await tx.insert(
        "add_audit",
        at=now,
        person_id=line.person_id,
        action=line.action,
        subject=line.subject,
        detail=line.detail,
    )
