"""Raw bytes of updates: cut out of an answer, with the lane in which the order matters. Nothing is understood yet."""

from collections.abc import Mapping
from typing import Any

import orjson

from storage.inbox import Received

UNPARSABLE = "unparsable"
_LANES = {
    "message": ("chat",),
    "edited_message": ("chat",),
    "callback_query": ("message", "chat"),
    "my_chat_member": ("chat",),
    "channel_post": ("chat",),
    "edited_channel_post": ("chat",),
}
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")


class UnreadableAnswerError(Exception):
    """The answer to getUpdates is not what it should be; `code` is Telegram's error code or 0."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(f"getUpdates was not answered with updates ({code})")
        self.code = code


def read_batch(answer: bytes) -> list[Received]:
    """Read the answer to getUpdates; an update that makes no sense is kept as it is."""
    try:
        read = orjson.loads(answer)
        if not read["ok"]:
            raise UnreadableAnswerError(int(read.get("error_code", 0)))
        updates = read["result"]
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise UnreadableAnswerError from error
    return [received for received in map(_received, updates) if received]


def read_update(body: bytes) -> Received | None:
    """Read one update as a webhook brings it; None without an update_id."""
    try:
        return _received(orjson.loads(body))
    except orjson.JSONDecodeError:
        return None


def _received(update: Any) -> Received | None:  # noqa: ANN401 - anything may come from outside
    if not isinstance(update, Mapping) or not isinstance(update.get("update_id"), int):
        return None
    kind = next((name for name in update if name != "update_id"), UNPARSABLE)
    lane = _lane(update.get(kind), kind)
    return Received(
        update["update_id"], lane, kind if lane != "x" else UNPARSABLE, orjson.dumps(update)
    )


def _lane(thing: Any, kind: str) -> str:  # noqa: ANN401 - anything may come from outside
    for step in _LANES.get(kind, ()):
        thing = thing.get(step) if isinstance(thing, Mapping) else None
    identity = thing.get("id") if isinstance(thing, Mapping) else None
    return f"c:{identity}" if isinstance(identity, int) else "x"
