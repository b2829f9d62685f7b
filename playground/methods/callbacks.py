"""answerCallbackQuery and setMessageReaction: answers to what a finger did."""

from playground import limits
from playground.errors import bad_request
from playground.kinds import ListOf
from playground.methods.fields import MESSAGE
from playground.methods.method import Method
from playground.reactions import EMOJI
from playground.sending import writable_chat
from playground.shapes import BOOLEAN, INTEGER, REACTION_TYPE, TEXT
from playground.shown import announce_message
from playground.wire import Wire
from playground.world import World


def answer_callback_query(world: World, given: Wire) -> bool:
    """Answer answerCallbackQuery: the button stops loading, and a toast may show."""
    if len(given.get("text", "")) > limits.TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    press = world.presses.open_at(given["callback_query_id"], world.clock.now())
    if press.answered:
        return True
    press.answered = True
    press.message.loading = [data for data in press.message.loading if data != press.data]
    chat = world.chats[press.chat_id]
    announce_message(world, chat, press.message)
    world.events.publish(
        "callback_answer",
        phone=press.user_id,
        chat_id=press.chat_id,
        message_id=press.message.message_id,
        data=press.data,
        text=given.get("text"),
        show_alert=given.get("show_alert", False),
        url=given.get("url"),
    )
    press.toast = given.get("text")
    return True


def set_message_reaction(world: World, given: Wire) -> bool:
    """Answer setMessageReaction; bots may set one emoji."""
    chat = writable_chat(world, given)
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("message to react not found")
    reactions = given.get("reaction", [])
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(r.get("emoji") not in EMOJI for r in reactions):
        raise bad_request("REACTION_INVALID")
    message.reactions.pop(world.bot.id, None)
    if reactions:
        message.reactions[world.bot.id] = reactions[0]["emoji"]
    announce_message(world, chat, message)
    return True


METHODS = (
    Method(
        "answerCallbackQuery",
        {"callback_query_id": TEXT},
        {"text": TEXT, "show_alert": BOOLEAN, "url": TEXT, "cache_time": INTEGER},
        answer_callback_query,
    ),
    Method(
        "setMessageReaction",
        MESSAGE,
        {"reaction": ListOf(REACTION_TYPE), "is_big": BOOLEAN},
        set_message_reaction,
    ),
)
