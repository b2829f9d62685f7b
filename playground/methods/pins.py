"""Pinned messages."""

from playground.chats import Chat
from playground.errors import bad_request
from playground.kinds import Integer
from playground.methods.fields import CHAT, MESSAGE
from playground.methods.method import Method
from playground.sending import Draft, post, writable_chat
from playground.shapes import BOOLEAN, NOTHING
from playground.shown import announce
from playground.wire import Wire
from playground.world import World


def pin_chat_message(world: World, given: Wire) -> bool:
    """Answer pinChatMessage; the chat gets a service message about it."""
    chat = _pinnable_chat(world, given)
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("message to pin not found")
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)
    chat.pinned.append(message.message_id)
    service = post(world, chat, world.bot, Draft({"pinned_message": message.quoted()}))
    world.updates.put("message", service.wire(), chat.id)
    announce(world, chat, "pinned", pinned_message_id=message.message_id)
    return True


def unpin_chat_message(world: World, given: Wire) -> bool:
    """Answer unpinChatMessage; without a number the newest pin goes."""
    chat = _pinnable_chat(world, given)
    message_id = given.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    _announce(world, chat)
    return True


def unpin_all_chat_messages(world: World, given: Wire) -> bool:
    """Answer unpinAllChatMessages."""
    chat = _pinnable_chat(world, given)
    chat.pinned.clear()
    _announce(world, chat)
    return True


def _announce(world: World, chat: Chat) -> None:
    newest = chat.pinned[-1] if chat.pinned else None
    announce(world, chat, "pinned", pinned_message_id=newest)


def _pinnable_chat(world: World, given: Wire) -> Chat:
    chat = writable_chat(world, given)
    own = chat.members.get(world.bot.id)
    if own is not None and own.status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


METHODS = (
    Method("pinChatMessage", MESSAGE, {"disable_notification": BOOLEAN}, pin_chat_message),
    Method("unpinChatMessage", CHAT, {"message_id": Integer()}, unpin_chat_message),
    Method("unpinAllChatMessages", CHAT, NOTHING, unpin_all_chat_messages),
)
