"""Matters for the clerks: listed, told to each of them at once, settled everywhere together."""

from dataclasses import dataclass

from bot.actions import Show
from bot.community import Role
from bot.instants import Instant
from bot.telling import Button, Haste, Keyboard, Say
from storage.database import Transaction
from storage.outbox import forget_messages, tell, withdraw_messages
from storage.sending import shown_message
from storage.staff import Holder, holders
from storage.task import NewTask, Task, add_task, finish_task, forget_task, task_by_once

URGENT = frozenset({"danger_draft"})
# Kinds of subjects that have a card of the same name.
CARDS = frozenset({"errand"})
SEEN, SENT, CANCELLED = "seen", "sent", "cancelled"


@dataclass(frozen=True, slots=True)
class Board:
    """The clerks' list as a turn reaches it."""

    tx: Transaction
    community: str
    now: Instant
    inbox: int

    async def add(self, task: NewTask) -> None:
        """Put something on the list and tell every clerk; the same matter changes nothing."""
        if await add_task(self.tx, task, self.now):
            added = await task_by_once(self.tx, task.once)
            assert added is not None  # noqa: S101 - it was added one line above
            for clerk in await self._clerks():
                await self._tell(clerk, added)

    async def settle(self, once: str, how: str, *, forget: bool = False) -> None:
        """Finish a matter by its key, if there is one; `forget` empties what it was about."""
        task = await task_by_once(self.tx, once)
        if task is None:
            return
        await self.finish(task, None, how)
        if forget:
            await forget_messages(self.tx, _subject(task))
            await forget_task(self.tx, task.id)

    async def finish(self, task: Task, person_id: int | None, how: str) -> None:
        """Take something off the list, and say so wherever it was told."""
        if await finish_task(self.tx, task.id, person_id, self.now):
            for clerk in await self._clerks():
                await self._tell_end(clerk, task, how)

    async def _clerks(self) -> tuple[Holder, ...]:
        present = await holders(self.tx, self.community)
        return tuple(each for each in present.values() if each.grant.role is Role.CLERK)

    async def _tell(self, clerk: Holder, task: Task) -> None:
        seen = Button("staff.button.seen", Show("task_seen", str(task.id)))
        say = Say(
            f"{_subject(task)}:{clerk.telegram_id}",
            clerk.telegram_id,
            "staff.task",
            {"kind": task.kind, "detail": task.detail, "created_at": task.created_at},
            (*_opens(task), (seen,)),
            subject=_subject(task),
            haste=Haste.DANGER if task.kind in URGENT else Haste.REPLY,
            audience=f"staff:{clerk.grant.id}",
        )
        await tell(self.tx, say, now=self.now, inbox=self.inbox)

    async def _tell_end(self, clerk: Holder, task: Task, how: str) -> None:
        subject = _subject(task)
        if not await shown_message(self.tx, clerk.telegram_id, subject):
            await withdraw_messages(self.tx, clerk.telegram_id, subject)
            return
        say = Say(
            f"settled:{task.id}:{how}:{clerk.telegram_id}",
            clerk.telegram_id,
            "staff.task_settled",
            {"kind": task.kind, "how": how},
            subject=subject,
            audience=f"staff:{clerk.grant.id}",
        )
        await tell(self.tx, say, now=self.now, inbox=self.inbox)


def _opens(task: Task) -> Keyboard:
    """Return a button that opens what a matter is about, where it has a card of its own."""
    kind, _, identity = task.subject.partition(":")
    return ((Button("staff.button.open", Show(kind, identity)),),) if kind in CARDS else ()


def _subject(task: Task) -> str:
    return f"task:{task.id}"
