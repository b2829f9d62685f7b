"""Points on earth: in which grid they lie, and what a point of a Chinese map means."""

from dataclasses import replace

import pytest

from bot.community import Community, Grid, Point
from bot.geography import Geography, distance, other_reading
from bot.local_text import LocalText
from tests.bot.jiangwan import community, geography

# The neighbouring community, as (longitude, latitude).
NEIGHBOURS = {
    "BQ01": [(113.8468, 27.6256), (113.8503, 27.6257), (113.8504, 27.6276), (113.8470, 27.6275)],
    "BQ02": [(113.8503, 27.6257), (113.8538, 27.6258), (113.8540, 27.6277), (113.8504, 27.6276)],
    "BQ03": [(113.8470, 27.6275), (113.8504, 27.6276), (113.8505, 27.6296), (113.8472, 27.6294)],
    "BQ04": [
        (113.8504, 27.6276),
        (113.8540, 27.6277),
        (113.8539, 27.6288),
        (113.8524, 27.6287),
        (113.8523, 27.6295),
        (113.8505, 27.6296),
    ],
}


def with_neighbours() -> Community:
    grids = {
        code: Grid(
            code, code, LocalText({}), 1, 1, tuple(Point(y, x) for x, y in [*ring, ring[0]])
        )
        for code, ring in NEIGHBOURS.items()
    }
    return replace(community(), grids={**grids, **community().grids})


# Point, its grid, the same point on a Chinese map, and the grid if that is taken as measured.
VECTORS = [
    (27.6236, 113.8461, "JW02", 27.620203, 113.851423, ""),
    (27.6217, 113.8438, "JW04", 27.618307, 113.849129, ""),
    (27.6245, 113.8425, "JW01", 27.621109, 113.847833, "JW05"),
    (27.6268, 113.8494, "BQ01", 27.623397, 113.854715, ""),
    (27.6226, 113.8446, "JW01", 27.619206, 113.849927, ""),
    (27.6253, 113.8485, "", 27.621899, 113.853817, ""),
    (27.6292, 113.8533, "", 27.625790, 113.858605, ""),
    (27.61672, 113.85353, "", 27.613311, 113.858833, ""),
]


@pytest.mark.parametrize(("north", "east", "grid", "map_north", "map_east", "wrongly"), VECTORS)
def test_a_point_lies_in_its_grid(  # noqa: PLR0913, PLR0917 - a row of the table
    north: float, east: float, grid: str, map_north: float, map_east: float, wrongly: str
) -> None:
    whole_map = Geography(with_neighbours())
    assert whole_map.locate(Point(north, east)).grid == grid
    assert whole_map.locate(Point(map_north, map_east)).grid == wrongly
    assert distance(other_reading(Point(map_north, map_east)), Point(north, east)) < 3


BORDERS = [
    ("on the line between two grids", 27.6226, 113.8446, "JW01"),
    ("on the corner of four grids", 27.6229, 113.8472, "JW02"),
    ("29 metres west of everything", 27.6217, 113.84205 - 29 / 98_519, "JW04"),
    ("40 metres west of everything", 27.6217, 113.84205 - 40 / 98_519, ""),
    ("29 metres south of everything", 27.62055 - 29 / 111_195, 113.84395, "JW04"),
    ("40 metres south of everything", 27.62055 - 40 / 111_195, 113.84395, ""),
    ("outside, nearer to the second", 27.6249, 113.8452, "JW02"),
    ("in the middle of the sea", 0.0, 0.0, ""),
    ("on the other side of the earth", -27.6, -66.2, ""),
    ("nowhere on earth", 999.0, 999.0, ""),
]


@pytest.mark.parametrize(("where", "north", "east", "grid"), BORDERS)
def test_borders_belong_to_somebody(where: str, north: float, east: float, grid: str) -> None:
    assert geography().locate(Point(north, east)).grid == grid, where


def test_the_three_nearest_buildings_are_offered_nearest_first() -> None:
    near = geography().locate(Point(27.6217, 113.8438)).nearest
    assert near[0] == "jiangwan_8"
    assert len(near) == 3


def test_far_buildings_are_not_offered() -> None:
    assert geography().locate(Point(27.63, 113.86)).nearest == ()


def test_a_community_without_grids_and_buildings_has_an_empty_map() -> None:
    empty = Geography(replace(community(), grids={}, buildings={}))
    assert empty.locate(Point(27.6236, 113.8461)).grid == ""
    assert empty.locate(Point(27.6236, 113.8461)).nearest == ()


def test_a_place_outside_china_reads_the_same_both_ways() -> None:
    assert other_reading(Point(48.2, 16.37)) == Point(48.2, 16.37)


def test_distances_are_metres() -> None:
    assert distance(Point(27.6236, 113.8461), Point(27.6246, 113.8461)) == pytest.approx(
        111.2, 0.01
    )
    assert distance(Point(27.6236, 113.8461), Point(27.6236, 113.8471)) == pytest.approx(
        98.5, 0.01
    )
