"""Which category somebody's words mean: keywords of the community's data, found in one pass."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ahocorasick

from bot.community import AmbiguousWord, Community, Urgency
from bot.folding import Folding
from bot.local_text import LocalText

AT_MOST = 3
_NEGATIONS = ("没有", "沒有", "不是", "没", "不", "无", "no ", "not ", "isn't ", "without ")
_LATIN = re.compile(r"[a-z0-9]")
_ORDER = tuple(Urgency)


@dataclass(frozen=True, slots=True)
class Guess:
    """What the words seem to mean. `question` is asked when they are ambiguous; `matched` says why."""

    categories: tuple[str, ...]
    is_sure: bool = False
    question: LocalText | None = None
    matched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    keyword: str
    categories: tuple[str, ...]
    ambiguous: AmbiguousWord | None

    @property
    def length(self) -> int:
        return self.end - self.start


class Classifier:
    """Built once for a community; `guess` is pure and quick."""

    def __init__(self, community: Community, folding: Folding) -> None:
        self._folding = folding
        self._urgency: Mapping[str, Urgency] = {
            code: category.urgency for code, category in community.categories.items()
        }
        self._automaton = _automaton(_entries(community, folding))

    def guess(self, text: str) -> Guess:
        """Return the likeliest categories of a report, and whether one of them is plain enough."""
        folded = self._folding.fold(text)
        matches = [match for match in self._matches(folded) if not _is_negated(folded, match)]
        if not matches:
            return Guess(())
        certain = [match for match in matches if match.ambiguous is None]
        vague = [match for match in matches if match.ambiguous]
        words = tuple(match.keyword for match in matches)
        if vague and not certain:
            return _vague(vague, words)
        ranked = self._ranked(certain)
        if any(self._is_emergency(code) for code in ranked):
            ranked.sort(key=lambda code: not self._is_emergency(code))
            return Guess(tuple(ranked[:AT_MOST]), len(ranked) == 1, None, words)
        return Guess(tuple(ranked[:AT_MOST]), len(ranked) == 1, None, words)

    def _is_emergency(self, code: str) -> bool:
        return self._urgency[code] is Urgency.EMERGENCY

    def _ranked(self, matches: list[_Match]) -> list[str]:
        weights: dict[str, int] = {}
        for match in matches:
            for code in match.categories:
                weights[code] = weights.get(code, 0) + match.length
        return sorted(
            weights, key=lambda code: (-weights[code], -_ORDER.index(self._urgency[code]))
        )

    def _matches(self, folded: str) -> list[_Match]:
        """Return what was found, the longest where two overlap, in the order of the text."""
        found = []
        for last, (keyword, categories, ambiguous) in self._automaton.iter(folded):
            start, end = last - len(keyword) + 1, last + 1
            if _stands_alone(folded, start, end):
                found.append(_Match(start, end, keyword, categories, ambiguous))
        kept: list[_Match] = []
        for match in sorted(found, key=lambda each: (-each.length, each.start)):
            if all(match.end <= other.start or match.start >= other.end for other in kept):
                kept.append(match)
        return sorted(kept, key=lambda each: each.start)


_Entry = tuple[str, tuple[str, ...], AmbiguousWord | None]


def _entries(community: Community, folding: Folding) -> Iterable[_Entry]:
    """Yield ambiguous words first: where a keyword reads the same, the question wins over the guess."""
    for word in community.ambiguous_words:
        for text in word.words:
            yield folding.fold(text), word.categories, word
    for code, category in community.categories.items():
        for keyword in category.keywords:
            yield folding.fold(keyword), (code,), None


def _automaton(entries: Iterable[_Entry]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for entry in entries:
        if entry[0] and not automaton.exists(entry[0]):
            automaton.add_word(entry[0], entry)
    automaton.make_automaton()
    return automaton


def _vague(matches: list[_Match], words: tuple[str, ...]) -> Guess:
    ambiguous = matches[0].ambiguous
    assert ambiguous is not None  # noqa: S101 - only vague matches come here
    return Guess(ambiguous.categories[: AT_MOST + 1], False, ambiguous.question, words)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """English keywords match whole words only."""
    if not _LATIN.match(text[start]):
        return True
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return not (_LATIN.match(before) or (_LATIN.match(after) and after != "s"))


def _is_negated(text: str, match: _Match) -> bool:
    before = text[max(0, match.start - 8) : match.start]
    return before.endswith(_NEGATIONS)
