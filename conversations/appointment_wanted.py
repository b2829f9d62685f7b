"""Which day and time somebody named in the first words: it is not asked again, if it is free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.appointments import FreeSlot, Slot
from bot.festivals import Festival, festival_day
from bot.spoken_days import day_gone, day_named
from bot.spoken_times import Part, clock_named, part_named
from conversations.offer_time import written_clock

BETWEEN = "/"
ANY_TIME = -1
PARTS = {"morning": Part.MORNING, "afternoon": Part.AFTERNOON}


@dataclass(frozen=True, slots=True)
class Wanted:
    """An ISO day, a part of it, a minute since its midnight; each may be left open."""

    day: str = ""
    part: str = ""
    at: int = ANY_TIME

    @property
    def written(self) -> str:
        """The form in which it is kept as an answer."""
        closer = str(self.at) if self.at != ANY_TIME else self.part
        return f"{self.day}{BETWEEN}{closer}" if closer else self.day


def wanted_time(text: str, today: date, festivals: Sequence[Festival] = ()) -> Wanted:
    """Return what a text says about when: 明天上午, 周五下午3点, 元旦, next Monday at 10."""
    day = day_named(text, today) or festival_day(text, festivals, today) or day_gone(text, today)
    part, at = part_named(text), written_clock(clock_named(text))
    said = next((name for name, each in PARTS.items() if each is part), "")
    return Wanted(day.isoformat() if day else "", said, ANY_TIME if at is None else at)


def wanted_of(written: str) -> Wanted:
    """Read what was kept as an answer."""
    day, _, closer = written.partition(BETWEEN)
    return Wanted(day, at=int(closer)) if closer.isdigit() else Wanted(day, closer)


def during(part: str, free: Sequence[FreeSlot]) -> tuple[FreeSlot, ...]:
    """Return the times that begin in a part of the day; all of them when none is named."""
    return tuple(each for each in free if not part or each.slot.opens in PARTS[part].minutes)


def slot_at(minute: int, free: Sequence[FreeSlot]) -> Slot | None:
    """Return the free time in which a minute lies."""
    slots = (each.slot for each in free)
    return next((slot for slot in slots if slot.opens <= minute < slot.closes), None)
