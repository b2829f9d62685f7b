"""The engine: a script is walked along its answers; back, change and resume follow from that.

A script only asks and looks, and returns a command. The state of a talk is its answers by name.
"""

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from bot.actions import Steering
from bot.events import Event, Typed
from conversations.questions import SKIPPED, NotAcceptedError, Question, Refused
from conversations.typed_words import Vocabulary, meant_option, plain

T = TypeVar("T")
Answers = Mapping[str, str]
# Typed words never begin with a blank, so nobody can type this. Behind it may stand, as JSON, the
# answers that a change replaces: going back brings them back.
ASK_AGAIN = " ?"
# Files sent at any question are kept under this name, beside the answers.
FILES = "files"


class Fact(Generic[T]):
    """Something that only the host knows; it is looked up anew in each turn.

    `taken_from` names the answer of the talk itself that it is read from, if it is.
    """

    taken_from: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A script wants an answer."""

    question: Question[Any]


@dataclass(frozen=True, slots=True)
class Look:
    """A script wants to know a fact."""

    fact: Fact[Any]


Script = Generator[Ask | Look, Any, T]


def ask(question: Question[T]) -> Generator[Ask, Any, T]:
    """Ask, and go on with the answer."""
    answer: T = yield Ask(question)
    return answer


def look(fact: Fact[T]) -> Generator[Look, Any, T]:
    """Look something up, and go on with it."""
    value: T = yield Look(fact)
    return value


@dataclass(frozen=True, slots=True)
class Asking:
    """The script waits for an answer after `path`; `again`: an old answer fits no more."""

    question: Question[Any]
    path: tuple[Question[Any], ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Finished(Generic[T]):
    """The script has its command."""

    command: T
    path: tuple[Question[Any], ...]


Standing = Asking | Finished[Any]


class Walk(Generic[T]):
    """A script on its way along its answers.

    It can go on from where it waits when nothing is new but the answer that it waits for.
    """

    def __init__(self, script: Script[T]) -> None:
        self._script = script
        self._answers: Answers = {}
        self._path: list[Question[Any]] = []
        self._waits_for: Ask | None = None
        self._read_by_facts: set[str] = set()

    def leads_to(self, answers: Answers) -> bool:
        """Whether going on is the same as walking along these answers from the beginning."""
        if self._waits_for is None:
            return False
        name = self._waits_for.question.name
        if name not in answers or name in self._answers or name in self._read_by_facts:
            return False
        return {**self._answers, name: answers[name]} == answers

    def go_on(self, answers: Answers) -> Generator[Look, Any, Standing]:
        """Run the script on; yields what must be looked up, returns where it stands then."""
        self._answers = answers
        try:
            need = self._waits_for or next(self._script)
            self._waits_for = None
            while True:
                if isinstance(need, Look):
                    self._read_by_facts.add(need.fact.taken_from)
                    need = self._script.send((yield need))
                    continue
                question = need.question
                written = answers.get(question.name, _default(question, answers))
                if written is None or written.startswith(ASK_AGAIN):
                    return self._wait_for(need)
                try:
                    answer = question.read(written)
                except NotAcceptedError:
                    return self._wait_for(need, again=True)
                self._path.append(question)
                need = self._script.send(answer)
        except StopIteration as stop:
            return Finished(stop.value, tuple(self._path))

    def _wait_for(self, need: Ask, *, again: bool = False) -> Asking:
        self._waits_for = need
        return Asking(need.question, tuple(self._path), again)


def _default(question: Question[Any], answers: Answers) -> str | None:
    """Return what holds unasked; nothing does while all questions of its family are changed."""
    family = question.name.partition(".")[0]
    return None if answers.get(family, "").startswith(ASK_AGAIN) else question.default


@dataclass(frozen=True, slots=True)
class Step:
    """What an input leads to: the answers to keep, or why it was no answer."""

    answers: Answers
    refused: Refused | None = None
    steering: Steering | None = None


def answer_with(asking: Asking, answers: Answers, value: str) -> Step:
    """Answer with a chosen value; one that is not offered now is refused."""
    try:
        written = asking.question.chosen(value)
    except NotAcceptedError:
        return Step(answers, Refused(asking.question.gone))
    return Step(_with(answers, asking.question.name, written))


def take_event(asking: Asking, answers: Answers, event: Event, vocabulary: Vocabulary) -> Step:
    """Answer with what the person typed, sent or shared; typed words may stand for a button."""
    if isinstance(event, Typed):
        steering = vocabulary.steering.get(plain(event.text))
        if steering:
            return steer(asking, answers, steering)
        meant = meant_option(asking.question, event.text, vocabulary.labels)
        if meant is not None:
            return answer_with(asking, answers, meant.value)
    taken = asking.question.take(event)
    if isinstance(taken, Refused):
        return Step(answers, taken)
    return Step(_with(answers, asking.question.name, taken))


def steer(asking: Asking, answers: Answers, steering: Steering) -> Step:
    """Go back, skip or stop."""
    match steering:
        case Steering.BACK:
            return Step(_without_last(asking, answers))
        case Steering.SKIP if asking.question.is_optional:
            return Step(_with(answers, asking.question.name, SKIPPED))
        case Steering.SKIP:
            return Step(answers, Refused("talk.cannot_skip"))
        case _:
            return Step(answers, steering=steering)


def change(answers: Answers, name: str) -> Answers:
    """Ask one question again and what followed from it; other answers stay while they apply."""
    replaced = {key: value for key, value in answers.items() if _belongs_to(key, name)}
    kept = {key: value for key, value in answers.items() if key not in replaced}
    return _with(kept, name, ASK_AGAIN + json.dumps(replaced, ensure_ascii=False))


def can_go_back(asking: Asking, answers: Answers) -> bool:
    """Whether there is an earlier answer to take back, or a change to leave."""
    return _replaced(asking, answers) is not None or bool(_passed(asking, answers))


def _with(answers: Answers, name: str, written: str) -> Answers:
    """Keep an answer as the newest one."""
    kept = {key: value for key, value in answers.items() if key != name}
    return {**kept, name: written}


def _without_last(asking: Asking, answers: Answers) -> Answers:
    """Leave a change as it was before, or ask what was answered last, also what was guessed."""
    kept = {key: value for key, value in answers.items() if key != asking.question.name}
    replaced = _replaced(asking, answers)
    if replaced is not None:
        return {**kept, **replaced}
    passed = _passed(asking, kept)
    if not passed:
        return kept
    last = passed[-1]
    if last.default is not None:
        return _with(kept, last.name, ASK_AGAIN)
    return {key: value for key, value in kept.items() if key != last.name}


def _passed(asking: Asking, answers: Answers) -> list[Question[Any]]:
    """Return the questions before this one to which going back leads."""
    return [each for each in asking.path if each.name in answers or not each.is_aside]


def _replaced(asking: Asking, answers: Answers) -> Answers | None:
    """Return the answers that the present change replaces; None when nothing is being changed."""
    written = answers.get(asking.question.name, "")
    before = written.removeprefix(ASK_AGAIN) if written.startswith(ASK_AGAIN) else ""
    replaced: dict[str, str] | None = json.loads(before) if before else None
    return replaced


def _belongs_to(key: str, name: str) -> bool:
    return key == name or key.startswith(f"{name}.")
