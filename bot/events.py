"""What somebody did in a chat, in words of the neighbourhood: every turn starts from it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.instants import Instant


class AttachmentKind(StrEnum):
    """The kinds of files that can belong to a report."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file at Telegram. `size` is in bytes, 0 when Telegram did not tell.

    `claimed` is the MIME type that its sender gave it, which may be a lie, or nothing.
    """

    kind: AttachmentKind
    file_id: str
    file_unique_id: str
    size: int = 0
    claimed: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who did it. Only `telegram_id` can be trusted, the rest is what people call themselves."""

    telegram_id: int
    first_name: str
    language_code: str


@dataclass(frozen=True, slots=True)
class Commanded:
    """`/name argument`; the argument of `/start` is a deep link's payload."""

    name: str
    argument: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A text message, cleaned."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press on an inline button; `data` is whatever the app sent, forged or not."""

    callback_id: str
    data: str


@dataclass(frozen=True, slots=True)
class SentFile:
    """A photo, video, voice message or document; `album` groups the parts of one album."""

    attachment: Attachment
    caption: str
    album: str


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """A location, accuracy in metres (0 unknown): WGS-84 if `is_live`, else perhaps off a map.

    A point picked on a map in China may be in the map's own datum.
    """

    latitude: float
    longitude: float
    accuracy: float
    is_live: bool


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A phone number; `is_own` when Telegram says that it is the sender's."""

    phone: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class SentOther:
    """Something that cannot be part of a report: sticker, poll, dice, ..."""

    kind: str


@dataclass(frozen=True, slots=True)
class Edited:
    """An earlier message got a new text."""

    text: str


@dataclass(frozen=True, slots=True)
class BlockedBot:
    """The person stopped the bot."""


@dataclass(frozen=True, slots=True)
class UnblockedBot:
    """The person let the bot speak again."""


Event = (
    Commanded
    | Typed
    | Pressed
    | SentFile
    | SharedPlace
    | SharedContact
    | SentOther
    | Edited
    | BlockedBot
    | UnblockedBot
)


class ChatKind(StrEnum):
    """Where it happened; everything personal happens in private chats only."""

    PRIVATE = "private"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Happened:
    """One update as the turn sees it. `message_id` 0: none; `inbox`: the row it came from."""

    inbox: int
    chat_id: int
    chat_kind: ChatKind
    message_id: int
    sender: Sender
    at: Instant
    event: Event
