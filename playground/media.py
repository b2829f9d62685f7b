"""Files that a bot sends: uploaded or named by file_id, and how each kind is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playground import limits
from playground.errors import BotApiError, bad_request
from playground.files import NewFile, StoredFile
from playground.kinds import Upload
from playground.pictures import size_of_picture
from playground.wire import Wire, present
from playground.world import World

_WIDEST_RATIO = 20
_STICKER_SIDE = 512
_ANY_DOCUMENT = frozenset({"document", "audio", "video", "animation"})
"""Kinds that are all documents underneath; a photo is not."""


@dataclass(frozen=True, slots=True)
class MediaKind:
    """One kind of file: what Telegram calls it in complaints, and how it is written."""

    title: str
    write: Callable[[World, StoredFile, Wire], object]


def media_content(world: World, kind: str, file: str | Upload, given: Wire) -> Wire:
    """Write the content fields of a message with one file."""
    stored = stored_file(world, kind, file)
    written = KINDS[kind].write(world, stored, given)
    content: Wire = {kind: written}
    if kind == "animation":
        content["document"] = world.files.document(stored)
    if given.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


def stored_file(world: World, kind: str, file: str | Upload) -> StoredFile:
    """Keep an upload, or find the file that a file_id names."""
    if isinstance(file, Upload):
        return world.files.add(_checked(kind, file))
    if file.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if file.startswith("attach://") or not file:
        raise bad_request(f"there is no {kind} in the request")
    stored = world.files.of(file)
    if stored.kind != kind and not {stored.kind, kind} <= _ANY_DOCUMENT:
        old, new = KINDS[stored.kind].title, KINDS[kind].title
        raise bad_request(f"can't use file of type {old} as {new}")
    return stored


def _checked(kind: str, upload: Upload) -> NewFile:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > limits.UPLOAD_BYTES:
        raise BotApiError(413, "Request Entity Too Large")
    if kind == "photo":
        return _checked_photo(upload)
    return NewFile(kind, upload.content, upload.file_name, upload.mime_type)


def _checked_photo(upload: Upload) -> NewFile:
    if len(upload.content) > limits.PHOTO_BYTES:
        raise bad_request(
            f"file of size {len(upload.content)} bytes is too big for a photo; "
            f"the maximum size is {limits.PHOTO_BYTES} bytes"
        )
    size = size_of_picture(upload.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > limits.PHOTO_SIDES or max(size) > _WIDEST_RATIO * max(1, min(size)):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return NewFile("photo", upload.content, "photo.jpg", "image/jpeg", 0, *size)


def _photo(world: World, stored: StoredFile, _given: Wire) -> list[Wire]:
    return world.files.photo_sizes(stored)


def _document(world: World, stored: StoredFile, _given: Wire) -> Wire:
    return world.files.document(stored)


def _voice(world: World, stored: StoredFile, given: Wire) -> Wire:
    return {
        **world.files.identity(stored),
        "duration": given.get("duration", 0),
        "mime_type": stored.mime_type,
        "file_size": stored.size,
    }


def _audio(world: World, stored: StoredFile, given: Wire) -> Wire:
    named = present(performer=given.get("performer"), title=given.get("title"))
    return {**_document(world, stored, given), **named, "duration": given.get("duration", 0)}


def _video(world: World, stored: StoredFile, given: Wire) -> Wire:
    sides = {name: given.get(name, 0) for name in ("width", "height", "duration")}
    return {**_document(world, stored, given), **sides}


def _sticker(world: World, stored: StoredFile, given: Wire) -> Wire:
    return present(
        **world.files.identity(stored),
        type="regular",
        width=_STICKER_SIDE,
        height=_STICKER_SIDE,
        is_animated=False,
        is_video=False,
        emoji=given.get("emoji"),
        file_size=stored.size,
    )


KINDS: Mapping[str, MediaKind] = {
    "photo": MediaKind("Photo", _photo),
    "document": MediaKind("Document", _document),
    "voice": MediaKind("VoiceNote", _voice),
    "audio": MediaKind("Audio", _audio),
    "video": MediaKind("Video", _video),
    "animation": MediaKind("Animation", _video),
    "sticker": MediaKind("Sticker", _sticker),
}
