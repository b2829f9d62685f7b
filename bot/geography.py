"""Points on earth: in which grid they lie, which buildings are near, and the other reading of a Chinese map."""

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
        self._codes = sorted(code for code in community.grids)
        rings = [community.grids[code].ring for code in self._codes]
        self._tree = STRtree(
            [Polygon([(p.longitude, p.latitude) for p in ring]) for ring in rings]
        )
        self._buildings = tuple(community.buildings.values())

    def locate(self, point: Point) -> Located:
        """Return the grid of a point (lowest code on a border; nearest grid within 30 m) and the buildings near it."""
        near = sorted((distance(point, each.point), each.code) for each in self._buildings)
        close = tuple(code for metres, code in near[:NEAREST] if metres <= NEAR_A_BUILDING)
        return Located(self._grid(point), close)

    def _grid(self, point: Point) -> str:
        spot = Spot(point.longitude, point.latitude)
        inside = self._tree.query(spot, predicate="intersects")
        if len(inside):
            return self._codes[int(inside.min())]
        degrees = NEAR_THE_BORDER / METRES_PER_DEGREE
        near = self._tree.query(spot, predicate="dwithin", distance=degrees)
        return self._codes[int(near.min())] if len(near) else ""


def distance(one: Point, other: Point) -> float:
    """Return the distance in metres; exact enough inside a town."""
    north = (one.latitude - other.latitude) * METRES_PER_DEGREE
    stretch = math.cos(math.radians(one.latitude))
    east = (one.longitude - other.longitude) * METRES_PER_DEGREE * stretch
    return math.hypot(north, east)


def other_reading(point: Point) -> Point:
    """Return where a point lies if it was picked on a Chinese map (GCJ-02) and not measured (WGS-84)."""
    longitude, latitude = gcj02_to_wgs84(point.longitude, point.latitude)
    return Point(latitude, longitude)
