"""Everything that the control can do on a phone: a table of names, fields and deeds."""

from collections.abc import Callable
from dataclasses import dataclass

from playground.hands import Sent
from playground.kinds import Fields, File, ListOf, Shape, Upload
from playground.phones import Phone
from playground.shapes import BOOLEAN, INTEGER, NOTHING, NUMBER, TEXT
from playground.wire import Wire

Deed = Callable[[Phone, Wire], Sent | list[Sent]]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do on a phone."""

    shape: Shape
    deed: Deed

    def run(self, phone: Phone, given: Wire) -> Wire:
        """Do it and tell what came of it."""
        done = self.deed(phone, given)
        sent = done if isinstance(done, list) else [done]
        last = sent[-1] if sent else Sent(None, None)
        return {"message_id": last.message_id, "update_id": last.update_id}


def _photo(phone: Phone, given: Wire) -> Sent:
    sample = given.pop("sample", "drain")
    photo = given.pop("photo", sample)
    return phone.send_photo(photo.content if isinstance(photo, Upload) else photo, **given)


def _document(phone: Phone, given: Wire) -> Sent:
    file = given.pop("document", None)
    if isinstance(file, Upload):
        given |= {"content": file.content, "mime_type": file.mime_type}
    return phone.send_document(given.pop("file_name"), **given)


def _poll(phone: Phone, given: Wire) -> Sent:
    options = tuple(given.pop("options", ("A", "B")))
    return phone.send_poll(given.pop("question", "?"), options, **given)


def _press(phone: Phone, given: Wire) -> Sent:
    forged = given.pop("forged", False)
    return phone.forge_press(**given) if forged else phone.press(**given)


def _reply_button(phone: Phone, given: Wire) -> Sent:
    given.pop("request", None)
    return phone.reply_button(**given)


def _raw(phone: Phone, given: Wire) -> Sent:
    return Sent(None, phone.world.updates.put_raw(given["raw"]))


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON object, for updates that a test injects."""

    def read(self, given: object) -> Wire:
        """Return it untouched."""
        return given if isinstance(given, dict) else {"raw": given}


_IN_CHAT: Fields = {"chat_id": INTEGER}


def _action(name: str, required: Fields, optional: Fields, deed: Deed) -> tuple[str, Action]:
    return name, Action(Shape(name, required, {**optional, **_IN_CHAT}), deed)


ACTIONS: dict[str, Action] = dict(
    [
        ("start", Action(Shape("start", NOTHING, {"payload": TEXT}), lambda p, g: p.start(**g))),
        ("block", Action(Shape("block", NOTHING, NOTHING), lambda p, _: p.block())),
        ("unblock", Action(Shape("unblock", NOTHING, NOTHING), lambda p, _: p.unblock())),
        ("deactivate", Action(Shape("deactivate", NOTHING, NOTHING), lambda p, _: p.deactivate())),
        ("reopen", Action(Shape("reopen", NOTHING, NOTHING), lambda p, _: p.reopen())),
        ("update", Action(Shape("update", {"raw": Anything()}, NOTHING), _raw)),
        _action(
            "text", {"text": TEXT}, {"reply_to_message_id": INTEGER}, lambda p, g: p.type(**g)
        ),
        _action("edit", {"message_id": INTEGER, "text": TEXT}, {}, lambda p, g: p.edit(**g)),
        _action(
            "photo",
            {},
            {
                "photo": File(),
                "sample": TEXT,
                "caption": TEXT,
                "media_group_id": TEXT,
                "reply_to_message_id": INTEGER,
            },
            _photo,
        ),
        _action(
            "album",
            {"samples": ListOf(TEXT)},
            {"caption": TEXT},
            lambda p, g: p.send_album(g.pop("samples"), **g),
        ),
        _action(
            "location",
            {"latitude": NUMBER, "longitude": NUMBER},
            {"horizontal_accuracy": NUMBER},
            lambda p, g: p.send_location(**g),
        ),
        _action("contact", {}, {}, lambda p, g: p.send_contact(**g)),
        _action("press", {"message_id": INTEGER, "data": TEXT}, {"forged": BOOLEAN}, _press),
        _action(
            "reply_button",
            {"text": TEXT},
            {"request": TEXT, "latitude": NUMBER, "longitude": NUMBER},
            _reply_button,
        ),
        _action("react", {"message_id": INTEGER}, {"emoji": TEXT}, lambda p, g: p.react(**g)),
        _action("sticker", {}, {"emoji": TEXT}, lambda p, g: p.send_sticker(**g)),
        _action("poll", {}, {"question": TEXT, "options": ListOf(TEXT)}, _poll),
        _action(
            "vote",
            {"message_id": INTEGER, "option_ids": ListOf(INTEGER)},
            {},
            lambda p, g: p.vote(**g),
        ),
        _action("voice", {}, {"duration": INTEGER}, lambda p, g: p.send_voice(**g)),
        _action(
            "document",
            {"file_name": TEXT},
            {"size": INTEGER, "mime_type": TEXT, "document": File()},
            _document,
        ),
    ]
)
