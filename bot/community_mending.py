"""A faulty thing of the data without what was named of it, so that the rest is read too."""

from collections.abc import Mapping
from typing import Any

from bot.community_fields import BadItemError, Content


class Mended:
    """Content of which faulty fields of a table's entries are taken out, one after another."""

    def __init__(self, content: Content) -> None:
        self._content = dict(content)
        self._positions: dict[str, list[int]] = {}
        self._named: set[tuple[str, int]] = set()

    @property
    def content(self) -> Content:
        """The thing as it is without what was named."""
        return self._content

    def named(self, error: BadItemError) -> BadItemError | None:
        """Return what an error is in the file; None when it only follows from an earlier one."""
        found = self._entry(error)
        if found is None:
            return error
        table, index, field = found
        position = self._positions[table][index]
        is_known = (f"{table}.{field}", position) in self._named
        written = ".".join(part for part in (table, str(position), _rest(error)) if part)
        return None if is_known else BadItemError(error.code, written, error.value)

    def without(self, error: BadItemError) -> bool:
        """Take out the field that an error is about, or its entry; False when neither can be."""
        found = self._entry(error)
        if found is None:
            return False
        table, index, field = found
        entries = list(self._content[table])
        mark = (f"{table}.{field}", self._positions[table][index])
        entry = entries[index]
        if mark not in self._named and isinstance(entry, Mapping) and field in entry:
            entries[index] = _replaced(entries, index, field)
        else:
            del entries[index]
            del self._positions[table][index]
        self._named.add(mark)
        self._content[table] = entries
        return True

    def _entry(self, error: BadItemError) -> tuple[str, int, str] | None:
        """Return the table, the index and the field that an error is about."""
        table, _, rest = error.field.partition(".")
        position, _, path = rest.partition(".")
        entries = self._content.get(table)
        if not position.isdigit() or not isinstance(entries, list | tuple):
            return None
        if table not in self._positions:
            self._positions[table] = list(range(1, len(entries) + 1))
        return table, int(position) - 1, path.partition(".")[0]


def _rest(error: BadItemError) -> str:
    return ".".join(error.field.split(".")[2:])


def _replaced(entries: list[Any], index: int, field: str) -> dict[str, Any]:
    """Return an entry with the field as another entry has it, or without it."""
    rest = {name: value for name, value in entries[index].items() if name != field}
    others = (each for at, each in enumerate(entries) if at != index)
    lent = (each[field] for each in others if isinstance(each, Mapping) and field in each)
    return {**rest, field: value} if (value := next(lent, None)) is not None else rest
