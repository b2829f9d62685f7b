"""How a window takes appointments, read from plain values."""

from collections.abc import Mapping

from bot.community_fields import BadItemError, Content
from bot.services import Pace

SHORTEST, LONGEST = 5, 240
FEWEST, MOST = 1, 50


def pace(content: Content) -> Pace | None:
    """Read how many may come in how many minutes; a window that says nothing takes nobody."""
    given = content.get("appointments")
    if given is None:
        return None
    if not isinstance(given, Mapping):
        raise BadItemError("wrong_form", "appointments")
    return Pace(
        _within(given, "minutes", SHORTEST, LONGEST), _within(given, "places", FEWEST, MOST)
    )


def _within(given: Content, field: str, least: int, most: int) -> int:
    value = given.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise BadItemError("appointments_out_of_range", f"appointments.{field}", value)
    return value
