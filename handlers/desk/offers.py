"""Requests for offers as a turn carries them out: sent, agreed on, moved, ended, reminded of."""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions import Begin
from bot.appointments import FreeSlot, Slot, reminded_at, starts_at
from bot.commands import RequestOffer, SeeRequest
from bot.instants import DAY, after
from bot.offer_search import is_about_an_offer
from bot.offering import (
    RequestMove,
    RequestState,
    Side,
    answered_by,
    offer_slots,
    offers_on,
    offers_to_come,
    place_at,
    slot_at,
)
from bot.offers import Offer
from bot.quiet_hours import not_in_quiet_hours
from bot.service_search import Found
from bot.telling import Button, Haste, Placement
from bot.window_hours import minute_of
from conversations.offer_facts import OfferFree
from handlers.desk.guiding import local_now
from handlers.desk.offer_card import (
    OFFER,
    Showing,
    organisation_of,
    show_to_contact,
    show_to_resident,
)
from handlers.desk.offer_times import plan_what_follows
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from handlers.desk.tasks import CANCELLED, SEEN
from storage import due as plans
from storage import offer_request as stored
from storage.due import Due, Plan
from storage.offer_request import Details, Meeting, OfferRequest, Wanted
from storage.outbox import hand_over_subject
from storage.press import PressResult
from storage.talk import Talk, forget_answers
from storage.task import NewTask

REMINDER, UNANSWERED = "offer_reminder", "offer_unanswered"
LISTED = 10
# Whether it took place both can say.
ENDS_OF_BOTH = frozenset({RequestMove.FINISH, RequestMove.MISS})
UNKNOWN = PressResult("offer.not_there", "{}")


def offers_today(scene: Scene) -> Mapping[str, Offer]:
    """Return the offers that hold today."""
    return offers_on(scene.neighbourhood.community, local_now(scene).date().isoformat())


def offers_meant(scene: Scene, words: str) -> tuple[Found, ...]:
    """Return which offers of today some words name."""
    return scene.neighbourhood.offers(local_now(scene).date().isoformat()).search(words)


def names_an_offer(scene: Scene, words: str) -> bool:
    """Whether words ask for an offer of today and sound like no trouble."""
    is_today = is_about_an_offer(offers_meant(scene, words), scene.neighbourhood.guess(words))
    return is_today or offer_to_come(scene, words) is not None


def offer_to_come(scene: Scene, words: str) -> Offer | None:
    """Return the offer of a later day that words name, where they sound like no trouble."""
    guess, community = scene.neighbourhood.guess(words), scene.neighbourhood.community
    for offer in offers_to_come(community, local_now(scene).date().isoformat()).values():
        found = scene.neighbourhood.offers(offer.grounds.since).search(words)
        if is_about_an_offer(found, guess) and found[0].code == offer.code:
            return offer
    return None


async def offer_times(scene: Scene, code: str) -> OfferFree:
    """Return when an offer is still free, and what the person has asked for already."""
    offer = offers_today(scene).get(code)
    now = local_now(scene)
    own = await stored.requests_of_person(scene.tx, scene.person.id, scene.now)
    open_one = next((each.id for each in own if each.wanted.offer == code), 0)
    nothing = OfferFree(
        scene.person.name, now.date().isoformat(), own=open_one, minute=minute_of(now)
    )
    if offer is None:
        return nothing
    community = scene.neighbourhood.community
    taken = await stored.offer_places_taken(scene.tx, community.code, code, after(scene.now, -DAY))
    slots = offer_slots(offer, community, now)
    left = ((slot, slot.places - sum(each.overlaps(slot) for each in taken)) for slot in slots)
    free = tuple(FreeSlot(slot, number) for slot, number in left if number > 0 or not slot.places)
    return replace(nothing, slots=free)


async def request_offer(scene: Scene, talk: Talk, command: RequestOffer) -> Said | None:
    """Send a request to the organisation; its message in the chat becomes the living card."""
    await stored.end_past_requests(scene.tx, scene.person.id, scene.now)
    offer = offers_today(scene).get(command.offer)
    slot = Slot(command.day, command.opens, command.closes, 0)
    meeting = await meeting_at(scene, offer, slot) if offer else None
    added = await _add(scene, offer, meeting, command) if offer and meeting else None
    if added is None:
        again = Button("offer.button.again", Begin(OFFER, command.offer if offer else ""))
        return Said("offer.lost", {}, ((again,),))
    await forget_answers(scene.tx, talk)
    request = await _reach(scene, added)
    await plan_what_follows(scene, request)
    await hand_over_subject(scene.tx, talk.chat_id, talk.subject, request.subject)
    placement = Placement.IN_PLACE if scene.callback_id else Placement.BELOW
    await show_to_resident(scene, request, Showing(placement))
    return None


async def see_request(scene: Scene, _: Talk, command: SeeRequest) -> Said:
    """Show what is asked for already."""
    request = await own_request(scene, command.request)
    if request:
        await show_to_resident(scene, request, Showing(Placement.BELOW, scene.once("seen")))
    return Said("offer.already")


async def meeting_at(scene: Scene, offer: Offer, wanted: Slot) -> Meeting | None:
    """Return a time with the lowest free place; None when it is full, over, or none any more."""
    community = scene.neighbourhood.community
    slot = slot_at(offer, community, wanted)
    if slot is None:
        return None
    begins, ends = (
        starts_at(slot.day, at, community.time_zone) for at in (slot.opens, slot.closes)
    )
    since = after(scene.now, -DAY)
    taken = await stored.offer_places_taken(scene.tx, community.code, offer.code, since)
    place = place_at(slot, taken)
    is_late = (begins if offer.times else ends) <= scene.now
    if place is None or is_late:
        return None
    return Meeting(slot, place, begins, ends)


async def own_request(scene: Scene, identity: int) -> OfferRequest | None:
    """Return a request of this very person; others look like none."""
    request = await stored.request_by_id(scene.tx, identity)
    return request if request and request.person_id == scene.person.id else None


def side_of(scene: Scene, request: OfferRequest, move: RequestMove) -> Side | None:
    """Return in which part the person may make a move; None: in no part."""
    organisation = organisation_of(scene, request)
    is_contact = organisation is not None and any(
        grant.community == request.wanted.community and grant.staff_code == organisation.contact
        for grant in scene.grants
    )
    if move in {RequestMove.AGREE, RequestMove.WITHDRAW}:
        return Side.RESIDENT if request.person_id == scene.person.id else None
    if not is_contact and move in ENDS_OF_BOTH and request.person_id == scene.person.id:
        return Side.RESIDENT
    return Side.CONTACT if is_contact else None


async def remind_of_offer(scene: Scene, request: OfferRequest, due: Due) -> None:
    """Remind on the evening before, unless it was changed meanwhile."""
    if request.state is RequestState.AGREED and request.version == due.plan.occurrence:
        showing = Showing(Placement.BELOW, "reminder", Haste.REMINDER, is_reminder=True)
        await show_to_resident(scene, request, showing)
        await show_to_contact(scene, request, showing)


async def tell_clerks_of_silence(scene: Scene, request: OfferRequest, _: Due) -> None:
    """Put a request on the clerks' list when nobody has answered it in time."""
    if request.state is RequestState.REQUESTED:
        await _to_clerks(scene, request, UNANSWERED)


async def settle_tasks(scene: Scene, request: OfferRequest) -> None:
    """Take a request off the clerks' list: it goes on, or is not wanted any more."""
    how = CANCELLED if request.state is RequestState.WITHDRAWN else SEEN
    for kind in ("offer_unreached", UNANSWERED):
        await scene.board.settle(f"{kind}:{request.id}", how)


async def plan_reminder(scene: Scene, request: OfferRequest) -> None:
    """Plan the reminder of an agreed time; an earlier one is not needed any more."""
    await plans.cancel(scene.tx, REMINDER, request.subject)
    zone = scene.neighbourhood.community.time_zone
    at = reminded_at(request.meeting.slot.day, zone)
    if request.state is RequestState.AGREED and at > scene.now:
        until = request.meeting.ends_at
        plan = Plan(REMINDER, request.subject, at, request.version, "if_useful", until)
        await plans.schedule(scene.tx, plan)


async def _add(
    scene: Scene, offer: Offer, meeting: Meeting, command: RequestOffer
) -> OfferRequest | None:
    community, place = scene.neighbourhood.community.code, command.place
    details = Details(
        place is not None,
        place.building if place else "",
        place.entrance if place else "",
        place.flat if place else "",
        place.words if place else "",
        command.note,
        command.name,
    )
    wanted = Wanted(scene.person.id, community, offer.code, offer.organisation)
    return await stored.add_request(scene.tx, wanted, meeting, details, scene.now)


async def _reach(scene: Scene, request: OfferRequest) -> OfferRequest:
    """Tell the organisation's contact; when nobody has joined, the clerks."""
    if await show_to_contact(scene, request, Showing(Placement.BELOW)):
        await stored.note_reached(scene.tx, request.id)
        at = answered_by(scene.now, request.meeting.starts_at)
        at = not_in_quiet_hours(at, scene.neighbourhood.community.time_zone)
        await plans.schedule(scene.tx, Plan(UNANSWERED, request.subject, at))
        return replace(request, reached=True)
    await _to_clerks(scene, request, "offer_unreached")
    return request


async def _to_clerks(scene: Scene, request: OfferRequest, kind: str) -> None:
    """Name offer and organisation, but not what somebody wrote to the organisation alone."""
    community = scene.neighbourhood.community
    offer = community.offers.get(request.wanted.offer)
    organisation = organisation_of(scene, request)
    language = scene.words.languages[0]
    names = [each.name.in_language(language) for each in (organisation, offer) if each]
    detail = " · ".join([*names, request.details.name])
    once = f"{kind}:{request.id}"
    task = NewTask(once, request.wanted.community, kind, request.subject, detail)
    await scene.board.add(task)
