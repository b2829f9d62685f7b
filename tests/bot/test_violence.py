"""Words that tell of somebody hurt or threatened."""

import pytest

from bot.violence import tells_of_violence


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        ("儿子不给赡养费，打我", True),
        ("他昨天又打了我", True),
        ("被楼上的打了", True),
        ("他说要拿刀砍人", True),
        ("儿媳虐待老人", True),
        ("he hit me again", True),
        ("My son threatened me", True),
        ("儿子不给赡养费", False),
        ("他打我电话我没接", False),
        ("没有动手，就是吵架", False),
        ("他打工去了", False),
        ("想打官司", False),
        ("he never hit me", False),
        ("He says I broke his bicycle", False),
    ],
)
def test_who_is_hurt(words: str, *, tells: bool) -> None:
    assert tells_of_violence(words) is tells
