"""Organisations, their offers and the topics of notices, read from plain values."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from bot.community_fields import (
    BadItemError,
    Content,
    codes,
    flag,
    minutes,
    phone,
    text,
    word,
    words,
)
from bot.local_text import LocalText
from bot.offers import (
    Offer,
    OfferKind,
    OfferTime,
    Organisation,
    OrganisationKind,
    Price,
    PriceKind,
    Topic,
    Where,
)
from bot.service_fields import grounds

MOST_PLACES = 200
MOST_YUAN = 100_000
_Code = TypeVar("_Code", bound=StrEnum)


def _offer_kind(content: Content) -> OfferKind:
    return OfferKind(word(content, "code"), _said(content, "name"))


def _topic(content: Content) -> Topic:
    return Topic(
        word(content, "code"), _said(content, "name"), words(content.get("words", ()), "words")
    )


def _organisation(content: Content) -> Organisation:
    return Organisation(
        word(content, "code"),
        _said(content, "name"),
        _one_of(OrganisationKind, word(content, "kind"), "kind"),
        word(content, "contact"),
        phone(content["phone"], "phone") if content.get("phone") else "",
        codes(content, "topics"),
    )


def _offer(content: Content) -> Offer:
    where = _one_of(Where, content["where"], "where")
    place = _said(content, "place") if "place" in content else None
    if place is None and where is not Where.HOME:
        raise BadItemError("missing", "place")
    return Offer(
        word(content, "code"),
        word(content, "organisation"),
        word(content, "kind"),
        _said(content, "name"),
        _said(content, "what"),
        _said(content, "for_whom"),
        where,
        place,
        _price(content),
        grounds(content),
        _times(content),
        words(content.get("words", ()), "words"),
    )


def _price(content: Content) -> Price:
    """Read a price: what costs something says how much, and what is free does not."""
    kind = _one_of(PriceKind, content["price_kind"], "price_kind")
    given = [field for field in ("price", "unit") if field in content]
    if kind is PriceKind.FREE:
        if given:
            raise BadItemError("price_of_free", given[0])
        return Price(kind)
    if len(given) < 2:  # noqa: PLR2004 - the price and its unit
        raise BadItemError("price_missing", "price_kind", kind)
    return Price(kind, _yuan(content["price"]), _said(content, "unit"))


def _yuan(given: object) -> str:
    is_number = isinstance(given, int | float) and not isinstance(given, bool)
    if not isinstance(given, int | float) or not is_number or not 0 < given <= MOST_YUAN:
        raise BadItemError("not_a_price", "price", given)
    return f"{given:.2f}".removesuffix(".00")


def _times(content: Content) -> tuple[OfferTime, ...]:
    """Read when it takes place; `by_arrangement` says that a time is agreed on each time."""
    given = content.get("times", ())
    by_arrangement = flag(content, "by_arrangement")
    if not isinstance(given, list | tuple):
        raise BadItemError("not_a_list", "times", given)
    if bool(given) == bool(by_arrangement):
        raise BadItemError("times_or_arrangement", "times" if given else "by_arrangement")
    return tuple(_time(each) for each in given)


def _time(content: Content) -> OfferTime:
    opens, closes = minutes(content, "opens"), minutes(content, "closes")
    if closes <= opens:
        raise BadItemError("hours_reversed", "times", content["closes"])
    weekdays = frozenset(content["weekdays"])
    if not weekdays or weekdays - set(range(1, 8)):
        raise BadItemError("not_a_weekday", "times", content["weekdays"])
    places = content.get("places", 0)
    if not isinstance(places, int) or isinstance(places, bool) or not 0 <= places <= MOST_PLACES:
        raise BadItemError("places_out_of_range", "times", places)
    return OfferTime(weekdays, opens, closes, places)


def _one_of(kind: type[_Code], given: object, field: str) -> _Code:
    if given not in set(kind):
        raise BadItemError("unknown_word", field, given, kind)
    return kind(str(given))


def _said(content: Content, field: str) -> LocalText:
    """Read a text that says something in every language."""
    said = text(content, field)
    for language, each in said.texts.items():
        if not each.strip():
            raise BadItemError("empty", f"{field}.{language}")
    return said


OFFER_READERS: Mapping[str, Callable[[Content], object]] = {
    "offer_kind": _offer_kind,
    "topic": _topic,
    "organisation": _organisation,
    "offer": _offer,
}
