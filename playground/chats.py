"""Where people talk: private chats and groups, with what the phones show there."""

from dataclasses import dataclass, field

from playground import limits
from playground.accounts import Account, Person
from playground.errors import BotApiError, bad_request, forbidden, upgraded
from playground.messages import StoredMessage
from playground.wire import Wire, present

KEPT_MESSAGES = 10_000
"""Messages that one chat remembers, so that long runs stay small."""


@dataclass(slots=True)
class Typing:
    """A chat action, shown for a few seconds."""

    action: str
    until: float


@dataclass(slots=True)
class Membership:
    """One member of a group."""

    account: Account
    status: str = "member"
    joined: int = 0
    rights: Wire = field(default_factory=dict)
    """What an administrator may, or a restricted member still may."""


@dataclass(slots=True)
class Chat:
    """A chat with everything that was said in it."""

    id: int
    type: str
    title: str | None = None
    person: Person | None = None
    members: dict[int, Membership] = field(default_factory=dict)
    messages: dict[int, StoredMessage] = field(default_factory=dict)
    reply_keyboard: Wire | None = None
    typing: Typing | None = None
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    permissions: Wire = field(default_factory=dict)
    asking: dict[int, Account] = field(default_factory=dict)
    """Who asks to be let in."""
    last_message_id: int = 0

    def wire(self) -> Wire:
        """Write the Chat object."""
        if self.person:
            return self.person.account.chat_wire()
        return present(id=self.id, type=self.type, title=self.title)

    def remember(self, message: StoredMessage) -> None:
        """Keep a message, and forget the oldest when there are too many."""
        self.messages[message.message_id] = message
        if len(self.messages) > KEPT_MESSAGES:
            del self.messages[next(iter(self.messages))]

    def typing_now(self, now: float) -> str | None:
        """Tell the chat action that still shows."""
        return self.typing.action if self.typing and now < self.typing.until else None

    def show_typing(self, action: str, now: float) -> None:
        """Show a chat action for its few seconds."""
        self.typing = Typing(action, now + limits.TYPING_SECONDS)

    def readers(self) -> list[int]:
        """List whose phones show this chat."""
        if self.person:
            return [self.person.account.id]
        present_now = {"creator", "administrator", "member", "restricted"}
        return [
            key
            for key, member in self.members.items()
            if member.status in present_now and not member.account.is_bot
        ]


def check_bot_may_write(chat: Chat, bot_id: int) -> None:
    """Refuse like Telegram where the bot has no way in."""
    refusal = _private_refusal(chat.person) if chat.person else _group_refusal(chat, bot_id)
    if refusal:
        raise refusal


def _private_refusal(person: Person) -> BotApiError | None:
    if person.deactivated:
        return forbidden("user is deactivated")
    if not person.started:
        return forbidden("bot can't initiate conversation with a user")
    if person.blocked:
        return forbidden("bot was blocked by the user")
    return None


def _group_refusal(chat: Chat, bot_id: int) -> BotApiError | None:
    if chat.migrated_to is not None:
        return upgraded(chat.migrated_to)
    kind = "group chat" if chat.type == "group" else f"{chat.type} chat"
    own = chat.members.get(bot_id)
    if own is None or own.status == "left":
        return forbidden(f"bot is not a member of the {kind}")
    if own.status == "kicked":
        return forbidden(f"bot was kicked from the {kind}")
    if chat.type == "channel" and own.status != "administrator":
        return bad_request("need administrator rights in the channel chat")
    return None
