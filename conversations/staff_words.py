"""A worker writes or photographs first, and says afterwards for which of her cases it is.

Worker  (photo) 已经疏通
Bot     这是哪件事的？  [JW-261124-0037 …] [是一件新的事]
Worker  [JW-261124-0037 …]
Bot     要怎么用？  [写进办理结果] [问居民] [是一件新的事]
"""

from dataclasses import dataclass

from bot.commands import GoOnWith
from bot.community import Community
from bot.telling import Parameter
from conversations.engine import Script, ask, look
from conversations.facts import CasesInHand, SimilarCase
from conversations.questions import Choice, Option

NEW = "new"
REPORT = "report"
# What words can become, by the conversation that goes on with them.
DEEDS = ("solve", "ask_resident")


@dataclass(frozen=True, slots=True)
class StaffWordsStart:
    """What was written; perhaps nothing, below a photo."""

    words: str = ""


def staff_words(start: StaffWordsStart, _: Community) -> Script[GoOnWith]:
    """Ask which case the words belong to, and what they are for; one case is not asked about."""
    cases = yield from look(CasesInHand())
    chosen = (yield from ask(_which(start, cases))) if cases else NEW
    deed = (yield from ask(_deed(start, cases, chosen))) if chosen != NEW else NEW
    if deed == NEW:
        return GoOnWith(REPORT, "", start.words)
    return GoOnWith(deed, chosen, start.words)


def _which(start: StaffWordsStart, cases: tuple[SimilarCase, ...]) -> Choice:
    only = str(cases[0].id) if len(cases) == 1 else None
    options = [
        Option(
            str(each.id), "staff_words.button.case", {"position": at, "category": each.category}
        )
        for at, each in enumerate(cases, start=1)
    ]
    lines: list[Parameter] = [
        {
            "number": each.number,
            "category": each.category,
            "building": each.building,
            "opened_at": each.opened_at,
        }
        for each in cases
    ]
    return Choice(
        "case",
        "staff_words.ask.case",
        (*options, _new()),
        {"words": start.words, "cases": lines},
        unless_changed=only,
        aside=only is not None,
    )


def _deed(start: StaffWordsStart, cases: tuple[SimilarCase, ...], chosen: str) -> Choice:
    case = next(each for each in cases if str(each.id) == chosen)
    options = [
        Option(deed, f"staff_words.button.{deed}")
        for deed in DEEDS
        if start.words or deed == DEEDS[0]
    ]
    return Choice(
        "deed",
        "staff_words.ask.deed",
        (*options, _new()),
        {
            "words": start.words,
            "number": case.number,
            "category": case.category,
            "building": case.building,
        },
    )


def _new() -> Option:
    return Option(NEW, "staff_words.button.new")
