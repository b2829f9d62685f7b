"""What a conversation about a visit of the window asks for: papers, a time, a ticket."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.verdict import Held


@dataclass(frozen=True, slots=True)
class KeepCheck:
    """Keep what somebody has of the papers for a service, and judge it.

    `check` is the earlier one that this one replaces, 0: none. `consent` says whether answers may
    be kept for the next service; None: it was not asked. `unsure` are the questions whose answers
    were only taken for granted. `last_days` are the ISO days until which papers (code) are good,
    as far as they were told.
    """

    service: str
    answers: Mapping[str, bool]
    held: Mapping[str, Held]
    check: int = 0
    consent: bool | None = None
    unsure: tuple[str, ...] = ()
    last_days: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChooseDay:
    """Want to go with these papers on an ISO day."""

    check: int
    day: str


@dataclass(frozen=True, slots=True)
class TellMatter:
    """Tell what was asked (a code of `bot.inquiry`) about a service, and open nothing."""

    service: str
    asked: str


@dataclass(frozen=True, slots=True)
class BookAppointment:
    """Come for a service at a local ISO day and minute, or move there what is booked for it.

    `name` is what to call at the window.
    """

    service: str
    day: str
    opens: int
    name: str


@dataclass(frozen=True, slots=True)
class CancelAppointment:
    """Take an appointment back."""

    appointment: int


@dataclass(frozen=True, slots=True)
class TakeTicket:
    """Take the next number of today for a service (code)."""

    service: str


@dataclass(frozen=True, slots=True)
class LeaveQueue:
    """Give a ticket back."""

    ticket: int
