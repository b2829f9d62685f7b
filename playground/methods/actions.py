"""sendChatAction and deleting."""

from playground import limits
from playground.chats import Chat
from playground.errors import bad_request
from playground.kinds import ChatReference, Integer, ListOf
from playground.methods.fields import CHAT, MESSAGE
from playground.methods.method import Method
from playground.sending import writable_chat
from playground.shapes import INTEGER, NOTHING, TEXT
from playground.shown import announce
from playground.wire import Wire
from playground.world import World

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def send_chat_action(world: World, given: Wire) -> bool:
    """Answer sendChatAction."""
    if given["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, given)
    chat.show_typing(given["action"], world.clock.now())
    announce(world, chat, "typing", action=given["action"])
    return True


def delete_message(world: World, given: Wire) -> bool:
    """Answer deleteMessage."""
    chat = writable_chat(world, given)
    if given["message_id"] not in chat.messages:
        raise bad_request("message to delete not found")
    if not _deletable(world, chat, given["message_id"]):
        raise bad_request("message can't be deleted")
    _delete(world, chat, given["message_id"])
    return True


def delete_messages(world: World, given: Wire) -> bool:
    """Answer deleteMessages; what cannot be deleted is skipped."""
    chat = writable_chat(world, given)
    if not 1 <= len(given["message_ids"]) <= limits.MESSAGES_AT_ONCE:
        raise bad_request("message identifiers are not specified")
    for message_id in given["message_ids"]:
        if message_id in chat.messages and _deletable(world, chat, message_id):
            _delete(world, chat, message_id)
    return True


def _deletable(world: World, chat: Chat, message_id: int) -> bool:
    message = chat.messages[message_id]
    own = message.sender.id == world.bot.id
    is_administrator = (
        world.bot.id in chat.members and chat.members[world.bot.id].status == "administrator"
    )
    young = world.clock.now() - message.date < limits.DELETE_SECONDS
    return young and (own or chat.type == "private" or is_administrator)


def _delete(world: World, chat: Chat, message_id: int) -> None:
    del chat.messages[message_id]
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
    announce(world, chat, "deleted", message_id=message_id)


METHODS = (
    Method(
        "sendChatAction",
        {**CHAT, "action": TEXT},
        {"message_thread_id": INTEGER, "business_connection_id": TEXT},
        send_chat_action,
    ),
    Method("deleteMessage", MESSAGE, NOTHING, delete_message),
    Method(
        "deleteMessages",
        {"chat_id": ChatReference(), "message_ids": ListOf(Integer())},
        NOTHING,
        delete_messages,
    ),
)
