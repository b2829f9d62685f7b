"""A resident applies for people's mediation; only the mediators read it.

Resident  /mediation
Bot       跟什么有关？ … 只有调解员看得到 …  [邻居之间] [家里的事] …
Resident  [邻居之间]
Bot       发生了什么？…  [跳过]
…
Bot       对方愿意调解吗？  [愿意] [还不知道] [不愿意]
"""

from collections.abc import Generator
from typing import Any

from bot.commands import AnswerInquiry, ApplyPrivately
from bot.community import Community
from bot.matter_kinds import PrivateService
from bot.private_matters import Confidence
from bot.telling import Parameters
from conversations.category import said
from conversations.engine import Ask, Script, ask, look
from conversations.private_parts import (
    ABOUT,
    LONGEST_LINE,
    NAME,
    REACH,
    WORDS,
    ApplicantNow,
    PrivateStart,
    ask_kind,
    ask_reach,
    ask_send,
    ask_words,
)
from conversations.questions import Choice, Option, Text

STAGES = ("about", "other", "wish", "send")
OTHER, WILLING, ANYWAY, WISH = "other", "willing", "anyway", "wish"
SIDES = ("neighbour", "family", "landlord", "firm", "somebody")
ANSWERS = ("yes", "unknown", "no")
PARTS = (ABOUT, WORDS, OTHER, WILLING, WISH, REACH, NAME)


def mediation(_: PrivateStart, community: Community) -> Script[ApplyPrivately | AnswerInquiry]:
    """Ask as little as a mediator needs; who is told no by the other side hears where to go."""
    service = PrivateService.MEDIATION
    applicant = yield from look(ApplicantNow(service))
    kind = yield from ask_kind(community, service, "mediation.ask.about")
    words = yield from ask_words("mediation.ask.words")
    other = yield from _other_side()
    willing = yield from _willing()
    if willing == "no" and not (yield from _tries_anyway()):
        return AnswerInquiry("mediation.elsewhere", {})
    question = Text(WISH, "mediation.ask.wish", {}, WISH, optional=True)
    wish = (yield from ask(question))[:LONGEST_LINE]
    reach, name = yield from ask_reach(applicant)
    told: Parameters = {
        "about": said(kind.name),
        "words": words,
        "other_side": other,
        "willing": willing,
        "wish": wish,
        "reach": reach,
        "name": name,
        "is_there": applicant.is_there,
    }
    yield from ask_send("mediation.ask.send", told, PARTS)
    confided = Confidence(kind.code, words, other, willing, wish, reach=reach, name=name)
    return ApplyPrivately(service, confided)


def _other_side() -> Generator[Ask, Any, str]:
    options = tuple(Option(each, f"mediation.button.{each}") for each in SIDES)
    question = Choice(
        OTHER,
        "mediation.ask.other",
        options,
        step=OTHER,
        optional=True,
        free=True,
        side_by_side=2,
    )
    return (yield from ask(question))[:LONGEST_LINE]


def _willing() -> Generator[Ask, Any, str]:
    options = tuple(
        Option(each, f"mediation.button.{each}", typed=f"mediation.typed.{each}")
        for each in ANSWERS
    )
    return (yield from ask(Choice(WILLING, "mediation.ask.willing", options, step=OTHER)))


def _tries_anyway() -> Generator[Ask, Any, bool]:
    """Tell the truth: nobody can be made to come; a mediator can ask once more."""
    options = tuple(Option(each, f"mediation.button.{each}") for each in ("ask_once", "stop"))
    chosen = yield from ask(Choice(ANYWAY, "mediation.ask.anyway", options, step=OTHER))
    return chosen == "ask_once"
