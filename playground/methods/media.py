"""sendPhoto and its kin, albums, and editMessageMedia."""

from collections.abc import Callable

from playground import limits
from playground.errors import bad_request
from playground.formatting import caption
from playground.kinds import Fields, File, ListOf
from playground.media import media_content
from playground.methods.fields import CAPTION, CHAT, EDITED_KEYBOARD, MESSAGE, SENDING
from playground.methods.method import Method
from playground.methods.text import MEDIA, change, editable_message
from playground.sending import send, send_into, writable_chat
from playground.shapes import BOOLEAN, INPUT_MEDIA, INTEGER, TEXT
from playground.wire import Wire
from playground.world import World

FIRST_ALBUM = 13_000_000_000_000_000
_ABOVE: Fields = {"show_caption_above_media": BOOLEAN, "has_spoiler": BOOLEAN}
_SIDES: Fields = {"width": INTEGER, "height": INTEGER, "duration": INTEGER}


def captioned_media(world: World, kind: str, given: Wire) -> Wire:
    """Write the content of a message with a file and perhaps words below or above it."""
    words = caption(given)
    if words and given.get("show_caption_above_media"):
        words["show_caption_above_media"] = True
    return {**media_content(world, kind, given[kind], given), **words}


def send_media_group(world: World, given: Wire) -> list[Wire]:
    """Answer sendMediaGroup: all of the album, or nothing."""
    _check_album([media["type"] for media in given["media"]])
    contents = [_media(world, media) for media in given["media"]]
    chat = writable_chat(world, given)
    in_album = {**given, "media_group_id": str(FIRST_ALBUM + world.last_message_id)}
    return [send_into(world, chat, in_album, content).wire() for content in contents]


def edit_message_media(world: World, given: Wire) -> Wire:
    """Answer editMessageMedia."""
    content = _media(world, given["media"])
    message = editable_message(world, given)
    if not any(kind in message.content for kind in (*MEDIA, "text")):
        raise bad_request("there is no media in the message to edit")
    return change(world, message, given, content)


def _media(world: World, media: Wire) -> Wire:
    kind = media["type"]
    return captioned_media(world, kind, {**media, kind: media["media"]})


def _check_album(kinds: list[str]) -> None:
    if len(kinds) not in limits.ALBUM:
        few = "few" if len(kinds) < limits.ALBUM.start else "many"
        raise bad_request(f"too {few} messages to send as an album")
    for alone in ("document", "audio"):
        if alone in kinds and set(kinds) != {alone}:
            raise bad_request(f"{alone.capitalize()} can't be mixed with other media types")


def _sender(kind: str) -> Callable[[World, Wire], Wire]:
    def answer(world: World, given: Wire) -> Wire:
        return send(world, given, captioned_media(world, kind, given))

    return answer


def _sending(kind: str, extra: Fields, *, captions: bool = True) -> Method:
    words = CAPTION if captions else {}
    optional = {**words, **extra, **SENDING}
    name = f"send{kind.capitalize()}"
    return Method(name, {**CHAT, kind: File()}, optional, _sender(kind))


_ALBUM: Fields = {name: kind for name, kind in SENDING.items() if name != "reply_markup"}

METHODS = (
    _sending("photo", _ABOVE),
    _sending("document", {"thumbnail": File(), "disable_content_type_detection": BOOLEAN}),
    _sending("voice", {"duration": INTEGER}),
    _sending(
        "audio",
        {"duration": INTEGER, "performer": TEXT, "title": TEXT, "thumbnail": File()},
    ),
    _sending("video", {**_ABOVE, **_SIDES, "thumbnail": File(), "supports_streaming": BOOLEAN}),
    _sending("animation", {**_ABOVE, **_SIDES, "thumbnail": File()}),
    _sending("sticker", {"emoji": TEXT}, captions=False),
    Method("sendMediaGroup", {**CHAT, "media": ListOf(INPUT_MEDIA)}, _ALBUM, send_media_group),
    Method(
        "editMessageMedia", {**MESSAGE, "media": INPUT_MEDIA}, EDITED_KEYBOARD, edit_message_media
    ),
)
