"""Asking for an offer: found, priced, timed, placed only where it is at home; never stuck."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.actions import Steering
from bot.appointments import FreeSlot, Slot
from bot.commands import AnswerInquiry, RequestOffer, SeeRequest
from bot.places import Place
from conversations.engine import Finished
from conversations.notice import NoticeStart
from conversations.offer import OfferStart
from conversations.offer_facts import OfferFree
from conversations.offer_moves import RequestStart
from conversations.offer_time import written_clock
from tests.conversations.facts_at_hand import WEDNESDAY
from tests.conversations.talks import BACK, SKIP, Change, Press, Row, Talk
from tests.rows import each_of

PARTS = tuple(
    FreeSlot(Slot(day, opens, closes, 0), 0)
    for day in (WEDNESDAY, "2026-11-26")
    for opens, closes in ((480, 720), (720, 1080), (1080, 1260))
)
FREE = OfferFree("罗建华", WEDNESDAY, PARTS)


def asking(code: str, free: OfferFree = FREE) -> Talk:
    return Talk(script="offer", start=OfferStart(code), free=free)


def test_at_home_a_place_is_asked_for_and_nothing_more() -> None:
    talk = asking("water_pipes").play(
        [
            (Press("want"), "day"),
            ("明天", "day.time"),
            ("下午", "place"),
            ("江湾小区3栋2单元501", "note"),
            ("龙头关不紧", "send"),
            (Press("send"), "RequestOffer"),
        ]
    )
    command = talk.command
    assert isinstance(command, RequestOffer)
    assert (command.day, command.opens, command.closes) == ("2026-11-26", 720, 1080)
    assert isinstance(command.place, Place)
    assert (command.place.building, command.place.flat) == ("jiangwan_3", "501")
    assert (command.note, command.name) == ("龙头关不紧", "罗建华")


def test_at_the_organisations_place_nobody_is_asked_where_he_lives() -> None:
    slot = FreeSlot(Slot(WEDNESDAY, 840, 960, 6), 3)
    talk = asking("legal_advice", replace(FREE, slots=(slot,))).play(
        [
            (Press("want"), "day"),
            ("1", "day.time"),
            ("14:30", "! talk.choose"),
            ("1", "note"),
            (SKIP, "send"),
            (Change("name"), "name"),
            ("三楼罗奶奶", "send"),
            ("好", "RequestOffer"),
        ]
    )
    assert talk.command == RequestOffer(
        "legal_advice", WEDNESDAY, 840, 960, None, "", "三楼罗奶奶"
    )


def test_where_one_may_choose_home_or_there() -> None:
    rows: list[Row] = [
        (Press("want"), "day"),
        ("1", "day.time"),
        (Press("480-720"), "home"),
        (Press("there"), "note"),
        (SKIP, "send"),
        (Change("home"), "home"),
        (Press("home"), "place"),
        ("江湾小区3栋2单元501", "send"),
    ]
    assert asking("bath_help").play(rows).values() == ["send"]


def test_an_offer_that_was_withdrawn_meanwhile_is_said_and_another_one_found() -> None:
    asking("new_year_couplets").play(
        [("修水管", "want"), (Press("want"), "day"), (BACK, "want"), (Change("find"), "find")]
    )


def test_a_time_that_is_over_is_refused() -> None:
    asking("water_pipes", replace(FREE, minute=600)).play(
        [
            (Press("want"), "day"),
            ("1", "day.time"),
            ("9点", "! offer.over_already"),
            ("午夜", "! offer.no_such_time"),
            ("10:30", "place"),
        ]
    )


def test_who_has_asked_already_sees_the_request() -> None:
    talk = asking("water_pipes", replace(FREE, own=7))
    talk.take(Press("want"))
    assert talk.command == SeeRequest(7)


def test_what_is_full_is_said() -> None:
    talk = asking("legal_advice", replace(FREE, slots=()))
    talk.take(Press("want"))
    assert isinstance(talk.command, AnswerInquiry)
    assert talk.command.key == "offer.full"


def test_a_time_that_is_gone_is_asked_for_again() -> None:
    slots = tuple(FreeSlot(Slot(WEDNESDAY, opens, opens + 60, 1), 1) for opens in (540, 600))
    talk = asking("legal_advice", replace(FREE, slots=slots))
    talk.play([(Press("want"), "day"), ("1", "day.time"), (Press("540-600"), "note")])
    talk.free = replace(FREE, slots=slots[1:])
    assert talk.where == "day.time"
    assert talk.question.gone == "offer.gone"


CLOCKS = [
    ("15:30", 930),
    ("15：30", 930),
    ("下午3点半", 930),
    ("下午3点", 900),
    ("晚上7点15分", 1155),
    ("9点", 540),
    ("3pm", 900),
    ("9", 540),
    ("3点半", 930),
    ("03:30", 210),
    ("25:00", None),
    ("15:75", None),
    ("23:30", None),
    ("以后再说", None),
    ("", None),
]


@each_of(CLOCKS)
def test_a_written_time_is_understood(words: str, expected: int | None) -> None:
    assert written_clock(words) == expected


STARTS: dict[str, Callable[[], Talk]] = {
    "offer": lambda: asking(""),
    "bath_help": lambda: asking("bath_help"),
    "propose_time": lambda: Talk(
        script="propose_time", start=RequestStart(1, "water_pipes", "罗奶奶"), free=FREE
    ),
    "notice": lambda: Talk(script="notice", start=NoticeStart(("jobs", "health"))),
}
INPUTS: st.SearchStrategy[int | str | Steering] = st.one_of(
    st.integers(0, 30),
    st.sampled_from(["理发", "火箭", "明天", "15:30", "好", "kind:x", "offer:x", "12月1日"]),
    st.sampled_from([BACK, SKIP]),
)


@pytest.mark.parametrize("script", STARTS)
@settings(max_examples=60, deadline=None)
@given(inputs=st.lists(INPUTS, max_size=14))
def test_no_answers_lead_to_a_dead_end(script: str, inputs: list[int | str | Steering]) -> None:
    """Whatever was answered before, the first option from there on leads to the end."""
    talk = STARTS[script]()
    for each in inputs:
        if isinstance(talk.standing, Finished):
            return
        _take(talk, each)
    for _ in range(25):
        if isinstance(talk.standing, Finished):
            return
        values = talk.values()
        talk.take(Press(values[0]) if values else "说一句")
    raise AssertionError(talk.where)


def _take(talk: Talk, given_one: int | str | Steering) -> None:
    if not isinstance(given_one, int):
        talk.take(given_one)
        return
    changes = [each.value for each in talk.question.changeable]
    choices: list[Press | Change] = [*map(Press, talk.values()), *map(Change, changes)]
    talk.take(choices[given_one % len(choices)] if choices else "说一句")
