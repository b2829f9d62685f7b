"""What time does to a request: a proposal waits a day, and whether it took place is asked."""

from bot.offering import (
    RequestState,
    afterwards_at,
    is_over,
    proposal_ends,
)
from bot.telling import Haste, Placement
from handlers.desk.offer_card import Showing, show_to_contact, show_to_resident
from handlers.desk.scene import Scene
from storage import due as plans
from storage.due import Due, Plan
from storage.offer_request import OfferRequest, move_request

PROPOSAL_OVER, AFTERWARDS = "offer_proposal_over", "offer_afterwards"
# The contact is asked, then the resident, then it is closed.
CONTACT, RESIDENT, CLOSED = range(3)
STAGES = 3
NO_ANSWER, UNKNOWN_END = "no_answer", "unknown_end"


async def plan_what_follows(scene: Scene, request: OfferRequest) -> None:
    """Plan until when a proposal waits, and what is asked when the time is past."""
    for kind in (PROPOSAL_OVER, AFTERWARDS):
        await plans.cancel(scene.tx, kind, request.subject)
    if request.state is RequestState.PROPOSED:
        at = proposal_ends(scene.now, request.meeting.starts_at)
        await plans.schedule(scene.tx, Plan(PROPOSAL_OVER, request.subject, at, request.version))
    elif request.state in {RequestState.REQUESTED, RequestState.AGREED}:
        await _plan_stage(scene, request, CONTACT)


async def end_proposal(scene: Scene, request: OfferRequest, due: Due) -> None:
    """Give the place of an unanswered proposal back, and tell both once."""
    if request.state is RequestState.PROPOSED and request.version == due.plan.occurrence:
        await _end(scene, request, RequestState.WITHDRAWN, NO_ANSWER)


async def ask_afterwards(scene: Scene, request: OfferRequest, due: Due) -> None:
    """Ask the contact whether it took place, days later the resident; then it is closed."""
    version, stage = divmod(due.plan.occurrence, STAGES)
    if request.version != version or not is_over(request.meeting.ends_at, scene.now):
        return
    if request.state is RequestState.REQUESTED:
        await _end(scene, request, RequestState.OVER, NO_ANSWER)
    elif request.state is RequestState.AGREED and stage == CLOSED:
        await _end(scene, request, RequestState.OVER, UNKNOWN_END)
    elif request.state is RequestState.AGREED:
        showing = Showing(Placement.BELOW, f"afterwards_{stage}", Haste.REMINDER)
        show = show_to_contact if stage == CONTACT else show_to_resident
        await show(scene, request, showing)
        await _plan_stage(scene, request, stage + 1)


async def _plan_stage(scene: Scene, request: OfferRequest, stage: int) -> None:
    zone = scene.neighbourhood.community.time_zone
    at = afterwards_at(request.meeting.slot.day, stage, zone)
    occurrence = request.version * STAGES + stage
    await plans.schedule(scene.tx, Plan(AFTERWARDS, request.subject, at, occurrence))


async def _end(scene: Scene, request: OfferRequest, state: RequestState, reason: str) -> None:
    ended = await move_request(scene.tx, request, state, reason, scene.now)
    if ended is None:
        return
    for kind in ("offer_unreached", "offer_unanswered"):
        await scene.board.settle(f"{kind}:{request.id}", "seen")
    showing = Showing(Placement.BELOW, "ended", Haste.REMINDER)
    if reason == UNKNOWN_END:
        showing = Showing(Placement.IN_PLACE, "ended", Haste.REMINDER)
    await show_to_resident(scene, ended, showing)
    await show_to_contact(scene, ended, showing)
