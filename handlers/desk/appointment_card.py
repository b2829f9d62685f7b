"""An appointment as one living message: what, where, when, and what can still be done."""

from dataclasses import dataclass
from datetime import date

from bot.actions import Arrive, Begin
from bot.guide import window_on
from bot.services import Window
from bot.telling import Button, Haste, Keyboard, Parameter, Placement, Say
from bot.window_hours import window_hours
from conversations.category import said
from conversations.service_words import clock_told, window_told
from handlers.desk.errand_offer import errand_buttons
from handlers.desk.guiding import guide_of, local_now, opened_of
from handlers.desk.list_consent import Visit, list_keyboard, list_told
from handlers.desk.scene import Scene
from handlers.desk.verdict_told import papers_for
from storage.appointment import Appointment, appointments_of
from storage.person import person_by_id
from storage.ticket import CALLED, WAITING, ticket_for_appointment

APPOINTMENT, CANCEL, PAPERS = "appointment", "cancel_appointment", "pre_check"
NO_PAPERS: dict[str, Parameter] = {"missing": [], "is_ready": False}


@dataclass(frozen=True, slots=True)
class Showing:
    """How an appointment is shown; `occasion` tells apart what is said of the same standing."""

    placement: Placement
    occasion: str = ""
    haste: Haste = Haste.REPLY
    is_reminder: bool = False


async def show_appointment(scene: Scene, appointment: Appointment, showing: Showing) -> None:
    """Show an appointment as it stands, in the chat of whoever has it."""
    booking, visit = appointment.booking, appointment_visit(appointment)
    is_booked = appointment.state == "booked"
    person = await person_by_id(scene.tx, appointment.person_id)
    if person is None:
        return
    number = await _number_in_line(scene, appointment)
    arrives = await may_arrive(scene, appointment)
    await scene.tell(
        Say(
            f"{appointment.subject}:{appointment.version}:{showing.occasion}",
            person.telegram_id,
            "appointment.card",
            {
                "number": number,
                "may_arrive": arrives,
                "state": _state(scene, appointment, number),
                **_parameters(scene, appointment, is_reminder=showing.is_reminder),
                **(await papers_for(scene, appointment) if is_booked else NO_PAPERS),
                "list": await list_told(scene, visit) if is_booked else "",
            },
            (
                *(_arrive_keyboard(appointment) if arrives else ()),
                *(() if number else _keyboard(scene, appointment)),
                *(await list_keyboard(scene, visit) if is_booked else ()),
            ),
            subject=appointment.subject,
            placement=showing.placement,
            haste=showing.haste,
            expires_at=booking.starts_at if showing.is_reminder else None,
        )
    )


async def show_appointments(scene: Scene) -> bool:
    """Show what the person has booked, and a way to book more; False when it is nothing."""
    booked = await appointments_of(scene.tx, scene.person.id, scene.now)
    for each in booked:
        await show_appointment(scene, each, Showing(Placement.BELOW, scene.once("shown")))
    if booked:
        more = Button("appointment.button.more", Begin(APPOINTMENT))
        once = scene.once("appointments")
        await scene.tell(Say(once, scene.chat_id, "appointment.more", {}, ((more,),)))
    return bool(booked)


def slot_told(appointment: Appointment) -> dict[str, Parameter]:
    """Tell when an appointment is: an ISO day and clock times."""
    slot = appointment.booking.slot
    return {
        "day": slot.day,
        "opens": clock_told(slot.opens),
        "closes": clock_told(slot.closes),
    }


def appointment_visit(appointment: Appointment) -> Visit:
    """Return an appointment as a visit of the window."""
    return Visit(appointment.person_id, appointment.service, appointment.subject)


def stands(scene: Scene, appointment: Appointment) -> bool:
    """Whether the matter is done then and its window open, as far as is known today."""
    window = _window_then(scene, appointment)
    return window is not None and _is_open(scene, window, appointment)


def _window_then(scene: Scene, appointment: Appointment) -> Window | None:
    """Return the booked window, if the matter is done there on that day."""
    booking, community = appointment.booking, scene.neighbourhood.community
    window = window_on(community, appointment.service, booking.slot.day)
    return window if window and window.code == booking.at_window else None


async def may_arrive(scene: Scene, appointment: Appointment) -> bool:
    """Whether somebody may say to be there: on the day, while the window opens still."""
    slot, window = appointment.booking.slot, appointment.booking.at_window
    if appointment.state != "booked" or window not in guide_of(scene).windows:
        return False
    is_today = slot.day == local_now(scene).date().isoformat()
    opened = opened_of(scene, window) if is_today and stands(scene, appointment) else None
    if opened is None or opened.opening.day != slot.day:
        return False
    return not await _number_in_line(scene, appointment)


async def _number_in_line(scene: Scene, appointment: Appointment) -> int:
    """Return the number with which somebody is there for an appointment; 0: not there."""
    ticket = await ticket_for_appointment(scene.tx, appointment.id)
    return ticket.number if ticket and ticket.state in {WAITING, CALLED} else 0


def _arrive_keyboard(appointment: Appointment) -> Keyboard:
    return ((Button("appointment.button.arrive", Arrive(appointment.id)),),)


def service_told(scene: Scene, appointment: Appointment) -> Parameter:
    """Name a service, also one that is not offered any more."""
    service = scene.neighbourhood.community.services.get(appointment.service)
    return said(service.name) if service else None


def _is_open(scene: Scene, window: Window, appointment: Appointment) -> bool:
    slot = appointment.booking.slot
    day = date.fromisoformat(slot.day)
    return any(
        hours.opens <= slot.opens and slot.closes <= hours.closes
        for hours in window_hours(window, scene.neighbourhood.community, day)
    )


def _parameters(
    scene: Scene, appointment: Appointment, *, is_reminder: bool
) -> dict[str, Parameter]:
    booking = appointment.booking
    window = guide_of(scene).windows.get(booking.at_window)
    return {
        "is_reminder": is_reminder,
        "service": service_told(scene, appointment),
        "window": window_told(guide_of(scene), window, None) if window else None,
        **slot_told(appointment),
        "is_announced": scene.neighbourhood.community.calendar.is_announced(booking.slot.day),
        "name": booking.name,
    }


def _state(scene: Scene, appointment: Appointment, number: int) -> str:
    """Say how it stands: booked, cancelled, over; or booked for nothing, and why."""
    if appointment.state != "booked" or stands(scene, appointment):
        return "arrived" if number else appointment.state
    day, community = appointment.booking.slot.day, scene.neighbourhood.community
    if window_on(community, appointment.service, day) is None:
        return "withdrawn"
    return "closed"


def _keyboard(scene: Scene, appointment: Appointment) -> Keyboard:
    """Offer what can be done about it: move, take back, see the papers."""
    services = guide_of(scene).services
    if appointment.state != "booked":
        return ()
    is_offered = appointment.service in services
    move = Button("appointment.button.move", Begin(APPOINTMENT, appointment.service))
    back = Button("appointment.button.cancel", Begin(CANCEL, str(appointment.id)))
    papers = Button("appointment.button.papers", Begin(PAPERS, appointment.service))
    errand = errand_buttons(scene, appointment.service, appointment.subject)
    offered = [(move, back), (papers,), errand] if is_offered else [(back,)]
    return tuple(each for each in offered if each)
