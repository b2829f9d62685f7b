"""How a message gets into a chat, whoever writes it."""

from dataclasses import dataclass, field

from playground.accounts import Account
from playground.chats import Chat, check_bot_may_write
from playground.errors import bad_request
from playground.keyboards import checked_markup, inline_only
from playground.messages import StoredMessage
from playground.shown import announce, announce_message
from playground.wire import Wire
from playground.world import World


@dataclass(frozen=True, slots=True)
class Draft:
    """What will be in the message."""

    content: Wire
    about: Wire = field(default_factory=dict)
    markup: Wire | None = None


def post(world: World, chat: Chat, sender: Account, draft: Draft) -> StoredMessage:
    """Put a message into a chat and show it on the phones."""
    message = StoredMessage(
        message_id=world.next_message_id(chat),
        chat=chat.wire(),
        sender=sender,
        date=world.now_seconds(),
        content=draft.content,
        about=draft.about,
        reply_markup=inline_only(draft.markup),
        editable=draft.markup is None or "inline_keyboard" in draft.markup,
    )
    chat.remember(message)
    announce_message(world, chat, message)
    return message


def writable_chat(world: World, given: Wire) -> Chat:
    """Find the chat that the bot wants to write to, or refuse like Telegram."""
    chat = world.chat(given["chat_id"])
    check_bot_may_write(chat, world.bot.id)
    return chat


def send(world: World, given: Wire, content: Wire) -> Wire:
    """Send one message of the bot and answer with it."""
    chat = writable_chat(world, given)
    return send_into(world, chat, given, content).wire()


def send_into(world: World, chat: Chat, given: Wire, content: Wire) -> StoredMessage:
    """Send one message of the bot into a chat that is known to be open."""
    markup = checked_markup(given.get("reply_markup"), chat.type)
    draft = Draft(with_known_mentions(world, content), about_bot_message(chat, given), markup)
    message = post(world, chat, world.bot, draft)
    stop_typing(world, chat)
    show_reply_keyboard(world, chat, markup)
    return message


def about_bot_message(chat: Chat, given: Wire) -> Wire:
    """Collect what does not change with an edit."""
    about: Wire = {}
    replied = _replied(chat, given.get("reply_parameters"))
    if replied:
        about["reply_to_message"] = replied.quoted()
    if given.get("protect_content"):
        about["has_protected_content"] = True
    if given.get("media_group_id"):
        about["media_group_id"] = given["media_group_id"]
    return about


def show_reply_keyboard(world: World, chat: Chat, markup: Wire | None) -> None:
    """Change the keyboard below the chat if the message brought or removed one."""
    if markup is None or "inline_keyboard" in markup:
        return
    new = markup if "keyboard" in markup else None
    if new != chat.reply_keyboard:
        chat.reply_keyboard = new
        announce(world, chat, "reply_keyboard", reply_keyboard=new)


def with_known_mentions(world: World, content: Wire) -> Wire:
    """Fill in whom a text mentions; a mention of somebody unknown is left out."""
    for name in ("entities", "caption_entities"):
        if any(entity["type"] == "text_mention" for entity in content.get(name, ())):
            known = [_known_mention(world, entity) for entity in content[name]]
            content = {**content, name: [entity for entity in known if entity]}
    return content


def stop_typing(world: World, chat: Chat) -> None:
    """End «typing…», as each message does."""
    if chat.typing is not None:
        chat.typing = None
        announce(world, chat, "typing", action=None)


def _known_mention(world: World, entity: Wire) -> Wire | None:
    if entity["type"] != "text_mention":
        return entity
    person = world.people.get(entity["user"]["id"])
    return {**entity, "user": person.account.wire()} if person else None


def _replied(chat: Chat, parameters: Wire | None) -> StoredMessage | None:
    if parameters is None:
        return None
    message = chat.messages.get(parameters["message_id"])
    if message is None and not parameters.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message
