"""The files about the service centre (`services.toml`, `services/`, `proofs.toml`) as things."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.community_items import Item
from bot.mistakes import Mistake

SHARED, PROOFS, OWN = "services.toml", "proofs.toml", "services/"
OTHER_OFFICES = "other_offices.toml"
ORGANISATIONS = "organisations.toml"
PRIVATE_MATTERS = "private_matters.toml"
ERRANDS = "errands.toml"
# Tables whose entries are things of their own, and what kind of thing.
SHARED_TABLES = {
    "centre": "centre",
    "windows": "window",
    "shops": "shop",
    "papers": "paper",
    "questions": "question",
    "families": "family",
}
ORGANISATION_TABLES = {
    "offer_kinds": "offer_kind",
    "topics": "topic",
    "organisations": "organisation",
    "offers": "offer",
}
_HEADING = re.compile(r"^\s*\[")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing stands: its file, its first and its last line."""

    file: str
    first: int
    last: int

    @property
    def lines(self) -> range:
        """The numbers of its lines."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing and where it stands."""

    item: Item
    spot: Spot


def shared_things(content: Mapping[str, Any], text: str) -> Iterator[Placed]:
    """Read windows, shops, papers and questions that several services share."""
    for table, kind in SHARED_TABLES.items():
        defaults = content.get(f"{table}_are", {})
        yield from _entries(content, text, (table, kind, SHARED), defaults)


def proofs(content: Mapping[str, Any], text: str) -> Iterator[Placed]:
    """Read the proofs that must not be issued."""
    yield from _entries(content, text, ("proofs", "proof", PROOFS), {})


def other_offices(content: Mapping[str, Any], text: str) -> Iterator[Placed]:
    """Read which office does what the centre does not."""
    yield from _entries(content, text, ("other_offices", "other_office", OTHER_OFFICES), {})


def offered_things(content: Mapping[str, Any], text: str) -> Iterator[Placed]:
    """Read organisations, what they offer, and the topics of notices."""
    offers_are = content.get("offers_are", {})
    for table, kind in ORGANISATION_TABLES.items():
        defaults = offers_are if kind == "offer" else {}
        yield from _entries(content, text, (table, kind, ORGANISATIONS), defaults)


def private_matters(content: Mapping[str, Any], text: str) -> Iterator[Placed]:
    """Read what mediation and legal aid are about."""
    yield from _entries(content, text, ("matter_kinds", "matter_kind", PRIVATE_MATTERS), {})


def errands(content: Mapping[str, Any], text: str) -> Iterator[Placed]:
    """Read what a member of staff can do for somebody."""
    yield from _entries(
        content, text, ("errands", "errand", ERRANDS), content.get("errands_are", {})
    )


def service(file: str, content: Mapping[str, Any], text: str) -> Iterator[Placed]:
    """Read one service's file: its own questions, then the service."""
    yield from _entries(content, text, ("questions", "question", file), {})
    rest = {field: value for field, value in content.items() if field != "questions"}
    spot = Spot(file, 1, len(text.splitlines()))
    yield Placed(Item("service", str(content.get("code", "")), rest), spot)


def _entries(
    content: Mapping[str, Any],
    text: str,
    named: tuple[str, str, str],
    defaults: Mapping[str, Any],
) -> Iterator[Placed]:
    table, kind, file = named
    given = content.get(table, [])
    given = given if isinstance(given, list) else [given]
    lines = text.splitlines()
    starts = [
        number
        for number, line in enumerate(lines, start=1)
        if line.strip() in {f"[[{table}]]", f"[{table}]"}
    ]
    for position, each in enumerate(given):
        first = starts[position] if position < len(starts) else 1
        # What is no table has no code, and is named as a mistake for that.
        said = {**defaults, **each} if isinstance(each, Mapping) else {}
        item = Item(kind, str(said.get("code", "")), said)
        yield Placed(item, Spot(file, first, _end_of(lines, first)))


def plain(value: object) -> Any:  # noqa: ANN401 - whatever a file says
    """Return what a file says with its days written as text, as they are stored."""
    if isinstance(value, Mapping):
        return {field: plain(each) for field, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date | time) else value


def line_of(text: str, spot: Spot, mistake: Mistake) -> int:
    """Find the line of a mistake inside the thing that stands at a spot.

    A field may name an entry of a table by its number: `papers.3.form`.
    """
    lines = text.splitlines()
    table, _, rest = mistake.field.partition(".")
    number, _, field = rest.partition(".")
    headings = [at for at in spot.lines if lines[at - 1].strip() == f"[[{table}]]"]
    if number.isdigit() and int(number) <= len(headings):
        first = headings[int(number) - 1]
        entry = Spot(spot.file, first, _end_of(lines, first))
        return _line_in(lines, entry, _looked_for(mistake, field), mistake.value)
    return _line_in(lines, spot, _looked_for(mistake, table), mistake.value)


def _looked_for(mistake: Mistake, field: str) -> str:
    """Return the field on whose line the mistake is; one that is missing has none."""
    return "" if mistake.code == "missing" else field.partition(".")[0]


def _line_in(lines: list[str], spot: Spot, field: str, value: str) -> int:
    if not field:
        return spot.first  # the thing as a whole, or a field that is not there
    name = re.escape(field)
    wanted = re.compile(rf"^\s*\"?{name}\"?\s*=|^\s*\[+{name}\]")
    named = [at for at in spot.lines if wanted.search(lines[at - 1])]
    exact = [at for at in named if value and value in lines[at - 1]]
    return next(iter((*exact, *named, spot.first)))


def _end_of(lines: list[str], first: int) -> int:
    """Return the last line of the entry that begins with a heading on line `first`."""
    for number in range(first + 1, len(lines) + 1):
        if _HEADING.match(lines[number - 1]):
            return number - 1
    return len(lines)
