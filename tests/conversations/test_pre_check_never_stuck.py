"""No sequence of answers, backs, changes and new data leads a pre-check into a dead end."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.events import SentOther
from bot.guide import Guide
from conversations.engine import Finished
from conversations.pre_check import PreCheckStart
from conversations.service_facts import Kept
from tests.bot.jiangwan import guide
from tests.conversations.talks import BACK, CANCEL, SKIP, Change, Input, Press, Talk, photo

LONGEST_CHECK = 60
CODES = sorted(guide().services)
QUESTIONS = sorted(guide().questions)
WORDS = st.sampled_from(
    [
        "失业证",
        "低保和居住证",
        "小孩医保",
        "临时救助",
        "开个亲属关系证明",
        "怎么办护照",
        "居住证",
        "是",
        "不是",
        "没有",
        "都有了",
        "过期了",
        "都对",
        "service:senior_card",
        "window:W1",
        "window:W99",
        "proof:kinship",
        "report",
        "none",
        "-",
        " ?",
        "2",
        "99",
    ]
)
NTH = st.integers(0, 9)
CHANGES = st.sampled_from(
    [
        "matter",
        "papers",
        *(f"review.{code}" for code in CODES),
        *(f"about.{code}" for code in QUESTIONS),
    ]
)
INPUTS = st.one_of(
    NTH,
    NTH,
    NTH,
    WORDS,
    CHANGES.map(Change),
    st.sampled_from([BACK, BACK, SKIP, CANCEL]),
    st.sampled_from([photo(), SentOther("poll"), Press("forged"), Press("service:senior_card")]),
)
FOR_EVER = "长期"  # what answers the only question without buttons: until when a paper is good
FACTS = st.dictionaries(st.sampled_from(QUESTIONS), st.booleans())
STARTS = st.builds(
    PreCheckStart, st.sampled_from(["", "no_such_service", *CODES]), is_unclear=st.booleans()
)


def resolved(talk: Talk, given_input: int | Input) -> Input:
    """Turn a number into a press on that button, or on one that changes something."""
    if not isinstance(given_input, int):
        return given_input
    offered = talk.values()
    changes = [Change(each.value) for each in talk.question.changeable]
    pressed: list[Input] = [*(Press(value) for value in offered), *changes]
    return pressed[given_input % len(pressed)] if pressed else FOR_EVER


def lead_to_the_end(talk: Talk) -> None:
    """Press the last of the ordinary buttons until something comes of it."""
    for _ in range(LONGEST_CHECK):
        if isinstance(talk.standing, Finished):
            return
        before = talk.where
        talk.take(Press(talk.values()[-1]) if talk.values() else FOR_EVER)
        assert not talk.refused, (before, talk.refused)
    raise AssertionError(talk.answers)


def some(services: frozenset[str]) -> Guide:
    """Return the guide without some of its services."""
    left = {code: each for code, each in guide().services.items() if code not in services}
    return replace(guide(), services=left)


@settings(max_examples=150, deadline=None)
@given(STARTS, st.none() | WORDS, FACTS, st.lists(INPUTS, max_size=25))
def test_every_check_can_be_brought_to_an_end(
    start: PreCheckStart, words: str | None, facts: dict[str, bool], inputs: list[int | Input]
) -> None:
    answers = {"matter": words} if words else {}
    talk = Talk(answers, "pre_check", start, kept=Kept(bool(facts), facts))
    for given_input in inputs:
        if isinstance(talk.standing, Finished):
            break
        talk.take(resolved(talk, given_input))
        assert talk.where
    lead_to_the_end(talk)


@settings(max_examples=60, deadline=None)
@given(STARTS, st.lists(NTH, max_size=12), st.frozensets(st.sampled_from(CODES)))
def test_services_may_go_in_the_middle_of_every_check(
    start: PreCheckStart, inputs: list[int], gone: frozenset[str]
) -> None:
    talk = Talk({}, "pre_check", start)
    for given_input in inputs:
        if not isinstance(talk.standing, Finished):
            talk.take(resolved(talk, given_input))
    if gone != frozenset(CODES):
        talk.guide = some(gone)
    lead_to_the_end(talk)


def test_back_from_anywhere_reaches_the_beginning() -> None:
    for code in CODES:
        talk = Talk({"matter": f"service:{code}"}, "pre_check", PreCheckStart())
        while not isinstance(talk.standing, Finished) and not talk.where.startswith("papers"):
            talk.take(Press(talk.values()[0]))
        for _ in range(LONGEST_CHECK):
            if not isinstance(talk.standing, Finished):
                talk.take(BACK)
        assert isinstance(talk.standing, Finished) or talk.where == "matter"


def test_every_service_can_be_brought_to_its_papers_or_to_what_helps_instead() -> None:
    for code in CODES:
        for nth in (0, -1):
            talk = Talk({}, "pre_check", PreCheckStart(code))
            for _ in range(LONGEST_CHECK):
                if isinstance(talk.standing, Finished):
                    break
                talk.take(Press(talk.values()[nth]))
            assert type(talk.command).__name__ in {"KeepCheck", "AnswerInquiry"}
