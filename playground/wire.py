"""What goes over the wire: JSON objects exactly as Telegram writes them."""

import json
from typing import Any, TypeAlias

import orjson

Wire: TypeAlias = dict[str, Any]
"""One object of the Bot API, with Telegram's own field names."""


def present(**fields: object) -> Wire:
    """Keep the fields that are there: Telegram leaves out what is missing."""
    return {name: value for name, value in fields.items() if value is not None}


def encode(value: object) -> bytes:
    """Write JSON; broken text injected by a test goes out escaped instead of failing."""
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        return json.dumps(value).encode()


def decode(text: str | bytes) -> object:
    """Read JSON as leniently as Telegram does, lone surrogates included."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text)
