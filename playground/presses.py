"""Fingers on inline buttons."""

from playground.chats import Chat
from playground.hands import Hand, PhoneError, Sent
from playground.messages import StoredMessage
from playground.shown import announce_message
from playground.wire import Wire


class PressingHand(Hand):
    """The part of a phone that presses buttons."""

    def press(self, message_id: int, data: str, *, chat_id: int | None = None) -> Sent:
        """Press a button that is there; it shows as loading until the bot answers."""
        message = self.message(message_id, chat_id)
        if not any(button.get("callback_data") == data for button in message.buttons()):
            raise PhoneError("no_such_button", "This message has no such button.")
        return self._press(self.chat(chat_id), message, data)

    def press_label(self, label: str, *, chat_id: int | None = None) -> Sent:
        """Press the newest button with this label (or starting with it)."""
        for message in reversed(self.messages(chat_id)):
            for button in message.buttons():
                if "callback_data" in button and button["text"].startswith(label):
                    return self._press(self.chat(chat_id), message, button["callback_data"])
        raise PhoneError("no_such_button", f"No message has a button «{label}».")

    def forge_press(self, message_id: int, data: str, *, chat_id: int | None = None) -> Sent:
        """Send data that no button holds, as a hostile app may; the message may be long gone."""
        chat = self.chat(chat_id)
        message = chat.messages.get(message_id)
        if message is None:
            gone = {"chat": chat.wire(), "message_id": message_id, "date": 0}
            return Sent(message_id, self._tell_bot(self._query("0", gone, data)))
        return self._press(chat, message, data)

    def reopen(self) -> list[Sent]:
        """Close and open the app: every press without an answer is sent again with a new id."""
        waiting = self.world.presses.unanswered(self.user_id)
        for old in waiting:
            old.answered = True
        return [self._send(old.message, old.data) for old in waiting]

    def _press(self, chat: Chat, message: StoredMessage, data: str) -> Sent:
        if data not in message.loading:
            message.loading.append(data)
        announce_message(self.world, chat, message)
        sent = self._send(message, data)
        return self._send(message, data) if self.world.rules.repeat_presses else sent

    def _send(self, message: StoredMessage, data: str) -> Sent:
        world = self.world
        pressed = world.presses.add(self.user_id, message, data, world.clock.now())
        query = self._query(pressed.id, message.wire(), data)
        return Sent(message.message_id, self._tell_bot(query))

    def _query(self, query_id: str, message: Wire, data: str) -> Wire:
        return {
            "id": query_id,
            "from": self.account.wire(),
            "message": message,
            "chat_instance": str(7_000_000_000 + message["chat"]["id"]),
            "data": data,
        }

    def _tell_bot(self, query: Wire) -> int | None:
        lane = self.user_id + (3 << 33)
        return self.world.updates.put("callback_query", query, lane)
