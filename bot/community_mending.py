"""A faulty thing of the data without what was named of it, so that the rest is read too."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.community_fields import BadItemError, Content

# What may stand in the place of a faulty field where no other thing lends its own.
_TEXT = {"zh-CN": "—", "en": "—"}
STAND_INS: tuple[Any, ...] = (
    _TEXT,
    "typical",
    "x",
    1,
    "08:30",
    "2h",
    "10000",
    [],
    ["x"],
    [_TEXT],
    True,
    {},
)


class Mended:
    """Content of which faulty fields are taken out or replaced, one after another.

    `lenders` are things of the same kind that can be read: a field may be lent from them.
    """

    def __init__(self, content: Content, lenders: Sequence[Content] = ()) -> None:
        self._content = dict(content)
        self._lenders = lenders
        self._positions: dict[str, list[int]] = {}
        self._named: set[tuple[str, int]] = set()
        self._mending: dict[str, Iterator[Any]] = {}

    @property
    def content(self) -> Content:
        """The thing as it is without what was named."""
        return self._content

    def named(self, error: BadItemError) -> BadItemError | None:
        """Return what an error is in the file; None when it only follows from an earlier one."""
        found = self._entry(error)
        if found is None:
            return None if error.field.partition(".")[0] in self._mending else error
        table, index, field = found
        is_known = (f"{table}.{field}", self._positions[table][index]) in self._named
        written = self.written(error.field)
        return None if is_known else BadItemError(error.code, written, error.value, error.known)

    def written(self, field: str) -> str:
        """Return a field of what is left as it stands in the file: entries have their numbers."""
        table, _, rest = field.partition(".")
        number, _, path = rest.partition(".")
        if table not in self._positions or not number.isdigit():
            return field
        position = str(self._positions[table][int(number) - 1])
        return ".".join(part for part in (table, position, path) if part)

    def without(self, error: BadItemError) -> bool:
        """Take out or replace what an error is about; False when that cannot be done."""
        found = self._entry(error)
        if found is None:
            return self._without_field(error.field.partition(".")[0])
        table, index, field = found
        entries = list(self._content[table])
        mark = (f"{table}.{field}", self._positions[table][index])
        entry = entries[index]
        if field and mark not in self._named and isinstance(entry, Mapping):
            entries[index] = _replaced(entries, index, field)
        else:
            del entries[index]
            del self._positions[table][index]
        self._named.add(mark)
        self._content[table] = entries
        return True

    def _without_field(self, field: str) -> bool:
        """Take a field out; when it must be there, let others stand in, one after another."""
        if field not in self._mending:
            self._mending[field] = self._ways(field)
        return next(self._mending[field], False)

    def _ways(self, field: str) -> Iterator[bool]:
        """Try ways of mending a field; the thing is read again after each."""
        whole = dict(self._content)
        if field in whole:
            self._content = {name: each for name, each in whole.items() if name != field}
            yield True
        for owner, value in whole.items():  # a table of the thing in which the field stands
            for lent in self._lent(owner):
                if isinstance(value, Mapping) and isinstance(lent, Mapping) and field in lent:
                    self._content[owner] = {**self._content[owner], field: lent[field]}
                    yield True
        if field.isidentifier() and not self._is_within(field):
            for lent in (*self._lent(field), *STAND_INS):
                self._content[field] = lent
                yield True

    def _is_within(self, field: str) -> bool:
        """Whether a field stands in a table of this thing, not in the thing itself."""
        return any(isinstance(each, Mapping) and field in each for each in self._content.values())

    def _lent(self, field: str) -> list[Any]:
        return [each[field] for each in self._lenders if field in each][:3]

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


def _replaced(entries: list[Any], index: int, field: str) -> dict[str, Any]:
    """Return an entry with the field as another entry has it, or without it."""
    rest = {name: value for name, value in entries[index].items() if name != field}
    others = (each for at, each in enumerate(entries) if at != index)
    lent = (each[field] for each in others if isinstance(each, Mapping) and field in each)
    return {**rest, field: value} if (value := next(lent, None)) is not None else rest
