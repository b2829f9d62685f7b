"""No sequence of answers, backs and changes leads a report into a dead end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.events import SentOther
from conversations.engine import Finished
from conversations.facts import SimilarCase
from conversations.registry import CONVERSATIONS
from conversations.report import CHANGEABLE
from tests.conversations.talks import (
    BACK,
    CANCEL,
    SKIP,
    Change,
    Input,
    Press,
    Talk,
    photo,
    pin,
    reported,
)

SIMILAR = (SimilarCase(1, "JW-261124-0001", "leak", "jiangwan_3", 0),)  # type: ignore[arg-type]
LONGEST_REPORT = 30
WORDS = st.sampled_from(
    [
        "3栋2单元漏水",
        "江湾小区3栋楼下下水道堵了",
        "3-501",
        "2501",
        "好臭",
        "着火了",
        "电梯停了",
        "江湾小区8栋积水",
        "网格员不来",
        "菜市场口",
        "有",
        "没有",
        "501",
        "-",
        "?",
        " ?",
        "1",
        "99",
        "第二个",
        "b:jiangwan_3",
        "p:1,2",
        "",
    ]
)
POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180)) | st.sampled_from(
    [(27.6217, 113.8438), (27.618307, 113.849129), (0.0, 0.0)]
)
NTH = st.integers(0, 9)
INPUTS = st.one_of(
    NTH,
    NTH,
    WORDS,
    st.text(max_size=20),
    st.sampled_from([BACK, BACK, SKIP, CANCEL]),
    st.sampled_from([Change(part) for part in CHANGEABLE]),
    st.sampled_from([photo(), photo("看图"), SentOther("poll"), Press("forged")]),
    POINTS.map(lambda point: pin(*point)),
)


def resolved(talk: Talk, given_input: int | Input) -> Input:
    """Turn a number into a press on that button, as far as there is one."""
    if not isinstance(given_input, int):
        return given_input
    offered = talk.values()
    return Press(offered[given_input % len(offered)]) if offered else "501"


def lead_to_the_end(talk: Talk) -> None:
    """Answer everything with the first button, or with words."""
    for _ in range(LONGEST_REPORT):
        if isinstance(talk.standing, Finished):
            return
        before = talk.where
        talk.take(resolved(talk, 0))
        assert not talk.refused, (before, talk.refused)
    raise AssertionError(talk.answers)


@settings(max_examples=120, deadline=None)
@given(WORDS, st.booleans(), st.lists(INPUTS, max_size=25))
def test_every_report_can_be_brought_to_an_end(
    words: str,
    has_similar: bool,  # noqa: FBT001 - drawn
    inputs: list[int | Input],
) -> None:
    talk = reported(words, similar=SIMILAR if has_similar else ())
    for given_input in inputs:
        if isinstance(talk.standing, Finished):
            break
        talk.take(resolved(talk, given_input))
        assert talk.where
    lead_to_the_end(talk)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["words", "category", "place", "photos"]), st.text()))
def test_whatever_is_stored_can_be_answered_anew(answers: dict[str, str]) -> None:
    lead_to_the_end(Talk(answers))


def test_back_from_anywhere_reaches_the_beginning() -> None:
    talk = reported("江湾小区3栋2单元501漏水，墙发霉", similar=SIMILAR)
    while talk.where != "send":
        talk.take(Press("new") if talk.where == "same" else resolved(talk, 0))
    for _ in range(LONGEST_REPORT):
        talk.take(BACK)
    assert talk.where == "words"


def test_every_category_can_be_reported_to_the_end() -> None:
    for code in Talk().among.categories:
        talk = reported("江湾小区3栋2单元501")
        talk.answers = {**talk.answers, "category": "none"}
        group = talk.among.categories[code].group
        talk.take(Press(group))
        talk.take(Press(code))
        lead_to_the_end(talk)
        assert talk.command.category == code


def test_the_registry_knows_every_script_by_its_own_name() -> None:
    for name, conversation in CONVERSATIONS.items():
        assert conversation.script.__name__ == name
        assert conversation.script.__doc__
