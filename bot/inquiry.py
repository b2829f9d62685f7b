"""What is only asked or wished for: about the centre itself or a matter of it, never a trouble."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.classify import Guess
from bot.community import Category
from bot.intent import SERVICES
from bot.plain_text import narrow
from bot.service_search import Found
from bot.spoken_days import without_days
from bot.spoken_times import without_times

# What may be left of a question when all that asks is taken out: 我妈老年证多少钱.
LEFT_OVER = 2
# The best match stands for itself when the next one is so much worse.
CLEARLY = 0.1
_NOISE = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[a-z0-9 '’]+")


class Inquiry(StrEnum):
    """What is asked; where words ask for two things, the first counts."""

    PAPERS = "papers"
    NEED = "need"
    STANDING = "standing"
    QUEUE = "queue"
    FEE = "fee"
    PHONE = "phone"
    COPY = "copy"
    PHOTO = "photo"
    DURATION = "duration"
    PLACE = "place"
    HOURS = "hours"


# What is asked about a matter; the centre itself has no fee and takes no time.
OF_A_MATTER = frozenset({Inquiry.PAPERS, Inquiry.FEE, Inquiry.DURATION})


class Wish(StrEnum):
    """What somebody wants to be done about a matter."""

    ERRAND = "errand"
    APPOINTMENT = "appointment"
    TICKET = "ticket"


# Returns the words of a kind: of an inquiry, a wish, `centre`, `around` or `works`.
WordsOf = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Naming:
    """What a text names beside its question: names of matters and windows, festivals, a day.

    Around the name of a matter a little may be left of the text; around nothing, nothing may.
    """

    matters: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    has_day: bool = False

    @property
    def known(self) -> tuple[str, ...]:
        """The words that were understood."""
        return (*self.matters, *self.others)


NOTHING_NAMED = Naming()


def inquiry_of(text: str, words_of: WordsOf, naming: Naming = NOTHING_NAMED) -> Inquiry | None:
    """Return what a text asks, if it says nothing else at all.

    门口的灯几点都不亮 asks too, but something is left: the lamp at the gate.
    """
    said = narrow(text)
    if naming.matters and _has_any(said, words_of("complaint")):
        return None
    kind = _kind(said, words_of, naming)
    if kind is None:
        return None
    bare = without_days(without_times(_without(said, naming.known)))
    rest = left_over(bare, _all(words_of), words_of)
    return kind if len(rest) <= (LEFT_OVER if naming.matters else 0) else None


def _kind(said: str, words_of: WordsOf, naming: Naming) -> Inquiry | None:
    # Whoever names a day asks for its hours first: 五一放假几天.
    first = (Inquiry.HOURS,) if naming.has_day else ()
    kinds: tuple[Inquiry, ...] = (*first, *Inquiry)
    for kind in kinds:
        if _has_any(said, words_of(kind)):
            return kind
    # Whoever only names a day asks whether the centre works then: 周日办不办, 国庆呢.
    asks_day = naming.has_day and _has_any(said, words_of("works"))
    return Inquiry.HOURS if asks_day else None


def wish_in(text: str, found: Found | None, words_of: WordsOf) -> Wish | None:
    """Return whether a text asks for an errand, an appointment or a number.

    That somebody cannot walk is no such wish by itself: a matter must be named with it.
    """
    said = narrow(text)
    if any(_has_any(said, words_of(kind)) for kind in ("complaint", Inquiry.NEED)):
        # Whoever is late complains of nothing: can I still come?
        is_late = _has_any(said, words_of("late")) and _wants_number(said, found, words_of)
        return Wish.TICKET if is_late else None
    if _has_any(said, words_of(Wish.ERRAND)) or (found and _has_any(said, words_of("unable"))):
        return Wish.ERRAND
    books = found and f"约{narrow(found.said)}" in said
    if books or (found and _has_any(said, words_of("booking"))):
        return Wish.APPOINTMENT
    if _wants_number(said, found, words_of):
        return Wish.TICKET
    if not _has_any(said, words_of(Wish.APPOINTMENT)):
        return None
    bare = without_days(without_times(text))
    rest = left_over(bare, [*_all(words_of), *words_of(Wish.APPOINTMENT)], words_of)
    return Wish.APPOINTMENT if found or not rest else None


def _wants_number(said: str, found: Found | None, words_of: WordsOf) -> bool:
    """Whether somebody is there, or late, or wants a number, and neither asks nor says more."""
    is_late = _has_any(said, words_of("late"))
    wants = _has_any(said, words_of(Wish.TICKET))
    asks = any(_has_any(said, words_of(kind)) for kind in Inquiry)
    if not is_late and (asks or not (wants or _has_any(said, words_of("arrived")))):
        return False
    kinds = (Wish.TICKET, "arrived", "late", "then")
    known = [*_all(words_of), *(word for kind in kinds for word in words_of(kind))]
    is_all = not left_over(without_days(without_times(said)), known, words_of)
    return is_all or (found is not None and wants)


def clearly(found: tuple[Found, ...]) -> Found | None:
    """Return the match that words name beyond doubt; None without one."""
    if not found or not found[0].is_sure:
        return None
    rivals = [each for each in found[1:] if found[0].score - each.score < CLEARLY]
    return None if rivals else found[0]


def names_trouble(guess: Guess, categories: Mapping[str, Category]) -> bool:
    """Whether words name danger or a trouble; a word that may mean anything names none."""
    if guess.alarms:
        return True
    named = (categories[code].group != SERVICES for code in guess.categories)
    return guess.question is None and any(named)


def left_over(said: str, known: Iterable[str], words_of: WordsOf) -> str:
    """Return what is left of a text without known words, and without what stands around them."""
    return _NOISE.sub("", _without(said, {*known, *words_of("around")}))


def _without(said: str, known: Iterable[str]) -> str:
    # Of words of the same length always the same one first.
    for word in sorted(known, key=lambda each: (-len(each), each)):
        said = _pattern(narrow(word)).sub(" ", said)
    return said


def _all(words_of: WordsOf) -> list[str]:
    kinds = ("centre", "works", *Inquiry)
    return [word for kind in kinds for word in words_of(kind)]


def _has_any(said: str, words: Iterable[str]) -> bool:
    return any(_pattern(narrow(word)).search(said) for word in words)


def _pattern(word: str) -> re.Pattern[str]:
    """English words stand alone; Chinese ones anywhere."""
    escaped = re.escape(word)
    return re.compile(rf"\b{escaped}\b" if _LATIN.fullmatch(word) else escaped)
