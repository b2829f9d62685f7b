"""A table of the data that remembers what was read of it: what nobody reads is misspelt."""

from collections.abc import Iterator, Mapping
from typing import Any


class Watched(Mapping[str, Any]):
    """A mapping as it is; `unread` names the fields that nobody has looked for."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content
        self._read: set[str] = set()

    def __getitem__(self, field: str) -> Any:  # noqa: ANN401 - whatever the data says
        self._read.add(field)
        return self._content[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._content)

    def __len__(self) -> int:
        return len(self._content)

    @property
    def unread(self) -> tuple[str, ...]:
        """The fields that nobody has looked for, in their order."""
        return tuple(field for field in self._content if field not in self._read)
