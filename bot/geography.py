"""Points on earth: their grid, the buildings near, and the other reading of a Chinese map."""

import math

from coordTransform import gcj02_to_wgs84
from shapely import Point as Spot
from shapely import Polygon, STRtree

from bot.community import Community, Point
from bot.places import Located

METRES_PER_DEGREE = 111_195.0
NEAR_THE_BORDER = 30.0
NEAREST = 3
NEAR_A_BUILDING = 150.0


class Geography:
    """Built once for a community."""

    def __init__(self, community: Community) -> None:
        self._codes = sorted(community.grids)
        rings = [community.grids[code].ring for code in self._codes]
        latitudes = [point.latitude for ring in rings for point in ring]
        middle = sum(latitudes) / len(latitudes) if latitudes else 0.0
        self._stretch = math.cos(math.radians(middle))
        self._tree = STRtree([Polygon([self._flat(point) for point in ring]) for ring in rings])
        self._buildings = tuple(community.buildings.values())

    def locate(self, point: Point) -> Located:
        """Return the grid of a point and the buildings near it, nearest first.

        On a border the lowest code counts; outside all grids the nearest one within 30 m.
        """
        near = sorted((distance(point, each.point), each.code) for each in self._buildings)
        close = tuple(code for metres, code in near[:NEAREST] if metres <= NEAR_A_BUILDING)
        return Located(self._grid(point), close)

    def _grid(self, point: Point) -> str:
        nearest = self._tree.query_nearest(
            Spot(self._flat(point)), max_distance=NEAR_THE_BORDER / METRES_PER_DEGREE
        )
        return self._codes[int(nearest.min())] if len(nearest) else ""

    def _flat(self, point: Point) -> tuple[float, float]:
        """Return a point in degrees of latitude both ways, so that distances are true."""
        return point.longitude * self._stretch, point.latitude


def distance(one: Point, other: Point) -> float:
    """Return the distance in metres; exact enough inside a town."""
    north = (one.latitude - other.latitude) * METRES_PER_DEGREE
    stretch = math.cos(math.radians(one.latitude))
    east = (one.longitude - other.longitude) * METRES_PER_DEGREE * stretch
    return math.hypot(north, east)


def other_reading(point: Point) -> Point:
    """Return where a point lies if it was picked on a Chinese map: GCJ-02 read as WGS-84."""
    longitude, latitude = gcj02_to_wgs84(point.longitude, point.latitude)
    return Point(latitude, longitude)
