"""Festivals by the names that people use, and on which days the centre stays closed around one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.local_text import LocalText
from bot.plain_text import narrow

_ONE_DAY = timedelta(days=1)
_FIRST_OF_THE_YEAR = "初一"
# No holiday is longer than this, with the weekends around it.
LONGEST = 15


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival: what people call it, and its day (ISO) in each year that is known."""

    code: str
    name: LocalText
    words: tuple[str, ...]
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A festival that stands in a text, and the word by which it was found."""

    festival: Festival
    said: str


@dataclass(frozen=True, slots=True)
class Closed:
    """The days in a row on which nothing is open: the first, the last, and the one after."""

    first: date
    last: date

    @property
    def reopens(self) -> date:
        """The first day on which something is open again."""
        return self.last + _ONE_DAY


def festival_named(text: str, festivals: Iterable[Festival]) -> Named | None:
    """Return the festival that a text names; of several words the longest counts."""
    said = narrow(text)
    found = [
        Named(festival, word)
        for festival in festivals
        for word in festival.words
        if narrow(word) in said
    ]
    return max(found, key=lambda each: len(each.said), default=None)


def festival_day(text: str, festivals: Iterable[Festival], today: date) -> date | None:
    """Return the coming day that a text names by its festival: 元旦, 大年初一.

    Other words for the time around one (除夕, 腊月) name no single day.
    """
    named = festival_named(text, festivals)
    if named is None:
        return None
    names = map(narrow, named.festival.name.texts.values())
    is_the_day = named.said.endswith(_FIRST_OF_THE_YEAR) or any(
        narrow(named.said) in name for name in names
    )
    days = sorted(map(date.fromisoformat, named.festival.days))
    return next((day for day in days if day >= today), None) if is_the_day else None


def coming_day(festival: Festival, today: date, is_closed: Callable[[date], bool]) -> date | None:
    """Return the festival's day that is not over yet; None when it is not known."""
    for written in sorted(festival.days):
        day = date.fromisoformat(written)
        run = closed_around(day, is_closed)
        if (run.last if run else day) >= today:
            return day
    return None


def closed_around(day: date, is_closed: Callable[[date], bool]) -> Closed | None:
    """Return the closed days in a row of which this is one; None when something is open on it."""
    if not is_closed(day):
        return None
    return Closed(_edge(day, -_ONE_DAY, is_closed), _edge(day, _ONE_DAY, is_closed))


def _edge(day: date, step: timedelta, is_closed: Callable[[date], bool]) -> date:
    for _ in range(LONGEST):
        if not is_closed(day + step):
            break
        day += step
    return day
