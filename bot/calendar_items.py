"""Holidays and make-up working days, read from plain values; and whether they end soon."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from bot.community_fields import BadItemError, Content, word, words
from bot.festivals import Festival
from bot.holidays import Calendar
from bot.mistakes import Mistake
from bot.service_fields import full_text, grounds, iso_day, parts

HOLIDAYS, MADE_UP, PROVISIONAL = "holidays", "make_up_working_days", "provisional"
WARNED_DAYS = 60


def calendar_of(content: Content) -> Calendar:
    """Read a calendar. Holidays are announced for whole years, some time before each begins."""
    holidays = words(content.get(HOLIDAYS, ()), HOLIDAYS)
    made_up = words(content.get(MADE_UP, ()), MADE_UP)
    announced_until = _end_of_year((*holidays, *made_up))
    foreseen = {day for day in _provisional(content) if day > announced_until}
    closed = frozenset({*holidays, *foreseen})
    festivals = parts(content, "festivals", _festival)
    return Calendar(closed, frozenset(made_up), announced_until, festivals)


def ends_soon(content: Content, today: date) -> Iterator[Mistake]:
    """Warn while there is time that nobody has announced what comes after the calendar."""
    until = calendar_of(content).announced_until
    if until < (today + timedelta(days=WARNED_DAYS)).isoformat():
        yield Mistake("calendar", "calendar", "calendar_ends", HOLIDAYS, until)


def is_day(given: object) -> bool:
    """Whether something is an ISO date that there is."""
    try:
        return date.fromisoformat(str(given)).isoformat() == given
    except ValueError:
        return False


def _festival(content: Content) -> Festival:
    days = tuple(iso_day(each, "days") for each in words(content["days"], "days"))
    named = words(content["words"], "words")
    return Festival(word(content, "code"), full_text(content, "name"), named, days)


def _provisional(content: Content) -> Sequence[str]:
    """Read the days that are holidays by law, whatever will be announced around them."""
    given = content.get(PROVISIONAL)
    if given is None:
        return ()
    if not isinstance(given, Mapping):
        raise BadItemError("not_a_table", PROVISIONAL, given)
    try:
        grounds(given)
        return tuple(iso_day(each, HOLIDAYS) for each in words(given[HOLIDAYS], HOLIDAYS))
    except KeyError as error:
        raise BadItemError("missing", f"{PROVISIONAL}.{error.args[0]}") from error


def _end_of_year(days: Iterable[str]) -> str:
    years = [day[:4] for day in days]
    return f"{max(years)}-12-31" if years else ""
