"""A table of the data that remembers what was read of it: what nobody reads is misspelt."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple


class Unread(NamedTuple):
    """A field that nobody has looked for: where it stands, and what was looked for there."""

    path: tuple[str, ...]
    known: tuple[str, ...]


class Watched(Mapping[str, Any]):
    """A mapping as it is, and the mappings in it; `unread` names what nobody has looked for."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content
        self._looked_for: dict[str, None] = {}
        self._parts: dict[str, Any] = {}

    def __getitem__(self, field: str) -> Any:  # noqa: ANN401 - whatever the data says
        self._looked_for[field] = None
        if field not in self._parts:
            self._parts[field] = _watched(self._content[field])
        return self._parts[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._content)

    def __len__(self) -> int:
        return len(self._content)

    def __repr__(self) -> str:
        return repr(self._content)

    def unread(self) -> Iterator[Unread]:
        """Yield the fields that nobody has looked for, in their order, at any depth."""
        for field in self._content:
            if field not in self._looked_for:
                yield Unread((field,), tuple(self._looked_for))
                continue
            for path, part in _parts(self._parts[field]):
                for each in part.unread():
                    yield Unread((field, *path, *each.path), each.known)


def _watched(value: object) -> Any:  # noqa: ANN401 - whatever the data says
    if isinstance(value, Mapping):
        return Watched(value)
    if isinstance(value, list | tuple):
        return [_watched(each) for each in value]
    return value


def _parts(value: object) -> Iterator[tuple[tuple[str, ...], Watched]]:
    """Yield the tables in a value: itself, or the entries of a list by their numbers."""
    if isinstance(value, Watched):
        yield (), value
    elif isinstance(value, list):
        for number, each in enumerate(value, start=1):
            for path, part in _parts(each):
                yield (str(number), *path), part
