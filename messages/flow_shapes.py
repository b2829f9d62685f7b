"""What a flow picture is made of: boxes with lines of text, and arrows; all in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.services import Confidence
from messages.text_width import wrap

PADDING = 18.0
# Room for a mark, and for a sign that hangs over.
MARK = 34.0
# Names of styles in the picture: size and height of a line.
STYLES = {
    "title": (30.0, 40.0),
    "under": (15.0, 23.0),
    "heading": (21.0, 30.0),
    "strong": (17.0, 25.0),
    "plain": (16.0, 24.0),
    "small": (13.5, 20.0),
}


class Said(NamedTuple):
    """A paragraph in a style."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Box:
    """A box of some kind with its text; `mark` shows in its corner how sure it is."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    mark: Confidence | None = None

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half-way down."""
        return self.y + self.height / 2

    def lowered(self, by: float) -> "Box":
        """Return the box further down."""
        lines = tuple(replace(line, y=line.y + by) for line in self.lines)
        return replace(self, y=self.y + by, lines=lines)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line through points, and what stands beside it."""

    points: tuple[tuple[float, float], ...]
    label: Line | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


class Place(NamedTuple):
    """Where a box begins and how wide it may be."""

    x: float
    y: float
    width: float


# Boxes with pointed sides have less room for text.
_INSET = {"head": 48.0, "question": 34.0, "condition": 30.0, "bare": 0.0, "legend": 28.0}


def box(
    kind: str, place: Place, paragraphs: Sequence[Said], mark: Confidence | None = None
) -> Box:
    """Return a box that is as high as its text needs."""
    inset = _INSET.get(kind, PADDING)
    room = place.width - 2 * inset - (MARK if mark else 0)
    padding = 0.0 if kind == "bare" else PADDING * 0.75
    lines = []
    y = place.y + padding
    for said in paragraphs:
        size, height = STYLES[said.style]
        for text in wrap(said.text, size, room):
            lines.append(Line(place.x + inset, y + height * 0.72, text, said.style))
            y += height
    return Box(kind, place.x, place.y, place.width, y + padding - place.y, tuple(lines), mark)
