"""A resident books a time at a window of the centre, moves it, or takes it back.

Resident  预约老年证
Bot       老年优待证，民政救助窗口。哪一天？  [11月25日(周三)] [11月26日(周四)] …
Resident  [11月26日(周四)]
Bot       几点？  [09:00] …
Resident  上午9点
          (预约明天上午办老年证: only the time is asked then)
Bot       老年优待证 11月26日(周四) 09:00–09:30 …  [就这样，预约] [改：日期] …
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.appointments import FreeSlot, Slot
from bot.commands import AnswerInquiry, ReportInstead
from bot.community import Community
from bot.services import Service
from bot.telling import Parameter, Parameters
from bot.visit_commands import BookAppointment, CancelAppointment
from conversations.appointment_facts import AppointmentTimes, Times
from conversations.appointment_time import AppointmentDay, AppointmentTime, why_not
from conversations.appointment_wanted import (
    ANY_TIME,
    PARTS,
    Wanted,
    during,
    slot_at,
    wanted_of,
)
from conversations.category import said
from conversations.engine import Ask, Script, ask, look
from conversations.questions import Choice, Option, Text, distinct
from conversations.service_choice import MATTER, AtItsWindow, chosen_service
from conversations.service_words import clock_told

STAGES = ("matter", "when", "book")
DAY, TIME, NAME, BOOK = "day", "day.time", "name", "book"
NAME_LENGTH = 40
# So many times fit on a screen; a day that has more is asked for by its halves.
MANY_TIMES = 21
CHANGEABLE = (DAY, TIME, NAME, MATTER)


@dataclass(frozen=True, slots=True)
class AppointmentStart:
    """The code of the service, or nothing; when somebody said that it should be.

    `day` is an ISO day or empty, `part` one of the day or empty, `at` a minute since midnight.
    """

    service: str = ""
    day: str = ""
    part: str = ""
    at: int = ANY_TIME

    @property
    def wanted(self) -> Wanted:
        """The day and time that were named."""
        return Wanted(self.day, self.part, self.at)


@dataclass(frozen=True, slots=True)
class CancelStart:
    """Which appointment: its id, service, ISO day and minute."""

    appointment: int
    service: str
    day: str
    opens: int


Outcome = BookAppointment | AnswerInquiry | ReportInstead


def appointment(start: AppointmentStart, community: Community) -> Script[Outcome]:
    """Find the matter, then a free day and time; whoever has booked it moves it."""
    chosen = yield from chosen_service(start.service)
    if not isinstance(chosen, AtItsWindow):
        return chosen
    service = chosen.service
    times = yield from look(AppointmentTimes(service.code))
    about: dict[str, Parameter] = {"service": said(service.name), "window": chosen.window}
    if not times.free:
        key = "appointment.all_taken" if times.takes_any else "appointment.not_needed"
        return AnswerInquiry(key, about)
    about["earlier"] = _told(times.own)
    booking = yield from _when_and_who(service, times, start.wanted, about)
    is_announced = community.calendar.is_announced(booking.day)
    yield from ask(_summary({**about, **_booked(times, booking), "is_announced": is_announced}))
    return booking


def cancel_appointment(start: CancelStart, community: Community) -> Script[CancelAppointment]:
    """Let the resident take an appointment back, after one question."""
    options = (Option("yes", "appointment.button.cancel_it"),)
    asked: Parameters = {
        "service": said(community.services[start.service].name),
        "day": start.day,
        "opens": clock_told(start.opens),
    }
    yield from ask(Choice("sure", "appointment.ask.cancel", options, asked))
    return CancelAppointment(start.appointment)


def _when_and_who(
    service: Service, times: Times, wanted: Wanted, about: Parameters
) -> Generator[Ask, Any, BookAppointment]:
    chosen = wanted_of((yield from ask(_day(times, wanted, about))))
    day = chosen.day
    # What was named with one day does not go for another one.
    is_open = chosen == Wanted(day) and wanted.day in {"", day}
    closer = replace(wanted, day=day) if is_open else chosen
    opens = int((yield from _ask_time(times, closer, {**about, "day": day})))
    typed = yield from ask(_name(times))
    return BookAppointment(service.code, day, opens, typed[:NAME_LENGTH] or times.name)


def _booked(times: Times, booking: BookAppointment) -> dict[str, Parameter]:
    """Tell what is about to be booked."""
    asked = booking.day, booking.opens
    slots = (each.slot for each in times.free)
    slot = next(each for each in slots if (each.day, each.opens) == asked)
    over: list[Parameter] = [
        {"short": said(each.paper), "until": each.until}
        for each in times.running_out
        if each.until < booking.day
    ]
    return {**_when(slot), "name": booking.name, "expired": over}


def _on(day: str, times: Times) -> tuple[FreeSlot, ...]:
    return tuple(each for each in times.free if each.slot.day == day)


@dataclass(frozen=True)
class Summary(Choice):
    """The last question: when and where, and a way to change each part."""

    @property
    def changeable(self) -> Sequence[Option]:
        """Every part of the appointment."""
        return tuple(Option(each, f"appointment.change.{each}") for each in CHANGEABLE)


def _day(times: Times, wanted: Wanted, about: Parameters) -> Choice:
    """Ask for a day; one that was named already holds when a time is free on it."""
    is_free = bool(_on(wanted.day, times))
    days = distinct(
        Option(each.slot.day, "appointment.button.day", {"day": each.slot.day})
        for each in times.free
    )
    return AppointmentDay(
        DAY,
        "appointment.ask.day",
        days,
        {
            **about,
            "not_on": "" if is_free else wanted.day,
            "why_not": why_not(times.no_time, wanted.day),
        },
        "when",
        unless_changed=wanted.written if is_free else None,
        side_by_side=2,
        today=times.today,
        free_times=times.free,
        no_time=times.no_time,
        festivals=times.festivals,
    )


def _ask_time(times: Times, wanted: Wanted, about: Parameters) -> Generator[Ask, Any, str]:
    """Ask for a time; a part of the day that is answered narrows what is offered."""
    answer = yield from ask(_time(TIME, times, wanted, about))
    name = TIME
    while answer in PARTS:
        name = f"{name}.at"
        within = Wanted(wanted.day, answer)
        answer = yield from ask(_time(name, times, within, about))
    return answer


def _time(name: str, times: Times, wanted: Wanted, about: Parameters) -> Choice:
    """Offer what is free; of a full day its two halves first."""
    free = _on(wanted.day, times)
    within = during(wanted.part, free)
    named = slot_at(wanted.at, free)
    offered = within or free
    options = tuple(_time_option(each) for each in offered)
    halves = tuple(part for part in PARTS if during(part, free))
    if len(offered) > MANY_TIMES and len(halves) > 1:
        options = tuple(_half(part) for part in halves)
    elif within and wanted.part:
        options += tuple(_half(part) for part in halves if part != wanted.part)
    return AppointmentTime(
        name,
        "appointment.ask.time",
        options,
        {**about, "not_free": _not_free(wanted, free)},
        "when",
        unless_changed=str(named.opens) if named else None,
        side_by_side=3,
        free_times=free,
        today=times.today,
    )


def _not_free(wanted: Wanted, free: tuple[FreeSlot, ...]) -> Parameter:
    """Tell what was wished for and cannot be had on that day: a part of it, or a time."""
    if wanted.at != ANY_TIME:
        return None if slot_at(wanted.at, free) else {"part": "", "at": clock_told(wanted.at)}
    if wanted.part and not during(wanted.part, free):
        return {"part": wanted.part, "at": ""}
    return None


def _half(part: str) -> Option:
    return Option(part, f"appointment.button.{part}")


def _time_option(each: FreeSlot) -> Option:
    opens = clock_told(each.slot.opens)
    said_here: Parameters = {
        "opens": opens,
        "closes": clock_told(each.slot.closes),
        "short": opens.removeprefix("0"),
    }
    typed = "appointment.typed.time" if each.slot.opens % 60 else "appointment.typed.hour"
    return Option(str(each.slot.opens), "appointment.button.time", said_here, typed=typed)


def _name(times: Times) -> Text:
    own = (Option("-", "appointment.button.own_name", {"name": times.name}),)
    return Text(
        NAME,
        "appointment.ask.name",
        {},
        "book",
        optional=True,
        unless_changed="-",
        offered=own,
        aside=True,
    )


def _summary(told: Parameters) -> Choice:
    book = Option(BOOK, "appointment.button.book", typed="appointment.typed.book")
    return Summary(BOOK, "appointment.ask.book", (book,), told, "book")


def _told(slot: Slot | None) -> Parameter:
    return dict(_when(slot)) if slot else None


def _when(slot: Slot) -> dict[str, Parameter]:
    """Tell a time: an ISO day, and clock times."""
    return {
        "day": slot.day,
        "opens": clock_told(slot.opens),
        "closes": clock_told(slot.closes),
    }
