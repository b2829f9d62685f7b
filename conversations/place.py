"""Where is it? What the words said, a building of the list, the phone's place, or words alone."""

import re
from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Any

from bot.community import Community, Point
from bot.events import Event, SharedPlace, Typed
from bot.geography import other_reading
from bot.places import Located, Place
from conversations.engine import Ask, Look, ask, look
from conversations.facts import LocatedAt, PlacesIn
from conversations.inside import STAGE, ask_inside
from conversations.questions import (
    Choice,
    NotAcceptedError,
    Option,
    Refused,
    Text,
    distinct,
    refusal_of,
)

LIST = "list"
ELSEWHERE = "elsewhere"
WRONG = "wrong"
NUMBER_COLUMNS = 4
LONGEST_WORDS = 200
_BUILDING, _LANDMARK, _READING, _POINT, _WORDS = "b:", "l:", "r:", "p:", "w:"
AS_WORDS = _WORDS
# Where any words typed are a place.
PLACES = frozenset({"place", "place.spot"})
_POINT_WRITTEN = re.compile(r"p:-?[0-9]{1,3}\.[0-9]{6},-?[0-9]{1,3}\.[0-9]{6}")
_ASKED = ("report.ask.place", "report.ask.place_found", "report.ask.place_which")
Asked = Generator[Ask | Look, Any, Place]
Found = tuple[Place, ...]


@dataclass(frozen=True)
class PlaceQuestion(Choice):
    """The first question about the place; a shared place or typed words are answers too."""

    @property
    def asks_for_place(self) -> bool:
        """Let the phone offer to share its place."""
        return True

    def read(self, written: str) -> str:
        """Return the answer: an option, a point, or words."""
        if written.startswith(_POINT) and not _POINT_WRITTEN.fullmatch(written):
            raise NotAcceptedError
        return written if written.startswith((_POINT, _WORDS)) else self.chosen(written)

    def take(self, event: Event) -> str | Refused:
        """Take a shared place or typed words."""
        match event:
            case SharedPlace(latitude, longitude) if latitude or longitude:
                return f"{_POINT}{latitude:.6f},{longitude:.6f}"
            case SharedPlace():
                return Refused("talk.not_taken.nowhere")
            case Typed(text) if text:
                return _WORDS + text[:LONGEST_WORDS]
            case _:
                return refusal_of(event)


def ask_place(community: Community, words: str, known: str, *, is_visited: bool = False) -> Asked:
    """Return the place: building, entrance and flat as far as they are said.

    Where somebody is visited (`is_visited`), words that name no place are asked about again.
    """
    named = yield from look(PlacesIn(words))
    found = _with_known(community, named, known)
    answer = yield from ask(_first_question(community, found))
    if answer == ELSEWHERE:
        return (yield from _described())
    return (yield from _answered(community, answer, found, is_visited=is_visited))


def _answered(
    community: Community, answer: str, found: Found, *, is_visited: bool, asked: int = 0
) -> Asked:
    """Go on from a point, typed words, the list, or a place that was offered."""
    if answer.startswith(_POINT):
        return (yield from _from_point(community, answer))
    if answer.startswith(_WORDS):
        typed = answer.removeprefix(_WORDS)
        return (yield from _from_words(community, typed, is_visited=is_visited, asked=asked))
    if answer == LIST:
        return (yield from _from_list(community, Place()))
    return (yield from _go_on_at(community, _chosen(found, answer)))


def point_written(written: str) -> Point | None:
    """Return the point that is kept as an answer; None when it is another one."""
    if not _POINT_WRITTEN.fullmatch(written):
        return None
    latitude, longitude = written.removeprefix(_POINT).split(",")
    return Point(float(latitude), float(longitude))


def place_written(place: Place) -> str:
    """Return how a found place is kept as an answer."""
    if place.building:
        return f"{_BUILDING}{place.building}"
    if place.landmark:
        return f"{_LANDMARK}{place.landmark}"
    return f"{_READING}{place.entrance},{place.flat}"


def _with_known(community: Community, named: Found, known: str) -> Found:
    """Let the building of a QR plate come first; what was said of entrance and flat is its own."""
    if known not in community.buildings:
        return named
    same = tuple(place for place in named if place.building == known)
    if same:
        return same[:1]
    open_readings = (place for place in named if not (place.building or place.landmark))
    here = replace(next(open_readings, Place()), building=known)
    return (here, *(place for place in named if place.building or place.landmark))


def _first_question(community: Community, found: Found) -> Choice:
    options = _options(found)
    is_plain = len(options) == 1 and options[0].value.startswith(_BUILDING)
    return PlaceQuestion(
        "place",
        _ASKED[min(len(options), 2)],
        (*options, *_list(community), Option(ELSEWHERE, "report.button.elsewhere")),
        step=STAGE,
        unless_changed=options[0].value if is_plain else None,
    )


def _options(found: Found) -> tuple[Option, ...]:
    """Offer each place once; the first of the same building counts."""
    return distinct(_option(place) for place in found)


def _option(place: Place) -> Option:
    written = place_written(place)
    if place.building:
        return Option(written, "data.building", {"building": place.building})
    if place.landmark:
        return Option(written, "data.landmark", {"landmark": place.landmark})
    parameters = {"entrance": place.entrance, "flat": place.flat}
    return Option(written, "report.button.reading", parameters)


def _list(community: Community) -> tuple[Option, ...]:
    return (Option(LIST, "report.button.building_list"),) if community.buildings else ()


def _chosen(found: Found, answer: str) -> Place:
    return next(place for place in found if place_written(place) == answer)


def _go_on_at(community: Community, place: Place) -> Asked:
    """Ask for what is still open at a place that was named."""
    if place.building:
        return (yield from ask_inside(community, place))
    if place.landmark:
        return place
    return (yield from _from_list(community, place))


def _from_list(community: Community, place: Place) -> Asked:
    """Ask for estate and building; what is known of entrance and flat stays."""
    used = {building.estate for building in community.buildings.values()}
    estates = tuple(code for code in community.estates if code in used)
    estate = estates[0]
    if len(estates) > 1:
        options = tuple(Option(code, "data.estate", {"estate": code}) for code in estates)
        estate = yield from ask(Choice("place.estate", "report.ask.estate", options, step=STAGE))
    building = yield from ask(_building_question(community, estate))
    return (yield from ask_inside(community, replace(place, building=building)))


def _building_question(community: Community, estate: str) -> Choice:
    options = tuple(
        Option(each.code, "data.building_number", {"building": each.code}, each.number.lower())
        for each in community.buildings_of(estate)
    )
    return Choice(
        "place.building",
        "report.ask.building",
        options,
        {"estate": estate},
        STAGE,
        side_by_side=NUMBER_COLUMNS,
    )


def _from_words(community: Community, words: str, *, is_visited: bool, asked: int) -> Asked:
    """Look typed words up; what is not found is kept as it was said, and a person reads it."""
    found = yield from look(PlacesIn(words))
    options = _options(found)
    if not options:
        if not is_visited:
            return Place(words=words)
        return (yield from _unknown(community, words, asked + 1))
    is_plain = len(options) == 1 and options[0].value.startswith(_BUILDING)
    question = Choice(
        "place.place_meant",
        "report.ask.place_meant",
        (*options, *_list(community), Option(ELSEWHERE, "report.button.as_said")),
        {"words": words},
        STAGE,
        unless_changed=options[0].value if is_plain else None,
    )
    answer = yield from ask(question)
    if answer == LIST:
        return (yield from _from_list(community, Place(words=words)))
    if answer == ELSEWHERE:
        return Place(words=words)
    return (yield from _go_on_at(community, replace(_chosen(found, answer), words=words)))


def _unknown(community: Community, words: str, asked: int) -> Asked:
    """Ask whether words that name no building are where somebody lives; others are read again."""
    options = (*_list(community), Option(ELSEWHERE, "report.button.as_said"))
    name = "place.unknown" if asked == 1 else f"place.unknown.{asked}"
    key = "errand.ask.place_unknown"
    answer = yield from ask(PlaceQuestion(name, key, options, {"words": words}, STAGE))
    if answer == ELSEWHERE:
        return Place(words=words)
    return (yield from _answered(community, answer, (), is_visited=True, asked=asked))


def _from_point(community: Community, answer: str) -> Asked:
    """Confirm a point by name, because a point picked on a Chinese map lies 600 m off."""
    latitude, longitude = (float(each) for each in answer.removeprefix(_POINT).split(","))
    point = Point(latitude, longitude)
    located = yield from look(LocatedAt(latitude, longitude))
    chosen = yield from ask(_confirmation(community, "place.point", located))
    if chosen == WRONG:
        point = other_reading(point)
        located = yield from look(LocatedAt(latitude, longitude, is_other_reading=True))
        chosen = yield from ask(_confirmation(community, "place.other_point", located))
    if chosen == LIST:
        return (yield from _from_list(community, Place()))
    place = Place(point=point, grid=located.grid)
    if chosen == ELSEWHERE:
        spot = yield from ask(Text("place.spot", "report.ask.spot", {}, STAGE, optional=True))
        return replace(place, words=spot)
    building = chosen.removeprefix(_BUILDING)
    return (yield from ask_inside(community, replace(place, building=building)))


def _confirmation(community: Community, name: str, located: Located) -> Choice:
    near = tuple(
        Option(f"{_BUILDING}{code}", "data.near_building", {"building": code})
        for code in located.nearest
    )
    wrong = Option(WRONG, "report.button.not_here") if name == "place.point" else None
    offered = (
        *near,
        Option(ELSEWHERE, "report.button.no_building"),
        *((wrong,) if wrong else ()),
        *_list(community),
    )
    key = "report.ask.point" if located.grid else "report.ask.point_outside"
    return Choice(name, key, offered, {"grid": located.grid}, STAGE)


def _described() -> Asked:
    words = yield from ask(Text("place.spot", "report.ask.spot", {}, STAGE))
    return Place(words=words)
