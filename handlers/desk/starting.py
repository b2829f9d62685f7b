"""What a conversation starts from, and whether the person may start it at all."""

from collections.abc import Awaitable, Callable, Mapping

from bot.cases import Actor, Move, rule_for
from conversations.appointment import AppointmentStart, CancelStart
from conversations.errand_known import ErrandStart
from conversations.errand_start import ErrandMoveStart
from conversations.going_day import GoingStart
from conversations.inquiry import InquiryStart
from conversations.notice import NoticeStart
from conversations.offer import OfferStart
from conversations.offer_moves import RequestStart
from conversations.paper_photo import PaperPhotoStart
from conversations.pre_check import PreCheckStart, answers_about
from conversations.private_moves import MatterStart
from conversations.private_parts import PrivateStart
from conversations.private_words import PrivateWordsStart
from conversations.registry import CONVERSATIONS
from conversations.report import ReportStart
from conversations.staff_words import StaffWordsStart
from conversations.starts import CaseStart, PersonStart
from conversations.ticket import LeaveStart, TicketStart
from handlers.desk.appointment_card import APPOINTMENT, CANCEL
from handlers.desk.appointments import start_of_cancelling
from handlers.desk.authority import acting_on, is_reporter
from handlers.desk.cards import SCRIPT_OF_MOVE
from handlers.desk.errand_card import ERRAND
from handlers.desk.errand_card import WRITE as ERRAND_WRITE
from handlers.desk.errand_check import start_of_errand
from handlers.desk.errand_moves import MOVE_OF_SCRIPT as MOVE_OF_ERRAND_SCRIPT
from handlers.desk.errand_moves import start_of_errand_move
from handlers.desk.errand_notes import start_of_note
from handlers.desk.guiding import open_days_of
from handlers.desk.inquiry_told import INQUIRY
from handlers.desk.notices import start_of_notice
from handlers.desk.offer_card import OFFER
from handlers.desk.offer_moves import MOVE_OF_SCRIPT as MOVE_OF_REQUEST_SCRIPT
from handlers.desk.offer_moves import start_of_request
from handlers.desk.offers import offers_today
from handlers.desk.paper_photos import start_of_paper_photo
from handlers.desk.photo_told import PAPER_PHOTO
from handlers.desk.pre_checks import check_of
from handlers.desk.private_matters import start_privately
from handlers.desk.private_moves import MOVE_OF_SCRIPT as MOVE_OF_MATTER_SCRIPT
from handlers.desk.private_moves import start_of_matter
from handlers.desk.scene import Scene
from handlers.desk.tickets import LEAVE, TICKET, start_of_leaving
from storage.case import Case, case_by_id, entries_of
from storage.pre_check import Check
from storage.talk import Answers

MOVE_OF_SCRIPT = {script: move for move, script in SCRIPT_OF_MOVE.items()}
NEEDS_PROOF = "safety"
CHECK = "check:"
Start = (
    ReportStart
    | PreCheckStart
    | GoingStart
    | InquiryStart
    | PaperPhotoStart
    | AppointmentStart
    | CancelStart
    | TicketStart
    | LeaveStart
    | OfferStart
    | RequestStart
    | NoticeStart
    | ErrandStart
    | ErrandMoveStart
    | PrivateStart
    | MatterStart
    | PrivateWordsStart
    | CaseStart
    | PersonStart
    | StaffWordsStart
)


async def start_of(scene: Scene, script: str, subject: str) -> Start | None:
    """Return what the conversation starts from; None when it is not for this person now."""
    kind = CONVERSATIONS[script].start
    if kind is ReportStart:
        return ReportStart()
    if kind is PreCheckStart:
        return await _pre_check(scene, subject)
    if kind is GoingStart:
        check = await _check(scene, subject)
        return GoingStart(check.id) if check and open_days_of(scene, check) else None
    if kind is PersonStart:
        return PersonStart(scene.words.languages)
    if script in AT_THE_WINDOW:
        return await AT_THE_WINDOW[script](scene, subject)
    return await _about_case(scene, script, subject)


async def _appointment(_: Scene, service: str) -> AppointmentStart:
    return AppointmentStart(service)


async def _ticket(_: Scene, service: str) -> TicketStart:
    return TicketStart(service)


async def _inquiry(_: Scene, asked: str) -> InquiryStart:
    return InquiryStart(asked)


async def _offer(scene: Scene, offer: str) -> OfferStart:
    return OfferStart(offer if offer in offers_today(scene) else "")


AT_THE_WINDOW: Mapping[str, Callable[[Scene, str], Awaitable[Start | None]]] = {
    APPOINTMENT: _appointment,
    CANCEL: start_of_cancelling,
    TICKET: _ticket,
    INQUIRY: _inquiry,
    LEAVE: start_of_leaving,
    OFFER: _offer,
    PAPER_PHOTO: start_of_paper_photo,
    **{script: start_of_request(script) for script in MOVE_OF_REQUEST_SCRIPT},
    "notice": start_of_notice,
    ERRAND: start_of_errand,
    ERRAND_WRITE: start_of_note,
    **{script: start_of_errand_move(script) for script in MOVE_OF_ERRAND_SCRIPT},
    **dict.fromkeys(("mediation", "legal_aid"), start_privately),
    **{script: start_of_matter(script) for script in MOVE_OF_MATTER_SCRIPT},
}


async def _about_case(scene: Scene, script: str, subject: str) -> CaseStart | None:
    case = await case_by_id(scene.tx, int(subject)) if subject.isdigit() else None
    if case is None or actor_for(scene, case, MOVE_OF_SCRIPT[script]) is None:
        return None
    return await _case(scene, case)


async def answers_known(scene: Scene, start: Start) -> Answers:
    """Return what need not be asked: the answers of the check that is gone over once more."""
    check = start.check if isinstance(start, PreCheckStart) else 0
    earlier = await check_of(scene, check) if check else None
    return answers_about(earlier.answers, earlier.unsure) if earlier else {}


async def _pre_check(scene: Scene, subject: str) -> PreCheckStart | None:
    """Start with a service, or with an earlier check of the same person."""
    if not subject.startswith(CHECK):
        return PreCheckStart(subject)
    check = await _check(scene, subject)
    return PreCheckStart(check.service, check.id) if check else None


async def _check(scene: Scene, subject: str) -> Check | None:
    """Return the check that a button is about, if it is the person's own."""
    identity = subject.removeprefix(CHECK)
    return await check_of(scene, int(identity)) if identity.isdigit() else None


def actor_for(scene: Scene, case: Case, move: Move) -> Actor | None:
    """Return the part in which the person may make this move now."""
    acting = acting_on(scene, case)
    parts = [Actor.REPORTER] if is_reporter(scene, case) else []
    parts += [acting[1]] if acting else []
    for actor in parts:
        if rule_for(move, actor, case.new.state):
            return actor
    return None


async def _case(scene: Scene, case: Case) -> CaseStart:
    questions = [
        each.words for each in await entries_of(scene.tx, case.id) if each.move is Move.ASK
    ]
    category = scene.neighbourhood.community.categories[case.new.category]
    last = questions[-1] if questions else ""
    return CaseStart(case.id, case.new.number, last, category.group == NEEDS_PROOF)
