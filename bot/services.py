"""What a matter of the service centre consists of: who may, which papers, where, how long.

Every fact says where it comes from, how sure it is, and from when until when it holds.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.local_text import LocalText


class Confidence(StrEnum):
    """How sure a fact is; all but `verified` are shown with "please confirm at the window"."""

    VERIFIED = "verified"
    MIXED = "mixed"
    TYPICAL = "typical"


class Form(StrEnum):
    """In which form a paper is wanted."""

    ORIGINAL = "original"
    COPY = "copy"
    BOTH = "both"  # the original is shown, the copy is kept
    ON_SITE = "on_site"  # filled in at the window; nothing to bring
    PHOTO = "photo"
    PROOF_OR_PROMISE = "proof_or_promise"  # a written promise at the window does as well


class Necessity(StrEnum):
    """What happens without a paper; only a required one makes a trip useless."""

    REQUIRED = "required"
    MAY_FOLLOW = "may_follow"  # it may be handed in later
    LOOKED_UP = "looked_up"  # the window can look it up
    IF_AT_HAND = "if_at_hand"


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a fact is believed, and the first and last day on which it holds (empty: open)."""

    source: LocalText
    confidence: Confidence
    since: str = ""
    until: str = ""

    def hold_on(self, day: str) -> bool:
        """Whether the fact holds on an ISO day."""
        return self.since <= day and (not self.until or day <= self.until)

    def is_over_on(self, day: str) -> bool:
        """Whether the fact held before an ISO day and does not any more."""
        return bool(self.until) and self.until < day


@dataclass(frozen=True, slots=True)
class Answered:
    """A condition's part: the question was answered so."""

    question: str
    answer: bool


# Every part must be so; without parts it is always so.
Condition = tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """Other answers that make a question superfluous, and what its answer is then."""

    when: Condition
    answer: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A yes/no question. `kept`: its answer is about the person and good for the next matter too.

    The code is the name under which an answer is kept. `yes` and `no` say in words what each
    answer means (在外地, 在本市), where a bare yes could be misread.
    """

    code: str
    text: LocalText
    settled: tuple[Settled, ...] = ()
    kept: bool = False
    yes: LocalText | None = None
    no: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What to do instead: a sentence, another service, or both."""

    text: LocalText | None = None
    service: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of "may I?". `want` is the answer that lets one go on; None asks for a branch."""

    question: str
    grounds: Grounds
    when: Condition = ()
    want: bool | None = None
    otherwise: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper. `expires`: whoever has one should look at its date.

    `short` is the name on a button, where the whole name is too long for one. `is_card`: it is no
    larger than a card, so a photo of it needs fewer pixels than one of a page.
    """

    code: str
    name: LocalText
    grounds: Grounds
    how_to_get: LocalText | None = None
    issuer: LocalText | None = None
    lasts: LocalText | None = None
    instead: LocalText | None = None
    expires: bool = False
    short: LocalText | None = None
    is_card: bool = False

    @property
    def button(self) -> LocalText:
        """The name that fits a button."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class PaperNeeded:
    """A paper that a service wants. Each of `instead` (codes of papers) does as well.

    `copies` counts photocopies to bring (`copy`, `both`), prints of a photo, and for an original
    the copies that the window makes of it: none where it only looks.
    """

    paper: str
    form: Form
    grounds: Grounds
    when: Condition = ()
    copies: int = 0
    necessity: Necessity = Necessity.REQUIRED
    instead: tuple[str, ...] = ()
    note: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """One word for several matters: 社保. Whoever says it is asked which one is meant.

    `services` and `other_offices` are the codes of the matters, the most frequent one first.
    """

    code: str
    words: tuple[str, ...]
    services: tuple[str, ...]
    other_offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to say to those it concerns."""

    text: LocalText
    grounds: Grounds
    when: Condition = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence about a service."""

    text: LocalText
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class AtWindow:
    """Which window a service is at."""

    window: str
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Minutes since midnight, on ISO weekdays (Monday is 1); without any, on working days."""

    opens: int
    closes: int
    weekdays: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Pace:
    """How long an appointment takes, and how many may come at the same time."""

    minutes: int
    places: int


@dataclass(frozen=True, slots=True)
class Window:
    """A counter of the centre; `closed` are ISO days on which this one alone is closed.

    Without `appointments` one comes without. `takes_anything`: whoever finds no other window is
    sent to this one. `words` are other names that people have for it.
    """

    code: str
    name: LocalText
    place: LocalText
    hours: tuple[OpeningHours, ...]
    grounds: Grounds
    phone: str = ""
    closed: frozenset[str] = frozenset()
    appointments: Pace | None = None
    takes_anything: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shop:
    """A place nearby that makes what is often missing: `copy`, `photo`."""

    code: str
    name: LocalText
    place: LocalText
    makes: tuple[str, ...]
    hours: tuple[OpeningHours, ...]
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class Service:
    """A matter. Facts that may change have a version for each stretch of time.

    `bot/guide.py` leaves those of one day: then `window`, `time`, `validity` and `fee` are the
    ones that hold. `also_known_as` are names that people know; `words` only help to find it.
    `call_first`: nobody goes before the window has been asked, whatever papers there are.
    """

    code: str
    name: LocalText
    grounds: Grounds
    windows: tuple[AtWindow, ...]
    steps: tuple[Step, ...]
    papers: tuple[PaperNeeded, ...]
    times: tuple[Fact, ...]
    validities: tuple[Fact, ...]
    fees: tuple[Fact, ...] = ()
    advice: tuple[Advice, ...] = ()
    wasted_trips: tuple[Fact, ...] = ()
    also_known_as: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    call_first: bool = False

    @property
    def window(self) -> str:
        """The code of the window."""
        return self.windows[0].window

    @property
    def time(self) -> Fact:
        """How long it takes."""
        return self.times[0]

    @property
    def validity(self) -> Fact:
        """How long the result is good for."""
        return self.validities[0]

    @property
    def fee(self) -> Fact | None:
        """What it costs; None is free of charge."""
        return self.fees[0] if self.fees else None
