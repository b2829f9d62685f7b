"""Words that nobody asked for, while something confidential is open: first ask whom they are for.

Resident  他又把鞋柜搬回来了
Bot       这是说给谁的？ …  [回话给调解员（TJ-261124-0001）] [是另一件事]
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.commands import GoOnWith
from bot.community import Community
from bot.telling import Parameters
from conversations.engine import Fact, Script, ask, look
from conversations.questions import Choice, Option

WHOSE, ELSE, REPORT = "whose", "else", "report"
REPLY, TELL, ANSWER = "matter_reply", "matter_tell", "answer_worker"
BUTTONS: Mapping[str, str] = {
    REPLY: "private_matter.button.words_to_helper",
    TELL: "private_matter.button.words_to_resident",
    ANSWER: "private_matter.button.words_to_worker",
}


@dataclass(frozen=True, slots=True)
class PrivateWordsStart:
    """What was written, in how many messages; perhaps nothing, below a photo. It is not shown.

    `beside` is the report (a talk) that it was written into, 0 when nothing was open.
    """

    words: str = ""
    number: int = 1
    beside: int = 0


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom words may be for: the conversation that hands them over, about which subject."""

    script: str
    subject: int
    number: str
    service: str = ""


@dataclass(frozen=True, slots=True)
class Addressees(Fact[tuple[Addressee, ...]]):
    """Everybody whom the person's words may be for in confidence, and a worker who has asked."""


def private_words(start: PrivateWordsStart, _: Community) -> Script[GoOnWith]:
    """Ask whom the words are for; only as another matter they become a report."""
    known = yield from look(Addressees())
    options = tuple(map(_option, known))
    other = Option(ELSE, "private_matter.button.something_else")
    said: Parameters = {"number": start.number}
    chosen = yield from ask(Choice(WHOSE, "private_matter.ask.whose", (*options, other), said))
    script, _colon, subject = chosen.partition(":")
    if script == ELSE:
        return GoOnWith(REPORT, "", start.words)
    return GoOnWith(script, subject, start.words)


def _option(each: Addressee) -> Option:
    about = {"number": each.number, "service": each.service}
    return Option(f"{each.script}:{each.subject}", BUTTONS[each.script], about)
