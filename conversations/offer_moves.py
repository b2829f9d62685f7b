"""What is said about a request after it was sent: declined, another time, taken back."""

from dataclasses import dataclass

from bot.commands import AnswerInquiry, DeclineRequest, ProposeTime, WithdrawRequest
from bot.community import Community
from bot.telling import Parameters
from conversations.category import said
from conversations.engine import Script, ask, look
from conversations.offer_facts import OffersToday, OfferTimes
from conversations.offer_time import ask_time
from conversations.questions import Choice, Option

DECLINE_REASONS = ("no_time", "full", "not_for_this", "not_here")


@dataclass(frozen=True, slots=True)
class RequestStart:
    """The request, its offer's code, and the name that was given for it."""

    request: int
    offer: str
    name: str


def decline_request(start: RequestStart, community: Community) -> Script[DeclineRequest]:
    """Let the contact say why not, by a button or in words."""
    options = tuple(Option(each, f"offer.button.{each}") for each in DECLINE_REASONS)
    about = _about(start, community)
    reason = yield from ask(Choice("reason", "offer.ask.reason", options, about, free=True))
    return DeclineRequest(start.request, reason)


def propose_time(start: RequestStart, community: Community) -> Script[ProposeTime | AnswerInquiry]:
    """Let the contact propose another time at which there is a place."""
    offers = yield from look(OffersToday())
    free = yield from look(OfferTimes(start.offer))
    if start.offer not in offers or not free.slots:
        return AnswerInquiry("offer.no_other_time", {})
    slot = yield from ask_time(offers[start.offer], free, _about(start, community))
    return ProposeTime(start.request, slot.day, slot.opens, slot.closes)


def withdraw_request(start: RequestStart, community: Community) -> Script[WithdrawRequest]:
    """Let the resident take the request back, after one question."""
    options = (Option("yes", "offer.button.withdraw_it"),)
    yield from ask(Choice("sure", "offer.ask.withdraw", options, _about(start, community)))
    return WithdrawRequest(start.request)


def _about(start: RequestStart, community: Community) -> Parameters:
    offer = community.offers[start.offer]
    return {"offer": said(offer.name), "name": start.name}
