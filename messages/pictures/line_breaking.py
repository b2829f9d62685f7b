"""Where lines break: Chinese anywhere but before closing and after opening signs, words never."""

import re
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]
_OPENING = "（《〈“‘「『【〔([{¥￥$"
_CLOSING = "，。、；：？！）》〉”’」』】〕…—～·%℃,.;:?!)]}"
_WORD = r"[0-9A-Za-z\u00c0-\u024f@#&+*/=_<>|'\"~^\\-]"
# A word or one sign, with what opens before it and what closes after it.
_ATOM = re.compile(
    rf"[{re.escape(_OPENING)}]*"
    rf"(?:{_WORD}(?:{_WORD}|[.,:](?=[0-9A-Za-z]))*|[^\s])?"
    rf"[{re.escape(_CLOSING)}]*\s*"
)
ELLIPSIS = "…"


def wrap(text: str, measure: Measure, most: float) -> tuple[str, ...]:
    """Break a text into lines that are at most so wide; every paragraph begins a new line."""
    lines = [line for part in text.splitlines() for line in _paragraph(part, measure, most)]
    return tuple(lines)


def clipped(
    lines: tuple[str, ...], at_most: int, measure: Measure, most: float
) -> tuple[str, ...]:
    """Keep so many lines; the last one says by dots that there was more."""
    if len(lines) <= at_most:
        return lines
    last = lines[at_most - 1].rstrip(_CLOSING)
    while last and measure(last + ELLIPSIS) > most:
        last = last[:-1]
    return (*lines[: at_most - 1], last + ELLIPSIS)


def _paragraph(text: str, measure: Measure, most: float) -> Iterator[str]:
    line = ""
    for atom in _atoms(text.strip(), measure, most):
        if line and measure((line + atom).rstrip()) > most:
            yield line.rstrip()
            line = atom.lstrip()
        else:
            line += atom
    if line.strip():
        yield line.rstrip()


def _atoms(text: str, measure: Measure, most: float) -> Iterator[str]:
    """Yield what keeps together; what no line could hold is cut where it must be."""
    for atom in _ATOM.findall(text):
        if measure(atom.rstrip()) <= most:
            yield atom
        else:
            yield from _cut(atom, measure, most)


def _cut(atom: str, measure: Measure, most: float) -> Iterator[str]:
    piece = ""
    for letter in atom:
        if piece and measure(piece + letter) > most:
            yield piece
            piece = ""
        piece += letter
    yield piece
