"""A talk without a host: the script, its answers, and the sample community to look in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from bot.actions import Steering
from bot.events import Attachment, AttachmentKind, Event, SentFile, SharedPlace, Typed
from conversations.engine import (
    Asking,
    Finished,
    Standing,
    Step,
    Walk,
    answer_with,
    change,
    steer,
    take_event,
)
from conversations.questions import Option, Question
from conversations.registry import CONVERSATIONS
from conversations.report import ReportStart
from conversations.typed_words import Vocabulary
from messages.catalogue import Catalogue
from tests.bot.jiangwan import (
    community,
)
from tests.conversations.facts_at_hand import FactsAtHand

LANGUAGES = ("zh-CN", "en")


@dataclass(frozen=True)
class Press:
    """A press on the button of this value."""

    value: str


@dataclass(frozen=True)
class Change:
    """A press on one of the summary's buttons."""

    question: str


Input = str | Press | Change | Steering | Event
BACK, SKIP, CANCEL = Steering.BACK, Steering.SKIP, Steering.CANCEL
Row = tuple[Input, str]


def photo(caption: str = "") -> SentFile:
    """Return a photo that somebody sends."""
    return SentFile(Attachment(AttachmentKind.PHOTO, "file", "unique"), caption, "")


def voice() -> SentFile:
    """Return a voice message that somebody sends."""
    return SentFile(Attachment(AttachmentKind.VOICE, "file", "unique"), "", "")


def pin(latitude: float, longitude: float) -> SharedPlace:
    """Return a place that somebody shares."""
    return SharedPlace(latitude, longitude, 10, is_live=True)


@cache
def catalogue() -> Catalogue:
    """Return all words about the sample community."""
    return Catalogue.load({"jiangwan": community()})


def labels(option: Option) -> tuple[str, ...]:
    """Return an option's labels in all languages."""
    return tuple(
        catalogue().label(option.label, option.parameters or {}, language, "jiangwan")
        for language in LANGUAGES
    )


VOCABULARY = Vocabulary(labels, {"返回": BACK, "back": BACK, "跳过": SKIP, "取消": CANCEL})


@dataclass
class Talk(FactsAtHand):
    """One person's talk; `refused` and `steered` tell what came of the last input."""

    script: str = "report"
    start: Any = field(default_factory=ReportStart)
    refused: str = ""
    steered: Steering | None = None

    @property
    def standing(self) -> Standing:
        """Replay the script, looking up what it wants to know."""
        return self._along(self._walk())

    def _walk(self) -> Walk[Any]:
        return Walk(CONVERSATIONS[self.script].script(self.start, self.among))

    def _along(self, walk: Walk[Any]) -> Standing:
        steps = walk.go_on(self.answers)
        value: object = None
        try:
            while True:
                value = self.fetch(steps.send(value).fact)
        except StopIteration as stop:
            standing: Standing = stop.value
            return standing

    @property
    def asking(self) -> Asking:
        """Return what is asked now."""
        standing = self.standing
        assert isinstance(standing, Asking), standing
        return standing

    @property
    def question(self) -> Question[Any]:
        """Return the question that is asked now."""
        return self.asking.question

    @property
    def command(self) -> Any:  # noqa: ANN401 - each script has its own
        """Return what the talk led to."""
        standing = self.standing
        assert isinstance(standing, Finished), standing
        return standing.command

    @property
    def where(self) -> str:
        """Return the name of the question that is asked, or of the command."""
        standing = self.standing
        if isinstance(standing, Finished):
            return type(standing.command).__name__
        return standing.question.name

    def values(self) -> list[str]:
        """Return what may be chosen now."""
        return [option.value for option in self.question.options]

    def take(self, given: Input) -> None:
        """Take one input, as the host would."""
        if isinstance(given, Change):
            self.answers = change(self.answers, given.question)
            return
        if isinstance(given, SentFile):
            self.files += 1
        walk = self._walk()
        self._along(walk)
        step = self._step(given)
        self.refused = step.refused.key if step.refused else ""
        self.steered = step.steering
        self.answers = step.answers
        # Going on from where the walk waits is what the host does; it must be the same.
        assert not walk.leads_to(self.answers) or self._along(walk) == self.standing

    def play(self, rows: Sequence[Row]) -> "Talk":
        """Play a transcript: each input, and the question, command or refusal that follows."""
        for given, expected in rows:
            self.take(given)
            shown = f"! {self.refused}" if self.refused else self.where
            assert shown == expected, (given, shown, expected)
        return self

    def _step(self, given: str | Press | Steering | Event) -> Step:
        asking = self.asking
        if isinstance(given, Press):
            return answer_with(asking, self.answers, given.value)
        if isinstance(given, Steering):
            return steer(asking, self.answers, given)
        event = Typed(given) if isinstance(given, str) else given
        return take_event(asking, self.answers, event, VOCABULARY)


def reported(words: str, **more: Any) -> Talk:  # noqa: ANN401 - the talk's own fields
    """Return a talk that began with these words."""
    return Talk({"words": words}, **more)


DRAIN = "江湾小区3栋2单元楼下下水道又堵了"
FROM_EXTRA_TO_SUMMARY: list[Row] = [
    ("外面冒", "extra.one_flat_whole"),
    ("2", "extra.dirty_water_entering"),
    (SKIP, "photos"),
    (photo(), "! files.one_more"),
    ("没有了", "send"),
]


def at_summary() -> Talk:
    """Return a talk that only waits for being sent."""
    return reported(DRAIN).play(FROM_EXTRA_TO_SUMMARY)
