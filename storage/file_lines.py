"""On which line of a community's file a thing, a field or a word stands."""

import re
from collections.abc import Iterator

from bot.mistakes import Mistake

# Tables that belong to the entry above them.
PARTS = ("[[categories.", "[[working_hours", "[[festivals")


def line_with(text: str, wanted: str) -> int:
    """Find the line on which some words stand; the first when they stand nowhere."""
    position = text.find(wanted)
    return text.count("\n", 0, position) + 1 if position >= 0 else 1


def line_of_code(text: str, table: str, code: str) -> int:
    """Find the line of `code` inside its own kind of table."""
    pattern = re.compile(rf'\[\[{table}\]\]\s*\ncode = "{re.escape(code)}"')
    match = pattern.search(text)
    return text.count("\n", 0, match.start()) + 2 if match else 1


def line_inside(text: str, first: int, mistake: Mistake) -> int:
    """Find the line of a field and its value inside the entry that begins at a line."""
    name = re.escape(mistake.field.split(".")[0] or "code")
    field = re.compile(rf'^\[+{name}\]|\b{name}"?\s*=')
    named = [(number, line) for number, line in _entry(text, first) if field.search(line)]
    exact = [number for number, line in named if mistake.value in line]
    return next(iter((*exact, *(number for number, _ in named), first)))


def _entry(text: str, first: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of an entry with their numbers, those of its own parts too."""
    for number, line in enumerate(text.splitlines()[first - 1 :], start=first):
        if number > first and line.startswith("[[") and not line.startswith(PARTS):
            return
        yield number, line
