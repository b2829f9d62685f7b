"""Whoever has an appointment is there: from then on there is a place in the window's line."""

from bot.actions import Arrive
from bot.community import Role
from bot.telling import Placement
from handlers.desk.appointment_card import may_arrive
from handlers.desk.counter import show_counter
from handlers.desk.expected import booked_of, follow_ticket
from handlers.desk.scene import Scene
from handlers.desk.ticket_hours import plan_booked, plan_hours
from handlers.desk.tickets import queue_of, show_ticket, tell_waiting
from storage import ticket as stored
from storage.appointment import Appointment, appointment_by_id
from storage.press import PressResult
from storage.ticket import NewTicket, Ticket

NOT_THERE = PressResult("appointment.not_there", "{}")


async def press_arrive(scene: Scene, action: Arrive) -> PressResult:
    """Report somebody who has an appointment; the person may do it, and a clerk."""
    appointment = await appointment_by_id(scene.tx, action.appointment)
    if appointment is None:
        return NOT_THERE
    is_own = appointment.person_id == scene.person.id
    grant = scene.grant(Role.CLERK)
    if not is_own and (grant is None or grant.community != appointment.community):
        return NOT_THERE
    came = await may_arrive(scene, appointment) and await _come(scene, appointment)
    if not is_own:
        await show_counter(scene, appointment.booking.at_window)
    key = "appointment.arrived" if came else "appointment.cannot_arrive"
    return PressResult(key, "{}")


async def _come(scene: Scene, appointment: Appointment) -> bool:
    """Give a place in the line and show it; False when the person is called there already."""
    ticket = await _ticket_for(scene, appointment)
    if ticket is None:
        return False
    await plan_hours(scene, ticket)
    await plan_booked(scene, ticket)
    window = appointment.booking.at_window
    await show_ticket(scene, ticket, await queue_of(scene, window), Placement.BELOW)
    await follow_ticket(scene, ticket)
    await tell_waiting(scene, window, but=ticket)
    return True


async def _ticket_for(scene: Scene, appointment: Appointment) -> Ticket | None:
    """Give out a number with the booked time, or give the booked time to a number that waits."""
    booking, booked = appointment.booking, booked_of(appointment)
    about = appointment.person_id, appointment.community, booking.at_window, booking.slot.day
    new = NewTicket(*about, appointment.service, booking.name, booked)
    taken = await stored.take(scene.tx, new, scene.now)
    if taken:
        return taken
    person, _, window, day = about
    waits = await stored.ticket_of(scene.tx, person, window, day)
    if waits is None or not await stored.book(scene.tx, waits, booked):
        return None
    return await stored.ticket_by_id(scene.tx, waits.id)
