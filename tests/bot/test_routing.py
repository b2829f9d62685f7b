"""Whose case is it, and why."""

from dataclasses import replace

import pytest

from bot.community import Point
from bot.places import Place
from bot.routing import Presence, Reason, Routed, grid_of, route
from tests.bot.jiangwan import community

EVERYBODY = ("worker_1", "worker_2", "worker_3", "worker_4", "worker_5", "clerk_1")
BUILDING = Place("jiangwan_3")
POINT = Place(point=Point(27.6217, 113.8438), grid="JW04")
BOTH = Place("riverside_3", point=Point(27.6217, 113.8438), grid="JW04")
OUTSIDE = Place(point=Point(27.7, 113.9))
WORDS = Place(words="桥头")
UNKNOWN_BUILDING = Place("pulled_down")

# Place, category, who is away, and: who gets it, in which part, in which grid, why, who is absent.
TABLE = [
    (BUILDING, "leak", (), "worker_4", "worker", "JW04", "worker_by_building", ""),
    (POINT, "leak", (), "worker_4", "worker", "JW04", "worker_by_point", ""),
    (BOTH, "leak", (), "worker_1", "worker", "JW01", "worker_by_building", ""),
    (BUILDING, "leak", ("worker_4",), "worker_3", "deputy", "JW04", "deputy", "worker_4"),
    (POINT, "leak", ("worker_4",), "worker_3", "deputy", "JW04", "deputy", "worker_4"),
    (
        BUILDING,
        "leak",
        ("worker_4", "worker_3"),
        "",
        "clerk",
        "JW04",
        "nobody_there",
        "worker_4",
    ),
    (BUILDING, "staff_complaint", (), "", "clerk", "JW04", "conflict_of_interest", ""),
    (WORDS, "staff_complaint", (), "", "clerk", "", "place_unknown", ""),
    (OUTSIDE, "leak", (), "", "clerk", "", "outside", ""),
    (WORDS, "leak", (), "", "clerk", "", "place_unknown", ""),
    (UNKNOWN_BUILDING, "leak", (), "", "clerk", "", "place_unknown", ""),
    (Place(), "gas_leak", (), "", "clerk", "", "place_unknown", ""),
]


@pytest.mark.parametrize(
    ("place", "category", "away", "who", "part", "grid", "why", "absent"), TABLE
)
def test_a_case_finds_who_is_responsible(  # noqa: PLR0913, PLR0917 - a row of the table
    place: Place,
    category: str,
    away: tuple[str, ...],
    who: str,
    part: str,
    grid: str,
    why: str,
    absent: str,
) -> None:
    expected = Routed(who, part, grid, Reason(why, grid, absent))
    assert route(place, category, community(), Presence(EVERYBODY, away)) == expected


def test_who_has_not_joined_cannot_get_a_case() -> None:
    routed = route(BUILDING, "leak", community(), Presence(("worker_3", "clerk_1"), ()))
    assert routed == Routed("worker_3", "deputy", "JW04", Reason("deputy", "JW04", "worker_4"))


def test_a_grid_without_any_people_is_the_clerks() -> None:
    nobody = replace(community(), staff={})
    routed = route(BUILDING, "leak", nobody, Presence(EVERYBODY, ()))
    assert routed == Routed("", "clerk", "JW04", Reason("nobody_there", "JW04", ""))


def test_every_building_leads_to_the_worker_of_its_grid() -> None:
    for code, building in community().buildings.items():
        routed = route(Place(code), "leak", community(), Presence(EVERYBODY, ()))
        assert building.grid in community().staff[routed.staff_code].grids


def test_the_building_is_asked_before_the_point() -> None:
    assert grid_of(BOTH, community()) == ("JW01", "building")
    assert grid_of(POINT, community()) == ("JW04", "point")
    assert grid_of(WORDS, community()) == ("", "")


def test_nobody_is_present_by_no_name() -> None:
    assert not Presence(EVERYBODY, ()).has(None)
