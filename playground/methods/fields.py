"""Parameters that many methods share."""

from playground.kinds import ChatReference, Fields, Integer, ListOf
from playground.shapes import (
    BOOLEAN,
    INLINE_KEYBOARD,
    MESSAGE_ENTITY,
    REPLY_MARKUP,
    REPLY_PARAMETERS,
    TEXT,
)

CHAT: Fields = {"chat_id": ChatReference()}
MESSAGE: Fields = {"chat_id": ChatReference(), "message_id": Integer()}
SENDING: Fields = {
    "message_thread_id": Integer(),
    "disable_notification": BOOLEAN,
    "protect_content": BOOLEAN,
    "allow_paid_broadcast": BOOLEAN,
    "message_effect_id": TEXT,
    "reply_parameters": REPLY_PARAMETERS,
    "reply_markup": REPLY_MARKUP,
}
"""What every send… may carry besides its content."""
CAPTION: Fields = {
    "caption": TEXT,
    "parse_mode": TEXT,
    "caption_entities": ListOf(MESSAGE_ENTITY),
}
EDITED_KEYBOARD: Fields = {"reply_markup": INLINE_KEYBOARD}
