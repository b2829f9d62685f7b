"""What typed words mean: one of the question's buttons, however it is said."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from bot.actions import Steering
from bot.numerals import typed_number, typed_position
from bot.plain_text import narrow
from conversations.questions import Option, Question

LABELS_KEPT = 4096
_AROUND = " \n.。!！,，?？~～"
# What people say behind a word without meaning anything by it: 发吧, 对呀.
_BEHIND = _AROUND + "吧呢啊呀哦嘛啦咯呗哈"

Labels = Callable[[Option], tuple[str, ...]]
SteeringWords = Mapping[str, Steering]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How typed words mean a button: an option's labels, and words that steer."""

    labels: Labels
    steering: SteeringWords


def is_option(question: Question[Any], text: str, labels: Labels) -> bool:
    """Whether typed words stand for one of the question's buttons."""
    return meant_option(question, text, labels) is not None


def meant_option(question: Question[Any], text: str, labels: Labels) -> Option | None:
    """Find the option that words or, where text is no answer by itself, a number stand for."""
    wanted = plain(text)
    for option in question.options:
        if _consists_of(wanted, _spoken(option, labels)):
            return option
    return _numbered_option(question, text) if question.counts_options else None


def _consists_of(text: str, spoken: Collection[str]) -> bool:
    """Whether a text is one of the spoken words, or several in a row: 好的，发吧."""
    if text in spoken:
        return True
    beginnings = (word for word in spoken if word and text.startswith(word))
    first = max(beginnings, key=len, default="")
    rest = text[len(first) :].lstrip(_BEHIND)
    return bool(first and rest) and _consists_of(rest, spoken)


def _spoken(option: Option, labels: Labels) -> frozenset[str]:
    """Return everything that means an option: its labels and the words kept beside them."""
    lists = labels(replace(option, label=option.typed)) if option.typed else ()
    return _plain_words(labels(option), lists)


@lru_cache(LABELS_KEPT)
def _plain_words(alone: tuple[str, ...], lists: tuple[str, ...]) -> frozenset[str]:
    """Return labels, and lists of words, in the form in which they are compared."""
    listed = (word for words in lists for word in words.split(","))
    return frozenset(plain(each) for each in (*alone, *listed))


def _numbered_option(question: Question[Any], text: str) -> Option | None:
    """Find the option by its own number, or by its position where none has a number."""
    if any(option.number for option in question.options):
        number = typed_number(text)
        named = (option for option in question.options if number and option.number == number)
        return next(named, None)
    position = typed_position(text)
    chosen = question.options[: int(position)][int(position) - 1 :] if position else ()
    return next(iter(chosen), None)


def plain(text: str) -> str:
    """Return typed words in the form in which they are compared."""
    bare = narrow(text).strip(_AROUND)
    return bare.rstrip(_BEHIND) or bare
