"""What is said in the place of a conversation that is over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.telling import Keyboard, Parameter


@dataclass(frozen=True, slots=True)
class Said:
    """A message key with its parameters, and what can be done next."""

    key: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    keyboard: Keyboard = ()
