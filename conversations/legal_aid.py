"""A resident asks for legal aid; only the legal advisers read it.

Resident  /legalaid
Bot       是什么事？ … 只有法律顾问看得到 …  [欠工资] [工伤、交通事故…] …
…
Bot       有没有期限快到了？  [没有] [不清楚] 或者写哪一天
Bot       家里经济困难吗？  [困难，我承诺属实] [属于免查的] [只想咨询]
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.commands import AnswerInquiry, ApplyPrivately
from bot.community import Community
from bot.matter_kinds import PrivateService
from bot.private_matters import Confidence
from bot.telling import Parameters
from conversations.category import said
from conversations.engine import Ask, Script, ask, look
from conversations.person_scripts import DayChoice
from conversations.private_parts import (
    ABOUT,
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
from conversations.questions import Choice, Option

STAGES = ("about", "limit", "send")
LIMIT, MEANS = "limit", "means"
NO_LIMIT = ("no_limit", "unsure")
ANSWERS = ("promise", "exempt", "none")


def legal_aid(_: PrivateStart, community: Community) -> Script[ApplyPrivately | AnswerInquiry]:
    """Ask what it is about and what presses; about money a promise is enough."""
    service = PrivateService.LEGAL_AID
    applicant = yield from look(ApplicantNow(service))
    kind = yield from ask_kind(community, service, "legal_aid.ask.about")
    if kind.elsewhere:
        return AnswerInquiry("legal_aid.elsewhere", {"elsewhere": said(kind.elsewhere)})
    words = yield from ask_words("legal_aid.ask.words")
    until_day = yield from _limit(date.fromisoformat(applicant.today))
    means = (yield from _means()) if kind.means_test else "exempt"
    reach, name = yield from ask_reach(applicant)
    told: Parameters = {
        "about": said(kind.name),
        "words": words,
        "until_day": until_day,
        "means": means,
        "reach": reach,
        "name": name,
        "is_there": applicant.is_there,
    }
    asked = (MEANS,) if kind.means_test else ()
    yield from ask_send("legal_aid.ask.send", told, (ABOUT, WORDS, LIMIT, *asked, REACH, NAME))
    confided = Confidence(
        kind.code, words, until_day=until_day, means=means, reach=reach, name=name
    )
    return ApplyPrivately(service, confided)


@dataclass(frozen=True)
class LimitDay(DayChoice):
    """The day on which a time limit ends, or that there is none."""

    def read(self, written: str) -> str:
        """Return an ISO day; empty when there is none or nobody knows."""
        return "" if written in {*NO_LIMIT, "-"} else super().read(written)


def _limit(today: date) -> Generator[Ask, Any, str]:
    options = tuple(Option(each, f"legal_aid.button.{each}") for each in NO_LIMIT)
    question = LimitDay(
        LIMIT, "legal_aid.ask.limit", options, step=LIMIT, optional=True, today=today
    )
    return (yield from ask(question))


def _means() -> Generator[Ask, Any, str]:
    options = tuple(
        Option(each, f"legal_aid.button.{each}", typed=f"legal_aid.typed.{each}")
        for each in ANSWERS
    )
    question = Choice(MEANS, "legal_aid.ask.means", options, step=LIMIT, optional=True)
    return (yield from ask(question))
