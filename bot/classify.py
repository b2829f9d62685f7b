"""Which category somebody's words mean: keywords of the community's data, found in one pass."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ahocorasick

from bot.community import AmbiguousWord, Community, Urgency
from bot.folding import Folding
from bot.local_text import LocalText

AT_MOST = 3
# 有没有 and 是不是 ask and do not deny: "is it perhaps gas?" must be taken for gas.
_NEGATED = re.compile(
    r"(?:(?<!有)没有|(?<!是)不是|(?<!有)没|(?<!是)不|无"
    r"|(?:\b(?:no|not|without)|n['’]t)(?: (?:a|an|any|the|more|sign of|smell))* )$"
)
_BEFORE = 24
_LATIN = re.compile(r"[a-z0-9]")
_PLURAL_END = re.compile(r"s?(?![a-z0-9])")
_ORDER = tuple(Urgency)


@dataclass(frozen=True, slots=True)
class Guess:
    """What words seem to mean. `question` is asked when they are ambiguous; `matched` says why."""

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
        vague = [match.ambiguous for match in matches if match.ambiguous]
        words = tuple(match.keyword for match in matches)
        if not certain:
            return self._vague(vague, words)
        ranked = self._ranked(certain)
        emergencies = sum(self._is_emergency(code) for code in ranked)
        # One emergency beats everything else: the warning must not wait for a question.
        is_sure = emergencies == 1 or len(ranked) == 1
        return Guess(tuple(ranked[:AT_MOST]), is_sure=is_sure, matched=words)

    def _vague(self, matches: list[AmbiguousWord], words: tuple[str, ...]) -> Guess:
        """Ask the question whose first reading is the most dangerous one."""
        worst = max(matches, key=lambda word: _ORDER.index(self._urgency[word.categories[0]]))
        codes = worst.categories[: AT_MOST + 1]
        return Guess(codes, question=worst.question, matched=words)

    def _is_emergency(self, code: str) -> bool:
        return self._urgency[code] is Urgency.EMERGENCY

    def _ranked(self, matches: list[_Match]) -> list[str]:
        weights: dict[str, int] = {}
        for match in matches:
            for code in match.categories:
                weights[code] = weights.get(code, 0) + match.length
        return sorted(
            weights,
            key=lambda code: (
                not self._is_emergency(code),
                -weights[code],
                -_ORDER.index(self._urgency[code]),
            ),
        )

    def _matches(self, folded: str) -> list[_Match]:
        """Return what was found, the longest where two overlap, in the order of the text."""
        found = []
        for last, (keyword, categories, ambiguous) in self._automaton.iter(folded):
            start, end = last - len(keyword) + 1, last + 1
            if _stands_alone(folded, start, end):
                found.append(_Match(start, end, keyword, categories, ambiguous))
        kept: list[_Match] = []
        taken = bytearray(len(folded))
        for match in sorted(found, key=lambda each: (-each.length, each.start)):
            if not any(taken[match.start : match.end]):
                taken[match.start : match.end] = b"\1" * match.length
                kept.append(match)
        return sorted(kept, key=lambda each: each.start)


_Entry = tuple[str, tuple[str, ...], AmbiguousWord | None]


def _entries(community: Community, folding: Folding) -> Iterable[_Entry]:
    """Yield ambiguous words first: where a keyword reads the same, the question wins."""
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


def _stands_alone(text: str, start: int, end: int) -> bool:
    """English keywords match whole words only, or their plural."""
    if not _LATIN.match(text[start]):
        return True
    return not _LATIN.match(text[start - 1 : start]) and bool(_PLURAL_END.match(text, end))


def _is_negated(text: str, match: _Match) -> bool:
    return bool(_NEGATED.search(text[max(0, match.start - _BEFORE) : match.start]))
