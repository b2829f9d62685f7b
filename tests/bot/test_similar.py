"""Whether two places are the same matter."""

import pytest

from bot.community import Point
from bot.places import Place
from bot.similar import WITHIN, is_near

HERE = Point(27.6217, 113.8438)
FORTY_METRES_ON = Point(27.6217 + 40 / 111_195, 113.8438)
SIXTY_METRES_ON = Point(27.6217, 113.8438 + 60 / 98_519)

PAIRS = [
    ("the same building", Place("jiangwan_3"), Place("jiangwan_3", "2", "501"), True),
    ("another building", Place("jiangwan_3"), Place("jiangwan_4"), False),
    (
        "another building at the same point",
        Place("jiangwan_3", point=HERE),
        Place("jiangwan_4", point=HERE),
        False,
    ),
    ("forty metres away", Place(point=HERE), Place(point=FORTY_METRES_ON), True),
    ("sixty metres away", Place(point=HERE), Place(point=SIXTY_METRES_ON), False),
    ("a building and a point beside it", Place("x", point=HERE), Place(point=HERE), True),
    ("words only", Place(words="桥头"), Place(words="桥头"), False),
    ("a building and words", Place("jiangwan_3"), Place(words="桥头"), False),
]


@pytest.mark.parametrize(("what", "one", "other", "near"), PAIRS)
def test_places_are_near_when_people_would_say_so(
    what: str,
    one: Place,
    other: Place,
    near: bool,  # noqa: FBT001 - a row
) -> None:
    assert is_near(one, other) is near, what
    assert is_near(other, one) is near, what


def test_a_week_is_the_same_matter() -> None:
    assert WITHIN == 7 * 24 * 3600 * 1_000_000
