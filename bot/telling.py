"""Messages as values: a key with parameters, buttons with a meaning, and to whom; no words yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bot.actions import Action
from bot.events import Attachment
from bot.instants import Instant

Scalar = str | int | float | bool | None
Parameter = Scalar | list["Parameter"] | dict[str, "Parameter"]
Parameters = Mapping[str, Parameter]
AT_ONCE = Instant(0)


class Haste(IntEnum):
    """Delivery classes: a lower one goes first."""

    PRESS_ANSWER = 0
    DANGER = 1
    REPLY = 2
    REMINDER = 3
    BROADCAST = 4


class Placement(StrEnum):
    """Where a message about a subject appears: over the earlier one, or below in its stead."""

    IN_PLACE = "in_place"
    BELOW = "below"


class ReplyKeyboard(StrEnum):
    """What happens to the large buttons under the input field.

    A message that touches them has no inline buttons.
    """

    KEEP = "keep"
    ASK_PLACE = "ask_place"


@dataclass(frozen=True, slots=True)
class Button:
    """A choice. `label` is a message key; a press means `action`; a link button has `url`."""

    label: str
    action: Action | None = None
    parameters: Parameters | None = None
    url: str = ""


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Say:
    """A text message. `subject` names what it shows (`talk:7`, `case:12`).

    There is one living message per chat and subject.
    `once` is the natural key of the effect: storing the same key again is a no-op.
    """

    once: str
    chat_id: int
    key: str
    parameters: Parameters
    keyboard: Keyboard = ()
    subject: str = ""
    placement: Placement = Placement.IN_PLACE
    photo: Attachment | None = None
    haste: Haste = Haste.REPLY
    not_before: Instant = AT_ONCE
    expires_at: Instant | None = None
    audience: str = "self"
    reply_keyboard: ReplyKeyboard = ReplyKeyboard.KEEP


@dataclass(frozen=True, slots=True)
class AnswerPress:
    """The answer to a press: ends the button's waiting; a short toast when there is a `key`."""

    once: str
    chat_id: int
    callback_id: str
    key: str = ""
    parameters: Parameters | None = None
    alert: bool = False


@dataclass(frozen=True, slots=True)
class ShowAlbum:
    """Several files of one case, as an album (or one by one when they cannot be mixed)."""

    once: str
    chat_id: int
    attachments: tuple[Attachment, ...]
    audience: str = "self"


@dataclass(frozen=True, slots=True)
class ShowPlace:
    """A pin on the map with a title."""

    once: str
    chat_id: int
    latitude: float
    longitude: float
    key: str
    parameters: Parameters
    audience: str = "self"


@dataclass(frozen=True, slots=True)
class ShowPicture:
    """A picture that is drawn when it is sent, in the language that the person has then.

    `picture` is its name in the gallery (`verdict`, `waiting`); the parameters are its own.
    """

    once: str
    chat_id: int
    picture: str
    parameters: Parameters
    haste: Haste = Haste.REPLY
    audience: str = "self"


@dataclass(frozen=True, slots=True)
class React:
    """A small reaction under the person's own message, instead of one more message."""

    once: str
    chat_id: int
    message_id: int
    emoji: str


Telling = Say | AnswerPress | ShowAlbum | ShowPlace | ShowPicture | React
