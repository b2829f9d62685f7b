"""The service centre, its windows and the shops nearby, read from plain values."""

from collections.abc import Callable, Mapping

from bot.appointment_items import pace
from bot.centre import Centre
from bot.community_fields import (
    LANGUAGES,
    BadItemError,
    Content,
    flag,
    minutes,
    phone,
    word,
    words,
)
from bot.local_text import LocalText
from bot.service_fields import full_text, grounds, iso_day, parts, perhaps_text, stretch
from bot.services import Confidence, Grounds, OpeningHours, Shop, Window


def _centre(content: Content) -> Centre:
    return Centre(
        word(content, "code"),
        full_text(content, "name"),
        full_text(content, "address"),
        grounds(content),
        perhaps_text(content, "way"),
    )


def _window(content: Content) -> Window:
    return Window(
        word(content, "code"),
        full_text(content, "name"),
        full_text(content, "place"),
        parts(content, "hours", _hours),
        own_grounds(content),
        phone(content["phone"], "phone") if content.get("phone") else "",
        frozenset(iso_day(each, "closed") for each in content.get("closed", ())),
        pace(content),
        flag(content, "takes_anything"),
        words(content.get("words", ()), "words"),
    )


def _shop(content: Content) -> Shop:
    makes = words(content["makes"], "makes")
    hours = parts(content, "hours", _hours)
    named = full_text(content, "name"), full_text(content, "place")
    return Shop(word(content, "code"), *named, makes, hours, own_grounds(content))


def _hours(content: Content) -> OpeningHours:
    opens, closes = minutes(content, "opens"), minutes(content, "closes")
    if closes <= opens:
        raise BadItemError("hours_reversed", "closes", content["closes"])
    weekdays = frozenset(content.get("weekdays", ()))
    if weekdays - set(range(1, 8)):
        raise BadItemError("not_a_weekday", "weekdays", sorted(weekdays))
    return OpeningHours(opens, closes, weekdays)


def own_grounds(content: Content) -> Grounds:
    """Read the grounds of a window or a shop: without a source the community says it itself."""
    if "source" in content:
        return grounds(content)
    unsaid = LocalText(dict.fromkeys(LANGUAGES, ""))
    return Grounds(unsaid, Confidence.TYPICAL, *stretch(content))


CENTRE_READERS: Mapping[str, Callable[[Content], object]] = {
    "centre": _centre,
    "window": _window,
    "shop": _shop,
}
