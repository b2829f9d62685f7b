"""Appointments as people come for them: who is expected, what is done when they are there."""

from bot.actions import Arrive, Begin
from bot.appointments import starts_at
from bot.telling import Button, Parameter, Placement, Say
from bot.waiting_line import Booked
from conversations.service_words import clock_told
from handlers.desk.appointment_card import Showing, may_arrive, service_told, show_appointment
from handlers.desk.guiding import local_now
from handlers.desk.scene import Scene
from storage import ticket as tickets
from storage.appointment import (
    Appointment,
    appointment_by_id,
    appointments_of,
    appointments_on,
    finish,
)
from storage.due import Due, Plan, cancel, schedule
from storage.ticket import FINISHED, Ticket

# On the morning of the day the card gets the button by which one says that one is there.
DAY_HAS_COME = "appointment_day"


async def expected_at(scene: Scene, window: str) -> tuple[Appointment, ...]:
    """Return who has an appointment at a window today and is not there yet, by time."""
    code, today = scene.neighbourhood.community.code, local_now(scene).date().isoformat()
    booked = await appointments_on(scene.tx, code, today)
    return tuple(
        [
            each
            for each in booked
            if each.booking.at_window == window and await may_arrive(scene, each)
        ]
    )


async def booked_for(scene: Scene, person_id: int, service: str, window: str) -> Booked | None:
    """Return the appointment of today with which somebody stands in a window's line."""
    for each in await appointments_of(scene.tx, person_id, scene.now):
        is_it = each.service == service and each.booking.at_window == window
        if is_it and await may_arrive(scene, each):
            return booked_of(each)
    return None


async def show_arrivable(scene: Scene) -> bool:
    """Show the person's own appointments of today with their button; False: there are none."""
    own = await appointments_of(scene.tx, scene.person.id, scene.now)
    today = [each for each in own if await may_arrive(scene, each)]
    for each in today:
        await show_appointment(scene, each, Showing(Placement.BELOW, scene.once("arrivable")))
    if today:
        ticket = Button("ticket.button.take", Begin("ticket"))
        once = scene.once("arrivable_or_ticket")
        await scene.tell(Say(once, scene.chat_id, "appointment.today", {}, ((ticket,),)))
    return bool(today)


def booked_of(appointment: Appointment) -> Booked:
    """Return an appointment as the line knows it."""
    booking = appointment.booking
    return Booked(appointment.id, booking.starts_at, booking.ends_at)


def expected_told(scene: Scene, appointment: Appointment) -> dict[str, Parameter]:
    """Tell a clerk who is expected, when and for what."""
    booking = appointment.booking
    return {
        "opens": clock_told(booking.slot.opens),
        "name": booking.name,
        "service": service_told(scene, appointment),
    }


def arrive_button(appointment: Appointment) -> Button:
    """Return the clerk's button that says that somebody is there."""
    booking = appointment.booking
    told: dict[str, Parameter] = {"opens": clock_told(booking.slot.opens), "name": booking.name}
    return Button("counter.button.arrive", Arrive(appointment.id), told)


async def follow_ticket(scene: Scene, ticket: Ticket) -> None:
    """Let an appointment and its card know what became of the ticket; done is done."""
    booked = ticket.new.booked
    if booked is None:
        return
    if ticket.state == FINISHED:
        await finish(scene.tx, booked.appointment, scene.now)
    appointment = await appointment_by_id(scene.tx, booked.appointment)
    if appointment:
        showing = Showing(Placement.IN_PLACE, scene.once("arrival"))
        await show_appointment(scene, appointment, showing)


async def follow_again(scene: Scene, ticket: Ticket) -> None:
    """Let an appointment know of a ticket as it stands now."""
    changed = await tickets.ticket_by_id(scene.tx, ticket.id)
    if changed:
        await follow_ticket(scene, changed)


async def plan_day(scene: Scene, appointment: Appointment) -> None:
    """Plan that the card shows the button on its day; of an earlier booking it is not needed."""
    await cancel(scene.tx, DAY_HAS_COME, appointment.subject)
    booking = appointment.booking
    at = starts_at(booking.slot.day, 0, scene.neighbourhood.community.time_zone)
    if at > scene.now:
        plan = Plan(
            DAY_HAS_COME,
            appointment.subject,
            at,
            appointment.version,
            "if_useful",
            booking.ends_at,
        )
        await schedule(scene.tx, plan)


async def show_on_its_day(scene: Scene, appointment: Appointment, due: Due) -> None:
    """Show the card in place with the button, unless it was moved or taken back meanwhile."""
    if appointment.state == "booked" and appointment.version == due.plan.occurrence:
        await show_appointment(scene, appointment, Showing(Placement.IN_PLACE, "day"))
