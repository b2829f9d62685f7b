"""The service centre itself: the one place to which people walk."""

from dataclasses import dataclass

from bot.local_text import LocalText
from bot.services import Grounds


@dataclass(frozen=True, slots=True)
class Centre:
    """The building with the windows. `way` says how to find it, perhaps nothing."""

    code: str
    name: LocalText
    address: LocalText
    grounds: Grounds
    way: LocalText | None = None
