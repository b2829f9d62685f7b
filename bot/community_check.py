"""Whether a community's data makes sense as a whole: names lead somewhere, grids have people."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shapely import Point as Spot
from shapely import Polygon

from bot.categories_check import alarms, conditions, questions
from bot.community_faults import codes_by_kind, unreadable
from bot.community_fields import Content
from bot.community_items import Item
from bot.errand_items import errands
from bot.matter_items import kinds_and_services
from bot.mistakes import Mistake
from bot.offers_check import contacts
from bot.services_check import circles, general, names, unused, versions, words
from bot.services_sense_check import SENSE
from bot.services_way_check import paths

CHINA = ((73.0, 136.0), (17.0, 54.0))
LONGEST_NAME = 40
# Codes stand in links, and Telegram takes at most 64 of these letters there.
_CODE = re.compile("[A-Za-z0-9_]{1,48}")
# Names are shown as they are written: a tag or a placeholder would be read aloud.
_MARKUP = re.compile("[<>{}]")

# Mistakes that only follow when things of a kind could not be read; `unknown_grid` and so on too.
_FOLLOWING = {
    "no_worker": "staff",
    "no_clerk": "staff",
    "no_other": "category",
    "unused_question": "service",
    "unused_paper": "service",
    "nobodys_contact": "organisation",
    "contact_without_role": "staff",
    "no_matter_kind": "matter_kind",
    "nothing_to_read": "matter_kind",
}


def check_items(
    items: Sequence[Item], unread: frozenset[str] = frozenset()
) -> tuple[Mistake, ...]:
    """Return every mistake of a community's data.

    Where things of some kinds could not be read, nobody is told that these are missing.
    """
    found = (mistake for check in CHECKS for mistake in check(items))
    return tuple(each for each in found if _cause(each) not in unread)


def _cause(mistake: Mistake) -> str:
    return _FOLLOWING.get(mistake.code, mistake.code.removeprefix("unknown_"))


def _repeated(items: Sequence[Item]) -> Iterator[Mistake]:
    seen: set[tuple[str, str]] = set()
    for item in items:
        if not item.code:
            if "code" in item.content:  # otherwise it is missing, which is said already
                yield Mistake(item.kind, item.code, "empty", "code")
        elif not _CODE.fullmatch(item.code):
            yield Mistake(item.kind, item.code, "bad_code", "code", item.code)
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
    ("proof", "service", "service"),
    ("family", "services", "service"),
    ("family", "other_offices", "other_office"),
    ("organisation", "contact", "staff"),
    ("organisation", "topics", "topic"),
    ("offer", "organisation", "organisation"),
    ("offer", "kind", "offer_kind"),
)


def _references(items: Sequence[Item]) -> Iterator[Mistake]:
    known = codes_by_kind(items)
    for kind, field, wanted in REFERENCES:
        for item in items:
            if item.kind == kind:
                for name in _names(item.content.get(field)):
                    if name not in known.get(wanted, ()):
                        there = tuple(known.get(wanted, ()))
                        yield Mistake(kind, item.code, f"unknown_{wanted}", field, name, there)


def _names(given: object) -> tuple[str, ...]:
    if isinstance(given, str):
        return tuple(part.strip() for part in given.split(";") if part.strip())
    return tuple(str(part) for part in given) if isinstance(given, list | tuple) else ()


def _grids(items: Sequence[Item]) -> Iterator[Mistake]:
    shapes = {}
    for item in items:
        if item.kind == "grid":
            ring = _ring(item)
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


def _ring(item: Item) -> Any:  # noqa: ANN401 - whatever the file says
    return item.content.get("ring")


def _ring_problem(ring: object) -> str:
    if isinstance(ring, list | tuple) and all(_is_pair(each) for each in ring):
        return _outline_problem(ring)
    return "ring_not_points"


def _is_pair(given: object) -> bool:
    if not isinstance(given, list | tuple) or len(given) != 2:  # noqa: PLR2004
        return False
    return all(type(each) in {int, float} for each in given)


def _outline_problem(ring: Sequence[Sequence[float]]) -> str:
    if len(ring) < 4 or ring[0] != ring[-1]:  # noqa: PLR2004 - a triangle and its first point again
        return "ring_not_closed"
    misplaced = [problem for problem in (_where(*each) for each in ring) if problem]
    if misplaced:
        return misplaced[0]
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
        item.code: Polygon(_ring(item))
        for item in items
        if item.kind == "grid" and not _ring_problem(_ring(item))
    }
    for item in items:
        if item.kind not in {"building", "landmark"}:
            continue
        try:
            longitude, latitude = (float(item.content[f]) for f in ("longitude", "latitude"))
        except (KeyError, TypeError, ValueError):
            continue  # said already: it cannot be read
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
        for grid in _names(item.content.get("grids")):
            if grid in workers:
                yield Mistake("staff", item.code, "two_workers", "grids", grid)
            workers[grid] = item.code
    for item in items:
        if item.kind == "grid" and item.code not in workers:
            yield Mistake("grid", item.code, "no_worker", "code", item.code)
    if not any(item.content.get("role") == "clerk" for item in staff):
        yield Mistake("community", "", "no_clerk")


def _deputies(items: Sequence[Item]) -> Iterator[Mistake]:
    deputies: dict[str, str] = {}
    for item in items:
        if item.kind == "staff":
            grids = _names(item.content.get("grids"))
            for grid in _names(item.content.get("deputy_for")):
                if grid in grids:
                    yield Mistake("staff", item.code, "own_deputy", "deputy_for", grid)
                if deputies.setdefault(grid, item.code) != item.code:
                    yield Mistake("staff", item.code, "two_deputies", "deputy_for", grid)


def _numbers(items: Sequence[Item]) -> Iterator[Mistake]:
    """Two buildings of one estate cannot bear the same number: nobody could tell the buttons."""
    seen: set[tuple[str, str]] = set()
    for item in items:
        if item.kind == "building":
            named = (str(item.content.get("estate")), str(item.content.get("number")).lower())
            if named in seen:
                yield Mistake("building", item.code, "number_twice", "number", named[1])
            seen.add(named)


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


def _texts(items: Sequence[Item]) -> Iterator[Mistake]:
    for item in items:
        for field, value in _texts_in(item.content):
            if not _is_clean(value):
                yield Mistake(item.kind, item.code, "hidden_characters", field)
            if _is_on_button(item.content, field) and len(value) > LONGEST_NAME:
                yield Mistake(item.kind, item.code, "name_too_long", field)
            if _is_name(field) and _MARKUP.search(value):
                yield Mistake(item.kind, item.code, "markup", field, value[:40])


def _is_name(field: str) -> bool:
    return any(part.startswith(("name", "short")) for part in field.split("."))


def _is_on_button(content: Content, field: str) -> bool:
    """Whether a text stands on a button: names, and where there is one the short name."""
    on_button = "short" if "short" in content else "name"
    return any(part.startswith(on_button) for part in field.split("."))


def _texts_in(content: Content, within: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text with the name of its field, at any depth."""
    for field, value in content.items():
        name = f"{within}{field}"
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, Mapping):
            yield from _texts_in(value, f"{name}.")
        elif isinstance(value, list | tuple):
            parts = {str(position): part for position, part in enumerate(value, start=1)}
            yield from _texts_in(parts, f"{name}.")


def _is_clean(value: str) -> bool:
    return all(letter.isprintable() or letter == "\n" for letter in value)


CHECKS = (
    unreadable,
    _repeated,
    _references,
    _grids,
    _places,
    _people,
    _deputies,
    _numbers,
    questions,
    conditions,
    _keywords,
    alarms,
    _texts,
    names,
    general,
    unused,
    circles,
    versions,
    words,
    paths,
    *SENSE,
    contacts,
    errands,
    kinds_and_services,
)
