"""What can still be read of an update that the machine could not take in, for a person to read."""

import json
from collections.abc import Iterator

from bot.plain_text import clean

WORDS = frozenset({"text", "caption", "data"})
LONGEST = 300
DEEPEST = 12


def words_in(raw: bytes) -> str:
    """Return everything that somebody wrote in an update, however broken the rest of it is."""
    try:
        update = json.loads(raw)
    except (ValueError, RecursionError):
        return ""
    return clean(" ".join(_words(update, 0)))[:LONGEST]


def _words(part: object, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        return
    if isinstance(part, dict):
        for name, value in part.items():
            if name in WORDS and isinstance(value, str):
                yield value
            elif name != "reply_to_message":
                yield from _words(value, depth + 1)
    elif isinstance(part, list):
        for value in part:
            yield from _words(value, depth + 1)
