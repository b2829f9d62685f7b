"""Whether the photo of a paper will do at the window: measures in, codes out."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.file_kinds import FileKind, tells_the_truth

MEASURABLE = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.WEBP})
# Below these a clerk cannot read an ordinary A4 page; each was set by the pages of the tests.
SMALLEST_LONG_SIDE = 900
# A card is read close up: at this its smallest signs are as high as those of a page at that.
SMALLEST_CARD = 500
LEAST_SHARPNESS = 120.0
LEAST_DETAIL = 0.04
LEAST_BRIGHTNESS = 0.35
MOST_GLARE = 0.015
MOST_SAID = 2


class Fault(StrEnum):
    """Why nothing could be measured."""

    NONE = ""
    TOO_MANY_PIXELS = "too_many_pixels"
    BROKEN = "broken"
    GAVE_UP = "gave_up"


@dataclass(frozen=True, slots=True)
class PhotoMeasures:
    """What was measured. Without a fault, and of a picture, all of it is meant.

    `width` and `height` are pixels as people see the picture, turned upright. `paper` is the long
    side in pixels of what lies brightest and largest in it. `sharpness` is the variance of the
    Laplacian at a normalised size, `detail` the share of the picture that has something to read,
    `brightness` the level of the paper (0 black, 1 white), `glare` the share of the picture in the
    largest blown-out spot.
    """

    kind: FileKind
    fault: Fault = Fault.NONE
    width: int = 0
    height: int = 0
    paper: int = 0
    sharpness: float = 0.0
    detail: float = 0.0
    brightness: float = 0.0
    glare: float = 0.0


class Judgement(StrEnum):
    """What is the matter with a photo; `photo.advice.<code>` says what to do."""

    FINE = "fine"
    EMPTY = "empty"
    LIES = "lies"
    PDF = "pdf"
    OTHER_FORMAT = "other_format"
    NO_PHOTO = "no_photo"
    TOO_MANY_PIXELS = "too_many_pixels"
    BROKEN = "broken"
    GAVE_UP = "gave_up"
    TOO_LARGE = "too_large"
    NOT_FETCHED = "not_fetched"
    TOO_SMALL = "too_small"
    TOO_DARK = "too_dark"
    NOTHING_TO_READ = "nothing_to_read"
    BLURRED = "blurred"
    GLARE = "glare"


# What came of looking at a photo: its measures, or why there are none.
Seen = PhotoMeasures | tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    code: Judgement
    holds: Callable[[PhotoMeasures, int], bool]


# The first row that holds is the only thing to say.
_ABOUT_THE_FILE = (
    _Row(Judgement.EMPTY, lambda photo, _: photo.kind is FileKind.EMPTY),
    _Row(Judgement.PDF, lambda photo, _: photo.kind is FileKind.PDF),
    _Row(Judgement.OTHER_FORMAT, lambda photo, _: photo.kind in {FileKind.HEIC, FileKind.TIFF}),
    _Row(Judgement.NO_PHOTO, lambda photo, _: photo.kind not in MEASURABLE),
    _Row(Judgement.TOO_MANY_PIXELS, lambda photo, _: photo.fault is Fault.TOO_MANY_PIXELS),
    _Row(Judgement.GAVE_UP, lambda photo, _: photo.fault is Fault.GAVE_UP),
    _Row(Judgement.BROKEN, lambda photo, _: photo.fault is not Fault.NONE),
    _Row(Judgement.TOO_SMALL, lambda photo, least: max(photo.width, photo.height) < least),
    _Row(Judgement.TOO_DARK, lambda photo, _: photo.brightness < LEAST_BRIGHTNESS),
    _Row(Judgement.NOTHING_TO_READ, lambda photo, _: photo.detail < LEAST_DETAIL),
)
# Of these, all that hold are said, the worst first.
_ABOUT_THE_PICTURE = (
    _Row(Judgement.BLURRED, lambda photo, _: photo.sharpness < LEAST_SHARPNESS),
    _Row(Judgement.GLARE, lambda photo, _: photo.glare > MOST_GLARE),
    _Row(Judgement.TOO_SMALL, lambda photo, least: photo.paper < least),
)


def judge_photo(
    photo: PhotoMeasures, claimed: str = "", *, is_card: bool = False
) -> tuple[Judgement, ...]:
    """Say what is the matter with a photo, the worst first.

    `claimed` is the MIME type it has; `is_card`: the paper on it is no larger than a card.
    """
    least = SMALLEST_CARD if is_card else SMALLEST_LONG_SIDE
    if photo.kind is not FileKind.EMPTY and not tells_the_truth(claimed, photo.kind):
        return (Judgement.LIES,)
    first = next((row.code for row in _ABOUT_THE_FILE if row.holds(photo, least)), None)
    if first:
        return (first,)
    found = tuple(row.code for row in _ABOUT_THE_PICTURE if row.holds(photo, least))
    return found[:MOST_SAID] or (Judgement.FINE,)
