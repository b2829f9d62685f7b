"""Appointments as a turn carries them out: looked up, booked, moved, cancelled, reminded of."""

from dataclasses import replace
from datetime import date
from itertools import groupby

from bot.actions import Begin
from bot.appointments import (
    FreeSlot,
    Slot,
    Taken,
    coming_slots,
    free_place,
    free_slots,
    reminded_at,
    service_slots_on,
    starts_at,
)
from bot.guide import window_on
from bot.no_time import days_without_time
from bot.services import Window
from bot.telling import Button, Haste, Placement
from bot.visit_commands import BookAppointment, CancelAppointment
from conversations.appointment import CancelStart
from conversations.appointment_facts import Times
from handlers.desk.appointment_card import APPOINTMENT, Showing, show_appointment
from handlers.desk.check_reminders import follow_appointment
from handlers.desk.expected import DAY_HAS_COME, plan_day
from handlers.desk.guiding import guide_of, local_now
from handlers.desk.pre_checks import show_check
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from handlers.desk.verdict_told import papers_running_out
from storage import appointment as stored
from storage import due as plans
from storage.appointment import Appointment, Booking, Wanted
from storage.due import Due, Plan
from storage.outbox import hand_over_subject
from storage.talk import Talk

REMINDER = "appointment_reminder"


async def times_for(scene: Scene, code: str) -> Times:
    """Return when the person can come for a service of today's guide."""
    guide = guide_of(scene)
    window = guide.windows[guide.services[code].window]
    own = await _own(scene, code)
    name = own.booking.name if own else scene.person.name
    if window.appointments is None:
        return Times(name, takes_any=False)
    community, today = scene.neighbourhood.community, local_now(scene).date()
    return Times(
        name,
        await _free(scene, code),
        own.booking.slot if own else None,
        today=today,
        no_time=days_without_time(code, community, today),
        festivals=community.calendar.festivals,
        running_out=await papers_running_out(scene, code),
    )


async def book_appointment(scene: Scene, talk: Talk, command: BookAppointment) -> Said | None:
    """Book or move; the conversation's message becomes the appointment, unless it has one."""
    await stored.end_past(scene.tx, scene.person.id, scene.now)
    booking = await _booking(scene, command)
    earlier = await _own(scene, command.service)
    kept = await _keep(scene, command.service, booking, earlier) if booking else None
    if kept is None:
        again = Button("appointment.button.again", Begin(APPOINTMENT, command.service))
        return Said("appointment.lost", {}, ((again,),))
    await _plan_reminder(scene, kept)
    await plan_day(scene, kept)
    await _check_follows(scene, kept)
    if earlier:
        await show_appointment(scene, kept, Showing(Placement.BELOW))
        return Said("appointment.moved")
    await hand_over_subject(scene.tx, talk.chat_id, talk.subject, kept.subject)
    placement = Placement.IN_PLACE if scene.callback_id else Placement.BELOW
    await show_appointment(scene, kept, Showing(placement))
    return None


async def cancel_booking(scene: Scene, _: Talk, command: CancelAppointment) -> Said:
    """Give the place back."""
    appointment = await own_appointment(scene, command.appointment)
    if appointment is None or appointment.booking.ends_at <= scene.now:
        return Said("appointment.not_there")
    if await stored.cancel(scene.tx, appointment.id, scene.now):
        await plans.cancel(scene.tx, REMINDER, appointment.subject)
        await plans.cancel(scene.tx, DAY_HAS_COME, appointment.subject)
    cancelled = replace(appointment, state="cancelled", version=appointment.version + 1)
    await _check_follows(scene, cancelled)
    await show_appointment(scene, cancelled, Showing(Placement.IN_PLACE))
    return Said("appointment.taken_back")


async def own_appointment(scene: Scene, identity: int) -> Appointment | None:
    """Return an appointment of this very person that still stands; others look like none."""
    found = await stored.appointment_by_id(scene.tx, identity)
    is_own = found is not None and found.person_id == scene.person.id
    return found if found and is_own and found.state == "booked" else None


async def start_of_cancelling(scene: Scene, subject: str) -> CancelStart | None:
    """Return what taking back starts from; None when there is nothing to take back."""
    found = await own_appointment(scene, int(subject)) if subject.isdigit() else None
    if found is None or found.service not in scene.neighbourhood.community.services:
        return None
    slot = found.booking.slot
    return CancelStart(found.id, found.service, slot.day, slot.opens)


async def remind(scene: Scene, appointment: Appointment, due: Due) -> None:
    """Remind on the evening before, unless it was moved or taken back meanwhile."""
    if appointment.state == "booked" and appointment.version == due.plan.occurrence:
        showing = Showing(Placement.BELOW, "reminder", Haste.REMINDER, is_reminder=True)
        await show_appointment(scene, appointment, showing)


async def _free(scene: Scene, service: str) -> tuple[FreeSlot, ...]:
    """Return the free times for a service, also where it moves to another window one day."""
    community, free = scene.neighbourhood.community, list[FreeSlot]()
    slots = coming_slots(service, community, local_now(scene))
    for day, on_day in groupby(slots, lambda each: each.day):
        window = window_on(community, service, day)
        if window:
            free += free_slots(on_day, await _taken(scene, window))
    return tuple(free)


async def _own(scene: Scene, service: str) -> Appointment | None:
    """Return the person's own appointment for a service that is not past."""
    own = await stored.appointments_of(scene.tx, scene.person.id, scene.now)
    return next((each for each in own if each.service == service), None)


async def _taken(scene: Scene, window: Window) -> tuple[Taken, ...]:
    code = scene.neighbourhood.community.code
    return await stored.places_taken(scene.tx, code, window.code, scene.now)


async def _booking(scene: Scene, command: BookAppointment) -> Booking | None:
    """Return the lowest free place of the time that is wanted; None when there is none."""
    window = window_on(scene.neighbourhood.community, command.service, command.day)
    slot = _slot_at(scene, command)
    place = free_place(slot, await _taken(scene, window)) if window and slot else None
    if window is None or slot is None or place is None:
        return None
    zone = scene.neighbourhood.community.time_zone
    begins, ends = (starts_at(slot.day, minute, zone) for minute in (slot.opens, slot.closes))
    is_coming = begins > scene.now
    return Booking(window.code, slot, place, begins, ends, command.name) if is_coming else None


def _slot_at(scene: Scene, command: BookAppointment) -> Slot | None:
    day = date.fromisoformat(command.day)
    slots = service_slots_on(command.service, scene.neighbourhood.community, day)
    return next((each for each in slots if each.opens == command.opens), None)


async def _keep(
    scene: Scene, service: str, booking: Booking, earlier: Appointment | None
) -> Appointment | None:
    """Move what is booked or book anew; None when the place has just gone."""
    if earlier is None:
        wanted = Wanted(scene.person.id, scene.neighbourhood.community.code, service)
        identity = await stored.book(scene.tx, wanted, booking, scene.now)
        return await stored.appointment_by_id(scene.tx, identity) if identity else None
    moved = await stored.move(scene.tx, earlier, booking, scene.now)
    return await stored.appointment_by_id(scene.tx, earlier.id) if moved else None


async def _check_follows(scene: Scene, appointment: Appointment) -> None:
    """Let the check of the same matter, and its message, know the day of the trip."""
    check = await follow_appointment(scene, appointment)
    if check:
        await show_check(scene, check, Placement.IN_PLACE)


async def _plan_reminder(scene: Scene, appointment: Appointment) -> None:
    """Plan the reminder; the one of an earlier time is not needed any more."""
    await plans.cancel(scene.tx, REMINDER, appointment.subject)
    booking = appointment.booking
    at = reminded_at(booking.slot.day, scene.neighbourhood.community.time_zone)
    if at > scene.now:
        plan = Plan(
            REMINDER,
            appointment.subject,
            at,
            appointment.version,
            "if_useful",
            booking.starts_at,
        )
        await plans.schedule(scene.tx, plan)
