"""Offers as message parameters."""

from bot.appointments import Slot
from bot.community import Community
from bot.offering import part_of
from bot.offers import Offer, OfferTime, Price
from bot.telling import Parameter
from conversations.category import said
from conversations.service_words import clock_told


def price_told(price: Price) -> Parameter:
    """Tell a price: its kind, how much for what."""
    unit = said(price.unit) if price.unit else None
    return {"kind": price.kind.value, "yuan": price.yuan, "unit": unit}


def slot_told(slot: Slot, *, is_fixed: bool) -> dict[str, Parameter]:
    """Tell a time: its ISO day, and clock times, or a part of the day where one agrees on it."""
    return {
        "day": slot.day,
        "part": "" if is_fixed else part_of(slot.opens, slot.closes),
        "opens": clock_told(slot.opens),
        "closes": clock_told(slot.closes),
        "is_fixed": is_fixed,
    }


def offer_told(community: Community, offer: Offer) -> dict[str, Parameter]:
    """Tell everything about an offer that somebody wants to know before asking for it."""
    organisation = community.organisations[offer.organisation]
    times: list[Parameter] = [_time_told(each) for each in offer.times]
    return {
        "offer": said(offer.name),
        "what": said(offer.what),
        "for_whom": said(offer.for_whom),
        "where": offer.where.value,
        "place": said(offer.place) if offer.place else None,
        "price": price_told(offer.price),
        "times": times,
        "organisation": said(organisation.name),
        "organisation_kind": organisation.kind.value,
        "phone": organisation.phone,
        "source": said(offer.grounds.source),
    }


def _time_told(each: OfferTime) -> Parameter:
    weekdays: list[Parameter] = [str(day - 1) for day in sorted(each.weekdays)]
    return {
        "weekdays": weekdays,
        "opens": clock_told(each.opens),
        "closes": clock_told(each.closes),
        "places": each.places,
    }
