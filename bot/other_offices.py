"""Matters that are not done at the centre, and which office does them."""

from dataclasses import dataclass

from bot.local_text import LocalText
from bot.services import Grounds


@dataclass(frozen=True, slots=True)
class OtherOffice:
    """A matter of another office. `place` names the office, `phone` a number that answers for it.

    `advice` is what saves a walk, perhaps nothing; `words` only help to find it.
    """

    code: str
    name: LocalText
    place: LocalText
    grounds: Grounds
    phone: str = ""
    advice: LocalText | None = None
    words: tuple[str, ...] = ()
