"""Whether a community's data makes sense as a whole: every name leads somewhere, every grid has its people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shapely import Point as Spot
from shapely import Polygon

from bot.community_items import BadItemError, Item, read_item, working_hours

CHINA = ((73.0, 136.0), (17.0, 54.0))
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with which thing; `code` names the operator's sentence."""

    kind: str
    item: str
    code: str
    field: str = ""
    value: str = ""


def check_items(items: Sequence[Item]) -> tuple[Mistake, ...]:
    """Return every mistake of a community's data."""
    checks = (_unreadable, _repeated, _references, _grids, _places, _people, _keywords, _main)
    return tuple(mistake for check in checks for mistake in check(items))


def _unreadable(items: Sequence[Item]) -> Iterator[Mistake]:
    for item in items:
        try:
            read_item(item)
        except BadItemError as error:
            yield Mistake(item.kind, item.code, error.code, error.field, error.value)


def _repeated(items: Sequence[Item]) -> Iterator[Mistake]:
    seen: set[tuple[str, str]] = set()
    for item in items:
        if not item.code:
            yield Mistake(item.kind, item.code, "empty", "code")
        elif (item.kind, item.code) in seen:
            yield Mistake(item.kind, item.code, "repeated", "code", item.code)
        seen.add((item.kind, item.code))


# Which field of which kind names things of which other kind.
REFERENCES = (
    ("building", "estate", "estate"),
    ("building", "grid", "grid"),
    ("landmark", "grid", "grid"),
    ("staff", "grids", "grid"),
    ("staff", "deputy_for", "grid"),
    ("category", "group", "group"),
    ("category", "handlers", "handler"),
    ("category", "escalate", "handler"),
    ("ambiguous_word", "categories", "category"),
)


def _references(items: Sequence[Item]) -> Iterator[Mistake]:
    known = {(item.kind, item.code) for item in items}
    for kind, field, wanted in REFERENCES:
        for item in items:
            if item.kind == kind:
                for name in _names(item.content.get(field)):
                    if (wanted, name) not in known:
                        yield Mistake(kind, item.code, f"unknown_{wanted}", field, name)


def _names(given: object) -> tuple[str, ...]:
    if isinstance(given, str):
        return tuple(part.strip() for part in given.split(";") if part.strip())
    return tuple(str(part) for part in given) if isinstance(given, list | tuple) else ()


def _grids(items: Sequence[Item]) -> Iterator[Mistake]:
    shapes = {}
    for item in items:
        if item.kind == "grid":
            ring = item.content.get("ring", [])
            problem = _ring_problem(ring)
            if problem:
                yield Mistake("grid", item.code, problem, "coordinates")
            else:
                shapes[item.code] = Polygon(ring)
    codes = sorted(shapes)
    for position, one in enumerate(codes):
        for other in codes[position + 1 :]:
            if shapes[one].intersection(shapes[other]).area > 1e-10:  # noqa: PLR2004 - a square metre
                yield Mistake("grid", other, "grids_overlap", "coordinates", one)


def _ring_problem(ring: list[list[float]]) -> str:
    if len(ring) < 4 or ring[0] != ring[-1]:  # noqa: PLR2004 - a triangle and its first point again
        return "ring_not_closed"
    if any(_where(longitude, latitude) for longitude, latitude in ring):
        return _where(*ring[0]) or "outside_china"
    polygon = Polygon(ring)
    if not polygon.is_valid:
        return "ring_crosses_itself"
    return "" if polygon.exterior.is_ccw else "ring_clockwise"


def _where(longitude: float, latitude: float) -> str:
    """Name what is wrong with coordinates, most often that they are the wrong way round."""
    (west, east), (south, north) = CHINA
    if west <= longitude <= east and south <= latitude <= north:
        return ""
    swapped = west <= latitude <= east and south <= longitude <= north
    return "coordinates_swapped" if swapped else "outside_china"


def _places(items: Sequence[Item]) -> Iterator[Mistake]:
    shapes = {
        item.code: Polygon(item.content["ring"])
        for item in items
        if item.kind == "grid" and not _ring_problem(item.content.get("ring", []))
    }
    for item in items:
        if item.kind not in {"building", "landmark"}:
            continue
        try:
            longitude, latitude = (float(item.content[f]) for f in ("longitude", "latitude"))
        except (KeyError, ValueError):
            continue
        problem = _where(longitude, latitude)
        grid = item.content.get("grid")
        if problem:
            yield Mistake(item.kind, item.code, problem, "latitude")
        elif grid in shapes and not shapes[grid].covers(Spot(longitude, latitude)):
            yield Mistake(item.kind, item.code, "outside_its_grid", "grid", str(grid))


def _people(items: Sequence[Item]) -> Iterator[Mistake]:
    staff = [item for item in items if item.kind == "staff"]
    workers: dict[str, str] = {}
    for item in staff:
        grids = _names(item.content.get("grids"))
        for grid in grids:
            if grid in workers:
                yield Mistake("staff", item.code, "two_workers", "grids", grid)
            workers[grid] = item.code
        for grid in _names(item.content.get("deputy_for")):
            if grid in grids:
                yield Mistake("staff", item.code, "own_deputy", "deputy_for", grid)
        phone = str(item.content.get("phone", ""))
        if phone and not (phone.isascii() and phone.isdigit() and 5 <= len(phone) <= 15):  # noqa: PLR2004
            yield Mistake("staff", item.code, "not_a_phone", "phone", phone)
    for item in items:
        if item.kind == "grid" and item.code not in workers:
            yield Mistake("grid", item.code, "no_worker", "code", item.code)
    if not any(item.content.get("role") == "clerk" for item in staff):
        yield Mistake("community", "", "no_clerk")


def _keywords(items: Sequence[Item]) -> Iterator[Mistake]:
    owners: dict[str, str] = {}
    for item in items:
        if item.kind == "category":
            for word in _names(item.content.get("keywords")):
                if owners.setdefault(word.lower(), item.code) != item.code:
                    yield Mistake("category", item.code, "keyword_twice", "keywords", word)
    codes = {item.code for item in items if item.kind == "category"}
    if "other" not in codes:
        yield Mistake("category", "", "no_other", "code")


def _main(items: Sequence[Item]) -> Iterator[Mistake]:
    for item in items:
        if item.kind == "community":
            for hours in item.content.get("working_hours", ()):
                try:
                    working_hours(hours)
                except (BadItemError, KeyError) as error:
                    code = error.code if isinstance(error, BadItemError) else "missing"
                    yield Mistake("community", item.code, code, "working_hours")
        for field, value in item.content.items():
            if isinstance(value, str) and not _is_clean(value):
                yield Mistake(item.kind, item.code, "hidden_characters", field)
            if field.startswith("name") and isinstance(value, str) and len(value) > LONGEST_NAME:
                yield Mistake(item.kind, item.code, "name_too_long", field)


def _is_clean(value: str) -> bool:
    return all(letter.isprintable() or letter == "\n" for letter in value)
