"""Is it the same matter? Same kind, same building or within 50 m, opened within a week.

Sensitive matters are never compared.
"""

from bot.geography import distance
from bot.instants import DAY
from bot.places import Place

WITHIN_METRES = 50.0
WITHIN = 7 * DAY


def is_near(one: Place, other: Place) -> bool:
    """Whether two places are the same building or close enough to be the same matter."""
    if one.building and other.building:
        return one.building == other.building
    if one.point and other.point:
        return distance(one.point, other.point) <= WITHIN_METRES
    return False
