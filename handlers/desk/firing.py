"""What the clock does: for each kind of plan, what it is about and what happens."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from bot.events import ChatKind, Happened, Sender, UnblockedBot
from bot.instants import Instant
from handlers.desk.appointments import REMINDER as APPOINTMENT_REMINDER
from handlers.desk.appointments import remind as remind_of_appointment
from handlers.desk.check_reminders import KIND as CHECK_REMINDER
from handlers.desk.check_reminders import remind
from handlers.desk.errand_times import FIRST as ERRAND_CLERKS
from handlers.desk.errand_times import FIRST_OF_AGAIN as ERRAND_AGAIN
from handlers.desk.errand_times import NEXT as ERRAND_REMINDERS
from handlers.desk.errand_times import remind_staff, tell_again, tell_clerks
from handlers.desk.expected import DAY_HAS_COME, show_on_its_day
from handlers.desk.notices import CHUNK, RETRACTION, send_chunk
from handlers.desk.notices_back import tell_taken_back
from handlers.desk.offer_times import (
    AFTERWARDS,
    PROPOSAL_OVER,
    ask_afterwards,
    end_proposal,
)
from handlers.desk.offers import REMINDER as OFFER_REMINDER
from handlers.desk.offers import UNANSWERED, remind_of_offer, tell_clerks_of_silence
from handlers.desk.paper_photos import UNSEEN as PHOTO_UNSEEN
from handlers.desk.paper_photos import leave_unseen, photo_before_clerks
from handlers.desk.private_matters import (
    CONFIRMATION,
    WAITING,
    remind_of_confirmation,
    remind_of_waiting,
)
from handlers.desk.private_meeting import MEETING, remind_of_meeting
from handlers.desk.scene import Scene
from handlers.desk.ticket_hours import HOURS as TICKET_HOURS
from handlers.desk.tickets import live_through_hours
from handlers.desk.times import recall_draft, show_draft_to_clerks
from storage.appointment import appointment_by_id
from storage.database import Transaction
from storage.due import Due
from storage.errand import errand_by_id
from storage.notice import notice_by_id
from storage.offer_request import request_by_id
from storage.person import Person
from storage.pre_check import check_by_id
from storage.private_matter import matter_by_id
from storage.talk import OVER, Talk, talk_by_id
from storage.ticket import ticket_by_id


class Planned(Protocol):
    """What a plan is about belongs to somebody, who is the person of the turn."""

    @property
    def person_id(self) -> int:
        """Whose it is."""


@dataclass(frozen=True, slots=True)
class Firing:
    """How the subject of a plan is found (None: it stands no more), and what is done then."""

    find: Callable[[Transaction, int], Awaitable[Planned | None]]
    act: Callable[[Scene, Any, Due], Awaitable[None]]


def identity_of(due: Due) -> int:
    """Return the number behind a plan's subject, as in `talk:7`."""
    return int(due.plan.subject.rpartition(":")[2])


def clock_event(person: Person, now: Instant, due: int) -> Happened:
    """Return the event of a turn that nobody but the clock has started."""
    sender = Sender(person.telegram_id, person.name, person.language)
    return Happened(-due, person.telegram_id, ChatKind.PRIVATE, 0, sender, now, UnblockedBot())


async def _unfinished_talk(tx: Transaction, identity: int) -> Talk | None:
    talk = await talk_by_id(tx, identity)
    return None if talk is None or talk.state in OVER else talk


FIRING: Mapping[str, Firing] = {
    "draft_recall": Firing(_unfinished_talk, recall_draft),
    "draft_to_clerks": Firing(_unfinished_talk, show_draft_to_clerks),
    CHECK_REMINDER: Firing(check_by_id, remind),
    APPOINTMENT_REMINDER: Firing(appointment_by_id, remind_of_appointment),
    DAY_HAS_COME: Firing(appointment_by_id, show_on_its_day),
    OFFER_REMINDER: Firing(request_by_id, remind_of_offer),
    UNANSWERED: Firing(request_by_id, tell_clerks_of_silence),
    PROPOSAL_OVER: Firing(request_by_id, end_proposal),
    AFTERWARDS: Firing(request_by_id, ask_afterwards),
    CHUNK: Firing(notice_by_id, send_chunk),
    RETRACTION: Firing(notice_by_id, tell_taken_back),
    PHOTO_UNSEEN: Firing(photo_before_clerks, leave_unseen),
    **dict.fromkeys(ERRAND_REMINDERS, Firing(errand_by_id, remind_staff)),
    **dict.fromkeys(ERRAND_CLERKS, Firing(errand_by_id, tell_clerks)),
    **dict.fromkeys(ERRAND_AGAIN, Firing(errand_by_id, tell_again)),
    WAITING: Firing(matter_by_id, remind_of_waiting),
    TICKET_HOURS: Firing(ticket_by_id, live_through_hours),
    MEETING: Firing(matter_by_id, remind_of_meeting),
    CONFIRMATION: Firing(matter_by_id, remind_of_confirmation),
}
