"""On which day and at what time? Pressed, or in people's own words: 明天, 周五下午, 下午3点."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.appointments import FreeSlot
from bot.events import Event, Typed
from bot.plain_text import narrow
from conversations.offer_time import written_clock
from conversations.person_scripts import DayChoice
from conversations.questions import Choice, NotAcceptedError, Refused, refusal_of
from conversations.service_words import clock_told

_NOON = 12 * 60
_EVENING = 18 * 60
PARTS = {"morning": range(_NOON), "afternoon": range(_NOON, _EVENING)}
_PART_WORDS = {
    "上午": "morning",
    "早上": "morning",
    "早晨": "morning",
    "in the morning": "morning",
    "morning": "morning",
    "下午": "afternoon",
    "in the afternoon": "afternoon",
    "afternoon": "afternoon",
}
_AROUND = " ,，.。吧呢啊呀的"
_PART_BEHIND = re.compile(rf"^(?P<day>.+?)(?P<part>{'|'.join(_PART_WORDS)})(?P<time>.*)$")
_BETWEEN = "/"


def part_said(text: str) -> str:
    """Return the part of a day that words name alone; empty when they name none."""
    return _PART_WORDS.get(narrow(text).strip(_AROUND), "")


def during(part: str, free: Sequence[FreeSlot]) -> tuple[FreeSlot, ...]:
    """Return the times that begin in a part of the day; all of them when none is named."""
    return tuple(each for each in free if not part or each.slot.opens in PARTS[part])


def day_and_part(written: str) -> tuple[str, str]:
    """Return the ISO day that was answered, and the part of it, which may be empty."""
    day, _, part = written.partition(_BETWEEN)
    return day, part


@dataclass(frozen=True)
class AppointmentDay(DayChoice):
    """A day on which a time is free; others may take the last one meanwhile."""

    free_times: tuple[FreeSlot, ...] = ()

    @property
    def gone(self) -> str:
        """Say that others were faster."""
        return "appointment.gone"

    def read(self, written: str) -> str:
        """Return the day, and behind a stroke the part that was named with it."""
        day, part = day_and_part(written)
        if (part and part not in PARTS) or not self._free_on(day):
            raise NotAcceptedError
        return written

    def take(self, event: Event) -> str | Refused:
        """Take a day by words, also with a part of it: 明天下午."""
        if not isinstance(event, Typed):
            return refusal_of(event)
        said = narrow(event.text).strip(_AROUND)
        found = _PART_BEHIND.fullmatch(said)
        part = _PART_WORDS[found["part"]] if found else ""
        day = super().take(replace(event, text=found["day"].strip(_AROUND) if found else said))
        if isinstance(day, Refused):
            return day
        if not self._free_on(day):
            return Refused("appointment.not_on", {"day": day})
        # A part with nothing free says so by showing the whole day.
        return f"{day}{_BETWEEN}{part}" if during(part, self._free_on(day)) and part else day

    def _free_on(self, day: str) -> tuple[FreeSlot, ...]:
        return tuple(each for each in self.free_times if each.slot.day == day)


@dataclass(frozen=True)
class AppointmentTime(Choice):
    """A time of that day, or a part of the day, whose times are shown then."""

    free_times: tuple[FreeSlot, ...] = ()

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
        part = part_said(event.text)
        if part:
            return (
                part if during(part, self.free_times) else Refused(f"appointment.none_in.{part}")
            )
        moment = written_clock(event.text.strip(_AROUND))
        if moment is None:
            return Refused("appointment.no_such_time")
        return self._free_at(moment)

    def _free_at(self, moment: int) -> str | Refused:
        slots = [each.slot for each in self.free_times]
        for slot in slots:
            if slot.opens <= moment < slot.closes:
                return str(slot.opens)
        if not slots:
            return Refused(self.gone)
        nearest = min(slots, key=lambda slot: abs(slot.opens - moment))
        told = {"asked": clock_told(moment), "nearest": clock_told(nearest.opens)}
        return Refused("appointment.not_free", told)
