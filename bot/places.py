"""Where something is, as far as known: building, entrance and flat, a point, or only words."""

from dataclasses import dataclass

from bot.community import Point


@dataclass(frozen=True, slots=True)
class Place:
    """A place; what is not known is empty or None. `words` is what the person said.

    `landmark` is a place everybody knows; `is_shared` says that it is near the building or in
    its shared parts, so that nobody need be asked for a flat.
    """

    building: str = ""
    entrance: str = ""
    flat: str = ""
    words: str = ""
    point: Point | None = None
    grid: str = ""
    landmark: str = ""
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Located:
    """What a shared point means: its grid (empty: none of ours), the buildings nearest first."""

    grid: str
    nearest: tuple[str, ...]
