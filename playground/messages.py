"""One message in one chat, and how it is written on the wire."""

from dataclasses import dataclass, field

from playground.accounts import Account
from playground.wire import Wire


@dataclass(slots=True)
class StoredMessage:
    """A message as the chat holds it; `content` is its text, photo, place… in Telegram's words."""

    message_id: int
    chat: Wire
    sender: Account
    date: int
    content: Wire
    about: Wire = field(default_factory=dict)
    """What does not change with an edit: reply_to_message, media_group_id, forward_origin…"""
    reply_markup: Wire | None = None
    """The inline keyboard; reply keyboards belong to the chat."""
    editable: bool = True
    edit_date: int = 0
    reactions: dict[int, str] = field(default_factory=dict)
    loading: list[str] = field(default_factory=list)

    def wire(self) -> Wire:
        """Write the Message object."""
        in_channel = self.chat["type"] == "channel"
        body: Wire = {
            "message_id": self.message_id,
            **({"sender_chat": self.chat} if in_channel else {"from": self.sender.wire()}),
            "chat": self.chat,
            "date": self.date,
            **self.about,
            **self.content,
        }
        if self.edit_date:
            body["edit_date"] = self.edit_date
        if self.reply_markup is not None:
            body["reply_markup"] = self.reply_markup
        return body

    def quoted(self) -> Wire:
        """Write it as the message replied to: without the one that it replied to itself."""
        body = self.wire()
        body.pop("reply_to_message", None)
        return body

    def buttons(self) -> list[Wire]:
        """List the inline buttons in reading order."""
        rows = self.reply_markup["inline_keyboard"] if self.reply_markup else []
        return [button for row in rows for button in row]

    @property
    def text(self) -> str:
        """The text or the caption, whichever there is."""
        text: str = self.content.get("text") or self.content.get("caption") or ""
        return text
