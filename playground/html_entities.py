"""HTML parse mode, as strict as Telegram: text and entities out, or the exact complaint."""

import re
from dataclasses import dataclass, field
from typing import NoReturn

from playground.errors import bad_request
from playground.text_units import units
from playground.wire import Wire

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,8}|x[0-9A-Fa-f]{1,8})|([a-z]+));?")
_PLAIN = re.compile(r"[^&<]+")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
_BARE_VALUE = re.compile(r"[A-Za-z0-9.\-]*")
_SPACE = re.compile(r"\s*")
_USER_LINK = re.compile(r"tg://user\?id=(\d+)$")
_LAST_CODE_POINT = 0x10FFFF


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    tag: str
    argument: str
    offset: int
    part: int


@dataclass(slots=True)
class _Reader:
    """Reads the source from left to right."""

    source: str
    position: int = 0
    parts: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Wire] = field(default_factory=list)

    def read_all(self) -> None:
        """Read to the end."""
        while self.position < len(self.source):
            sign = self.source[self.position]
            if sign == "<":
                self._tag()
            elif sign == "&":
                self._write(self._reference())
            else:
                self._write(self._take(_PLAIN))
        if self.open:
            tag = self.open[-1].tag
            _complain(f'Can\'t find end tag corresponding to start tag "{tag}"')

    def _tag(self) -> None:
        begin = self.position
        self.position += 1
        if self._peek() == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        tag = self._take(_TAG_NAME).lower()
        if not self._peek():
            self._complain_at("Unclosed start tag", begin)
        if tag not in TYPES:
            self._complain_at(f'Unsupported start tag "{tag}"', begin)
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            self._complain_at('Tag "span" must have class "tg-spoiler"', begin)
        self.position += 1
        self.open.append(_Open(tag, argument, self.length, len(self.parts)))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while True:
            self._take(_SPACE)
            if self._peek() == ">":
                return argument
            name = self._attribute_name(tag, begin)
            value = self._attribute_value(begin) if self._peek() == "=" else ""
            argument = _argument(tag, name, value) or argument

    def _attribute_name(self, tag: str, begin: int) -> str:
        if not self._peek():
            self._complain_at("Unclosed start tag", begin)
        name = self._take(_ATTRIBUTE_NAME).lower()
        if not name:
            self._complain_at(f'Empty attribute name in the tag "{tag}"', begin)
        self._take(_SPACE)
        if not self._peek():
            self._complain_at(f'Unclosed start tag "{tag}"', begin)
        return name

    def _attribute_value(self, begin: int) -> str:
        self.position += 1
        self._take(_SPACE)
        quote = self._peek()
        if not quote:
            self._complain_at("Unclosed start tag", begin)
        value = self._quoted(quote) if quote in "\"'" else self._bare()
        if not self._peek():
            self._complain_at("Unclosed start tag", begin)
        return value

    def _quoted(self, quote: str) -> str:
        self.position += 1
        value = ""
        while self._peek() not in {"", quote}:
            value += self._reference() if self._peek() == "&" else self._step()
        self.position += 1
        return value

    def _bare(self) -> str:
        begin = self.position
        value = self._take(_BARE_VALUE).lower()
        if self._peek() and not self._peek().isspace() and self._peek() != ">":
            self._complain_at("Unexpected end of name token", begin)
        return value

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            self._complain_at("Unexpected end tag", begin)
        self.position += 1
        tag = self._take(_TAG_NAME).lower()
        self._take(_SPACE)
        if self._peek() != ">":
            self._complain_at("Unclosed end tag", begin)
        self.position += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            expected = f'expected "</{opened.tag}>", found "</{tag}>"'
            self._complain_at("Unmatched end tag", begin, f", {expected}")
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        if self.length == opened.offset:
            return
        inner = "".join(self.parts[opened.part :])
        nested = self.open[-1].tag if self.open else ""
        entity = _entity(opened, inner, inside_pre=nested == "pre")
        if entity:
            entity |= {"offset": opened.offset, "length": self.length - opened.offset}
            self.entities.append(entity)

    def _reference(self) -> str:
        match = _REFERENCE.match(self.source, self.position)
        decoded = _decoded(match) if match else ""
        if not match or not decoded:
            return self._step()
        self.position = match.end()
        return decoded

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += units(text)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.position)
        if not match:
            return ""
        self.position = match.end()
        return match.group()

    def _step(self) -> str:
        self.position += 1
        return self.source[self.position - 1]

    def _peek(self) -> str:
        return self.source[self.position : self.position + 1]

    def _complain_at(self, complaint: str, position: int, rest: str = "") -> NoReturn:
        offset = len(self.source[:position].encode())
        _complain(f"{complaint} at byte offset {offset}{rest}")


def parse_html(source: str) -> tuple[str, list[Wire]]:
    """Split HTML into plain text and entities, or raise Telegram's 400."""
    reader = _Reader(source)
    reader.read_all()
    return "".join(reader.parts), _merged(reader.entities)


def _complain(complaint: str) -> NoReturn:
    raise bad_request(f"can't parse entities: {complaint}")


def _argument(tag: str, name: str, value: str) -> str:
    found = {
        ("a", "href"): value,
        ("tg-emoji", "emoji-id"): value,
        ("blockquote", "expandable"): "1",
    }.get((tag, name), "")
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return found


def _entity(opened: _Open, inner: str, *, inside_pre: bool) -> Wire | None:
    kind = TYPES[opened.tag]
    if kind == "text_link":
        return link_entity(opened.argument or inner)
    if kind == "custom_emoji":
        return _custom_emoji(opened.argument)
    if kind == "blockquote" and opened.argument:
        return {"type": "expandable_blockquote"}
    if kind == "code" and opened.argument and inside_pre:
        return {"type": "pre", "language": opened.argument}
    return {"type": kind}


def link_entity(link: str) -> Wire | None:
    """Make a link; one that Telegram would not open is left out silently."""
    if user := _USER_LINK.match(link):
        return {"type": "text_mention", "user": {"id": int(user.group(1))}}
    if re.match(r"(?:https?|tg|ton|tonsite)://[^\s/]", link):
        return {"type": "text_link", "url": _normal(link)}
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?$", link):
        return {"type": "text_link", "url": _normal(f"http://{link}")}
    return None


def _normal(link: str) -> str:
    bare_host = re.match(r"https?://[^/?#]+$", link)
    return f"{link}/" if bare_host else link


def _custom_emoji(identifier: str) -> Wire:
    if not identifier.isdecimal() or int(identifier) == 0:
        _complain("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": identifier}


def _decoded(match: re.Match[str]) -> str:
    number, name = match.groups()
    if name:
        return _NAMED.get(name, "")
    code = int(number[1:], 16) if number.startswith("x") else int(number)
    usable = 0 < code <= _LAST_CODE_POINT and not 0xD800 <= code < 0xE000  # noqa: PLR2004  UTF-16
    return chr(code) if usable else ""


def _merged(entities: list[Wire]) -> list[Wire]:
    coded = {(e["offset"], e["length"]) for e in entities if "language" in e}
    kept = [
        e
        for e in entities
        if not (e["type"] == "pre" and "language" not in e and (e["offset"], e["length"]) in coded)
    ]
    return sorted(kept, key=lambda e: (e["offset"], -e["length"]))
