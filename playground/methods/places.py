"""Places, contacts and dice: messages without files and without captions."""

import secrets

from playground.errors import bad_request
from playground.kinds import Fields
from playground.messages import StoredMessage
from playground.methods.fields import CHAT, EDITED_KEYBOARD, MESSAGE, SENDING
from playground.methods.method import Method
from playground.methods.text import change, editable_message
from playground.sending import send
from playground.shapes import INTEGER, NUMBER, TEXT
from playground.wire import Wire, present
from playground.world import World

LIVE_SECONDS = range(60, 86_401)
FOREVER = 0x7FFFFFFF
DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
_POINT: Fields = {"latitude": NUMBER, "longitude": NUMBER}
_LIVE: Fields = {
    "horizontal_accuracy": NUMBER,
    "live_period": INTEGER,
    "heading": INTEGER,
    "proximity_alert_radius": INTEGER,
}
_VENUE_IDS = ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type")
_MOST_LATITUDE, _MOST_LONGITUDE = 90, 180


def location(given: Wire) -> Wire:
    """Write a Location, or refuse a point that is nowhere on Earth."""
    latitude, longitude = given["latitude"], given["longitude"]
    if not (abs(latitude) <= _MOST_LATITUDE and abs(longitude) <= _MOST_LONGITUDE):
        raise bad_request("wrong location specified")
    period = given.get("live_period")
    if period is not None and period not in LIVE_SECONDS and period != FOREVER:
        raise bad_request("wrong live location period specified")
    live = {name: given.get(name) for name in _LIVE}
    return present(latitude=latitude, longitude=longitude, **live)


def send_location(world: World, given: Wire) -> Wire:
    """Answer sendLocation."""
    return send(world, given, {"location": location(given)})


def send_venue(world: World, given: Wire) -> Wire:
    """Answer sendVenue; the message carries the bare location too."""
    place = location(given)
    ids = {name: given.get(name) for name in _VENUE_IDS}
    venue = present(location=place, title=given["title"], address=given["address"], **ids)
    return send(world, given, {"venue": venue, "location": place})


def send_contact(world: World, given: Wire) -> Wire:
    """Answer sendContact."""
    names = ("phone_number", "first_name", "last_name", "vcard")
    return send(world, given, {"contact": present(**{name: given.get(name) for name in names})})


def send_dice(world: World, given: Wire) -> Wire:
    """Answer sendDice."""
    emoji = given.get("emoji", "🎲")
    if emoji not in DICE:
        raise bad_request("wrong dice emoji specified")
    value = 1 + secrets.randbelow(DICE[emoji])
    return send(world, given, {"dice": {"emoji": emoji, "value": value}})


def edit_message_live_location(world: World, given: Wire) -> Wire:
    """Answer editMessageLiveLocation."""
    message = _live_message(world, given)
    old = message.content["location"]
    return change(world, message, given, {"location": {**old, **location(given)}})


def stop_message_live_location(world: World, given: Wire) -> Wire:
    """Answer stopMessageLiveLocation: the place stays, but moves no more."""
    message = _live_message(world, given)
    stopped = {k: v for k, v in message.content["location"].items() if k != "live_period"}
    return change(world, message, given, {"location": stopped})


def _live_message(world: World, given: Wire) -> StoredMessage:
    message = editable_message(world, given)
    period = message.content.get("location", {}).get("live_period")
    if period is None:
        raise bad_request("there is no live location in the message to edit")
    if period != FOREVER and world.clock.now() > message.date + period:
        raise bad_request("message can't be edited")
    return message


_VENUE: Fields = {**_POINT, "title": TEXT, "address": TEXT}

METHODS = (
    Method("sendLocation", {**CHAT, **_POINT}, {**_LIVE, **SENDING}, send_location),
    Method(
        "sendVenue", {**CHAT, **_VENUE}, {**dict.fromkeys(_VENUE_IDS, TEXT), **SENDING}, send_venue
    ),
    Method(
        "sendContact",
        {**CHAT, "phone_number": TEXT, "first_name": TEXT},
        {"last_name": TEXT, "vcard": TEXT, **SENDING},
        send_contact,
    ),
    Method("sendDice", CHAT, {"emoji": TEXT, **SENDING}, send_dice),
    Method(
        "editMessageLiveLocation",
        {**MESSAGE, **_POINT},
        {**_LIVE, **EDITED_KEYBOARD},
        edit_message_live_location,
    ),
    Method("stopMessageLiveLocation", MESSAGE, EDITED_KEYBOARD, stop_message_live_location),
)
