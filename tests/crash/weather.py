"""Bad weather between bot and Telegram: lost answers, refusals, repeated presses.

The status in the playground's diary tells what was done: a call that was cut (0) or answered
504 had its effect and only its answer was lost; one that was answered 502 or 429 had none.
"""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from playground.faults import Fault
from playground.server import Playground

DONE = frozenset({200, 0, 504})
UNSURE = frozenset({0, 502, 504})
"""What the bot cannot tell from a call that was done."""
OUTWARD = frozenset(
    {
        "sendmessage",
        "sendphoto",
        "sendmediagroup",
        "editmessagetext",
        "editmessagecaption",
        "editmessagemedia",
        "answercallbackquery",
        "deletemessage",
    }
)
INWARD = frozenset({"getupdates"})
FAULTS: tuple[Callable[[], Fault], ...] = (
    lambda: Fault("cut_connection", 1, OUTWARD, after=True),
    lambda: Fault("cut_connection", 1, OUTWARD, after=True),
    lambda: Fault("server_error", 1, OUTWARD, code=504, after=True, description="Gateway Timeout"),
    lambda: Fault("server_error", 1, OUTWARD, code=502),
    lambda: Fault("too_many_requests", 1, OUTWARD, retry_after=1),
    lambda: Fault("slow", 2, OUTWARD, delay_seconds=0.15),
    lambda: Fault("cut_connection", 1, INWARD, after=True),
    lambda: Fault("server_error", 1, INWARD, code=502),
    lambda: Fault("cut_connection", 1, frozenset({"getme", "setmycommands"}), after=True),
)
MOST_AT_ONCE = 3
MOST_FAILED_FETCHES = 3
"""In a row. Each doubles the pause before the next, up to five seconds: with nine in a row, which
came about, the bot was right to hear nothing for half a minute, and no point was reached.
"""
REPEATED = 0.15


@dataclass
class Weather:
    """Makes trouble at random until it is told to stop."""

    playground: Playground
    luck: random.Random
    broken: list[int] = field(default_factory=list)
    """Updates that nobody can read; they belong on a person's desk."""
    _failed_fetches: int = 0
    _polls: int = 0

    async def rage(self, over: asyncio.Event) -> None:
        """Make trouble."""
        while not over.is_set():
            await asyncio.sleep(self.luck.uniform(0.05, 0.25))
            self._fault()
            self._presses()
            self._delivery()
        self.playground.world.faults.clear()
        self.playground.world.rules.repeat_presses = False

    def _fault(self) -> None:
        if len(self.playground.world.faults.active) < MOST_AT_ONCE:
            fault = self.luck.choice(FAULTS)()
            if fault.methods != INWARD or self._may_fail_a_fetch():
                self.playground.add_fault(fault)

    def _may_fail_a_fetch(self) -> bool:
        """Allow some in a row, and then none until a fetch must have gone well."""
        polls = self.playground.world.updates.polls
        if polls > self._polls + self._failed_fetches:
            self._polls, self._failed_fetches = polls, 0
        if self._failed_fetches == MOST_FAILED_FETCHES:
            return False
        self._failed_fetches += 1
        return True

    def _presses(self) -> None:
        """Let every press come twice for a while, and let apps send theirs once more."""
        world = self.playground.world
        world.rules.repeat_presses = self.luck.random() < 0.3
        if self.luck.random() < REPEATED:
            self.playground.phone(self.luck.choice(list(world.people))).reopen()

    def _delivery(self) -> None:
        """Deliver something again, something that is not for the bot, something broken."""
        queue = self.playground.world.updates
        delivered = [
            each["update_id"] for each in queue.recent if each["update_id"] not in queue.pending
        ]
        if delivered and self.luck.random() < REPEATED:
            self.playground.repeat(self.luck.choice(delivered))
        if self.luck.random() < REPEATED:
            self.send_foreign()
        if self.luck.random() < REPEATED / 3:
            self.send_broken()

    def send_foreign(self) -> None:
        """Deliver something that is not for the bot, where nothing broken is in its way."""
        chat_id = -self.luck.randrange(51, 100)
        self.playground.inject(_message(self.luck, chat_id, sender={"id": 77, "is_bot": True}))

    def send_broken(self) -> None:
        """Deliver something that nobody can read."""
        chat_id = -self.luck.randrange(1, 50)
        self.broken.append(self.playground.inject(_message(self.luck, chat_id, date="yesterday")))


def _message(
    luck: random.Random, chat_id: int, sender: dict[str, object] | None = None, date: object = 1
) -> dict[str, object]:
    chat = {"id": chat_id, "type": "group", "title": "Somewhere"}
    return {
        "message": {
            "message_id": luck.randrange(1, 10**6),
            "date": date,
            "chat": chat,
            "from": {"first_name": "Somebody", "is_bot": False, "id": 78, **(sender or {})},
            "text": "hello",
        }
    }
