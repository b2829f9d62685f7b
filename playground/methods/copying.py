"""Forwarding and copying messages."""

from playground import limits
from playground.chats import Chat
from playground.errors import bad_request
from playground.formatting import caption
from playground.kinds import ChatReference, Fields, Integer, ListOf
from playground.messages import StoredMessage
from playground.methods.fields import CAPTION, CHAT, SENDING
from playground.methods.method import Method
from playground.methods.text import MEDIA
from playground.sending import Draft, about_bot_message, post, send_into, writable_chat
from playground.shapes import BOOLEAN, INTEGER
from playground.wire import Wire
from playground.world import World

_SOURCE: Fields = {**CHAT, "from_chat_id": ChatReference(), "message_id": Integer()}
_SOURCES: Fields = {
    **CHAT,
    "from_chat_id": ChatReference(),
    "message_ids": ListOf(Integer()),
}
_QUIET: Fields = {
    "message_thread_id": INTEGER,
    "disable_notification": BOOLEAN,
    "protect_content": BOOLEAN,
}
SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "pinned_message",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "group_chat_created",
)


def forward_message(world: World, given: Wire) -> Wire:
    """Answer forwardMessage."""
    chat = writable_chat(world, given)
    source = _source(world, given, "forward")
    return _forward(world, chat, source, given).wire()


def forward_messages(world: World, given: Wire) -> list[Wire]:
    """Answer forwardMessages; what cannot be forwarded is skipped."""
    chat = writable_chat(world, given)
    sources = _sources(world, given)
    if not sources:
        raise bad_request("there are no messages to forward")
    return [{"message_id": _forward(world, chat, s, given).message_id} for s in sources]


def copy_message(world: World, given: Wire) -> Wire:
    """Answer copyMessage; the caption may be exchanged."""
    chat = writable_chat(world, given)
    source = _source(world, given, "copy")
    content = source.content
    if "caption" in given and any(kind in content for kind in MEDIA):
        content = {**_without_caption(content), **caption(given)}
    return {"message_id": send_into(world, chat, given, content).message_id}


def copy_messages(world: World, given: Wire) -> list[Wire]:
    """Answer copyMessages; what cannot be copied is skipped."""
    chat = writable_chat(world, given)
    sources = _sources(world, given)
    if not sources:
        raise bad_request("there are no messages to copy")
    return [{"message_id": _copy(world, chat, s, given).message_id} for s in sources]


def _forward(world: World, chat: Chat, source: StoredMessage, given: Wire) -> StoredMessage:
    origin = source.about.get("forward_origin") or {
        "type": "user",
        "sender_user": source.sender.wire(),
        "date": source.date,
    }
    about = {**about_bot_message(chat, given), "forward_origin": origin}
    return post(world, chat, world.bot, Draft(source.content, about))


def _copy(world: World, chat: Chat, source: StoredMessage, given: Wire) -> StoredMessage:
    content = source.content
    if given.get("remove_caption"):
        content = _without_caption(content)
    return send_into(world, chat, given, content)


def _source(world: World, given: Wire, deed: str) -> StoredMessage:
    message = world.chat(given["from_chat_id"]).messages.get(given["message_id"])
    if message is None:
        raise bad_request(f"message to {deed} not found")
    if not _movable(message):
        raise bad_request(f"message can't be {'copied' if deed == 'copy' else 'forwarded'}")
    return message


def _sources(world: World, given: Wire) -> list[StoredMessage]:
    if not 1 <= len(given["message_ids"]) <= limits.MESSAGES_AT_ONCE:
        raise bad_request("message identifiers are not specified")
    messages = world.chat(given["from_chat_id"]).messages
    found = [messages[number] for number in given["message_ids"] if number in messages]
    return [message for message in found if _movable(message)]


def _movable(message: StoredMessage) -> bool:
    service = any(name in message.content for name in SERVICE)
    return not service and not message.about.get("has_protected_content")


def _without_caption(content: Wire) -> Wire:
    return {k: v for k, v in content.items() if k not in {"caption", "caption_entities"}}


METHODS = (
    Method("forwardMessage", _SOURCE, _QUIET, forward_message),
    Method("forwardMessages", _SOURCES, _QUIET, forward_messages),
    Method(
        "copyMessage",
        _SOURCE,
        {**CAPTION, **SENDING, "show_caption_above_media": BOOLEAN},
        copy_message,
    ),
    Method("copyMessages", _SOURCES, {**_QUIET, "remove_caption": BOOLEAN}, copy_messages),
)
