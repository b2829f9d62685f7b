"""MarkdownV2 parse mode: text and entities out, or Telegram's complaint."""

from dataclasses import dataclass, field
from typing import NoReturn

from playground.errors import bad_request
from playground.html_entities import link_entity
from playground.text_units import units
from playground.wire import Wire

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
_INSIDE_CODE = frozenset("`")
_LAST_ESCAPABLE = "~"
_MARKS = {
    "*": ("*", "bold", "Bold"),
    "__": ("__", "underline", "Underline"),
    "_": ("_", "italic", "Italic"),
    "~": ("~", "strikethrough", "Strikethrough"),
    "||": ("||", "spoiler", "Spoiler"),
    "```": ("```", "pre", "Pre"),
    "`": ("`", "code", "Code"),
    "![": ("]", "custom_emoji", "CustomEmoji"),
    "[": ("]", "text_link", "TextUrl"),
}
"""How an entity starts → how it ends, its type, and its name in complaints; longest first."""


@dataclass(slots=True)
class _Open:
    end: str
    kind: str
    name: str
    offset: int
    source_position: int
    part: int
    language: str = ""


@dataclass(slots=True)
class _Reader:
    """Reads the source from left to right."""

    source: str
    position: int = 0
    length: int = 0
    parts: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    quote: _Open | None = None
    entities: list[Wire] = field(default_factory=list)

    def read_all(self) -> None:
        """Read to the end."""
        while self.position < len(self.source):
            self._sign(self.source[self.position])
        if self.open:
            last = self.open[-1]
            self._complain_at(f"Can't find end of {last.name} entity", last.source_position)
        self._end_quote()

    def _sign(self, sign: str) -> None:
        following = self.source[self.position + 1 : self.position + 2]
        reserved = _INSIDE_CODE if self._in_code() else _RESERVED
        if sign == "\\" and following and "\0" < following <= _LAST_ESCAPABLE:
            self.position += 1
            self._write(following)
        elif sign not in reserved:
            self._write(sign)
        elif self.open and self._at(self._end_mark()):
            self._close()
        elif sign in "\n>":
            self._line(sign)
        else:
            self._start(sign)

    def _line(self, sign: str) -> None:
        at_line_start = self.position == 0 or self.source[self.position - 1] == "\n"
        if sign == ">" and not at_line_start:
            self._complain_reserved(sign)
        if sign == ">":
            self.position += 1
            if not self.quote:
                begin = self.position
                self.quote = _Open("", "blockquote", "BlockQuote", self.length, begin, 0)
            return
        quote_goes_on = self.source[self.position + 1 : self.position + 2] == ">"
        if self.quote and not quote_goes_on:
            self._end_line_of_quote()
        self._write(sign)

    def _end_line_of_quote(self) -> None:
        if self.open:
            last = self.open[-1]
            self._complain_at(f"Can't find end of {last.name} entity", last.source_position)
        self._end_quote()

    def _end_quote(self) -> None:
        if self.quote and self.length > self.quote.offset:
            length = self.length - self.quote.offset
            self.entities.append(
                {"type": "blockquote", "offset": self.quote.offset, "length": length}
            )
        self.quote = None

    def _start(self, sign: str) -> None:
        mark = next((mark for mark in _MARKS if self._at(mark)), None)
        if mark is None:
            self._complain_reserved(sign)
        end, kind, name = _MARKS[mark]
        begin, self.position = self.position, self.position + len(mark)
        language = self._language() if kind == "pre" else ""
        self.open.append(_Open(end, kind, name, self.length, begin, len(self.parts), language))

    def _language(self) -> str:
        end = self.position
        while (
            end < len(self.source) and not self.source[end].isspace() and self.source[end] != "`"
        ):
            end += 1
        language = self.source[self.position : end]
        if end == len(self.source) or self.source[end] == "`":
            return ""
        self.position = end + (self.source[end] == "\n")
        return language

    def _close(self) -> None:
        opened = self.open.pop()
        self.position += len(opened.end)
        inner = "".join(self.parts[opened.part :])
        entity = self._entity(opened, inner)
        if entity and self.length > opened.offset:
            entity |= {"offset": opened.offset, "length": self.length - opened.offset}
            self.entities.append(entity)

    def _entity(self, opened: _Open, inner: str) -> Wire | None:
        if opened.kind == "text_link":
            return link_entity(self._link() if self._at("(") else inner)
        if opened.kind == "custom_emoji":
            return self._custom_emoji()
        if opened.language:
            return {"type": "pre", "language": opened.language}
        return {"type": opened.kind}

    def _link(self) -> str:
        self.position += 1
        begin, link = self.position, ""
        while self.position < len(self.source) and not self._at(")"):
            self.position += self._at("\\")
            link += self.source[self.position : self.position + 1]
            self.position += 1
        if not self._at(")"):
            self._complain_at("Can't find end of a URL", begin)
        self.position += 1
        return link

    def _custom_emoji(self) -> Wire:
        if not self._at("("):
            _complain("Custom emoji entity must contain a tg://emoji URL")
        identifier = self._link().removeprefix("tg://emoji?id=")
        if not identifier.isdecimal():
            _complain("Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": identifier}

    def _in_code(self) -> bool:
        return bool(self.open) and self.open[-1].kind in {"code", "pre"}

    def _end_mark(self) -> str:
        end = self.open[-1].end
        double = end == "_" and self._at("__")
        return "\0" if double else end

    def _at(self, mark: str) -> bool:
        return self.source.startswith(mark, self.position)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += units(text)
        self.position += 1

    def _complain_reserved(self, sign: str) -> NoReturn:
        _complain(f"Character '{sign}' is reserved and must be escaped with the preceding '\\'")

    def _complain_at(self, complaint: str, position: int) -> NoReturn:
        _complain(f"{complaint} at byte offset {len(self.source[:position].encode())}")


def parse_markdown(source: str) -> tuple[str, list[Wire]]:
    """Split MarkdownV2 into plain text and entities, or raise Telegram's 400."""
    reader = _Reader(source)
    reader.read_all()
    entities = sorted(reader.entities, key=lambda e: (e["offset"], -e["length"]))
    return "".join(reader.parts), entities


def _complain(complaint: str) -> NoReturn:
    raise bad_request(f"can't parse entities: {complaint}")
