"""Whether words speak of somebody: then they may be an answer to whoever helps."""

import pytest

from bot.said_of_others import speaks_of_somebody


@pytest.mark.parametrize(
    ("words", "speaks"),
    [
        ("他不让我办居住证", True),
        ("对方把我的身份证拿走了", True),
        ("您什么时候来", True),
        ("She took my residence permit", True),
        ("我要办居住证", False),
        ("您好，居住证怎么办", False),
        ("你们周六开门吗", False),
        ("How do I get a residence permit?", False),
    ],
)
def test_who_is_spoken_of(words: str, *, speaks: bool) -> None:
    assert speaks_of_somebody(words) is speaks
