"""Questions that mediation and legal aid share, and what both tell of a matter."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.community import Community
from bot.matter_kinds import MatterKind, PrivateService
from bot.telling import Parameters
from conversations.category import said
from conversations.engine import Ask, Fact, ask
from conversations.questions import Choice, Option, Text

ABOUT, WORDS, REACH, NAME, SEND = "about", "words", "reach", "name", "send"
LONGEST_WORDS, LONGEST_LINE = 1000, 200
TIMES = ("any", "morning", "afternoon", "evening")


@dataclass(frozen=True, slots=True)
class PrivateStart:
    """Mediation and legal aid start from nothing that is known."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """The name to be called by, the local ISO day, and whether somebody is there who reads it."""

    name: str
    today: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class ApplicantNow(Fact[Applicant]):
    """Who applies, and whether anybody with the role for it has joined."""

    service: PrivateService


@dataclass(frozen=True)
class PrivateSummary(Choice):
    """The last question: everything once more, who reads it, and a way to change each part."""

    parts: tuple[str, ...] = ()

    @property
    def changeable(self) -> Sequence[Option]:
        """Every part that was asked for."""
        return tuple(Option(each, f"private_matter.change.{each}") for each in self.parts)


def ask_kind(
    community: Community, service: PrivateService, key: str
) -> Generator[Ask, Any, MatterKind]:
    """Ask what it is about."""
    known = community.matter_kinds.items()
    kinds = {code: each for code, each in known if each.service is service}
    options = tuple(
        Option(code, "data.text", {"text": said(each.name)}) for code, each in kinds.items()
    )
    chosen = yield from ask(Choice(ABOUT, key, options, step=ABOUT, side_by_side=2))
    return kinds[chosen]


def ask_words(key: str) -> Generator[Ask, Any, str]:
    """Ask what happened; nobody must say more than the kind."""
    words = yield from ask(Text(WORDS, key, {}, ABOUT, optional=True))
    return words[:LONGEST_WORDS]


def ask_reach(applicant: Applicant) -> Generator[Ask, Any, tuple[str, str]]:
    """Ask when somebody may get in touch, and under which name."""
    options = tuple(Option(each, f"private_matter.button.{each}") for each in TIMES)
    reach = yield from ask(
        Choice(
            REACH,
            "private_matter.ask.reach",
            options,
            step=SEND,
            optional=True,
            free=True,
            side_by_side=2,
        )
    )
    own = (Option("-", "private_matter.button.own_name", {"name": applicant.name}),)
    name = yield from ask(
        Text(
            NAME,
            "private_matter.ask.name",
            {},
            SEND,
            optional=True,
            unless_changed="-",
            offered=own,
            aside=True,
        )
    )
    return reach[:LONGEST_LINE], name[:LONGEST_LINE] or applicant.name


def ask_send(key: str, told: Parameters, parts: tuple[str, ...]) -> Generator[Ask, Any, str]:
    """Show the whole and let it be sent."""
    send = (Option(SEND, "private_matter.button.send", typed="private_matter.typed.send"),)
    question = PrivateSummary(SEND, key, send, told, SEND, parts=parts)
    return (yield from ask(question))
