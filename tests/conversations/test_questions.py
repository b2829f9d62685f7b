"""Questions: what they take, what they say, and what they leave to others."""

import pytest

from bot.events import SharedPlace, Typed
from conversations.files import AT_MOST, Files
from conversations.inside import FlatQuestion
from conversations.questions import (
    LONGEST_ANSWER,
    SKIPPED,
    Choice,
    NotAcceptedError,
    Option,
    Question,
    Refused,
    Text,
)
from tests.conversations.talks import photo


class Bare(Question[str]):
    """A question that adds nothing of its own."""

    @property
    def key(self) -> str:
        """The message that asks."""
        return "bare"

    def read(self, written: str) -> str:
        """Return the answer as it is."""
        return written


def test_a_bare_question_offers_nothing_and_takes_nothing() -> None:
    bare = Bare("bare")
    assert bare.read("x") == "x"
    assert (bare.key, bare.parameters, bare.options, bare.columns) == ("bare", {}, (), 1)
    assert (bare.stage, bare.default, bare.changeable) == ("", None, ())
    assert not any((bare.is_optional, bare.asks_for_place, bare.is_aside, bare.stands_alone))
    assert bare.counts_options
    assert bare.take(Typed("x")) == Refused("talk.choose")
    with pytest.raises(NotAcceptedError):
        bare.chosen("x")


def test_long_answers_are_cut() -> None:
    long = Typed("漏" * 5000)
    assert Text("q", "ask").take(long) == "漏" * LONGEST_ANSWER
    assert Choice("q", "ask", (), free=True).take(long) == "漏" * LONGEST_ANSWER
    assert FlatQuestion("q", "ask").take(long) == Refused("report.flat_unclear")


def test_a_text_reads_a_dash_as_nothing_only_where_it_may_be_skipped() -> None:
    assert Text("q", "ask", optional=True).read(SKIPPED) == ""
    assert Text("q", "ask").read(SKIPPED) == SKIPPED


def test_a_choice_reads_what_is_offered_now() -> None:
    choice = Choice("q", "ask", (Option("a", "a"),), optional=True)
    assert choice.read("a") == "a"
    assert choice.read(SKIPPED) == ""
    with pytest.raises(NotAcceptedError):
        choice.read("b")


def test_files_are_taken_by_the_host_and_finished_with_one_press() -> None:
    files = Files("photos", "ask", {"number": "JW-261124-0037"})
    assert files.stage == ""
    assert files.parameters == {"number": "JW-261124-0037", "at_most": AT_MOST}
    assert files.take(photo()) == Refused("files.one_more")
    assert files.take(Typed("x")) == Refused("talk.choose")
    assert files.read("done") == "done"
    assert files.read(SKIPPED) == ""


def test_a_text_may_be_content_with_a_file() -> None:
    text = Text("q", "ask", files_are_enough=True)
    assert text.take(photo()) == ""
    assert Text("q", "ask").take(photo()) == Refused("talk.not_taken.file")
    assert Text("q", "ask").take(photo("漏水")) == "漏水"


def test_a_flat_is_no_place() -> None:
    shared = SharedPlace(27.6, 113.8, 10, is_live=False)
    assert FlatQuestion("q", "ask").take(shared) == Refused("talk.not_taken.place")
    assert FlatQuestion("q", "ask").take(Typed("")) == Refused("talk.choose")


def test_a_choice_says_how_wide_its_rows_are_and_what_it_asks() -> None:
    choice = Choice("q", "ask.colour", (), side_by_side=4)
    assert (choice.columns, choice.key, choice.stage) == (4, "ask.colour", "")
    text = Text("q", "ask.words")
    assert (text.columns, text.key, text.stage) == (1, "ask.words", "")
    assert Files("photos", "ask.photos").key == "ask.photos"
