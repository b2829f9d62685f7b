"""What became of a message, by what Telegram said: one table, first row that fits."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.telegram import Refusal


class Fate(StrEnum):
    """What happens to the message now."""

    SENT = "sent"
    RETRY = "retry"
    UNSURE = "unsure"
    HOLD = "hold"
    MOVED = "moved"
    PARK = "park"
    EXPIRED = "expired"
    AS_NEW = "as_new"
    AS_PLAIN_TEXT = "as_plain_text"
    DEAD = "dead"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Row:
    """A refusal with this code (0: any) whose description contains these words has this fate."""

    code: int
    words: str
    fate: Fate


TABLE = (
    Row(429, "", Fate.HOLD),
    Row(401, "", Fate.STOP),
    Row(404, "method not found", Fate.DEAD),  # ours is wrong, not the token
    Row(404, "", Fate.STOP),
    Row(403, "deactivated", Fate.DEAD),
    Row(403, "blocked", Fate.PARK),
    Row(403, "can't initiate", Fate.PARK),
    Row(403, "kicked", Fate.PARK),
    Row(403, "not a member", Fate.PARK),
    Row(403, "", Fate.RETRY),
    Row(400, "message is not modified", Fate.SENT),
    Row(400, "message to delete not found", Fate.SENT),
    Row(400, "message can't be deleted", Fate.SENT),
    Row(400, "query is too old", Fate.EXPIRED),
    Row(400, "message to edit not found", Fate.AS_NEW),
    Row(400, "message can't be edited", Fate.AS_NEW),
    Row(400, "there is no text in the message to edit", Fate.AS_NEW),
    Row(400, "there is no caption in the message to edit", Fate.AS_NEW),
    Row(400, "message_id_invalid", Fate.AS_NEW),
    Row(400, "can't parse entities", Fate.AS_PLAIN_TEXT),
    Row(400, "chat not found", Fate.PARK),
    Row(400, "", Fate.AS_PLAIN_TEXT),
    Row(0, "", Fate.RETRY),
)


def fate_of(refusal: Refusal) -> Fate:
    """Look a refusal up."""
    if refusal.migrate_to_chat_id:
        return Fate.MOVED
    said = refusal.description.lower()
    fitting = (row for row in TABLE if row.code in {0, refusal.code} and row.words in said)
    return next(fitting).fate
