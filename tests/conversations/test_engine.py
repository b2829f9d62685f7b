"""The engine: a script is replayed from its answers."""

from dataclasses import dataclass
from typing import Any, ClassVar

import pytest

from bot.actions import Steering
from bot.events import Typed
from conversations.engine import (
    ASK_AGAIN,
    Answers,
    Asking,
    Fact,
    Finished,
    Look,
    Script,
    Standing,
    Walk,
    answer_with,
    ask,
    can_go_back,
    change,
    look,
    steer,
    take_event,
)
from conversations.questions import SKIPPED, Choice, Option, Question, Refused, Text
from conversations.typed_words import Vocabulary
from tests.rows import each_of

OPTIONS = (Option("red", "colour.red"), Option("blue", "colour.blue", typed="typed.blue"))
NUMBERED = (Option("b5", "five", number="5"), Option("b7", "seven", number="7"))
WORDS = {"colour.red": "红", "colour.blue": "蓝", "typed.blue": "天蓝, 海蓝"}
VOCABULARY = Vocabulary(
    lambda option: (WORDS.get(option.label, option.label), f"{option.label} in English"),
    {
        "返回": Steering.BACK,
        "算了": Steering.CANCEL,
        "继续": Steering.RESUME,
        "跳过": Steering.SKIP,
    },
)


@dataclass(frozen=True, slots=True)
class Weather(Fact[str]):
    """Something to look up."""

    town: str


def walk(weather_matters: str = "yes") -> Script[tuple[str, ...]]:
    """Ask for a name, a colour (red unless changed), and an umbrella if it rains."""
    name = yield from ask(Text("name", "ask.name"))
    colour = yield from ask(Choice("colour", "ask.colour", OPTIONS, unless_changed="red"))
    weather = yield from look(Weather("江湾"))
    if weather == "rain" and weather_matters:
        umbrella = yield from ask(Text("umbrella", "ask.umbrella", optional=True))
        return name, colour, umbrella
    return name, colour


def stand(answers: Answers, weather: str = "dry") -> Standing:
    steps = Walk(walk()).go_on(answers)
    try:
        need = next(steps)
        assert need == Look(Weather("江湾"))
        steps.send(weather)
    except StopIteration as stop:
        standing: Standing = stop.value
        return standing
    raise AssertionError


def asking(answers: Answers, weather: str = "dry") -> Asking:
    standing = stand(answers, weather)
    assert isinstance(standing, Asking)
    return standing


STANDINGS: list[tuple[str, Answers, str, str | tuple[str, ...]]] = [
    ("nothing is answered", {}, "dry", "name"),
    ("a default answers itself", {"name": "罗"}, "dry", ("罗", "red")),
    ("an answer beats the default", {"name": "罗", "colour": "blue"}, "dry", ("罗", "blue")),
    ("a default is asked on demand", {"name": "罗", "colour": ASK_AGAIN}, "dry", "colour"),
    ("a fact opens a question", {"name": "罗"}, "rain", "umbrella"),
    ("skipped", {"name": "罗", "umbrella": SKIPPED}, "rain", ("罗", "red", "")),
    ("an answer that fits no more", {"name": "罗", "colour": "green"}, "dry", "colour"),
    ("an answer nobody asks for", {"name": "罗", "umbrella": "big"}, "dry", ("罗", "red")),
    ("somebody typed a question mark", {"name": "?"}, "dry", ("?", "red")),
]


@pytest.mark.parametrize(("what", "answers", "weather", "stands"), STANDINGS)
def test_a_script_stands_where_its_answers_lead(
    what: str, answers: Answers, weather: str, stands: str | tuple[str, ...]
) -> None:
    standing = stand(answers, weather)
    found = standing.command if isinstance(standing, Finished) else standing.question.name
    assert found == stands, what


def test_an_answer_that_fits_no_more_is_asked_again_and_says_so() -> None:
    assert asking({"name": "罗", "colour": "green"}).again
    assert not asking({"name": "罗", "colour": ASK_AGAIN}).again
    assert not asking({}).again


def test_the_path_names_what_was_asked_before() -> None:
    standing = asking({"name": "罗"}, "rain")
    assert [question.name for question in standing.path] == ["name", "colour"]
    assert can_go_back(standing, {"name": "罗"})
    assert not can_go_back(asking({}), {})


def test_facts_are_looked_up_anew_at_each_replay() -> None:
    answers = {"name": "罗"}
    assert isinstance(stand(answers, "dry"), Finished)
    assert isinstance(stand(answers, "rain"), Asking)


def question(name: str) -> Asking:
    found: dict[str, Question[str]] = {
        "text": Text("q", "ask"),
        "optional": Text("q", "ask", optional=True, offered=(Option(SKIPPED, "none"),)),
        "choice": Choice("q", "ask", OPTIONS),
        "free": Choice("q", "ask", OPTIONS, free=True),
        "numbered": Choice("q", "ask", NUMBERED),
    }
    return Asking(found[name], ())


# The question, what was typed, and the answer that is kept (or why it is none).
TYPED = [
    ("text", "漏水", "漏水"),
    ("text", "2", "2"),
    ("text", "", "! talk.choose"),
    ("optional", "none", SKIPPED),
    ("optional", "跳过", SKIPPED),
    ("text", "跳过", "! talk.cannot_skip"),
    ("choice", "红", "red"),
    ("choice", " 红。", "red"),
    ("choice", "colour.red in English", "red"),
    ("choice", "COLOUR.RED IN ENGLISH", "red"),
    ("choice", "海蓝", "blue"),
    ("choice", "天蓝", "blue"),
    ("choice", "1", "red"),
    ("choice", "２", "blue"),
    ("choice", "第二个", "blue"),
    ("choice", "3", "! talk.choose"),
    ("choice", "0", "! talk.choose"),
    ("choice", "绿", "! talk.choose"),
    ("choice", "", "! talk.choose"),
    ("free", "2", "blue"),
    ("free", "绿", "绿"),
    ("free", "", "! talk.choose"),
    ("numbered", "5", "b5"),
    ("numbered", "七栋", "b7"),
    ("numbered", "1", "! talk.choose"),
    ("numbered", "seven", "b7"),
    ("numbered", "哪栋都行", "! talk.choose"),
]


@pytest.mark.parametrize(("asked", "typed", "kept"), TYPED)
def test_typed_words_and_numbers_stand_for_buttons(asked: str, typed: str, kept: str) -> None:
    step = take_event(question(asked), {}, Typed(typed), VOCABULARY)
    assert (f"! {step.refused.key}" if step.refused else step.answers["q"]) == kept


STEERED = [("算了", Steering.CANCEL), ("继续", Steering.RESUME), (" 算了！", Steering.CANCEL)]


@pytest.mark.parametrize(("typed", "steering"), STEERED)
def test_typed_words_steer(typed: str, steering: Steering) -> None:
    step = take_event(question("text"), {"x": "y"}, Typed(typed), VOCABULARY)
    assert (step.steering, step.answers, step.refused) == (steering, {"x": "y"}, None)


def test_a_value_that_is_not_offered_now_is_chosen_again() -> None:
    step = answer_with(question("choice"), {"x": "y"}, "green")
    assert step.refused == Refused("talk.again")
    assert step.answers == {"x": "y"}


def test_the_newest_answer_stands_last() -> None:
    step = answer_with(question("choice"), {"q": "red", "x": "y"}, "blue")
    assert list(step.answers.items()) == [("x", "y"), ("q", "blue")]


def back(answers: Answers, weather: str = "dry") -> Answers:
    return steer(asking(answers, weather), answers, Steering.BACK).answers


def test_back_takes_the_last_answer_back() -> None:
    assert back({"name": "罗", "colour": ASK_AGAIN}) == {}
    assert back({}) == {}


def test_back_asks_what_had_answered_itself() -> None:
    assert back({"name": "罗"}, "rain") == {"name": "罗", "colour": ASK_AGAIN}


def test_change_asks_one_question_and_what_hung_on_it() -> None:
    answers = {"place": "list", "place.estate": "market", "photos": "done", "placebo": "x"}
    changing = change(answers, "place")
    assert list(changing) == ["photos", "placebo", "place"]
    assert changing["place"].startswith(ASK_AGAIN)


def test_back_from_a_change_leaves_everything_as_it_was() -> None:
    answers = {"name": "罗", "name.title": "阿姨"}
    changing = change(answers, "name")
    assert asking(changing).question.name == "name"
    assert can_go_back(asking(changing), changing)
    assert back(changing) == answers


def test_skip_and_cancel_are_steering_of_their_own() -> None:
    optional, plain = question("optional"), question("text")
    assert steer(optional, {}, Steering.SKIP).answers == {"q": SKIPPED}
    assert steer(plain, {}, Steering.SKIP).refused == Refused("talk.cannot_skip")
    assert steer(plain, {}, Steering.CANCEL).steering is Steering.CANCEL


@dataclass(frozen=True, slots=True)
class ColourSoFar(Fact[str]):
    """What was chosen, as the first question already shows it."""

    taken_from: ClassVar[str] = "colour"


def painted() -> Script[tuple[str, str]]:
    """Look at the colour before it is asked for."""
    yield from look(ColourSoFar())
    name = yield from ask(Text("name", "ask.name"))
    colour = yield from ask(Choice("colour", "ask.colour", OPTIONS))
    return name, colour


BEGUN = {"name": "小江"}
LATER: list[tuple[str, Answers, bool]] = [
    ("the answer that it waits for", {**BEGUN, "umbrella": "yes"}, True),
    ("the same answers again", BEGUN, False),
    ("another answer changed as well", {"name": "小河", "umbrella": "yes"}, False),
    ("an answer fell away as well", {"umbrella": "yes"}, False),
    ("an answer to something else", {**BEGUN, "colour": "blue"}, False),
]


@each_of(LATER)
def test_a_walk_goes_on_only_with(what: str, later: Answers, goes_on: bool) -> None:  # noqa: FBT001 - a cell of the table
    on_its_way = Walk(walk())
    _along(on_its_way, BEGUN, "rain")
    assert on_its_way.leads_to(later) is goes_on, what


def test_a_walk_that_looked_at_an_answer_begins_anew_when_it_changes() -> None:
    on_its_way = Walk(painted())
    _along(on_its_way, BEGUN, "")
    assert not on_its_way.leads_to({**BEGUN, "colour": "red"})


def test_a_walk_that_is_over_leads_nowhere() -> None:
    on_its_way = Walk(walk())
    assert isinstance(_along(on_its_way, BEGUN, "dry"), Finished)
    assert not on_its_way.leads_to({**BEGUN, "umbrella": "yes"})


def _along(on_its_way: Walk[Any], answers: Answers, fact: str) -> Standing:
    steps = on_its_way.go_on(answers)
    try:
        next(steps)
        steps.send(fact)
    except StopIteration as stop:
        standing: Standing = stop.value
        return standing
    raise AssertionError


SPOKEN = ["红", "红吧", "红呀！", " 红 ", "天蓝嘛", "海蓝？", "红，红！", "天蓝海蓝吧"]


@pytest.mark.parametrize("spoken", SPOKEN)
def test_small_words_behind_a_choice_do_not_hide_it(spoken: str) -> None:
    step = take_event(asking({"name": "江", "colour": ASK_AGAIN}), {}, Typed(spoken), VOCABULARY)
    assert step.answers == {"colour": "red" if "红" in spoken else "blue"}
