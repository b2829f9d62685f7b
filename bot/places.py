"""Where something is, as far as it is known: building, entrance and flat, a point, or only words."""

from dataclasses import dataclass

from bot.community import Point


@dataclass(frozen=True, slots=True)
class Place:
    """A place; codes are empty and the point is None when they are not known. `words` is what the person said."""

    building: str = ""
    entrance: str = ""
    flat: str = ""
    words: str = ""
    point: Point | None = None
    grid: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """What a shared point means: its grid (empty: none of ours) and the nearest buildings, nearest first."""

    grid: str
    nearest: tuple[str, ...]
