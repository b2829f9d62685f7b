"""A chat as plain text, to read or to keep as a test."""

from datetime import UTC, datetime

from playground.messages import StoredMessage
from playground.world import World

_THINGS = ("photo", "document", "voice", "video", "sticker", "poll", "location", "contact")


def transcript(world: World, user_id: int) -> str:
    """Write down the private chat of one phone."""
    chat = world.chats[user_id]
    lines = [_lines(world, message) for message in chat.messages.values()]
    return "\n".join(lines) + "\n"


def _lines(world: World, message: StoredMessage) -> str:
    at = datetime.fromtimestamp(message.date, UTC).strftime("%Y-%m-%d %H:%M:%S")
    who = "bot" if message.sender.id == world.bot.id else message.sender.first_name
    things = "".join(f"[{thing}] " for thing in _THINGS if thing in message.content)
    buttons = "".join(f"\n    [{button['text']}]" for button in message.buttons())
    words = message.text.replace("\n", "\n    ")
    return f"{at} {who}: {things}{words}{buttons}"
