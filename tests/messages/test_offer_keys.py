"""Every sentence on the way to an offer is there, and every button of a request."""

import pytest

from bot.offering import RequestMove
from conversations.offer import OfferStart
from tests.conversations.talks import Change, Press, Talk
from tests.messages.test_keys import KEYS, asked
from tests.rows import each_of

OFFER_PARTS = ("day", "day.time", "home", "place", "note", "name", "find")


@pytest.mark.parametrize("part", OFFER_PARTS)
def test_every_part_of_a_request_that_can_be_changed_has_its_words(part: str) -> None:
    talk = Talk(script="offer", start=OfferStart("bath_help"))
    while talk.where != "send":
        options = asked(talk).options
        talk.take(Press(options[0].value) if options else "说一句")
    assert {each.value for each in talk.question.changeable} == {*OFFER_PARTS}
    talk.take(Change(part))
    assert asked(talk).name == part


@pytest.mark.parametrize("words", ["", "all", "price:paid", "理发", "火箭", "水管法律"])
def test_every_way_to_an_offer_has_its_words(words: str) -> None:
    talk = Talk({"find": words} if words else {}, "offer", OfferStart())
    for _ in range(3):
        options = asked(talk).options
        talk.take(Press(options[0].value) if options else "说一句")


@each_of((move,) for move in RequestMove)
def test_every_move_of_a_request_has_a_button_and_an_answer(move: RequestMove) -> None:
    assert f"offer.button.{move}" in KEYS
    answers = {f"offer.pressed.{move}", f"offer.done.{move}", f"offer.{move}d"}
    assert answers & KEYS
