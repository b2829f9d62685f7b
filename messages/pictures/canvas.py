"""The drawing kit: a sheet that grows downwards, texts that wrap, bars, signs, and a small PNG."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from messages.pictures.fonts import drawable, font
from messages.pictures.line_breaking import clipped, wrap

WIDTH = 1080
MARGIN = 56
INK, SOFT_INK, PAPER, WASH, RULE = "#17212b", "#4d5b69", "#ffffff", "#f1f4f7", "#cfd6dd"
# Told apart by people who see no red or no green (after Okabe and Ito), dark below white letters.
GOOD, BAD, DOUBT = "#00664f", "#b23c00", "#665200"
PALE_GOOD, PALE_BAD = "#8fc3b4", "#e0a487"
_LEADING = 1.42
_FINENESS = 4
_STEPS = 8
# Which letters stand on which ground: the picture has these colours and what lies between them.
_PAIRS = (
    *((colour, PAPER) for colour in (INK, SOFT_INK, GOOD, BAD, DOUBT)),
    (PALE_GOOD, PAPER),
    (PALE_BAD, PAPER),
    *((colour, WASH) for colour in (INK, SOFT_INK, GOOD, BAD)),
)


class Sign(StrEnum):
    """A sign in a disc: it says the same as its colour."""

    TICK = "tick"
    CROSS = "cross"
    QUESTION = "question"
    PEN = "pen"
    STOP = "stop"


COLOUR_OF = {
    Sign.TICK: GOOD,
    Sign.CROSS: BAD,
    Sign.QUESTION: DOUBT,
    Sign.PEN: SOFT_INK,
    Sign.STOP: BAD,
}
# The strokes of a sign in a square of 100.
_STROKES: dict[Sign, tuple[tuple[tuple[int, int], ...], ...]] = {
    Sign.TICK: (((27, 52), (44, 69), (74, 34)),),
    Sign.CROSS: (((32, 32), (68, 68)), ((68, 32), (32, 68))),
    Sign.QUESTION: (
        ((35, 40), (37, 31), (44, 25), (53, 25), (61, 29), (64, 38), (60, 46), (50, 53), (50, 62)),
        ((50, 76), (50, 76)),
    ),
    Sign.PEN: (((30, 70), (34, 58), (62, 30), (70, 38), (42, 66), (30, 70)),),
    Sign.STOP: (((28, 50), (72, 50)),),
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: its size in pixels, its colour, and whether it is bold."""

    size: int
    colour: str = INK
    bold: bool = False

    @property
    def line(self) -> int:
        """The height of a line."""
        return round(self.size * _LEADING)

    def measure(self, text: str) -> float:
        """Return the width of a text in pixels."""
        return font(self.size).getlength(text) + 2 * self.weight

    @property
    def weight(self) -> int:
        """How much a stroke is thickened on each side: the font has no bold face of its own."""
        return max(1, self.size // 40) if self.bold else 0


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one text, broken to fit."""

    lines: tuple[str, ...]
    style: Style

    @property
    def height(self) -> int:
        """The height of all lines."""
        return len(self.lines) * self.style.line

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max((self.style.measure(line) for line in self.lines), default=0)


def block(text: str, style: Style, width: float, at_most: int = 0) -> Block:
    """Break a text to a width; with `at_most` the rest beyond so many lines is left out."""
    lines = wrap("\n".join(drawable(part) for part in text.splitlines()), style.measure, width)
    if at_most:
        lines = clipped(lines, at_most, style.measure, width)
    return Block(lines, style)


@dataclass(slots=True)
class Sheet:
    """A sheet of paper of the usual width."""

    height: int
    image: Image.Image = field(init=False)
    draw: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        """Take an empty sheet."""
        self.image = Image.new("RGB", (WIDTH, self.height), PAPER)
        self.draw = ImageDraw.Draw(self.image)

    def write(self, words: Block, left: float, top: float) -> None:
        """Write lines below one another."""
        style = words.style
        face, middle = font(style.size), (style.line - style.size) / 2
        for number, line in enumerate(words.lines):
            at = (left + style.weight, top + number * style.line + middle)
            self.draw.text(
                at, line, style.colour, face, stroke_width=style.weight, stroke_fill=style.colour
            )

    def fill(self, box: tuple[float, float, float, float], colour: str) -> None:
        """Fill a rectangle: left, top, right, bottom."""
        left, top, right, bottom = box
        self.draw.rectangle((left, top, right - 1, bottom - 1), fill=colour)

    def sign(self, sign: Sign, side: int, at: tuple[int, int], *, inverted: bool = False) -> None:
        """Put a sign into a square; an inverted one is white paper with coloured strokes."""
        drawn, mask = _sign(sign, side, inverted)
        self.image.paste(drawn, at, mask)

    def png(self) -> bytes:
        """Return the sheet as a small PNG with few colours."""
        few = self.image.quantize(palette=_palette(), dither=Image.Dither.NONE)
        written = BytesIO()
        few.save(written, "PNG", compress_level=6)
        return written.getvalue()


@cache
def _palette() -> Image.Image:
    """Return the few colours of every picture: smooth edges need what lies between two."""
    mixed = [*ImageColor.getrgb(RULE)]
    for letters, ground in _PAIRS:
        pair = tuple(zip(ImageColor.getrgb(letters), ImageColor.getrgb(ground), strict=True))
        for step in range(_STEPS + 1):
            mixed += [round(first + (last - first) * step / _STEPS) for first, last in pair]
    palette = Image.new("P", (1, 1))
    palette.putpalette(mixed)
    return palette


@cache
def _sign(sign: Sign, side: int, inverted: bool) -> tuple[Image.Image, Image.Image]:  # noqa: FBT001 - part of the cache's key
    """Draw a sign four times as large and scale it down, so that its edges are smooth."""
    large = side * _FINENESS
    ground, stroke = COLOUR_OF[sign], PAPER
    if inverted:
        ground, stroke = stroke, ground
    image, mask = Image.new("RGB", (large, large), ground), Image.new("L", (large, large))
    _shape(ImageDraw.Draw(mask), sign, large)
    draw, width = ImageDraw.Draw(image), large // 10
    for points in _STROKES[sign]:
        scaled = [(x * large / 100, y * large / 100) for x, y in points]
        draw.line(scaled, stroke, width, joint="curve")
        for x, y in scaled:
            half = width / 2
            draw.ellipse((x - half, y - half, x + half, y + half), fill=stroke)
    size = (side, side)
    return image.resize(size, Image.Resampling.LANCZOS), mask.resize(
        size, Image.Resampling.LANCZOS
    )


def _shape(draw: ImageDraw.ImageDraw, sign: Sign, side: int) -> None:
    """Cut out the ground: an octagon for stop, as on the road, and a disc for the others."""
    if sign is Sign.STOP:
        draw.regular_polygon((side / 2, side / 2, side / 2 - 1), 8, fill=255)
    else:
        draw.ellipse((0, 0, side - 1, side - 1), fill=255)
