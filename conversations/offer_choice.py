"""Which offer? By words, by what it is about, or by its price."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.community import Community
from bot.offers import Offer, PriceKind
from bot.service_search import Found
from bot.telling import Parameters
from conversations.category import said
from conversations.engine import Ask, Look, ask, look
from conversations.offer_facts import OffersMeant, OffersToday, OfferToCome
from conversations.offer_words import price_told
from conversations.questions import Choice, NotAcceptedError, Option, Text

STAGE = "choose"
FIND = "find"
OFFER, KIND, PRICE, ANY = "offer:", "kind:", "price:", "all"
NONE = "none"
# The best match stands for itself when the next one is so much worse.
CLEARLY = 0.1
Choosing = Generator[Ask | Look, Any, Offer]


def choose_offer(community: Community, code: str) -> Choosing:
    """Return the offer that is meant; `code` is one that a button was about."""
    offers = yield from look(OffersToday())
    preset = OFFER + code if code else None
    question = _find(community, offers, FIND, "offer.ask.find", preset)
    while True:
        given = yield from ask(question)
        chosen = yield from _follow(offers, question.name, given)
        if chosen in offers:
            return offers[chosen]
        later = None if chosen else (yield from look(OfferToCome(given)))
        key = "offer.ask.withdrawn" if chosen else "offer.ask.nothing"
        again = _find(community, offers, f"{question.name}.more", key, None)
        question = _told_later(again, later) if later else again


def _follow(offers: Mapping[str, Offer], name: str, given: str) -> Generator[Ask | Look, Any, str]:
    """Return the code that an answer leads to; empty: to none."""
    if given.startswith(OFFER):
        return given.removeprefix(OFFER)
    if given == ANY or given.startswith((KIND, PRICE)):
        listed = [offer for offer in offers.values() if _is_in(offer, given)]
        return _code((yield from ask(_which(f"{name}.listed", listed, "offer.ask.listed", None))))
    found = yield from look(OffersMeant(given))
    if not found:
        return ""
    meant = [offers[each.code] for each in found if each.code in offers]
    first = OFFER + found[0].code if _is_clear(found) else None
    return _code((yield from ask(_which(f"{name}.which", meant, "offer.ask.which", first))))


def _code(chosen: str) -> str:
    return "" if chosen == NONE else chosen.removeprefix(OFFER)


def _is_in(offer: Offer, shelf: str) -> bool:
    return shelf in {ANY, KIND + offer.kind, PRICE + offer.price.kind}


def _is_clear(found: Sequence[Found]) -> bool:
    first, *others = found
    return first.is_sure and all(first.score - each.score >= CLEARLY for each in others)


@dataclass(frozen=True)
class Finding(Text):
    """What somebody looks for, in words, by a shelf or by a price."""

    def chosen(self, value: str) -> str:
        """Take what is offered, and an offer that stands for itself."""
        return value if value == self.unless_changed else super().chosen(value)


@dataclass(frozen=True)
class Which(Choice):
    """One of several offers."""

    def read(self, written: str) -> str:
        """Return the choice; an offer that has ended meanwhile is told as such."""
        try:
            return super().read(written)
        except NotAcceptedError:
            if written.startswith(OFFER):
                return written
            raise


def _find(
    community: Community, offers: Mapping[str, Offer], name: str, key: str, preset: str | None
) -> Text:
    kinds = {offer.kind for offer in offers.values()}
    prices = {offer.price.kind for offer in offers.values()}
    shelves = [
        Option(KIND + each.code, "data.text", {"text": said(each.name)})
        for each in community.offer_kinds.values()
        if each.code in kinds
    ]
    by_price = [
        Option(PRICE + each, f"offer.button.{each.value}") for each in PriceKind if each in prices
    ]
    everything = Option(ANY, "offer.button.all")
    offered = (*shelves, *by_price, everything)
    return Finding(name, key, {}, STAGE, unless_changed=preset, offered=offered)


def _told_later(question: Text, offer: Offer) -> Text:
    """Say with the question from which day on an offer can be asked for."""
    told: Parameters = {"offer": said(offer.name), "day": offer.grounds.since}
    return replace(question, ask="offer.ask.later", said=told)


def _which(name: str, offers: Sequence[Offer], key: str, first: str | None) -> Choice:
    options = tuple(_option(each) for each in offers)
    none = Option(NONE, "offer.button.none")
    return Which(name, key, (*options, none), step=STAGE, unless_changed=first, aside=True)


def _option(offer: Offer) -> Option:
    parameters: Parameters = {"offer": said(offer.name), "price": price_told(offer.price)}
    return Option(OFFER + offer.code, "offer.button.offer", parameters)
