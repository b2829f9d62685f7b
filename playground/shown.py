"""What the page shows: phones, chats and messages with the page's own extras."""

from playground.chats import Chat
from playground.entities_view import safe_html
from playground.messages import StoredMessage
from playground.wire import Wire
from playground.world import World

MESSAGES_SHOWN = 300
"""Messages of one chat that the page gets at once."""


def shown_message(world: World, message: StoredMessage) -> Wire:
    """Write a message for the page."""
    return {**message.wire(), "playground": _extras(world, message)}


def shown_chat(world: World, chat: Chat, user_id: int) -> Wire:
    """Write a chat for the page, as this phone sees it."""
    messages = list(chat.messages.values())[-MESSAGES_SHOWN:]
    body = {
        **chat.wire(),
        "messages": [shown_message(world, message) for message in messages],
        "reply_keyboard": chat.reply_keyboard,
        "typing": chat.typing_now(world.clock.now()),
        "commands": shown_commands(world, chat, user_id),
        "menu_button": world.profile.menu_button(chat.id),
    }
    if chat.pinned:
        body["pinned_message_id"] = chat.pinned[-1]
    return body


def shown_commands(world: World, chat: Chat, user_id: int) -> list[Wire]:
    """Resolve the command menu for this phone in this chat."""
    person = world.people[user_id]
    status = chat.members[user_id].status if user_id in chat.members else "member"
    language = person.account.language_code or ""
    return world.profile.commands_for(chat.id, user_id, status, language)


def shown_bot(world: World, user_id: int) -> Wire:
    """Write how the bot presents itself in this person's language."""
    language = world.people[user_id].account.language_code or ""
    names = {what: world.profile.named(what, language) for what in ("name", "description")}
    return {**world.bot.wire(), **names, "name": names["name"] or world.bot.first_name}


def shown_phone(world: World, user_id: int) -> Wire:
    """Write a phone for the page."""
    person = world.people[user_id]
    user = person.account.wire()
    del user["is_bot"]
    groups = [chat for chat in world.chats.values() if user_id in chat.readers() and chat.id < 0]
    return {
        "user": user,
        "title": person.title,
        "phone_number": person.phone_number,
        "bot": shown_bot(world, user_id),
        "started": person.started,
        "blocked": person.blocked,
        "chat": shown_chat(world, world.chats[user_id], user_id),
        "groups": [shown_chat(world, chat, user_id) for chat in groups],
    }


def announce_message(world: World, chat: Chat, message: StoredMessage) -> None:
    """Tell the phones that a message is new or changed."""
    world.events.touch()
    if world.events.is_heard:
        shown = shown_message(world, message)
        announce(world, chat, "message", message=shown)


def announce(world: World, chat: Chat, kind: str, **fields: object) -> None:
    """Tell each phone in this chat."""
    world.events.touch()
    if not world.events.is_heard:
        return
    for user_id in chat.readers():
        world.events.publish(kind, phone=user_id, chat_id=chat.id, **fields)


def _extras(world: World, message: StoredMessage) -> Wire:
    content = message.content
    extras: Wire = {
        "from_bot": message.sender.id == world.bot.id,
        "deleted": False,
        "loading": list(message.loading),
        "reactions": [{"emoji": emoji, "from": user} for user, emoji in message.reactions.items()],
        "entities_html": safe_html(
            message.text, content.get("entities") or content.get("caption_entities") or []
        ),
    }
    if "poll" in content:
        poll = world.polls.of(message)
        extras["votes"] = (
            [] if poll is None else [[user, *ids] for user, ids in poll.votes.items()]
        )
    if "photo" in content:
        extras["photo_url"] = f"/file-view/{content['photo'][-1]['file_unique_id']}"
    return extras
