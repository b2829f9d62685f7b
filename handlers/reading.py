"""Raw bytes of updates: cut out of an answer, with the lane in which the order matters.

Nothing is understood yet.
"""

import json
from collections.abc import Mapping
from typing import Any

import orjson

from storage.inbox import Received

UNPARSABLE = "unparsable"
LARGEST_NUMBER = 2**63
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
        read = read_json(answer)
        if not read["ok"]:
            raise UnreadableAnswerError(int(read.get("error_code", 0)))
        updates = read["result"]
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableAnswerError from error
    return [received for received in map(_received, updates) if received]


def read_update(body: bytes) -> Received | None:
    """Read one update as a webhook brings it; None without an update_id."""
    try:
        return _received(read_json(body))
    except ValueError:
        return None


def read_json(text: bytes) -> Any:  # noqa: ANN401 - anything may come from outside
    """Read JSON; half a surrogate pair is legal JSON, and only the slower reader knows it."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return _read_slowly(text)


def _read_slowly(text: bytes) -> Any:  # noqa: ANN401 - anything may come from outside
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _received(update: Any) -> Received | None:  # noqa: ANN401 - anything may come from outside
    if not isinstance(update, Mapping) or not _is_identity(update.get("update_id")):
        return None
    kind = next((name for name in update if name != "update_id"), UNPARSABLE)
    lane = _lane(update.get(kind), kind)
    known = kind if lane != "x" else UNPARSABLE
    return Received(update["update_id"], lane, known, _written(update))


def _written(update: Mapping[str, Any]) -> bytes:
    try:
        return orjson.dumps(update)
    except (orjson.JSONEncodeError, TypeError):
        return json.dumps(update).encode()


def _is_identity(value: object) -> bool:
    return isinstance(value, int) and 0 <= value < LARGEST_NUMBER


def _lane(thing: Any, kind: str) -> str:  # noqa: ANN401 - anything may come from outside
    for step in _LANES.get(kind, ()):
        thing = thing.get(step) if isinstance(thing, Mapping) else None
    identity = thing.get("id") if isinstance(thing, Mapping) else None
    return f"c:{identity}" if isinstance(identity, int) else "x"
