"""Somebody asks for the fee or the time of a matter without naming it, or by a word for several.

Resident  社保要多少钱
Bot       您问的是哪一件事？  [城乡居民养老保险参保] [城乡居民基本医保参保] …
Resident  [城乡居民基本医保参保]
Bot       城乡居民基本医保参保  费用：… 办多久：…
"""

from dataclasses import dataclass

from bot.commands import AnswerInquiry, ReportInstead
from bot.community import Community
from bot.visit_commands import TellMatter
from conversations.engine import Script, look
from conversations.service_choice import Chosen, Search, choose_service
from conversations.service_facts import GuideToday


@dataclass(frozen=True, slots=True)
class InquiryStart:
    """What is asked, as a code of `bot.inquiry`."""

    asked: str = ""


Outcome = TellMatter | AnswerInquiry | ReportInstead


def inquiry(start: InquiryStart, _: Community) -> Script[Outcome]:
    """Find the matter, and tell what was asked about it."""
    guide = yield from look(GuideToday())
    chosen = yield from choose_service(Search(guide, ask="inquiry.ask.matter"))
    return TellMatter(chosen.service, start.asked) if isinstance(chosen, Chosen) else chosen
