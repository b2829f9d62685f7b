"""What somebody says of a matter that was just spoken of: a paper is found, the day is another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from bot.inquiry import left_over
from bot.plain_text import narrow
from bot.spoken_days import without_days
from bot.spoken_times import without_times

# Whoever goes on with a matter is short; a longer text tells something of its own.
LONGEST = 24
LONGEST_LATIN = 60
_SHORTEST_WORD = 5
_PIECE = 2


class Afterwards(StrEnum):
    """What is meant; where words mean two, the first counts."""

    MOVE = "move"
    CANNOT = "cannot"
    BOOK = "book_it"
    FOUND = "found"
    GO = "go"


WordsOf = Callable[[str], Iterable[str]]


def afterwards_of(text: str, words_of: WordsOf) -> Afterwards | None:
    """Return what short words say of a matter that is known from before; None for anything else.

    What is found is left in the text: the paper's name. A day alone is that of the trip.
    """
    said = narrow(text).strip()
    if len(said) > (LONGEST_LATIN if said.isascii() else LONGEST):
        return None
    for kind in Afterwards:
        words = [word for word in words_of(kind) if narrow(word) in said]
        if words and (kind is Afterwards.FOUND or not _rest(said, words, words_of)):
            return kind
    names_day = without_days(said) != said
    return Afterwards.GO if names_day and not _rest(said, (), words_of) else None


def papers_said(text: str, names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the papers (code) that a text names: by a whole name, or by a piece of one: 照片.

    身份证 inside 代办人身份证 names nothing of its own.
    """
    said = narrow(text)
    whole = {
        narrow(name): code for code, each in names.items() for name in each if narrow(name) in said
    }
    found = {code for name, code in whole.items() if not _is_inside(name, whole)}
    for name in sorted(whole, key=len, reverse=True):
        said = said.replace(name, " ")
    found |= {
        code
        for code, each in names.items()
        if code not in whole.values() and any(_has_piece(narrow(name), said) for name in each)
    }
    return tuple(code for code in names if code in found)


def _is_inside(name: str, others: Iterable[str]) -> bool:
    return any(name != other and name in other for other in others)


def _has_piece(name: str, said: str) -> bool:
    if name.isascii():
        return any(word in said.split() for word in name.split() if len(word) >= _SHORTEST_WORD)
    return name[:_PIECE] in said or name[-_PIECE:] in said


def _rest(said: str, words: Sequence[str], words_of: WordsOf) -> str:
    bare = without_days(without_times(said))
    return left_over(bare, [*words, *words_of("centre"), *words_of("then")], words_of)
