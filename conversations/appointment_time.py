"""On which day and at what time? Pressed, or in people's own words: 明天, 周五下午, 下午3点."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.appointments import FreeSlot
from bot.events import Event, Typed
from bot.festivals import Festival
from bot.no_time import NoTime
from conversations.appointment_wanted import (
    ANY_TIME,
    PARTS,
    Wanted,
    during,
    slot_at,
    wanted_of,
    wanted_time,
)
from conversations.offer_time import written_clock
from conversations.person_scripts import DayChoice
from conversations.questions import Choice, NotAcceptedError, Refused, refusal_of
from conversations.service_words import clock_told

_AROUND = " ,，.。吧呢啊呀的"


@dataclass(frozen=True)
class AppointmentDay(DayChoice):
    """A day on which a time is free; others may take the last one meanwhile."""

    free_times: tuple[FreeSlot, ...] = ()
    no_time: Mapping[str, NoTime] = field(default_factory=dict)
    festivals: tuple[Festival, ...] = ()

    @property
    def gone(self) -> str:
        """Say that others were faster."""
        return "appointment.gone"

    def read(self, written: str) -> str:
        """Return the day, and behind a stroke the part or the time that was named with it."""
        wanted = wanted_of(written)
        if (wanted.part and wanted.part not in PARTS) or not self._free_on(wanted.day):
            raise NotAcceptedError
        return written

    def take(self, event: Event) -> str | Refused:
        """Take a day by words, also with a part of it or a time: 明天下午, 12月1号9点."""
        if not isinstance(event, Typed):
            return refusal_of(event)
        wanted = wanted_time(event.text, self.today, self.festivals)
        taken = wanted.day or super().take(event)
        if isinstance(taken, Refused):
            return taken
        if not self._free_on(taken):
            return Refused(why_not(self.no_time, taken), {"day": taken})
        return replace(wanted, day=taken).written

    def _free_on(self, day: str) -> tuple[FreeSlot, ...]:
        return tuple(each for each in self.free_times if each.slot.day == day)


def why_not(no_time: Mapping[str, NoTime], day: str) -> str:
    """Return the key that says why nothing can be had on an ISO day; today is the first known."""
    if no_time and "" < day < min(no_time):
        return f"appointment.no_time.{NoTime.PAST}"
    return f"appointment.no_time.{no_time.get(day, NoTime.TOO_FAR if no_time else NoTime.FULL)}"


@dataclass(frozen=True)
class AppointmentTime(Choice):
    """A time of that day, or a part of the day, whose times are shown then."""

    free_times: tuple[FreeSlot, ...] = ()
    today: date = date.min

    @property
    def gone(self) -> str:
        """Say that others were faster."""
        return "appointment.gone"

    def read(self, written: str) -> str:
        """Return the minute at which a free time begins, or the part that is wanted."""
        is_free = written in {str(each.slot.opens) for each in self.free_times}
        return written if is_free or written in PARTS else self.chosen(written)

    def take(self, event: Event) -> str | Refused:
        """Take a part of the day, or the free time in which a written moment lies."""
        if not isinstance(event, Typed):
            return refusal_of(event)
        wanted = wanted_time(event.text, self.today)
        day = next((each.slot.day for each in self.free_times), "")
        if wanted.day and wanted.day != day:
            return Refused("appointment.other_day", {"day": day})
        if wanted.at != ANY_TIME:
            return self._free_at(wanted.at)
        if wanted.part:
            return _part_of(wanted, self.free_times)
        moment = written_clock(event.text.strip(_AROUND))
        return Refused("appointment.no_such_time") if moment is None else self._free_at(moment)

    def _free_at(self, moment: int) -> str | Refused:
        found = slot_at(moment, self.free_times)
        if found:
            return str(found.opens)
        slots = [each.slot for each in self.free_times]
        if not slots:
            return Refused(self.gone)
        nearest = min(slots, key=lambda slot: abs(slot.opens - moment))
        told = {"asked": clock_told(moment), "nearest": clock_told(nearest.opens)}
        return Refused("appointment.not_free", told)


def _part_of(wanted: Wanted, free: Sequence[FreeSlot]) -> str | Refused:
    is_free = during(wanted.part, free)
    return wanted.part if is_free else Refused(f"appointment.none_in.{wanted.part}")
