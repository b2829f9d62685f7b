"""Questions that a report has answered unasked: 楼道灯不亮 is about a stair light."""

from bot.classify import is_negated
from bot.community import ExtraQuestion
from bot.phrases import Phrases
from bot.plain_text import narrow


def choice_said(question: ExtraQuestion, words: str) -> str:
    """Return the code of the only choice that is said; empty when it is none, or two are."""
    entries = [(narrow(word), choice.code) for choice in question.choices for word in choice.words]
    folded = narrow(words)
    found = Phrases(entries).find(folded) if entries else []
    said = {each.meaning for each in found if not is_negated(folded, each.start)}
    return said.pop() if len(said) == 1 else ""
