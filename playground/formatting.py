"""From what a bot writes to what a chat shows: parse mode, cleaning, limits, automatic links."""

from dataclasses import dataclass

from playground import limits
from playground.errors import bad_request
from playground.html_entities import parse_html
from playground.markdown_entities import parse_markdown
from playground.text_units import found_entities, units
from playground.wire import Wire

_CONTROL = {code: " " for code in range(33) if chr(code) not in "\n\r"} | {ord("\r"): None}
_HIDDEN = dict.fromkeys([*range(0x2028, 0x202F), 0x333, 0x33F, 0x30A])
_CLEANING = _CONTROL | _HIDDEN


@dataclass(frozen=True, slots=True)
class Formatted:
    """Plain text and its entities."""

    text: str
    entities: list[Wire]

    def wire(self, text_name: str, entities_name: str) -> Wire:
        """Write both fields; empty entities are left out."""
        body: Wire = {text_name: self.text}
        if self.entities:
            body[entities_name] = self.entities
        return body


def formatted(source: str, parse_mode: str | None, entities: list[Wire] | None) -> Formatted:
    """Read a text as Telegram reads it, without limits."""
    text, marked = _parsed(source, parse_mode, entities or [])
    text, marked = cleaned(text, marked)
    text, marked = _trimmed(text, marked)
    found = found_entities(text, marked)
    marked = sorted([*marked, *found], key=lambda e: (e["offset"], -e["length"]))
    return Formatted(text, marked[: limits.ENTITIES])


def message_text(given: Wire) -> Wire:
    """Read `text` of sendMessage and editMessageText into content fields."""
    if not given["text"]:
        raise bad_request("message text is empty")
    ready = formatted(given["text"], given.get("parse_mode"), given.get("entities"))
    if not ready.text:
        raise bad_request("text must be non-empty")
    if units(ready.text) > limits.TEXT:
        raise bad_request("message is too long")
    return ready.wire("text", "entities")


def caption(given: Wire) -> Wire:
    """Read `caption` and its formatting into content fields; no caption, no fields."""
    if not given.get("caption"):
        return {}
    ready = formatted(given["caption"], given.get("parse_mode"), given.get("caption_entities"))
    if units(ready.text) > limits.CAPTION:
        raise bad_request("message caption is too long")
    return ready.wire("caption", "caption_entities") if ready.text else {}


def cleaned(text: str, entities: list[Wire]) -> tuple[str, list[Wire]]:
    """Replace control characters and drop the ones that Telegram drops."""
    if not entities or not _loses_characters(text):
        return text.translate(_CLEANING), entities
    return text.translate(_CLEANING), [_shifted_by_cleaning(text, e) for e in entities]


def _parsed(source: str, parse_mode: str | None, entities: list[Wire]) -> tuple[str, list[Wire]]:
    mode = (parse_mode or "").lower()
    if mode == "html":
        return parse_html(source)
    if mode == "markdownv2":
        return parse_markdown(source)
    if mode:
        raise bad_request("unsupported parse_mode")
    _check_given(source, entities)
    return source, entities


def _check_given(source: str, entities: list[Wire]) -> None:
    length = units(source)
    for entity in entities:
        if entity["offset"] + entity["length"] > length:
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity['offset']} ends after the end of the "
                f"text at UTF-16 offset {entity['offset'] + entity['length']}"
            )


def _trimmed(text: str, entities: list[Wire]) -> tuple[str, list[Wire]]:
    shorter = text.rstrip("\n ")
    lost = len(shorter) - len(shorter.lstrip("\n "))
    shorter = shorter[lost:]
    if len(shorter) == len(text):
        return text, entities
    return shorter, [e for e in (_cut(e, lost, units(shorter)) for e in entities) if e["length"]]


def _cut(entity: Wire, lost: int, length: int) -> Wire:
    start = max(0, entity["offset"] - lost)
    end = min(length, entity["offset"] + entity["length"] - lost)
    return {**entity, "offset": start, "length": max(0, end - start)}


def _loses_characters(text: str) -> bool:
    return any(_CLEANING.get(ord(character), "") is None for character in text)


def _shifted_by_cleaning(text: str, entity: Wire) -> Wire:
    start = _kept_units(text, entity["offset"])
    end = _kept_units(text, entity["offset"] + entity["length"])
    return {**entity, "offset": start, "length": end - start}


def _kept_units(text: str, offset: int) -> int:
    before = text.encode("utf-16-le")[: offset * 2].decode("utf-16-le", "ignore")
    return units(before.translate(_CLEANING))
