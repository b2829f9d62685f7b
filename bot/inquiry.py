"""What is only asked or wished for: about the centre itself or a matter of it, never a trouble."""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from bot.classify import Guess
from bot.community import Category
from bot.intent import SERVICES
from bot.plain_text import narrow
from bot.service_search import Found, Kind
from bot.spoken_days import without_days
from bot.spoken_times import without_times

# What may be left of a question when all that asks is taken out: 我妈老年证多少钱.
LEFT_OVER = 2
# The best match stands for itself when the next one is so much worse.
CLEARLY = 0.1
_NOISE = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[a-z0-9 '’]+")


class Inquiry(StrEnum):
    """What is asked about the centre itself; where words ask for two, the first counts."""

    STANDING = "standing"
    QUEUE = "queue"
    PHONE = "phone"
    PLACE = "place"
    HOURS = "hours"


class Wish(StrEnum):
    """What somebody wants to be done about a matter."""

    ERRAND = "errand"
    APPOINTMENT = "appointment"


# Returns the words of a kind: of an inquiry, a wish, `matter`, `centre` or `around`.
WordsOf = Callable[[str], Iterable[str]]


def inquiry_of(text: str, words_of: WordsOf) -> Inquiry | None:
    """Return what a text asks about the centre, if it says nothing else at all.

    门口的灯几点都不亮 asks too, but something is left: the lamp at the gate.
    """
    said = narrow(text)
    for kind in Inquiry:
        if _has_any(said, words_of(kind)):
            return None if left_over(said, _all(words_of), words_of) else kind
    return None


def asks_about_matter(text: str, found: Found | None, words_of: WordsOf) -> bool:
    """Whether a text asks only for the fee, time or place of a matter that it names."""
    said = narrow(text)
    if found is None or found.kind is not Kind.SERVICE or _has_any(said, words_of("complaint")):
        return False
    asking = [*words_of("matter"), *words_of(Inquiry.PLACE), *words_of(Inquiry.HOURS)]
    if not _has_any(said, asking):
        return False
    rest = left_over(said, [found.said, *_all(words_of), *words_of("matter")], words_of)
    return len(rest) <= LEFT_OVER


def wish_in(text: str, found: Found | None, words_of: WordsOf) -> Wish | None:
    """Return whether a text asks for an errand or an appointment.

    That somebody cannot walk is no such wish by itself: a matter must be named with it.
    """
    said = narrow(text)
    if _has_any(said, words_of("complaint")):
        return None
    if _has_any(said, words_of(Wish.ERRAND)) or (found and _has_any(said, words_of("unable"))):
        return Wish.ERRAND
    if found and _has_any(said, words_of("booking")):
        return Wish.APPOINTMENT
    if not _has_any(said, words_of(Wish.APPOINTMENT)):
        return None
    bare = without_days(without_times(text))
    rest = left_over(bare, [*_all(words_of), *words_of(Wish.APPOINTMENT)], words_of)
    return Wish.APPOINTMENT if found or not rest else None


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
    for word in sorted({*known, *words_of("around")}, key=len, reverse=True):
        said = _pattern(narrow(word)).sub(" ", said)
    return _NOISE.sub("", said)


def _all(words_of: WordsOf) -> list[str]:
    return [*words_of("centre"), *(word for kind in Inquiry for word in words_of(kind))]


def _has_any(said: str, words: Iterable[str]) -> bool:
    return any(_pattern(narrow(word)).search(said) for word in words)


def _pattern(word: str) -> re.Pattern[str]:
    """English words stand alone; Chinese ones anywhere."""
    escaped = re.escape(word)
    return re.compile(rf"\b{escaped}\b" if _LATIN.fullmatch(word) else escaped)
