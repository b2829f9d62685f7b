"""Questions: what is asked, what may be chosen, which events answer, how answers are kept."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.events import Event, SentFile, SentOther, SharedContact, SharedPlace, Typed
from bot.telling import Parameters

T = TypeVar("T")
SKIPPED = "-"
LONGEST_ANSWER = 1000


class NotAcceptedError(Exception):
    """A stored answer is none any more: the data or the question has changed."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose. `value` is what is kept; the label is a message key with parameters.

    `number` is what it is called by itself (building 3, entrance 2) and counts instead of its
    position; `typed` is the key of more words for it, separated by commas.
    """

    value: str
    label: str
    parameters: Parameters | None = None
    number: str = ""
    typed: str = ""


def distinct(options: Iterable[Option]) -> tuple[Option, ...]:
    """Return the options with different values; of equal ones the first."""
    found: dict[str, Option] = {}
    for option in options:
        found.setdefault(option.value, option)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Refused:
    """An event that is no answer: the message key says why and what to do instead."""

    key: str
    parameters: Parameters | None = None


@dataclass(frozen=True)
class Question(ABC, Generic[T]):
    """A named question. Answers are kept as text; `default` holds unasked until it is changed."""

    name: str

    @property
    @abstractmethod
    def key(self) -> str:
        """The message that asks."""

    @property
    def parameters(self) -> Parameters:
        """What the message says."""
        return {}

    @property
    def options(self) -> Sequence[Option]:
        """What may be chosen, in order."""
        return ()

    @property
    def columns(self) -> int:
        """How many options stand side by side."""
        return 1

    @property
    def stage(self) -> str:
        """To which step of the conversation it belongs."""
        return ""

    @property
    def default(self) -> str | None:
        """The answer that holds unless somebody changes it."""
        return None

    @property
    def is_optional(self) -> bool:
        """Whether it may be skipped."""
        return False

    @property
    def asks_for_place(self) -> bool:
        """Whether the phone should offer to share the place."""
        return False

    @property
    def is_aside(self) -> bool:
        """Whether it is settled without being asked, so that going back passes it by."""
        return False

    @property
    def stands_alone(self) -> bool:
        """Whether nothing may stand above it, because it presses."""
        return False

    @property
    def has_way_out(self) -> bool:
        """Whether one of the options says no, so that a button for leaving would say it twice."""
        return False

    @property
    def gone(self) -> str:
        """The message that says why an earlier answer fits no more."""
        return "talk.again"

    @property
    def takes_files(self) -> bool:
        """Whether a file is the answer itself, instead of being kept beside the answers."""
        return False

    @property
    def counts_options(self) -> bool:
        """Whether a typed number stands for an option."""
        return True

    @property
    def changeable(self) -> Sequence[Option]:
        """Which earlier questions may be asked again from here, by name."""
        return ()

    @abstractmethod
    def read(self, written: str) -> T:
        """Return the meaning of a kept answer, or raise NotAcceptedError."""

    def take(self, event: Event) -> str | Refused:
        """Return the answer to keep for an event that is not a press."""
        return refusal_of(event)

    def chosen(self, value: str) -> str:
        """Check a chosen value against the options offered now."""
        if value not in {option.value for option in self.options}:
            raise NotAcceptedError
        return value


def refusal_of(event: Event) -> Refused:
    """Say politely what cannot be taken, by what it was."""
    match event:
        case SentOther(kind):
            return Refused("talk.not_taken.other", {"kind": kind})
        case SentFile():
            return Refused("talk.not_taken.file")
        case SharedPlace():
            return Refused("talk.not_taken.place")
        case SharedContact():
            return Refused("talk.not_taken.contact")
        case _:
            return Refused("talk.choose")


class Worded(Question[str]):
    """A question whose words and behaviour are given when it is made."""

    ask: str
    offered: tuple[Option, ...]
    said: Parameters | None
    step: str
    optional: bool
    unless_changed: str | None
    aside: bool

    @property
    def key(self) -> str:
        """The message that asks."""
        return self.ask

    @property
    def parameters(self) -> Parameters:
        """What the message says."""
        return self.said or {}

    @property
    def options(self) -> Sequence[Option]:
        """What may be chosen: all there is, or ready-made answers beside free text."""
        return self.offered

    @property
    def stage(self) -> str:
        """The step it belongs to."""
        return self.step

    @property
    def default(self) -> str | None:
        """The answer that holds unless somebody changes it."""
        return self.unless_changed

    @property
    def is_optional(self) -> bool:
        """Whether it may be skipped."""
        return self.optional

    @property
    def is_aside(self) -> bool:
        """Whether going back passes it by."""
        return self.aside


@dataclass(frozen=True)
class Text(Worded):
    """Free text; `ask` is the message. An optional one reads as empty when it is skipped."""

    ask: str
    said: Parameters | None = None
    step: str = ""
    optional: bool = False
    unless_changed: str | None = None
    offered: tuple[Option, ...] = ()
    files_are_enough: bool = False
    aside: bool = False

    @property
    def counts_options(self) -> bool:
        """Take a number as the answer itself."""
        return False

    def read(self, written: str) -> str:
        """Return the text."""
        return "" if written == SKIPPED and self.optional else written

    def take(self, event: Event) -> str | Refused:
        """Take a text, or a file's caption."""
        match event:
            case Typed(text) if text:
                return text[:LONGEST_ANSWER]
            case SentFile(_, caption, _) if caption or self.files_are_enough:
                return caption[:LONGEST_ANSWER]
            case _:
                return refusal_of(event)


@dataclass(frozen=True)
class Choice(Worded):
    """One of several; with `free`, a text of one's own is as good."""

    ask: str
    offered: tuple[Option, ...]
    said: Parameters | None = None
    step: str = ""
    optional: bool = False
    unless_changed: str | None = None
    free: bool = False
    side_by_side: int = 1
    aside: bool = False
    way_out: bool = False

    @property
    def columns(self) -> int:
        """How many stand side by side."""
        return self.side_by_side

    @property
    def has_way_out(self) -> bool:
        """Whether an option says no."""
        return self.way_out

    def read(self, written: str) -> str:
        """Return the chosen value, which must still be offered."""
        if written == SKIPPED and self.optional:
            return ""
        return written if self.free else self.chosen(written)

    def take(self, event: Event) -> str | Refused:
        """Take a text of one's own where that is allowed."""
        if self.free and isinstance(event, Typed) and event.text:
            return event.text[:LONGEST_ANSWER]
        return refusal_of(event)
