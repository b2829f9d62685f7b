"""Tickets of the day as turns carry them out: taken, given back, and where one stands."""

from itertools import takewhile

from bot.actions import Begin
from bot.instants import local_time
from bot.telling import Button, Haste, Keyboard, Placement, Say
from bot.visit_commands import LeaveQueue, TakeTicket
from bot.waiting_line import is_early, rank
from conversations.category import said
from conversations.service_words import window_told
from conversations.ticket import LeaveStart
from handlers.desk.appointment_card import APPOINTMENT
from handlers.desk.expected import booked_for, follow_again, follow_ticket
from handlers.desk.guiding import guide_of, local_now, opened_of
from handlers.desk.list_consent import Visit, list_keyboard, list_told
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from handlers.desk.ticket_hours import (
    BOOKED_OCCURRENCE,
    closed_over,
    is_over,
    plan_booked,
    plan_grace,
    plan_hours,
    resumes_at,
)
from storage import ticket as stored
from storage.due import Due
from storage.outbox import hand_over_subject
from storage.person import person_by_id
from storage.talk import Talk
from storage.ticket import CALLED, LEFT, WAITING, NewTicket, Ticket

TICKET, LEAVE = "ticket", "leave_queue"
# Whoever stands further behind sees it move when the turn comes nearer.
TOLD_LIVE = 10


def today_of(scene: Scene) -> str:
    """Return the community's ISO day."""
    return local_now(scene).date().isoformat()


async def queue_of(scene: Scene, window: str) -> tuple[Ticket, ...]:
    """Return who is called and who waits at a window today, in the order of the line."""
    community = scene.neighbourhood.community.code
    everybody = await stored.open_tickets(scene.tx, community, today_of(scene))
    here = (each for each in everybody if each.new.at_window == window)
    return tuple(sorted(here, key=lambda each: rank(each.place, scene.now)))


async def people_before(scene: Scene, window: str) -> int:
    """Return how many wait at a window."""
    return sum(each.state == WAITING for each in await queue_of(scene, window))


async def take_ticket(scene: Scene, talk: Talk, command: TakeTicket) -> Said | None:
    """Give out a number; the conversation's message becomes the ticket."""
    service = guide_of(scene).services.get(command.service)
    opened = opened_of(scene, service.window) if service else None
    if service is None or opened is None or not opened.is_now:
        return Said("ticket.closed_just_now")
    person, window, day = scene.person, service.window, today_of(scene)
    community = scene.neighbourhood.community.code
    booked = await booked_for(scene, person.id, service.code, window)
    new = NewTicket(person.id, community, window, day, service.code, person.name, booked)
    taken = await stored.take(scene.tx, new, scene.now)
    ticket = taken or await stored.ticket_of(scene.tx, person.id, window, day)
    if ticket is None:
        return Said("ticket.closed_just_now")
    if taken:
        await plan_hours(scene, ticket)
        await plan_booked(scene, ticket)
        await follow_ticket(scene, ticket)
        await hand_over_subject(scene.tx, talk.chat_id, talk.subject, ticket.subject)
    placement = Placement.IN_PLACE if taken and scene.callback_id else Placement.BELOW
    await show_ticket(scene, ticket, await queue_of(scene, window), placement)
    return None if taken else Said("ticket.have_one")


async def leave_queue(scene: Scene, _: Talk, command: LeaveQueue) -> Said:
    """Take a ticket back that waits still; those behind move up."""
    ticket = await own_waiting(scene, command.ticket)
    if ticket is None or not await stored.end(scene.tx, ticket, LEFT, scene.now):
        return Said("ticket.not_waiting")
    await show_again(scene, ticket)
    await follow_again(scene, ticket)
    await tell_waiting(scene, ticket.new.at_window)
    return Said("ticket.left")


async def live_through_hours(scene: Scene, ticket: Ticket, due: Due) -> None:
    """Say that a break begins or is over; at the end of the day end what nobody has ended."""
    if ticket.state not in {WAITING, CALLED}:
        return
    if not is_over(scene, ticket):
        if due.plan.occurrence == BOOKED_OCCURRENCE:
            await tell_waiting(scene, ticket.new.at_window)
        elif ticket.state == WAITING:
            queue = await queue_of(scene, ticket.new.at_window)
            await show_ticket(scene, ticket, queue, Placement.IN_PLACE)
        return
    if ticket.state == CALLED and await plan_grace(scene, ticket):
        return
    if await stored.end(scene.tx, ticket, LEFT, scene.now):
        ended = await stored.ticket_by_id(scene.tx, ticket.id)
        if ended:
            await show_ticket(scene, ended, (), Placement.BELOW)


async def own_waiting(scene: Scene, identity: int) -> Ticket | None:
    """Return a ticket of this very person that waits; others look like none."""
    ticket = await stored.ticket_by_id(scene.tx, identity)
    is_own = ticket is not None and ticket.new.person_id == scene.person.id
    return ticket if ticket and is_own and ticket.state == WAITING else None


async def start_of_leaving(scene: Scene, subject: str) -> LeaveStart | None:
    """Return what giving back starts from; None when there is nothing to give back."""
    ticket = await own_waiting(scene, int(subject)) if subject.isdigit() else None
    return LeaveStart(ticket.id, ticket.number) if ticket else None


async def tell_waiting(scene: Scene, window: str, but: Ticket | None = None) -> None:
    """Let those who wait see in place how many are before them now; one may know already."""
    queue = await queue_of(scene, window)
    waiting = [each for each in queue if each.state == WAITING]
    for each in waiting[:TOLD_LIVE]:
        if but and each.id == but.id:
            continue
        await show_ticket(scene, each, queue, Placement.IN_PLACE)


async def show_again(scene: Scene, ticket: Ticket) -> None:
    """Show a ticket whose standing has changed; who is called gets a new message at once."""
    changed = await stored.ticket_by_id(scene.tx, ticket.id)
    if changed:
        placement = Placement.BELOW if changed.state == CALLED else Placement.IN_PLACE
        queue = await queue_of(scene, changed.new.at_window)
        await show_ticket(scene, changed, queue, placement)


async def show_ticket(
    scene: Scene, ticket: Ticket, queue: tuple[Ticket, ...], placement: Placement
) -> None:
    """Show a ticket in the chat of whoever has it."""
    person = await person_by_id(scene.tx, ticket.new.person_id)
    if person is None:
        return
    guide, visit = guide_of(scene), ticket_visit(ticket)
    is_open = ticket.state in {WAITING, CALLED}
    window = guide.windows.get(ticket.new.at_window)
    service = scene.neighbourhood.community.services.get(ticket.new.service)
    waiting = (each for each in queue if each.state == WAITING)
    ahead = list(takewhile(lambda each: each.id != ticket.id, waiting))
    await scene.tell(
        Say(
            f"{ticket.subject}:{scene.happened.inbox}",
            person.telegram_id,
            "ticket.card",
            {
                "number": ticket.number,
                "state": _state_told(scene, ticket),
                "before": len(ahead),
                "is_live": len(ahead) < TOLD_LIVE,
                "is_booked": ticket.new.booked is not None,
                "comes_at": _booked_told(scene, ticket),
                "resumes": resumes_at(scene, ticket) if ticket.state == WAITING else "",
                "service": said(service.name) if service else None,
                "window": window_told(guide, window, None) if window else None,
                "is_gone": is_open and ticket.new.service not in guide.services,
                "list": await list_told(scene, visit) if is_open else "",
            },
            (*_keyboard(scene, ticket), *(await list_keyboard(scene, visit) if is_open else ())),
            subject=ticket.subject,
            placement=placement,
            haste=Haste.DANGER if ticket.state == CALLED else Haste.REPLY,
        )
    )


def ticket_visit(ticket: Ticket) -> Visit:
    """Return a ticket as a visit of the window."""
    return Visit(ticket.new.person_id, ticket.new.service, ticket.subject)


def _booked_told(scene: Scene, ticket: Ticket) -> str:
    """Tell the booked time of somebody who waits for it still; else nothing."""
    booked = ticket.new.booked
    if booked is None or not is_early(ticket.place, scene.now):
        return ""
    zone = scene.neighbourhood.community.time_zone
    return f"{local_time(booked.starts_at, zone):%H:%M}"


def _state_told(scene: Scene, ticket: Ticket) -> str:
    if not closed_over(scene, ticket):
        return ticket.state
    return "unfinished" if ticket.called_at else "closed"


def _keyboard(scene: Scene, ticket: Ticket) -> Keyboard:
    window = guide_of(scene).windows.get(ticket.new.at_window)
    if window and window.appointments and _state_told(scene, ticket) == "closed":
        return ((Button("ticket.button.book", Begin(APPOINTMENT, ticket.new.service)),),)
    if ticket.state != WAITING:
        return ()
    return ((Button("ticket.button.leave", Begin(LEAVE, str(ticket.id))),),)
