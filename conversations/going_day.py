"""On which day does somebody want to go? Only days on which the window is open can be chosen."""

from dataclasses import dataclass
from datetime import date

from bot.community import Community
from bot.events import Event
from bot.visit_commands import ChooseDay
from conversations.engine import Fact, Script, ask, look
from conversations.person_scripts import DayChoice
from conversations.questions import NotAcceptedError, Option, Refused

OFFERED = 4


@dataclass(frozen=True, slots=True)
class GoingStart:
    """The check of papers for which a day is chosen."""

    check: int


@dataclass(frozen=True, slots=True)
class OpenDays(Fact[tuple[str, ...]]):
    """The ISO days, from today on, on which the window of a check's service is open."""

    check: int


@dataclass(frozen=True)
class OpenDay(DayChoice):
    """A day on which the window is open, pressed or typed."""

    open_days: tuple[str, ...] = ()

    def read(self, written: str) -> str:
        """Return the day, if it is still to come and open."""
        if written not in self.open_days:
            raise NotAcceptedError
        return written

    def take(self, event: Event) -> str | Refused:
        """Take a typed day; on one that is closed nobody need go."""
        taken = super().take(event)
        if isinstance(taken, str) and taken not in self.open_days:
            return Refused("going_day.closed", {"day": taken})
        return taken


def going_day(start: GoingStart, _: Community) -> Script[ChooseDay]:
    """Let the person choose a day, to be reminded the evening before."""
    days = yield from look(OpenDays(start.check))
    options = tuple(Option(day, "going_day.button.day", {"day": day}) for day in days[:OFFERED])
    first = date.fromisoformat(days[0]) if days else date.max
    question = OpenDay("day", "going_day.ask.day", options, today=first, open_days=days)
    return ChooseDay(start.check, (yield from ask(question)))
