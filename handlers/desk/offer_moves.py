"""What happens to a request after it was sent, by a press or at the end of a conversation."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.actions import MoveRequest
from bot.appointments import Slot
from bot.commands import DeclineRequest, ProposeTime, WithdrawRequest
from bot.community import Role
from bot.offering import RequestMove, RequestState, Side, is_over, state_after
from bot.telling import Placement
from conversations.offer_moves import RequestStart
from handlers.desk.offer_card import (
    SCRIPT_OF_REQUEST_MOVE,
    Showing,
    show_to_contact,
    show_to_resident,
)
from handlers.desk.offer_times import plan_what_follows
from handlers.desk.offers import (
    LISTED,
    UNKNOWN,
    meeting_at,
    offers_today,
    own_request,
    plan_reminder,
    settle_tasks,
    side_of,
)
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from storage.offer_request import (
    OfferRequest,
    move_request,
    note_reached,
    propose_time,
    request_by_id,
    requests_of_organisation,
    requests_of_person,
)
from storage.press import PressResult
from storage.talk import Talk

MOVE_OF_SCRIPT = {script: move for move, script in SCRIPT_OF_REQUEST_MOVE.items()}
MISSED = "missed"
MOVED_MEANWHILE = PressResult("offer.moved_meanwhile", "{}")


async def press_on_request(scene: Scene, action: MoveRequest) -> PressResult:
    """Make a move that needs no words; a stale press only shows how things stand."""
    request = await request_by_id(scene.tx, action.request)
    move = RequestMove(action.move)
    side = side_of(scene, request, move) if request else None
    if request is None or side is None:
        return UNKNOWN
    moved = None
    if request.version == action.version:
        moved = await _make(scene, request, move, side, "")
    if moved is None:
        await _show_again(scene, request, side)
        return MOVED_MEANWHILE
    return PressResult(f"offer.pressed.{move}", "{}")


async def decline(scene: Scene, _: Talk, command: DeclineRequest) -> Said:
    """Say no, with a reason that the resident sees."""
    return await _after_words(scene, command.request, RequestMove.DECLINE, command.reason)


async def withdraw(scene: Scene, _: Talk, command: WithdrawRequest) -> Said:
    """Take a request back."""
    return await _after_words(scene, command.request, RequestMove.WITHDRAW, "")


async def propose(scene: Scene, _: Talk, command: ProposeTime) -> Said:
    """Propose another time; its place is kept for the resident until he answers."""
    request = await request_by_id(scene.tx, command.request)
    side = side_of(scene, request, RequestMove.PROPOSE) if request else None
    if request is None or not _can(scene, request, RequestMove.PROPOSE, side):
        return Said("offer.moved_meanwhile")
    offer = offers_today(scene).get(request.wanted.offer)
    slot = Slot(command.day, command.opens, command.closes, 0)
    meeting = await meeting_at(scene, offer, slot) if offer else None
    moved = await propose_time(scene.tx, request, meeting, scene.now) if meeting else None
    if moved is None:
        return Said("offer.no_other_time")
    await _tell_both(scene, moved, Side.CONTACT)
    return Said("offer.proposed")


def start_of_request(script: str) -> Callable[[Scene, str], Awaitable[RequestStart | None]]:
    """Return how a conversation about a request starts; with None it is not for this person."""
    move = MOVE_OF_SCRIPT[script]

    async def start(scene: Scene, subject: str) -> RequestStart | None:
        request = await request_by_id(scene.tx, int(subject)) if subject.isdigit() else None
        if request is None or not _can(scene, request, move, side_of(scene, request, move)):
            return None
        if request.wanted.offer not in scene.neighbourhood.community.offers:
            return None
        return RequestStart(request.id, request.wanted.offer, request.details.name)

    return start


async def cards_to_agree_to(scene: Scene) -> tuple[MoveRequest, ...]:
    """Return the presses that mean yes on the cards that the person has open."""
    own = await requests_of_person(scene.tx, scene.person.id, scene.now)
    agreeing = [(each, RequestMove.AGREE) for each in own if each.state is RequestState.PROPOSED]
    agreeing += [
        (each, RequestMove.ACCEPT)
        for each in await _to_answer(scene)
        if each.state is RequestState.REQUESTED
    ]
    return tuple(MoveRequest(each.id, each.version, move) for each, move in agreeing)


async def show_own_requests(scene: Scene) -> None:
    """Show the person's own open requests, each as its card."""
    for each in await requests_of_person(scene.tx, scene.person.id, scene.now):
        await show_to_resident(scene, each, Showing(Placement.BELOW, scene.once("own")))


async def show_requests(scene: Scene) -> None:
    """Show an organisation's contact what is to be answered or done, each as its card."""
    found = await _to_answer(scene)
    for request in found:
        await show_to_contact(scene, request, Showing(Placement.BELOW, scene.once("listed")))
    if not found:
        await scene.say("offer.no_requests")


async def hand_over_requests(scene: Scene) -> None:
    """Show somebody who has just become a contact what waits, and tell those who wait."""
    for request in await _to_answer(scene):
        await show_to_contact(scene, request, Showing(Placement.BELOW, scene.once("joined")))
        if not request.reached:
            await note_reached(scene.tx, request.id)
            reached = replace(request, reached=True)
            await show_to_resident(
                scene, reached, Showing(Placement.IN_PLACE, scene.once("reached"))
            )
            await settle_tasks(scene, reached)


async def _to_answer(scene: Scene) -> tuple[OfferRequest, ...]:
    """Return what the organisations have open whose contact the person is."""
    grant = scene.grant(Role.ORGANISATION)
    community = scene.neighbourhood.community
    found: list[OfferRequest] = []
    for each in community.organisations.values():
        if grant and each.contact == grant.staff_code:
            found += await requests_of_organisation(
                scene.tx, community.code, each.code, scene.now, LISTED
            )
    return tuple(found)


def _can(scene: Scene, request: OfferRequest, move: RequestMove, side: Side | None) -> bool:
    return side is not None and _then(scene, request, move, side) is not None


def _then(
    scene: Scene, request: OfferRequest, move: RequestMove, side: Side
) -> RequestState | None:
    is_past = is_over(request.meeting.ends_at, scene.now)
    return state_after(side, move, request.state, is_past=is_past)


async def _after_words(scene: Scene, identity: int, move: RequestMove, reason: str) -> Said:
    request = await request_by_id(scene.tx, identity)
    side = side_of(scene, request, move) if request else None
    if request is None or side is None:
        return Said("offer.not_there")
    moved = await _make(scene, request, move, side, reason)
    return Said(f"offer.done.{move}" if moved else "offer.moved_meanwhile")


async def _make(
    scene: Scene, request: OfferRequest, move: RequestMove, side: Side, reason: str
) -> OfferRequest | None:
    """Make a move and tell both; None when it cannot be made any more."""
    then = _then(scene, request, move, side)
    reason = MISSED if move is RequestMove.MISS else reason
    moved = await move_request(scene.tx, request, then, reason, scene.now) if then else None
    if moved:
        await _tell_both(scene, moved, side)
    return moved


async def _tell_both(scene: Scene, request: OfferRequest, by: Side) -> None:
    """Change both cards: in place for whoever did it, below for the other one."""
    await plan_reminder(scene, request)
    await plan_what_follows(scene, request)
    await settle_tasks(scene, request)
    places = {side: Placement.IN_PLACE if side is by else Placement.BELOW for side in Side}
    await show_to_resident(scene, request, Showing(places[Side.RESIDENT]))
    await show_to_contact(scene, request, Showing(places[Side.CONTACT]))


async def _show_again(scene: Scene, request: OfferRequest, side: Side) -> None:
    showing = Showing(Placement.IN_PLACE, scene.once("stale"))
    if side is Side.RESIDENT and await own_request(scene, request.id):
        await show_to_resident(scene, request, showing)
    else:
        await show_to_contact(scene, request, showing)
