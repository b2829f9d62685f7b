"""What a parameter may be: each kind reads one value, or says why it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from playground.wire import Wire, decode


class UnreadableError(Exception):
    """A value that is not what its parameter wants; the words go behind the parameter's name."""


class Kind(Protocol):
    """Something that a parameter may be."""

    def read(self, given: object) -> Any:  # noqa: ANN401  each kind has its own type
        """Return the value, or raise UnreadableError."""


Fields: TypeAlias = Mapping[str, Kind]
"""Field names and what each may be."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request."""

    file_name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Text:
    """Text in UTF-8; half a surrogate pair is none."""

    def read(self, given: object) -> str:
        """Return it as it is."""
        if not isinstance(given, str):
            raise UnreadableError("must be a String")
        if not _is_whole(given):
            raise UnreadableError("must be encoded in UTF-8")
        return given


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number; forms write it as text."""

    def read(self, given: object) -> int:
        """Return it as a number."""
        if isinstance(given, str) and given.removeprefix("-").isdecimal() and given.isascii():
            return int(given)
        if isinstance(given, int) and not isinstance(given, bool):
            return given
        raise UnreadableError("must be an Integer")


@dataclass(frozen=True, slots=True)
class Number:
    """A number with or without decimals."""

    def read(self, given: object) -> float:
        """Return it as a number."""
        if isinstance(given, str):
            return _number(given)
        if isinstance(given, int | float) and not isinstance(given, bool):
            return given
        raise UnreadableError("must be a Number")


@dataclass(frozen=True, slots=True)
class Boolean:
    """Yes or no."""

    def read(self, given: object) -> bool:
        """Return it as a truth value."""
        if isinstance(given, bool):
            return given
        if isinstance(given, str) and given.lower() in {"true", "1", "yes"}:
            return True
        if isinstance(given, str) and given.lower() in {"false", "0", "no"}:
            return False
        raise UnreadableError("must be a Boolean")


@dataclass(frozen=True, slots=True)
class OneOf:
    """A word from a list."""

    words: frozenset[str]

    def read(self, given: object) -> str:
        """Return the word."""
        if given in self.words and isinstance(given, str):
            return given
        raise UnreadableError(f"must be one of {', '.join(sorted(self.words))}")


@dataclass(frozen=True, slots=True)
class ChatReference:
    """A chat's number or its @name."""

    def read(self, given: object) -> int | str:
        """Return the number, or the name with its @."""
        if isinstance(given, str) and given.startswith("@"):
            return given
        return Integer().read(given)


@dataclass(frozen=True, slots=True)
class File:
    """An upload, a file_id, a URL, or attach://… naming another part of the request."""

    def read(self, given: object) -> str | Upload:
        """Return what was given; the method looks further."""
        if isinstance(given, Upload):
            return given
        return Text().read(given)


@dataclass(frozen=True, slots=True)
class ListOf:
    """An array; forms write it as JSON text."""

    item: Kind

    def read(self, given: object) -> list[Any]:
        """Return the items, each read."""
        items = unpacked(given)
        if not isinstance(items, list):
            raise UnreadableError("must be an Array")
        return [self.item.read(item) for item in items]


@dataclass(frozen=True, slots=True)
class Shape:
    """An object with known fields; an unknown one is a typing mistake of ours."""

    name: str
    required: Fields
    optional: Fields

    def read(self, given: object) -> Wire:
        """Return the object with its fields read."""
        fields = unpacked(given)
        if not isinstance(fields, dict):
            raise UnreadableError(f"must be an Object ({self.name})")
        return read_fields(self, fields)


@dataclass(frozen=True, slots=True)
class Variants:
    """An object whose field `by` tells which shape it has."""

    by: str
    shapes: Mapping[str, Shape]

    def read(self, given: object) -> Wire:
        """Return the object with its fields read."""
        fields = unpacked(given)
        shape = self.shapes.get(str(fields.get(self.by))) if isinstance(fields, dict) else None
        if shape is None:
            known = ", ".join(self.shapes)
            raise UnreadableError(f'must be an Object whose "{self.by}" is one of {known}')
        return shape.read(fields)


@dataclass(frozen=True, slots=True)
class Whichever:
    """An object whose shape is told by the field that only it has."""

    shapes: Mapping[str, Shape]

    def read(self, given: object) -> Wire:
        """Return the object with its fields read."""
        fields = unpacked(given)
        if isinstance(fields, dict):
            for key, shape in self.shapes.items():
                if key in fields:
                    return shape.read(fields)
        raise UnreadableError(f"must be an Object with one of {', '.join(self.shapes)}")


def read_fields(shape: Shape, given: Wire) -> Wire:
    """Read an object against its table; nulls count as left out, as with Telegram."""
    values: Wire = {}
    for name, value in given.items():
        kind = shape.required.get(name) or shape.optional.get(name)
        if kind is None:
            raise UnreadableError(f'has an unknown field "{name}" in {shape.name}')
        if value is not None:
            values[name] = _read_field(name, kind, value)
    for name in shape.required:
        if name not in values:
            raise UnreadableError(f'lacks the field "{name}" of {shape.name}')
    return values


def unpacked(given: object) -> object:
    """Decode JSON text from a form; what came as JSON already is returned as it is."""
    if not isinstance(given, str):
        return given
    try:
        return decode(given)
    except ValueError as error:
        raise UnreadableError("must be JSON") from error


def _read_field(name: str, kind: Kind, value: object) -> object:
    try:
        return kind.read(value)
    except UnreadableError as error:
        raise UnreadableError(f'field "{name}" {error}') from error


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise UnreadableError("must be a Number") from error


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
