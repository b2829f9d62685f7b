"""Every conversation by name, written out by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.community import Community
from conversations.appointment import STAGES as APPOINTMENT_STAGES
from conversations.appointment import (
    AppointmentStart,
    CancelStart,
    appointment,
    cancel_appointment,
)
from conversations.case_scripts import (
    add_files,
    answer_worker,
    ask_resident,
    assign,
    hand_back,
    solve,
    withdraw,
)
from conversations.engine import Script
from conversations.errand import STAGES as ERRAND_STAGES
from conversations.errand import errand
from conversations.errand_dispute import errand_deny, errand_settle
from conversations.errand_door import errand_door
from conversations.errand_known import ErrandStart
from conversations.errand_moves import (
    errand_bring_back,
    errand_cancel,
    errand_collect,
    errand_decline,
    errand_fetch,
    errand_hand_in,
    errand_hand_in_more,
    errand_problem,
    errand_recall,
    errand_without_proof,
)
from conversations.errand_start import ErrandMoveStart
from conversations.errand_write import errand_write
from conversations.going_day import GoingStart, going_day
from conversations.inquiry import InquiryStart, inquiry
from conversations.legal_aid import STAGES as LEGAL_AID_STAGES
from conversations.legal_aid import legal_aid
from conversations.mediation import STAGES as MEDIATION_STAGES
from conversations.mediation import mediation
from conversations.notice import STAGES as NOTICE_STAGES
from conversations.notice import NoticeStart, notice
from conversations.offer import STAGES as OFFER_STAGES
from conversations.offer import OfferStart, offer
from conversations.offer_moves import (
    RequestStart,
    decline_request,
    propose_time,
    withdraw_request,
)
from conversations.paper_photo import PaperPhotoStart, paper_photo
from conversations.person_scripts import away, language
from conversations.pre_check import STAGES as PRE_CHECK_STAGES
from conversations.pre_check import PreCheckStart, pre_check
from conversations.private_moves import (
    MatterStart,
    matter_end,
    matter_hand_over,
    matter_meet,
    matter_missing,
    matter_reply,
    matter_settle,
    matter_tell,
    matter_withdraw,
)
from conversations.private_parts import PrivateStart
from conversations.private_words import PrivateWordsStart, private_words
from conversations.report import STAGES, ReportStart, report
from conversations.staff_words import StaffWordsStart, staff_words
from conversations.starts import CaseStart, PersonStart
from conversations.ticket import LeaveStart, TicketStart, leave_queue, ticket


@dataclass(frozen=True, slots=True)
class Conversation:
    """A script, what it starts from, and its steps for the progress line (none: no line).

    What is said in a confidential one is forgotten when it ends.
    """

    script: Callable[[Any, Community], Script[Any]]
    start: type
    stages: tuple[str, ...] = ()
    is_confidential: bool = False


CONVERSATIONS: Mapping[str, Conversation] = {
    "report": Conversation(report, ReportStart, STAGES),
    "pre_check": Conversation(pre_check, PreCheckStart, PRE_CHECK_STAGES),
    "inquiry": Conversation(inquiry, InquiryStart),
    "going_day": Conversation(going_day, GoingStart),
    "appointment": Conversation(appointment, AppointmentStart, APPOINTMENT_STAGES),
    "paper_photo": Conversation(paper_photo, PaperPhotoStart),
    "cancel_appointment": Conversation(cancel_appointment, CancelStart),
    "ticket": Conversation(ticket, TicketStart),
    "leave_queue": Conversation(leave_queue, LeaveStart),
    "offer": Conversation(offer, OfferStart, OFFER_STAGES),
    "decline_request": Conversation(decline_request, RequestStart),
    "propose_time": Conversation(propose_time, RequestStart),
    "withdraw_request": Conversation(withdraw_request, RequestStart),
    "notice": Conversation(notice, NoticeStart, NOTICE_STAGES),
    "mediation": Conversation(mediation, PrivateStart, MEDIATION_STAGES, is_confidential=True),
    "legal_aid": Conversation(legal_aid, PrivateStart, LEGAL_AID_STAGES, is_confidential=True),
    "matter_tell": Conversation(matter_tell, MatterStart, is_confidential=True),
    "matter_reply": Conversation(matter_reply, MatterStart, is_confidential=True),
    "matter_meet": Conversation(matter_meet, MatterStart, is_confidential=True),
    "matter_settle": Conversation(matter_settle, MatterStart, is_confidential=True),
    "matter_missing": Conversation(matter_missing, MatterStart, is_confidential=True),
    "matter_end": Conversation(matter_end, MatterStart, is_confidential=True),
    "matter_withdraw": Conversation(matter_withdraw, MatterStart, is_confidential=True),
    "matter_hand_over": Conversation(matter_hand_over, MatterStart, is_confidential=True),
    "private_words": Conversation(private_words, PrivateWordsStart, is_confidential=True),
    "errand": Conversation(errand, ErrandStart, ERRAND_STAGES),
    "errand_collect": Conversation(errand_collect, ErrandMoveStart),
    "errand_hand_in": Conversation(errand_hand_in, ErrandMoveStart),
    "errand_hand_in_more": Conversation(errand_hand_in_more, ErrandMoveStart),
    "errand_deny": Conversation(errand_deny, ErrandMoveStart),
    "errand_settle": Conversation(errand_settle, ErrandMoveStart),
    "errand_write": Conversation(errand_write, ErrandMoveStart),
    "errand_without_proof": Conversation(errand_without_proof, ErrandMoveStart),
    "errand_door": Conversation(errand_door, ErrandMoveStart),
    "errand_fetch": Conversation(errand_fetch, ErrandMoveStart),
    "errand_bring_back": Conversation(errand_bring_back, ErrandMoveStart),
    "errand_problem": Conversation(errand_problem, ErrandMoveStart),
    "errand_decline": Conversation(errand_decline, ErrandMoveStart),
    "errand_cancel": Conversation(errand_cancel, ErrandMoveStart),
    "errand_recall": Conversation(errand_recall, ErrandMoveStart),
    "staff_words": Conversation(staff_words, StaffWordsStart),
    "ask_resident": Conversation(ask_resident, CaseStart),
    "answer_worker": Conversation(answer_worker, CaseStart),
    "solve": Conversation(solve, CaseStart),
    "hand_back": Conversation(hand_back, CaseStart),
    "assign": Conversation(assign, CaseStart),
    "add_files": Conversation(add_files, CaseStart),
    "withdraw": Conversation(withdraw, CaseStart),
    "language": Conversation(language, PersonStart),
    "away": Conversation(away, PersonStart),
}
