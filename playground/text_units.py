"""Telegram counts text in UTF-16 units: an emoji is two."""

import re
from collections.abc import Iterator

from playground.wire import Wire

_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}'，。！？；：）】》])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w@/])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})(?!\w)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)",
)


def units(text: str) -> int:
    """Count UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def found_entities(text: str, taken: list[Wire]) -> list[Wire]:
    """Find commands, mentions, links and tags that stand outside code and links already there."""
    if not any(sign in text for sign in "/@#"):
        return []
    blocked = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in taken
        if entity["type"] in {"code", "pre", "text_link", "text_mention"}
    ]
    return [
        entity
        for entity in _scan(text)
        if not any(
            entity["offset"] < end and start < entity["offset"] + entity["length"]
            for start, end in blocked
        )
    ]


def _scan(text: str) -> Iterator[Wire]:
    offset = done = 0
    for match in _FOUND.finditer(text):
        offset += units(text[done : match.start()])
        length = units(match.group())
        yield {"type": str(match.lastgroup), "offset": offset, "length": length}
        offset += length
        done = match.end()
