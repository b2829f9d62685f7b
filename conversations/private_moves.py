"""What is said about a confidential matter after it was sent, by either side."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.commands import MoveOnMatter
from bot.community import Community
from bot.events import Event, Typed
from bot.private_matters import MatterMove
from bot.spoken_days import day_named, without_days
from bot.telling import Parameters
from conversations.engine import Ask, Fact, Script, ask, look
from conversations.facts import OwnAttendance
from conversations.offer_time import written_clock
from conversations.person_scripts import DayChoice
from conversations.private_parts import LONGEST_LINE, LONGEST_WORDS
from conversations.questions import Choice, NotAcceptedError, Option, Refused, Text
from conversations.service_words import clock_told

OFFERED_DAYS = range(1, 5)
OFFERED_MINUTES = (9 * 60, 10 * 60 + 30, 14 * 60 + 30, 16 * 60)
AGREEMENTS = ("oral", "written")
ANYBODY = "anybody"
AT = "/"  # between the day of a meeting and the time that was said with it


@dataclass(frozen=True, slots=True)
class MatterStart:
    """Which matter: its id and its number."""

    matter: int
    number: str


@dataclass(frozen=True, slots=True)
class OtherHelpers(Fact[tuple[str, ...]]):
    """Who else of the role is there for a matter (staff codes)."""

    matter: int


def matter_tell(start: MatterStart, _: Community) -> Script[MoveOnMatter]:
    """Let whoever helps say something to the resident."""
    return (yield from _with_words(start, MatterMove.TELL))


def matter_reply(start: MatterStart, _: Community) -> Script[MoveOnMatter]:
    """Let the resident say something to whoever helps."""
    return (yield from _with_words(start, MatterMove.REPLY))


def matter_missing(start: MatterStart, _: Community) -> Script[MoveOnMatter]:
    """Name everything that is missing at once, as the law wants it."""
    return (yield from _with_words(start, MatterMove.MISSING))


def matter_end(start: MatterStart, _: Community) -> Script[MoveOnMatter]:
    """End it without an agreement; why need not be said."""
    key = "private_matter.ask.end"
    words = yield from ask(Text("words", key, _about(start), optional=True))
    return MoveOnMatter(start.matter, MatterMove.END, words[:LONGEST_WORDS])


def matter_meet(start: MatterStart, _: Community) -> Script[MoveOnMatter]:
    """Make a date: day, time, and place."""
    now = yield from look(OwnAttendance())
    today = date.fromisoformat(now.today)
    days = [(today + timedelta(days=each)).isoformat() for each in OFFERED_DAYS]
    options = tuple(Option(day, "private_matter.button.day", {"day": day}) for day in days)
    about = _about(start)
    key = "private_matter.ask.day"
    chosen = yield from ask(MeetingDay("day", key, options, about, side_by_side=2, today=today))
    day, *at = chosen.split(AT)
    opens = at[0] if at else (yield from ask(_hour({**about, "day": day})))
    place = yield from ask(Text("place", "private_matter.ask.place", about, optional=True))
    return MoveOnMatter(
        start.matter, MatterMove.MEET, place[:LONGEST_LINE], f"{day} {clock_told(int(opens))}"
    )


def matter_settle(start: MatterStart, _: Community) -> Script[MoveOnMatter]:
    """Say how both sides agreed."""
    options = tuple(Option(each, f"private_matter.button.{each}") for each in AGREEMENTS)
    key = "private_matter.ask.agreement"
    agreement = yield from ask(Choice("agreement", key, options, _about(start)))
    return MoveOnMatter(start.matter, MatterMove.SETTLE, agreement=agreement)


def matter_withdraw(start: MatterStart, _: Community) -> Script[MoveOnMatter]:
    """Let the resident take it back, after one question."""
    options = (Option("yes", "private_matter.button.withdraw_it"),)
    yield from ask(Choice("sure", "private_matter.ask.withdraw", options, _about(start)))
    return MoveOnMatter(start.matter, MatterMove.WITHDRAW)


def matter_hand_over(start: MatterStart, _: Community) -> Script[MoveOnMatter]:
    """Let whoever helps give it to another one of the role, or back to all of them."""
    others = yield from look(OtherHelpers(start.matter))
    named = [Option(code, "private_matter.button.colleague", {"staff": code}) for code in others]
    options = (*named, Option(ANYBODY, "private_matter.button.anybody"))
    about = {**_about(start), "is_alone": not others}
    to = yield from ask(Choice("to", "private_matter.ask.hand_over", options, about))
    return MoveOnMatter(start.matter, MatterMove.HAND_OVER, helper="" if to == ANYBODY else to)


@dataclass(frozen=True)
class MeetingDay(DayChoice):
    """A day, pressed or typed; a time behind it is heard as well: 明天下午三点."""

    def read(self, written: str) -> str:
        """Return the ISO day, with the minutes since midnight where a time was said."""
        day, _, at = written.partition(AT)
        if at:
            minutes_read(at)
        super().read(day)
        return written

    def take(self, event: Event) -> str | Refused:
        """Take a day, or a day and a time."""
        taken = super().take(event)
        if not (isinstance(taken, Refused) and isinstance(event, Typed)):
            return taken
        day = day_named(event.text, self.today)
        rest = without_days(event.text).strip().removeprefix("at ")
        at = written_clock(rest) if day else None
        return f"{day.isoformat()}{AT}{at}" if day and at is not None else taken


def minutes_read(written: str) -> str:
    """Return the minutes since midnight, or raise NotAcceptedError."""
    if not (written.isascii() and written.isdigit() and int(written) < 24 * 60):
        raise NotAcceptedError
    return written


@dataclass(frozen=True)
class Hour(Choice):
    """A time of day by button, or written: 15:30, 下午3点半."""

    @property
    def counts_options(self) -> bool:
        """A number is an hour."""
        return False

    def read(self, written: str) -> str:
        """Return the minutes since midnight."""
        return minutes_read(written)

    def take(self, event: Event) -> str | Refused:
        """Take a written time of day."""
        opens = written_clock(event.text) if isinstance(event, Typed) else None
        return Refused("private_matter.no_such_time") if opens is None else str(opens)


def _hour(about: Parameters) -> Hour:
    options = tuple(
        Option(str(at), "private_matter.button.time", {"opens": clock_told(at)})
        for at in OFFERED_MINUTES
    )
    return Hour("time", "private_matter.ask.time", options, about, side_by_side=2)


def _with_words(start: MatterStart, move: MatterMove) -> Generator[Ask, Any, MoveOnMatter]:
    words = yield from ask(Text("words", f"private_matter.ask.{move}", _about(start)))
    return MoveOnMatter(start.matter, move, words[:LONGEST_WORDS])


def _about(start: MatterStart) -> Parameters:
    return {"number": start.number}
