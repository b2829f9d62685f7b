"""A resident who is at the centre takes a ticket of the day, or gives it back.

Resident  /ticket 老年证
Bot       老年优待证，民政救助窗口。前面有2个人。 [取号]
Resident  [取号]
Bot       您是8号，前面还有2个人 …
"""

from dataclasses import dataclass

from bot.commands import AnswerInquiry, ReportInstead
from bot.community import Community
from bot.telling import Parameters
from bot.visit_commands import LeaveQueue, TakeTicket
from conversations.category import said
from conversations.engine import Fact, Script, ask, look
from conversations.questions import Choice, Option
from conversations.service_choice import AtItsWindow, chosen_service


@dataclass(frozen=True, slots=True)
class TicketStart:
    """The code of the service, or nothing."""

    service: str = ""


@dataclass(frozen=True, slots=True)
class LeaveStart:
    """Which ticket: its id and its number."""

    ticket: int
    number: int


@dataclass(frozen=True, slots=True)
class PeopleBefore(Fact[int]):
    """How many wait at a window (code) now."""

    window: str


Outcome = TakeTicket | AnswerInquiry | ReportInstead


def ticket(start: TicketStart, _: Community) -> Script[Outcome]:
    """Find the matter and give out a number, while its window is open."""
    chosen = yield from chosen_service(start.service)
    if not isinstance(chosen, AtItsWindow):
        return chosen
    service, opened = chosen.service, chosen.opened
    told: Parameters = {"service": said(service.name), "window": chosen.window}
    if opened is None or not opened.is_now:
        return AnswerInquiry("ticket.closed", told)
    before = yield from look(PeopleBefore(service.window))
    take = Option("take", "ticket.button.take", typed="ticket.typed.take")
    yield from ask(Choice("take", "ticket.ask.take", (take,), {**told, "before": before}))
    return TakeTicket(service.code)


def leave_queue(start: LeaveStart, _: Community) -> Script[LeaveQueue]:
    """Let the resident give the ticket back, after one question."""
    options = (Option("yes", "ticket.button.leave_it"),)
    yield from ask(Choice("sure", "ticket.ask.leave", options, {"number": start.number}))
    return LeaveQueue(start.ticket)
