"""A hand that holds a phone: it sees its chats, and what it says reaches the bot."""

from dataclasses import dataclass

from playground.accounts import Account, Person
from playground.chats import Chat
from playground.messages import StoredMessage
from playground.sending import Draft, post
from playground.wire import Wire
from playground.world import World


class PhoneError(Exception):
    """Something that a hand cannot do on this phone; `code` is for programs."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it: the new message, and the update if the bot was told."""

    message_id: int | None
    update_id: int | None


@dataclass
class Hand:
    """One person with a phone in hand."""

    world: World
    user_id: int

    @property
    def person(self) -> Person:
        """Whose phone it is."""
        return self.world.people[self.user_id]

    @property
    def account(self) -> Account:
        """The account on it."""
        return self.person.account

    def chat(self, chat_id: int | None = None) -> Chat:
        """Open a chat: the one with the bot, or a group that this person is in."""
        chat = self.world.chats.get(chat_id or self.user_id)
        if chat is None or self.user_id not in chat.readers():
            raise PhoneError("no_such_chat", "This phone has no such chat.")
        return chat

    def messages(self, chat_id: int | None = None) -> list[StoredMessage]:
        """Read the chat, oldest first."""
        return list(self.chat(chat_id).messages.values())

    def message(self, message_id: int, chat_id: int | None = None) -> StoredMessage:
        """Look at one message."""
        found = self.chat(chat_id).messages.get(message_id)
        if found is None:
            raise PhoneError("no_such_message", "This message is not in the chat.")
        return found

    def replying(self, message_id: int | None, chat_id: int | None = None) -> Wire:
        """Collect what a reply carries."""
        if message_id is None:
            return {}
        return {"reply_to_message": self.message(message_id, chat_id).quoted()}

    def say(self, content: Wire, about: Wire | None = None, chat_id: int | None = None) -> Sent:
        """Send anything, and tell the bot if it may hear it."""
        if self.person.blocked and chat_id in {None, self.user_id}:
            raise PhoneError("blocked", "The bot is blocked on this phone; unblock it first.")
        chat = self.chat(chat_id)
        if chat.person:
            chat.person.started = True
        message = post(self.world, chat, self.account, Draft(content, about or {}))
        return self.tell_bot("message", chat, message)

    def tell_bot(self, kind: str, chat: Chat, message: StoredMessage) -> Sent:
        """Queue the update about a message if the bot may see it."""
        if not self.is_heard(chat, message):
            return Sent(message.message_id, None)
        if chat.type == "channel":
            kind = {"message": "channel_post", "edited_message": "edited_channel_post"}[kind]
        return Sent(message.message_id, self.world.updates.put(kind, message.wire(), chat.id))

    def is_heard(self, chat: Chat, message: StoredMessage) -> bool:
        """Tell whether the bot gets to see this message of the chat."""
        if chat.person or not self.world.rules.privacy:
            return True
        own = chat.members.get(self.world.bot.id)
        if own is None or own.status in {"left", "kicked"}:
            return False
        return own.status == "administrator" or self._is_meant_for_bot(message)

    def _is_meant_for_bot(self, message: StoredMessage) -> bool:
        replied = message.about.get("reply_to_message", {})
        to_bot = replied.get("from", {}).get("id") == self.world.bot.id
        named = f"@{self.world.bot.username}".lower() in message.text.lower()
        entities = message.content.get("entities", [])
        command = any(e["type"] == "bot_command" and e["offset"] == 0 for e in entities)
        return to_bot or named or command
