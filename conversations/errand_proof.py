"""The worker looks at the proof first: without it no original of somebody else is taken."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.custody import AUTHORISATION
from bot.errand_proof import PROOFS, SIGNED
from bot.errands import ErrandMove
from bot.telling import Parameters
from conversations.engine import Ask, ask
from conversations.questions import Choice, Option

YES, NOT = "yes", "not"
PROOF, WITHOUT = "proof", "without"


@dataclass(frozen=True, slots=True)
class Unproven:
    """There is no proof: what is done now."""

    move: ErrandMove


def seen_proof(basis: str, about: Parameters) -> Generator[Ask, Any, str | Unproven]:
    """Ask whether the worker has seen what was spoken of; return what was seen."""
    options = (
        Option(YES, f"errand_proof.button.seen.{basis}"),
        Option(NOT, f"errand_proof.button.not_seen.{basis}"),
    )
    seen = yield from ask(Choice(PROOF, f"errand_proof.ask.{basis}", options, about))
    return basis if seen == YES else (yield from without_proof(basis, about))


def without_proof(basis: str, about: Parameters) -> Generator[Ask, Any, str | Unproven]:
    """Ask what is done without it: something else will do, it is waited for, or it ends."""
    others = [each for each in PROOFS[basis] if each != basis]
    ends = (ErrandMove.ASK_FOR_PROOF, ErrandMove.STOP)
    instead = tuple(Option(each, f"errand_proof.button.instead.{each}") for each in others)
    options = (*instead, *(Option(each, f"errand.button.{each}") for each in ends))
    chosen = yield from ask(Choice(WITHOUT, f"errand_proof.without.{basis}", options, about))
    return chosen if chosen in others else Unproven(ErrandMove(chosen))


def is_collected(basis: str, papers: Sequence[str]) -> bool:
    """Whether the proof is a paper that is photographed and travels with the others."""
    return basis == SIGNED and AUTHORISATION in papers
