"""Everything that a turn works with: who did what, when, where, in which neighbourhood."""

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from bot.community import Role
from bot.events import Happened
from bot.instants import MINUTE, Instant, rounded_down
from bot.telling import AnswerPress, Parameters, React, Say, Telling
from conversations.engine import Walk
from handlers.desk.neighbourhood import Neighbourhood
from handlers.desk.tasks import Board
from storage.database import Transaction
from storage.outbox import tell
from storage.person import Person
from storage.staff import Grant

TAKEN_IN = "👌"
NO_UPDATE = 0


class Words(Protocol):
    """The part of the catalogue that the desk needs: what typed words may mean."""

    def __hash__(self) -> int:
        """Let what is derived from the words be kept."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are."""

    def label(self, key: str, parameters: Parameters, language: str, community: str) -> str:
        """Return a button's text."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One turn. `callback_id` is empty unless a button was pressed.

    `walks` holds the scripts that this turn has walked, by talk, so that none is walked twice.
    """

    tx: Transaction
    now: Instant
    happened: Happened
    person: Person
    grants: tuple[Grant, ...]
    neighbourhood: Neighbourhood
    words: Words
    callback_id: str = ""
    walks: dict[int, Walk[Any]] = field(default_factory=dict)

    @property
    def chat_id(self) -> int:
        """The private chat in which it happens."""
        return self.happened.chat_id

    def once(self, effect: str) -> str:
        """Return the natural key of an effect of this very turn."""
        return f"{effect}:{self.happened.inbox}"

    @property
    def untied(self) -> "Scene":
        """The same turn as it may be remembered of an anonymous report: when, to the minute."""
        happened = replace(self.happened, inbox=NO_UPDATE)
        return replace(self, now=rounded_down(self.now, MINUTE), happened=happened)

    @property
    def board(self) -> Board:
        """The clerks' list of the present community."""
        community = self.neighbourhood.community.code
        return Board(self.tx, community, self.now, self.happened.inbox)

    def grant(self, role: Role) -> Grant | None:
        """Return the person's place with this role in the present community."""
        code = self.neighbourhood.community.code
        for each in self.grants:
            if each.role is role and each.community == code:
                return each
        return None

    async def tell(self, telling: Telling) -> bool:
        """Put a message into the outbox."""
        return await tell(self.tx, telling, now=self.now, inbox=self.happened.inbox)

    async def say(self, key: str, parameters: Parameters | None = None) -> None:
        """Say one thing to the person, as a message of its own."""
        await self.tell(Say(self.once(key), self.chat_id, key, parameters or {}))

    async def react(self) -> None:
        """Show that the person's message was taken in, without one more message."""
        await self.tell(
            React(self.once("react"), self.chat_id, self.happened.message_id, TAKEN_IN)
        )

    async def answer_press(self, key: str = "", parameters: Parameters | None = None) -> None:
        """Close the pressed button's waiting state, with a toast when there is a key."""
        if self.callback_id:
            await self.tell(
                AnswerPress(
                    f"press:{self.callback_id}",
                    self.chat_id,
                    self.callback_id,
                    key,
                    parameters or {},
                )
            )
