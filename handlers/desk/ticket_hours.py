"""The hours of a window as tickets live through them: breaks, going on, and the end of the day."""

from collections.abc import Iterator
from datetime import date

from bot.appointments import starts_at
from bot.instants import HOUR, MINUTE, Instant, after
from bot.window_hours import Opening, window_hours
from conversations.service_words import clock_told
from handlers.desk.guiding import guide_of, opened_of
from handlers.desk.scene import Scene
from storage.due import Plan, schedule
from storage.ticket import LEFT, Ticket

HOURS = "ticket_hours"
# Whoever is at the window when it closes is served to the end.
GRACE = HOUR
_GRACE_OCCURRENCE, BOOKED_OCCURRENCE = -1, -2


async def plan_hours(scene: Scene, ticket: Ticket) -> None:
    """Plan when a ticket is shown anew: as its window closes for a break, goes on, and ends."""
    for minute in _bounds(_hours(scene, ticket)):
        at = _instant(scene, ticket, minute)
        if at > scene.now:
            await schedule(scene.tx, Plan(HOURS, ticket.subject, at, minute))


async def plan_booked(scene: Scene, ticket: Ticket) -> None:
    """Plan that the line is shown anew when the time of an appointment has come."""
    booked = ticket.new.booked
    if booked and booked.starts_at > scene.now:
        plan = Plan(HOURS, ticket.subject, booked.starts_at, BOOKED_OCCURRENCE)
        await schedule(scene.tx, plan)


async def plan_grace(scene: Scene, ticket: Ticket) -> bool:
    """Plan the end of somebody who is being served; False when that time is over too."""
    ends = after(closing_of(scene, ticket) or scene.now, GRACE)
    if ends <= scene.now:
        return False
    return await schedule(scene.tx, Plan(HOURS, ticket.subject, ends, _GRACE_OCCURRENCE))


def is_over(scene: Scene, ticket: Ticket) -> bool:
    """Whether the window opens no more on the ticket's day."""
    if ticket.new.at_window not in guide_of(scene).windows:
        return True
    opened = opened_of(scene, ticket.new.at_window)
    return opened is None or opened.opening.day != ticket.new.day


def resumes_at(scene: Scene, ticket: Ticket) -> str:
    """Return the clock time at which the window goes on today; empty unless it is a break."""
    if is_over(scene, ticket):
        return ""
    opened = opened_of(scene, ticket.new.at_window)
    return "" if opened is None or opened.is_now else clock_told(opened.opening.opens)


def closed_over(scene: Scene, ticket: Ticket) -> bool:
    """Whether a ticket has ended because the window closed for the day."""
    closing = closing_of(scene, ticket)
    is_late = closing is not None and ticket.ended_at is not None and ticket.ended_at >= closing
    return ticket.state == LEFT and is_late


def closing_of(scene: Scene, ticket: Ticket) -> Instant | None:
    """Return when the window closes on the ticket's day."""
    hours = _hours(scene, ticket)
    return _instant(scene, ticket, hours[-1].closes) if hours else None


def _hours(scene: Scene, ticket: Ticket) -> tuple[Opening, ...]:
    window = guide_of(scene).windows.get(ticket.new.at_window)
    if window is None:
        return ()
    day = date.fromisoformat(ticket.new.day)
    return window_hours(window, scene.neighbourhood.community, day)


def _bounds(hours: tuple[Opening, ...]) -> Iterator[int]:
    for opening in hours:
        yield opening.opens
        yield opening.closes


def _instant(scene: Scene, ticket: Ticket, minute: int) -> Instant:
    zone = scene.neighbourhood.community.time_zone
    return after(starts_at(ticket.new.day, 0, zone), minute * MINUTE)
