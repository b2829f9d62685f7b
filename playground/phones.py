"""A phone: everything that a person can do with the bot's chats."""

from playground import limits
from playground.chats import Membership
from playground.formatting import Formatted, cleaned
from playground.hands import PhoneError, Sent
from playground.members import tell_bot
from playground.presses import PressingHand
from playground.reactions import EMOJI
from playground.shown import announce_message
from playground.text_units import found_entities
from playground.things import SendingHand
from playground.wire import Wire


class Phone(PressingHand, SendingHand):
    """One person's phone."""

    def start(self, payload: str = "") -> Sent:
        """Press «Start», perhaps through a deep link; a blocked bot is unblocked by it."""
        if len(payload) > limits.START_PAYLOAD:
            raise PhoneError("payload_too_long", "A deep link carries at most 64 characters.")
        self.unblock()
        return self.type(f"/start {payload}".strip())

    def type(
        self, text: str, *, reply_to_message_id: int | None = None, chat_id: int | None = None
    ) -> Sent:
        """Write a message; a longer one than Telegram takes is sent in pieces, as apps do."""
        pieces = [text[i : i + limits.TEXT] for i in range(0, len(text), limits.TEXT)]
        contents = [ready for piece in pieces if (ready := typed(piece)).text]
        if not contents:
            raise PhoneError("empty", "Nothing was typed.")
        about = self.replying(reply_to_message_id, chat_id)
        sent = [self.say(ready.wire("text", "entities"), about, chat_id) for ready in contents]
        return sent[-1]

    def edit(self, message_id: int, text: str, *, chat_id: int | None = None) -> Sent:
        """Change an own text."""
        message = self.message(message_id, chat_id)
        if message.sender.id != self.user_id or "text" not in message.content:
            raise PhoneError("not_editable", "Only own texts can be edited.")
        message.content = typed(text).wire("text", "entities")
        message.edit_date = self.world.now_seconds()
        chat = self.chat(chat_id)
        announce_message(self.world, chat, message)
        return self.tell_bot("edited_message", chat, message)

    def react(self, message_id: int, emoji: str = "", *, chat_id: int | None = None) -> Sent:
        """Put one emoji on a message, or take it off with an empty one."""
        if emoji and emoji not in EMOJI:
            raise PhoneError("no_such_reaction", "Telegram has no such reaction.")
        message, chat = self.message(message_id, chat_id), self.chat(chat_id)
        old = message.reactions.pop(self.user_id, "")
        if emoji:
            message.reactions[self.user_id] = emoji
        announce_message(self.world, chat, message)
        change = {
            "chat": chat.wire(),
            "message_id": message_id,
            "user": self.account.wire(),
            "date": self.world.now_seconds(),
            "old_reaction": _reaction(old),
            "new_reaction": _reaction(emoji),
        }
        return Sent(message_id, self.world.updates.put("message_reaction", change, chat.id))

    def block(self) -> Sent:
        """Block the bot."""
        return self._set_blocked(blocked=True)

    def unblock(self) -> Sent:
        """Unblock the bot."""
        return self._set_blocked(blocked=False)

    def deactivate(self) -> Sent:
        """Delete the account."""
        self.person.deactivated = True
        self.world.events.touch()
        return Sent(None, None)

    def _set_blocked(self, *, blocked: bool) -> Sent:
        if self.person.blocked == blocked:
            return Sent(None, None)
        self.person.blocked = blocked
        self.world.events.touch()
        self.world.events.publish("blocked", phone=self.user_id, blocked=blocked)
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        old, new = Membership(self.world.bot, before), Membership(self.world.bot, after)
        return Sent(None, tell_bot(self.world, self.chat(), self.account, old, new))


def typed(text: str) -> Formatted:
    """Turn what was typed into text and entities, as the app does."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = cleaned(whole, [])[0].strip("\n ")
    return Formatted(text, found_entities(text, []))


def _reaction(emoji: str) -> list[Wire]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
