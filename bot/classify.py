"""Which category somebody's words mean: keywords of the community's data, found in one pass."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.community import AmbiguousWord, Community, Urgency
from bot.folding import Folding
from bot.local_text import LocalText
from bot.phrases import Phrase, Phrases

AT_MOST = 3
# 有没有 and 是不是 ask and do not deny: "is it perhaps gas?" must be taken for gas.
_NEGATED = re.compile(
    r"(?:(?<!有)没有|(?<!是)不是|(?<!有)没|(?<!是)不|无"
    r"|(?:\b(?:no|not|without)|n['’]t)(?: (?:a|an|any|the|more|sign of|smell))* )$"
)
# Small words that people put in or leave out: 煤气的味道 is 煤气味道.
_SMALL = str.maketrans("", "", "的了又")
_BEFORE = 24
_ORDER = tuple(Urgency)


@dataclass(frozen=True, slots=True)
class Guess:
    """What words seem to mean. `question` is asked when they are ambiguous; `matched` says why.

    `alarms` are the categories of which the words say that somebody is in danger now.
    """

    categories: tuple[str, ...]
    is_sure: bool = False
    question: LocalText | None = None
    matched: tuple[str, ...] = ()
    alarms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Meaning:
    categories: tuple[str, ...]
    ambiguous: AmbiguousWord | None = None
    is_alarm: bool = False


class Classifier:
    """Built once for a community; `guess` is pure and quick."""

    def __init__(self, community: Community, folding: Folding) -> None:
        self._folding = folding
        self._urgency: Mapping[str, Urgency] = {
            code: category.urgency for code, category in community.categories.items()
        }
        self._phrases = Phrases(_entries(community, folding))

    def guess(self, text: str) -> Guess:
        """Return the likeliest categories of a report, and whether one of them is plain enough."""
        folded = _bare(self._folding.fold(text))
        found = self._phrases.find(folded)
        matches = [phrase for phrase in found if not is_negated(folded, phrase.start)]
        if not matches:
            return Guess(())
        certain = [match for match in matches if match.meaning.ambiguous is None]
        vague = [match.meaning.ambiguous for match in matches if match.meaning.ambiguous]
        words = tuple(match.text for match in matches)
        if not certain:
            return self._vague(vague, words)
        alarms = frozenset(
            match.meaning.categories[0] for match in certain if match.meaning.is_alarm
        )
        ranked = self._ranked(certain, alarms)
        emergencies = sum(self._is_emergency(code) or code in alarms for code in ranked)
        # One emergency beats everything else: the warning must not wait for a question.
        is_sure = emergencies == 1 or len(ranked) == 1
        return Guess(tuple(ranked[:AT_MOST]), is_sure=is_sure, matched=words, alarms=alarms)

    def _vague(self, matches: list[AmbiguousWord], words: tuple[str, ...]) -> Guess:
        """Ask the question whose first reading is the most dangerous one."""
        worst = max(matches, key=lambda word: _ORDER.index(self._urgency[word.categories[0]]))
        codes = worst.categories[: AT_MOST + 1]
        return Guess(codes, question=worst.question, matched=words)

    def _is_emergency(self, code: str) -> bool:
        return self._urgency[code] is Urgency.EMERGENCY

    def _ranked(self, matches: list[Phrase[_Meaning]], alarms: frozenset[str]) -> list[str]:
        weights: dict[str, int] = {}
        for match in matches:
            for code in match.meaning.categories:
                weights[code] = weights.get(code, 0) + match.length
        return sorted(
            weights,
            key=lambda code: (
                not (self._is_emergency(code) or code in alarms),
                -weights[code],
                -_ORDER.index(self._urgency[code]),
            ),
        )


def _entries(community: Community, folding: Folding) -> Iterable[tuple[str, _Meaning]]:
    """Yield ambiguous words first: where a keyword reads the same, the question wins."""
    for word in community.ambiguous_words:
        for text in word.words:
            yield _bare(folding.fold(text)), _Meaning(word.categories, word)
    for code, category in community.categories.items():
        for alarm in category.alarms:
            yield _bare(folding.fold(alarm)), _Meaning((code,), is_alarm=True)
        for keyword in category.keywords:
            yield _bare(folding.fold(keyword)), _Meaning((code,))


def _bare(folded: str) -> str:
    return folded.translate(_SMALL)


def is_negated(folded: str, start: int) -> bool:
    """Whether what begins here is said not to be there: 没有煤气味, no smell of gas."""
    return bool(_NEGATED.search(folded[max(0, start - _BEFORE) : start]))
