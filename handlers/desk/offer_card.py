"""A request as a living card for the resident, and as a card for the organisation's contact."""

from dataclasses import dataclass

from bot.actions import Begin, MoveRequest
from bot.offering import RequestMove, RequestState, Side, is_over, moves_of
from bot.offers import Organisation
from bot.telling import Button, Haste, Keyboard, Parameter, Placement, Say
from conversations.category import said
from conversations.offer_moves import DECLINE_REASONS
from conversations.offer_words import price_told, slot_told
from handlers.desk.scene import Scene
from storage.offer_request import OfferRequest
from storage.person import person_by_id
from storage.staff import Holder, holders

OFFER = "offer"
# Why a request is over, where nobody has said it in words.
ENDS = frozenset({"no_answer", "unknown_end", "missed"})
# Moves that need words, and the conversation that asks for them.
SCRIPT_OF_REQUEST_MOVE = {
    RequestMove.PROPOSE: "propose_time",
    RequestMove.DECLINE: "decline_request",
    RequestMove.WITHDRAW: "withdraw_request",
}


@dataclass(frozen=True, slots=True)
class Showing:
    """How a request is shown; `occasion` tells apart what is said of the same standing."""

    placement: Placement
    occasion: str = ""
    haste: Haste = Haste.REPLY
    is_reminder: bool = False


def organisation_of(scene: Scene, request: OfferRequest) -> Organisation | None:
    """Return whose offer it is, if the community still knows it."""
    return scene.neighbourhood.community.organisations.get(request.wanted.organisation)


async def contact_of(scene: Scene, request: OfferRequest) -> Holder | None:
    """Return the organisation's contact, if somebody has joined and can be written to."""
    organisation = organisation_of(scene, request)
    present = await holders(scene.tx, request.wanted.community)
    return present.get(organisation.contact) if organisation else None


async def show_to_resident(scene: Scene, request: OfferRequest, showing: Showing) -> None:
    """Show a request as it stands to whoever sent it."""
    person = await person_by_id(scene.tx, request.person_id)
    if person is None:
        return
    meeting = request.meeting
    await scene.tell(
        Say(
            f"{request.subject}:{request.version}:{showing.occasion}",
            person.telegram_id,
            "offer.card",
            {**_parameters(scene, request), "is_reminder": showing.is_reminder},
            _keyboard(scene, request, Side.RESIDENT),
            subject=request.subject,
            placement=showing.placement,
            haste=showing.haste,
            expires_at=meeting.ends_at if showing.is_reminder else None,
        )
    )


async def show_to_contact(scene: Scene, request: OfferRequest, showing: Showing) -> bool:
    """Show a request to the organisation's contact; False when there is nobody to show it to."""
    contact = await contact_of(scene, request)
    if contact is None:
        return False
    await scene.tell(
        Say(
            f"contact_{request.subject}:{request.version}:{showing.occasion}",
            contact.telegram_id,
            "offer.contact_card",
            {**_parameters(scene, request), "is_reminder": showing.is_reminder},
            _keyboard(scene, request, Side.CONTACT),
            subject=f"contact_{request.subject}",
            placement=showing.placement,
            haste=showing.haste,
            expires_at=request.meeting.ends_at if showing.is_reminder else None,
            audience=f"staff:{contact.grant.id}",
        )
    )
    return True


def _parameters(scene: Scene, request: OfferRequest) -> dict[str, Parameter]:
    offer = scene.neighbourhood.community.offers.get(request.wanted.offer)
    organisation = organisation_of(scene, request)
    details = request.details
    reason = request.reason
    return {
        "state": request.state.value,
        "offer": said(offer.name) if offer else None,
        "price": price_told(offer.price) if offer else None,
        "place": said(offer.place) if offer and offer.place else None,
        "organisation": said(organisation.name) if organisation else None,
        "phone": organisation.phone if organisation else "",
        **slot_told(request.meeting.slot, is_fixed=bool(offer and offer.times)),
        "at_home": details.at_home,
        "building": details.building,
        "entrance": details.entrance,
        "flat": details.flat,
        "place_words": details.place_words,
        "note": details.note,
        "name": details.name,
        "reason": reason if reason in {*DECLINE_REASONS, *ENDS} else "",
        "words": "" if reason in DECLINE_REASONS else reason,
        "is_reached": request.reached,
        "is_past": is_over(request.meeting.ends_at, scene.now),
    }


def _keyboard(scene: Scene, request: OfferRequest, side: Side) -> Keyboard:
    """Offer what this side can do about it; what needs words begins a conversation."""
    moves = moves_of(side, request.state, is_past=is_over(request.meeting.ends_at, scene.now))
    buttons = [_button(request, move) for move in moves]
    again = Button("offer.button.again", Begin(OFFER))
    has_failed = request.state is RequestState.DECLINED or request.reason == "no_answer"
    if side is Side.RESIDENT and has_failed:
        buttons.append(again)
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))


def _button(request: OfferRequest, move: RequestMove) -> Button:
    script = SCRIPT_OF_REQUEST_MOVE.get(move)
    label = f"offer.button.{move}"
    if script:
        return Button(label, Begin(script, str(request.id)))
    return Button(label, MoveRequest(request.id, request.version, move))
