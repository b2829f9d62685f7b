"""Where is it? What the words said, a building from the list, the phone's own place, or words alone."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Any

from bot.community import Building, Community, Point
from bot.events import Event, SharedPlace, Typed
from bot.places import Located, Place
from conversations.engine import Ask, Look, ask, look
from conversations.facts import LocatedAt, PlacesIn
from conversations.questions import Choice, NotAcceptedError, Option, Refused, Text, refusal_of

STAGE = "where"
LIST = "list"
ELSEWHERE = "elsewhere"
WRONG = "wrong"
WHOLE = "whole"
NUMBER_COLUMNS = 4
AT_MOST = 5
_BUILDING, _POINT, _WORDS = "b:", "p:", "w:"
Asked = Generator[Ask | Look, Any, Place]


@dataclass(frozen=True)
class PlaceQuestion(Choice):
    """The first question about the place; a shared place or typed words are answers too."""

    @property
    def asks_for_place(self) -> bool:
        """Let the phone offer to share its place."""
        return True

    def read(self, written: str) -> str:
        """Return the answer: an option, a point, or words."""
        return written if written.startswith((_POINT, _WORDS)) else self.chosen(written)

    def take(self, event: Event) -> str | Refused:
        """Take a shared place or typed words."""
        match event:
            case SharedPlace(latitude, longitude) if latitude or longitude:
                return f"{_POINT}{latitude:.6f},{longitude:.6f}"
            case SharedPlace():
                return Refused("talk.not_taken.nowhere")
            case Typed(text) if text:
                return _WORDS + text[:200]
            case _:
                return refusal_of(event)


def ask_place(community: Community, words: str, known: str) -> Asked:
    """Return the place: building, entrance and flat as far as they are said."""
    found = yield from look(PlacesIn(words))
    answer = yield from ask(_first_question(community, found, known))
    if answer.startswith(_POINT):
        return (yield from _from_point(community, answer))
    if answer.startswith(_WORDS):
        return (yield from _from_words(community, answer.removeprefix(_WORDS)))
    if answer == LIST:
        return (yield from _from_list(community))
    if answer == ELSEWHERE:
        return (yield from _described())
    place = _named(found, answer)
    return (yield from _inside(community, place))


def place_written(place: Place) -> str:
    """Return how a building is kept as an answer."""
    return f"{_BUILDING}{place.building}"


def _first_question(community: Community, found: tuple[Place, ...], known: str) -> Choice:
    if known in community.buildings:
        found = (Place(building=known), *(each for each in found if each.building != known))
    options = tuple(
        Option(place_written(place), "data.building", {"building": place.building})
        for place in found[:AT_MOST]
    )
    is_plain = len(options) == 1
    return PlaceQuestion(
        "place",
        "report.ask.place_found" if options else "report.ask.place",
        (
            *options,
            Option(LIST, "report.button.building_list"),
            Option(ELSEWHERE, "report.button.elsewhere"),
        ),
        step=STAGE,
        unless_changed=options[0].value if is_plain else None,
    )


def _named(found: tuple[Place, ...], answer: str) -> Place:
    building = answer.removeprefix(_BUILDING)
    for place in found:
        if place.building == building:
            return place
    return Place(building=building)


def _from_list(community: Community) -> Asked:
    estates = tuple(community.estates)
    estate = estates[0]
    if len(estates) > 1:
        options = tuple(Option(code, "data.estate", {"estate": code}) for code in estates)
        estate = yield from ask(Choice("place.estate", "report.ask.estate", options, step=STAGE))
    options = tuple(
        Option(each.code, "data.building_number", {"building": each.code})
        for each in community.buildings_of(estate)
    )
    question = Choice(
        "place.building",
        "report.ask.building",
        options,
        {"estate": estate},
        STAGE,
        side_by_side=NUMBER_COLUMNS,
    )
    building = yield from ask(question)
    return (yield from _inside(community, Place(building=building)))


def _from_words(community: Community, words: str) -> Asked:
    """Look typed words up; what is not found is kept as it was said, and a person reads it."""
    found = yield from look(PlacesIn(words))
    options = tuple(
        Option(place_written(place), "data.building", {"building": place.building})
        for place in found[:AT_MOST]
    )
    if not options:
        return Place(words=words)
    offered = (*options, Option(LIST, "report.button.building_list"), _as_said())
    question = Choice(
        "place.place_meant",
        "report.ask.place_meant",
        offered,
        {"words": words},
        STAGE,
        unless_changed=options[0].value if len(options) == 1 else None,
    )
    answer = yield from ask(question)
    if answer == LIST:
        return (yield from _from_list(community))
    if answer == ELSEWHERE:
        return Place(words=words)
    return (yield from _inside(community, replace(_named(found, answer), words=words)))


def _from_point(community: Community, answer: str) -> Asked:
    """Confirm a point by name, because a point picked on a Chinese map lies 600 m off."""
    latitude, longitude = (float(each) for each in answer.removeprefix(_POINT).split(","))
    located = yield from look(LocatedAt(latitude, longitude))
    point = Point(latitude, longitude)
    chosen = yield from ask(_confirmation("place.point", located))
    if chosen == WRONG:
        located = yield from look(LocatedAt(latitude, longitude, is_other_reading=True))
        chosen = yield from ask(_confirmation("place.other_point", located))
    if chosen == WRONG or chosen == LIST:
        return (yield from _from_list(community))
    place = Place(point=point, grid=located.grid)
    if chosen == ELSEWHERE:
        spot = yield from ask(Text("place.spot", "report.ask.spot", {}, STAGE, optional=True))
        return replace(place, words=spot)
    building = chosen.removeprefix(_BUILDING)
    return (yield from _inside(community, replace(place, building=building)))


def _confirmation(name: str, located: Located) -> Choice:
    near = tuple(
        Option(f"{_BUILDING}{code}", "data.near_building", {"building": code})
        for code in located.nearest
    )
    wrong = Option(WRONG, "report.button.not_here") if name == "place.point" else None
    offered = (
        *near,
        Option(ELSEWHERE, "report.button.no_building"),
        *((wrong,) if wrong else ()),
        Option(LIST, "report.button.building_list"),
    )
    key = "report.ask.point" if located.grid else "report.ask.point_outside"
    return Choice(name, key, offered, {"grid": located.grid}, STAGE)


def _inside(community: Community, place: Place) -> Asked:
    """Ask for entrance and flat, unless they were said or there is nothing to ask."""
    building = community.buildings.get(place.building)
    if building is None:
        raise NotAcceptedError
    entrance = yield from ask(_entrance_question(building, place))
    if entrance == WHOLE:
        return replace(place, entrance="", flat="", grid=building.grid)
    flat = yield from ask(_flat_question(building, entrance, place))
    return replace(place, entrance=entrance, flat=flat, grid=building.grid)


def _entrance_question(building: Building, place: Place) -> Choice:
    options = tuple(
        Option(each.code, "data.entrance", {"building": building.code, "entrance": each.code})
        for each in building.entrances
    )
    known = {each.code for each in building.entrances}
    default = place.entrance if place.entrance in known else (None if options else WHOLE)
    return Choice(
        "place.entrance",
        "report.ask.entrance",
        (*options, Option(WHOLE, "report.button.whole_building")),
        {"building": building.code},
        STAGE,
        unless_changed=default,
        side_by_side=2,
    )


def _flat_question(building: Building, entrance: str, place: Place) -> Text:
    return Text(
        "place.flat",
        "report.ask.flat",
        {"building": building.code, "entrance": entrance},
        STAGE,
        optional=True,
        unless_changed=place.flat or None,
        offered=(Option("-", "report.button.shared_part"),),
    )


def _described() -> Asked:
    words = yield from ask(Text("place.spot", "report.ask.spot", {}, STAGE))
    return Place(words=words)


def _as_said() -> Option:
    return Option(ELSEWHERE, "report.button.as_said")
