"""Short conversations about the person: which language, away until when."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.commands import ChooseLanguage, GoAway
from bot.community import Community
from bot.events import Event, Typed
from bot.plain_text import narrow
from bot.spoken_days import spoken_day
from conversations.engine import Script, ask, look
from conversations.facts import OwnAttendance
from conversations.questions import (
    Choice,
    NotAcceptedError,
    Option,
    Refused,
    distinct,
    refusal_of,
)
from conversations.starts import PersonStart

BACK = "back"
_MONTH_AND_DAY = re.compile(r"([0-9]{1,2})[月/.-]([0-9]{1,2})[日号]?")
LONGEST_ABSENCE_DAYS = 120


def language(start: PersonStart, _: Community) -> Script[ChooseLanguage]:
    """Let the person pick a language, each named in itself."""
    options = tuple(Option(code, f"language.name.{code}") for code in start.languages)
    return ChooseLanguage((yield from ask(Choice("language", "language.ask", options))))


def away(_: PersonStart, __: Community) -> Script[GoAway]:
    """Let a worker say until when the deputy takes over, or that she is back."""
    now = yield from look(OwnAttendance())
    today = date.fromisoformat(now.today)
    sunday = _next_sunday(today)
    offered = (
        _until(today, "away.button.today"),
        _until(today + timedelta(days=1), "away.button.tomorrow"),
        _until(sunday, "away.button.this_week"),
        _until(sunday + timedelta(days=7), "away.button.next_week"),
    )
    # At a weekend two of them are the same day.
    back = (Option(BACK, "away.button.back"),) if now.is_away else ()
    options = distinct((*offered, *back))
    chosen = yield from ask(DayChoice("until", "away.ask.until", options, today=today))
    return GoAway("" if chosen == BACK else chosen)


@dataclass(frozen=True)
class DayChoice(Choice):
    """A day by button, or typed: 11月30日, 11-30, 后天, next Sunday."""

    today: date = date.min

    def read(self, written: str) -> str:
        """Return an ISO date that is not over, or the word for being back."""
        if written == BACK:
            return written
        try:
            day = date.fromisoformat(written)
        except ValueError as error:
            raise NotAcceptedError from error
        if not self.today <= day <= self.today + timedelta(days=LONGEST_ABSENCE_DAYS):
            raise NotAcceptedError
        return written

    def take(self, event: Event) -> str | Refused:
        """Take a typed day."""
        if not isinstance(event, Typed):
            return refusal_of(event)
        typed = _MONTH_AND_DAY.fullmatch(narrow(event.text).strip())
        spoken = spoken_day(event.text, self.today)
        day = _coming_day(self.today, int(typed[1]), int(typed[2])) if typed else spoken
        return day.isoformat() if day else Refused("away.no_such_day")


def _until(day: date, label: str) -> Option:
    return Option(day.isoformat(), label, {"day": day.isoformat()})


def _next_sunday(today: date) -> date:
    return today + timedelta(days=6 - today.weekday())


def _coming_day(today: date, month: int, day: int) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if today <= found <= today + timedelta(days=LONGEST_ABSENCE_DAYS):
            return found
    return None
