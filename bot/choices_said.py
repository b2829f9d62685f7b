"""Questions that a report has answered unasked: 楼道灯不亮 is about a stair light."""

from functools import lru_cache

from bot.classify import is_negated
from bot.community import ExtraQuestion
from bot.phrases import Phrases
from bot.plain_text import narrow

QUESTIONS_KEPT = 512


def choice_said(question: ExtraQuestion, words: str) -> str:
    """Return the code of the only choice that is said; empty when it is none, or two are."""
    spoken = tuple((word, choice.code) for choice in question.choices for word in choice.words)
    if not spoken:
        return ""
    folded = narrow(words)
    found = _phrases(spoken).find(folded)
    said = {each.meaning for each in found if not is_negated(folded, each.start)}
    return said.pop() if len(said) == 1 else ""


@lru_cache(QUESTIONS_KEPT)
def _phrases(spoken: tuple[tuple[str, str], ...]) -> Phrases[str]:
    """Build the automaton of a question once: a conversation asks for it at each step."""
    return Phrases((narrow(word), code) for word, code in spoken)
