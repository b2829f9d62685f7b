"""Measuring the photo of a paper with Pillow and NumPy; runs in a process of its own."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile

from bot.file_kinds import FileKind, kind_of
from bot.photo_quality import MEASURABLE, Fault, PhotoMeasures

MOST_PIXELS = 64_000_000
# Every picture is measured at this long side: a sharp page has the same sharpness in any camera.
NORMAL = 1024
CELL = 16
_COARSE = 4
_ORIENTATION, _ON_ITS_SIDE = 0x0112, frozenset({5, 6, 7, 8})
_BLOWN_OUT, _BLOWN_SHARE = 252, 0.95
# A scan is white all over; glare is a white spot on a page that is not.
_WHITE_PAGE = 0.965
_READABLE_CONTRAST = 10.0
Grey = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Paper:
    """The paper's long side as a share of the picture's, and its level from black to white."""

    share: float
    brightness: float


def measure(content: bytes) -> PhotoMeasures:
    """Measure a file; whatever it is, the answer says so and nothing is raised."""
    kind = kind_of(content)
    if kind not in MEASURABLE:
        return PhotoMeasures(kind)
    try:
        with Image.open(BytesIO(content), formats=[kind.upper()]) as image:
            return _measured(kind, image)
    except Image.DecompressionBombError:
        return PhotoMeasures(kind, Fault.TOO_MANY_PIXELS)
    except (OSError, SyntaxError, ValueError, struct.error, MemoryError, EOFError):
        return PhotoMeasures(kind, Fault.BROKEN)


def _measured(kind: FileKind, image: ImageFile.ImageFile) -> PhotoMeasures:
    width, height = image.size
    if width * height > MOST_PIXELS:
        return PhotoMeasures(kind, Fault.TOO_MANY_PIXELS, width, height)
    if image.getexif().get(_ORIENTATION) in _ON_ITS_SIDE:
        width, height = height, width
    grey = _normalised(image)
    paper = _paper(grey)
    return PhotoMeasures(
        kind,
        Fault.NONE,
        width,
        height,
        round(paper.share * max(width, height)),
        _sharpness(grey),
        _detail(grey),
        paper.brightness,
        _glare(grey, paper.brightness),
    )


def _normalised(image: ImageFile.ImageFile) -> Grey:
    """Decode at about the normal size; a big JPEG is never decoded in full."""
    image.draft("L", (NORMAL, NORMAL))
    plain = image.convert("L")
    plain.thumbnail((NORMAL, NORMAL), Image.Resampling.BOX)
    return np.asarray(plain, dtype=np.float32)


def _sharpness(grey: Grey) -> float:
    """Return the variance of the Laplacian, the usual measure of focus (Pech-Pacheco 2000)."""
    if min(grey.shape) < 3:  # noqa: PLR2004 - a Laplacian needs neighbours
        return 0.0
    inner = grey[1:-1, 1:-1]
    beside = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    return float(np.var(beside - 4 * inner))


def _detail(grey: Grey) -> float:
    """Return the share of cells with contrast, blurred or not: a thumb has none."""
    coarse = _cells(grey, _COARSE).mean(axis=(1, 3))
    cells = _cells(coarse, CELL // _COARSE)
    if not cells.size:
        return 0.0
    contrast: Grey = cells.std(axis=(1, 3))
    return float(np.mean(contrast > _READABLE_CONTRAST))


def _glare(grey: Grey, brightness: float) -> float:
    """Return the share of the picture in the largest blown-out spot."""
    cells = _cells(grey, CELL)
    if not cells.size or brightness > _WHITE_PAGE:
        return 0.0
    blown = (cells >= _BLOWN_OUT).mean(axis=(1, 3)) > _BLOWN_SHARE
    return float(len(_largest_spot(blown)) / blown.size)


def _paper(grey: Grey) -> _Paper:
    """Find the largest bright spot; where there is none, the whole picture counts as the paper."""
    cells = _cells(grey, CELL).mean(axis=(1, 3))
    spot = _largest_spot(cells > (cells.min() + cells.max()) / 2) if cells.size else []
    if not spot:
        return _Paper(1.0, float(grey.mean()) / 255)
    rows, columns = ([place[axis] for place in spot] for axis in (0, 1))
    longest = max(max(rows) - min(rows), max(columns) - min(columns)) + 1
    level = np.median([cells[place] for place in spot])
    return _Paper(longest / max(cells.shape), float(level) / 255)


def _cells(grey: Grey, side: int) -> NDArray[np.float32]:
    """Cut a picture into squares: axes 0 and 2 are the squares, 1 and 3 lie within them."""
    rows, columns = grey.shape[0] // side, grey.shape[1] // side
    whole = grey[: rows * side, : columns * side]
    return whole.reshape(rows, side, columns, side)


def _largest_spot(mask: Mask) -> list[tuple[int, int]]:
    """Return the cells of the largest connected spot."""
    left = {(int(row), int(column)) for row, column in zip(*np.nonzero(mask), strict=True)}
    largest: list[tuple[int, int]] = []
    while left:
        spot = list(_spot(left))
        largest = max(largest, spot, key=len)
    return largest


def _spot(left: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Take one connected spot out of what is left."""
    border = [left.pop()]
    while border:
        row, column = border.pop()
        yield row, column
        for place in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if place in left:
                left.discard(place)
                border.append(place)
