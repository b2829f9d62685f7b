"""Proofs that a residents' committee must not issue: the rule, and where to go instead."""

from dataclasses import dataclass

from bot.local_text import LocalText
from bot.services import Grounds


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that people are sent to the committee for. `service` is a matter of ours that helps.

    `words` only help to find it.
    """

    code: str
    name: LocalText
    rule: LocalText
    alternative: LocalText
    grounds: Grounds
    words: tuple[str, ...] = ()
    service: str = ""
