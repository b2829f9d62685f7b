"""A resident finds what organisations offer, sees the price, and asks for it.

Resident  /offers 修水管
Bot       修水管、换龙头 · 低偿 20 元/次人工 · 巧手维修队 …  [我要约] [换一个]
Resident  [我要约]
Bot       哪一天？  [11月25日(周三)] …
Resident  后天
Bot       什么时候？  [上午] [下午] [晚上]
…
Bot       价钱 … 机器人不收钱 …  [发给他们] [改：日期] …
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.commands import AnswerInquiry, ReportInstead, RequestOffer, SeeRequest
from bot.community import Community
from bot.offers import Offer, Where
from bot.places import Place
from bot.telling import Parameter, Parameters
from conversations.category import said
from conversations.engine import Ask, Look, Script, ask, look
from conversations.offer_choice import FIND, choose_offer
from conversations.offer_facts import OfferFree, OfferTimes
from conversations.offer_time import DAY, TIME, ask_time
from conversations.offer_words import offer_told, slot_told
from conversations.place import ask_place
from conversations.questions import Choice, Option, Text

STAGES = ("choose", "when", "where", "send")
WANT, SEND, NOTE, NAME, HOME, PLACE = "want", "send", "note", "name", "home", "place"
REPORT = "report"
NAME_LENGTH = 40


@dataclass(frozen=True, slots=True)
class OfferStart:
    """The code of the offer, or nothing; `said`: words that might have been a report as well."""

    offer: str = ""
    said: str = ""


Outcome = RequestOffer | SeeRequest | AnswerInquiry | ReportInstead
Asked = Generator[Ask | Look, Any, Place | None]


def offer(start: OfferStart, community: Community) -> Script[Outcome]:
    """Find an offer, see what it costs, and ask for it."""
    chosen = yield from choose_offer(community, start.offer)
    about = offer_told(community, chosen)
    if (yield from ask(_card(about, start))) == REPORT:
        return ReportInstead(start.said)
    free = yield from look(OfferTimes(chosen.code))
    if free.own:
        return SeeRequest(free.own)
    if not free.slots:
        return AnswerInquiry("offer.full", about)
    slot = yield from ask_time(chosen, free, about)
    place = yield from _place(community, chosen)
    note = yield from ask(Text(NOTE, "offer.ask.note", about, "send", optional=True))
    name = (yield from ask(_name(free)))[:NAME_LENGTH] or free.name
    told = {
        **about,
        **slot_told(slot, is_fixed=bool(chosen.times)),
        **_place_told(place),
        "note": note,
        "name": name,
    }
    yield from ask(_summary(told, chosen, place))
    return RequestOffer(chosen.code, slot.day, slot.opens, slot.closes, place, note, name)


@dataclass(frozen=True)
class Card(Choice):
    """An offer as a card, with a way to look for another one."""

    @property
    def changeable(self) -> Sequence[Option]:
        """Another offer can be looked for."""
        return (Option(FIND, "offer.change.find"),)


@dataclass(frozen=True)
class Summary(Choice):
    """The last question: everything once more with the price, and a way to change each part."""

    parts: tuple[str, ...] = ()

    @property
    def changeable(self) -> Sequence[Option]:
        """Every part of the request."""
        return tuple(Option(each, f"offer.change.{each}") for each in self.parts)


def _card(about: Parameters, start: OfferStart) -> Choice:
    want = Option(WANT, "offer.button.want", typed="offer.typed.want")
    report = (Option(REPORT, "offer.button.report"),) if start.said else ()
    return Card(WANT, "offer.ask.card", (want, *report), about, "choose")


def _place(community: Community, chosen: Offer) -> Asked:
    """Ask where at home, when it is at home; nobody else need be asked."""
    if chosen.where is Where.THERE:
        return None
    if chosen.where is Where.EITHER:
        options = tuple(Option(each, f"offer.button.at_{each}") for each in (HOME, "there"))
        there = said(chosen.place) if chosen.place else None
        question = Choice(HOME, "offer.ask.where", options, {"place": there}, "where")
        if (yield from ask(question)) != HOME:
            return None
    return (yield from ask_place(community, "", ""))


def _place_told(place: Place | None) -> dict[str, Parameter]:
    return {
        "at_home": place is not None,
        "building": place.building if place else "",
        "entrance": place.entrance if place else "",
        "flat": place.flat if place else "",
        "place_words": place.words if place else "",
    }


def _name(free: OfferFree) -> Text:
    own = (Option("-", "offer.button.own_name", {"name": free.name}),)
    return Text(
        NAME,
        "offer.ask.name",
        {},
        "send",
        optional=True,
        unless_changed="-",
        offered=own,
        aside=True,
    )


def _summary(told: Parameters, chosen: Offer, place: Place | None) -> Choice:
    send = Option(SEND, "offer.button.send", typed="offer.typed.send")
    either = (HOME,) if chosen.where is Where.EITHER else ()
    at_home = (PLACE,) if place else ()
    parts = (DAY, TIME, *either, *at_home, NOTE, NAME, FIND)
    return Summary(SEND, "offer.ask.send", (send,), told, "send", parts=parts)
