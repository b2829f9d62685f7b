"""Known phrases found in a text in one pass: the longest where two overlap, English as words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import ahocorasick

Meaning = TypeVar("Meaning")
_LATIN = re.compile(r"[a-z0-9]")
_PLURAL_END = re.compile(r"s?(?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Meaning]):
    """A phrase that stands in a text, from `start` up to `end`."""

    start: int
    end: int
    text: str
    meaning: Meaning

    @property
    def length(self) -> int:
        """How many letters it has."""
        return self.end - self.start


class Phrases(Generic[Meaning]):
    """Built once from folded phrases; of two that read the same the first is kept."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for text, meaning in entries:
            if text and not self._automaton.exists(text):
                self._automaton.add_word(text, (text, meaning))
        self._automaton.make_automaton()

    def find(self, folded: str) -> list[Phrase[Meaning]]:
        """Return the phrases of a folded text, in its order."""
        if not len(self._automaton):
            return []
        found = []
        for last, (text, meaning) in self._automaton.iter(folded):
            start, end = last - len(text) + 1, last + 1
            if _stands_alone(folded, start, end):
                found.append(Phrase(start, end, text, meaning))
        kept: list[Phrase[Meaning]] = []
        taken = bytearray(len(folded))
        for phrase in sorted(found, key=lambda each: (-each.length, each.start)):
            if not any(taken[phrase.start : phrase.end]):
                taken[phrase.start : phrase.end] = b"\1" * phrase.length
                kept.append(phrase)
        return sorted(kept, key=lambda each: each.start)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """English phrases match whole words only, or their plural."""
    if not _LATIN.match(text[start]):
        return True
    return not _LATIN.match(text[start - 1 : start]) and bool(_PLURAL_END.match(text, end))
