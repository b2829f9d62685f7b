"""sendMessage, editMessageText and the other edits."""

from playground.errors import bad_request
from playground.formatting import caption, message_text
from playground.keyboards import checked_markup, inline_only
from playground.kinds import Fields, ListOf
from playground.messages import StoredMessage
from playground.methods.fields import CAPTION, CHAT, EDITED_KEYBOARD, MESSAGE, SENDING
from playground.methods.method import Method
from playground.sending import send, with_known_mentions, writable_chat
from playground.shapes import BOOLEAN, LINK_PREVIEW_OPTIONS, MESSAGE_ENTITY, TEXT
from playground.shown import announce_message
from playground.wire import Wire
from playground.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_FORMATTED: Fields = {
    "parse_mode": TEXT,
    "entities": ListOf(MESSAGE_ENTITY),
    "link_preview_options": LINK_PREVIEW_OPTIONS,
}
MEDIA = ("photo", "document", "video", "audio", "voice", "animation")


def send_message(world: World, given: Wire) -> Wire:
    """Answer sendMessage."""
    return send(world, given, _text_content(given))


def edit_message_text(world: World, given: Wire) -> Wire:
    """Answer editMessageText."""
    content = _text_content(given)
    message = editable_message(world, given)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return change(world, message, given, content)


def edit_message_caption(world: World, given: Wire) -> Wire:
    """Answer editMessageCaption."""
    new = caption(given)
    message = editable_message(world, given)
    if not any(kind in message.content for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    kept = {k: v for k, v in message.content.items() if k not in {"caption", "caption_entities"}}
    return change(world, message, given, {**kept, **new})


def edit_message_reply_markup(world: World, given: Wire) -> Wire:
    """Answer editMessageReplyMarkup."""
    message = editable_message(world, given)
    return change(world, message, given, message.content)


def editable_message(world: World, given: Wire) -> StoredMessage:
    """Find a message of the bot that may be edited, or refuse like Telegram."""
    chat = writable_chat(world, given)
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender.id != world.bot.id or not message.editable:
        raise bad_request("message can't be edited")
    return message


def change(world: World, message: StoredMessage, given: Wire, content: Wire) -> Wire:
    """Write the new content and keyboard; a keyboard that is not given goes away."""
    chat = world.chats[message.chat["id"]]
    content = with_known_mentions(world, content)
    markup = inline_only(checked_markup(given.get("reply_markup"), chat.type))
    if content == message.content and markup == message.reply_markup:
        raise bad_request(NOT_MODIFIED)
    message.content, message.reply_markup = content, markup
    message.edit_date = world.now_seconds()
    announce_message(world, chat, message)
    return message.wire()


def _text_content(given: Wire) -> Wire:
    content = message_text(given)
    if given.get("link_preview_options"):
        content["link_preview_options"] = given["link_preview_options"]
    return content


METHODS = (
    Method("sendMessage", {**CHAT, "text": TEXT}, {**_FORMATTED, **SENDING}, send_message),
    Method(
        "editMessageText",
        {**MESSAGE, "text": TEXT},
        {**_FORMATTED, **EDITED_KEYBOARD},
        edit_message_text,
    ),
    Method(
        "editMessageCaption",
        MESSAGE,
        {**CAPTION, **EDITED_KEYBOARD, "show_caption_above_media": BOOLEAN},
        edit_message_caption,
    ),
    Method("editMessageReplyMarkup", MESSAGE, EDITED_KEYBOARD, edit_message_reply_markup),
)
