"""When? A day and a time at which an offer is free, pressed or typed."""

import re
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.appointments import FreeSlot, Slot
from bot.events import Event, Typed
from bot.offers import Offer
from bot.plain_text import narrow
from bot.telling import Parameters
from conversations.engine import Ask, ask
from conversations.offer_facts import OfferFree
from conversations.offer_words import slot_told
from conversations.person_scripts import DayChoice
from conversations.questions import (
    Choice,
    NotAcceptedError,
    Option,
    Refused,
    distinct,
    refusal_of,
)

DAY, TIME = "day", "day.time"
STAGE = "when"
_CLOCK = re.compile(
    r"(上午|早上|中午|下午|晚上)?([0-9]{1,2})(?:[:点时]([0-9]{2}|半)?)?分?(pm|am)?"
)
_HOUR_IN_WORDS = re.compile(r"(十[一二]?|[一二两三四五六七八九])(?=点)")
_HOURS = {name: hour for hour, name in enumerate("一二三四五六七八九十", start=1)}
_HOURS |= {"两": 2, "十一": 11, "十二": 12}
_LATER = frozenset({"下午", "晚上", "pm"})
_HOUR, _NOON, _MIDNIGHT = 60, 12, 24
# Three o'clock is in the afternoon, unless somebody says otherwise.
_AFTERNOON = range(1, 7)


def ask_time(offer: Offer, free: OfferFree, about: Parameters) -> Generator[Ask, Any, Slot]:
    """Return the time that is wanted; who agrees on a time may also write one."""
    day = yield from ask(_day(free, about))
    on_day = tuple(each for each in free.slots if each.slot.day == day)
    earliest = free.minute if day == free.today else 0
    question = _time(offer, on_day, {**about, "day": day})
    written = yield from ask(replace(question, earliest=earliest))
    opens, closes = (int(each) for each in written.split("-"))
    places = next((each.slot.places for each in on_day if each.slot.opens == opens), 0)
    return Slot(day, opens, closes, places if offer.times else 0)


@dataclass(frozen=True)
class OfferDay(DayChoice):
    """A day on which something is free; others may take the last place meanwhile."""

    days: tuple[str, ...] = ()

    @property
    def stage(self) -> str:
        """The step it belongs to."""
        return STAGE

    @property
    def gone(self) -> str:
        """Say that others were faster."""
        return "offer.gone"

    def read(self, written: str) -> str:
        """Return the day, if something is free on it."""
        if written not in self.days:
            raise NotAcceptedError
        return written

    def take(self, event: Event) -> str | Refused:
        """Take a typed day on which something is free."""
        taken = super().take(event)
        if isinstance(taken, str) and taken not in self.days:
            return Refused("offer.not_on", {"day": taken})
        return taken


@dataclass(frozen=True)
class OfferHour(Choice):
    """A time on that day; where one is agreed on, one may be written too."""

    by_arrangement: bool = False
    earliest: int = 0

    @property
    def gone(self) -> str:
        """Say that others were faster."""
        return "offer.gone"

    @property
    def counts_options(self) -> bool:
        """A number is an hour where one may be written."""
        return not self.by_arrangement

    def read(self, written: str) -> str:
        """Return the time."""
        is_written = re.fullmatch(r"[0-9]{1,4}-[0-9]{1,4}", written) is not None
        return written if self.by_arrangement and is_written else self.chosen(written)

    def take(self, event: Event) -> str | Refused:
        """Take a written time of day as an hour from then on."""
        if not self.by_arrangement or not isinstance(event, Typed):
            return refusal_of(event)
        opens = written_clock(event.text)
        if opens is None:
            return Refused("offer.no_such_time")
        if opens < self.earliest:
            return Refused("offer.over_already")
        return f"{opens}-{opens + _HOUR}"


def written_clock(text: str) -> int | None:
    """Return the minutes since midnight of a time of day: 15:30, 下午3点半, 九点."""
    said = narrow(text).replace(" ", "").replace("點", "点")
    found = _CLOCK.fullmatch(_HOUR_IN_WORDS.sub(lambda each: str(_HOURS[each[0]]), said))
    if not found:
        return None
    part, hour, minute, suffix = found.groups()
    hours = int(hour)
    is_bare = not (part or suffix or hour.startswith("0"))
    is_later = part in _LATER or suffix in _LATER or (is_bare and hours in _AFTERNOON)
    if is_later and hours < _NOON:
        hours += _NOON
    minutes = 30 if minute == "半" else int(minute or 0)
    is_one = hours < _MIDNIGHT - 1 and minutes < _HOUR
    return hours * _HOUR + minutes if is_one else None


def _day(free: OfferFree, about: Parameters) -> Choice:
    options = distinct(
        Option(each.slot.day, "offer.button.day", {"day": each.slot.day}) for each in free.slots
    )
    days = tuple(each.value for each in options)
    today = date.fromisoformat(free.today)
    return OfferDay(
        DAY, "offer.ask.day", options, about, STAGE, side_by_side=2, today=today, days=days
    )


def _time(offer: Offer, on_day: tuple[FreeSlot, ...], about: Parameters) -> OfferHour:
    options = tuple(_time_option(each, is_fixed=bool(offer.times)) for each in on_day)
    key = "offer.ask.time" if offer.times else "offer.ask.part"
    return OfferHour(
        TIME,
        key,
        options,
        about,
        STAGE,
        side_by_side=1 if offer.times else 3,
        by_arrangement=not offer.times,
    )


def _time_option(each: FreeSlot, *, is_fixed: bool) -> Option:
    told = slot_told(each.slot, is_fixed=is_fixed)
    value = f"{each.slot.opens}-{each.slot.closes}"
    if told["part"]:
        return Option(value, f"offer.button.{told['part']}")
    free = each.free if each.slot.places else 0
    return Option(value, "offer.button.time", {**told, "free": free})
