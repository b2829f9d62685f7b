"""Words of somebody whose papers are under way: who asks for them, and who tells of something."""

from bot.errand_asking import asks_for_papers, wants_to_stop
from tests.rows import each_of

NAMES = ("身份证", "户口簿", "证件", "identity card")
ASKING = ("什么时候", "在哪", "还我", "when", "where")
SAID = [
    ("身份证什么时候还我", True),
    ("我的证件在哪里呢？", True),
    ("户口簿还我", True),
    ("我的户口本在哪", True),
    ("When do I get my Identity Card back?", True),
    ("where is my identity card", True),
    # names nothing, or asks nothing
    ("什么时候来修灯", False),
    ("身份证丢了", False),
    (
        "楼下有人捡到一张身份证，放在门卫那里好几天了，不知道是谁的，也不知道住在哪个单元，请来看看",
        False,
    ),
]


@each_of(SAID)
def test_only_a_short_question_about_what_is_under_way_asks_for_it(
    said: str,
    asks: bool,  # noqa: FBT001
) -> None:
    assert asks_for_papers(said, NAMES, ASKING) is asks


STOPPING = ("不用跑了", "收回授权", "cancel the errand")
STOPS = [
    ("不用跑了", True),
    ("我要收回授权。", True),
    ("Please cancel the errand", True),
    ("跑了半天也没办成", False),
    (
        "楼上天天有人跑来跑去吵得睡不着，昨天去说过了，说了也没用，我说不用跑了他也不听，请你们来管管这件事好吗",
        False,
    ),
]


@each_of(STOPS)
def test_few_words_stop_an_errand(
    said: str,
    stops: bool,  # noqa: FBT001
) -> None:
    assert wants_to_stop(said, STOPPING) is stops
