"""What booking looks up: the times that are free at this moment, and what the person has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.appointments import FreeSlot, Slot
from bot.festivals import Festival
from bot.local_text import LocalText
from bot.no_time import NoTime
from conversations.engine import Fact


@dataclass(frozen=True, slots=True)
class RunningOut:
    """A paper of somebody's list that is good until an ISO day only."""

    paper: LocalText
    until: str


@dataclass(frozen=True, slots=True)
class Times:
    """The free times for a service, the person's own one, and the name to be called by.

    `takes_any`: whether its window takes appointments at all. `today`: from which words count.
    `no_time`: for ISO days why they could not be booked; `festivals`: days with names.
    `running_out`: which of the papers that are ready will not be good for ever.
    """

    name: str
    free: tuple[FreeSlot, ...] = ()
    own: Slot | None = None
    takes_any: bool = True
    today: date = date.min
    no_time: Mapping[str, NoTime] = field(default_factory=dict)
    festivals: tuple[Festival, ...] = ()
    running_out: tuple[RunningOut, ...] = ()


@dataclass(frozen=True, slots=True)
class AppointmentTimes(Fact[Times]):
    """When somebody can come for a service (code)."""

    service: str
