"""How a service's flow picture says what it says: texts, sources, days, conditions, marks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.guide import Guide
from bot.local_text import LocalText
from bot.services import Condition, Confidence, Grounds, OpeningHours, Service
from bot.telling import Parameters

# Says a sentence of the catalogue by its key.
Say = Callable[[str, Parameters], str]


@dataclass(frozen=True, slots=True)
class Mark:
    """How sure a fact is, and what differs from the rest of the service: source, days."""

    confidence: Confidence
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """A fact with its title and what there is to say."""

    title: str
    lines: tuple[str, ...]
    mark: Mark


class Speech:
    """Says single things about one service of a guide, in one language."""

    def __init__(self, guide: Guide, service: Service, say: Say, language: str) -> None:
        self.guide = guide
        self.service = service
        self.say = say
        self._language = language

    def text(self, text: LocalText) -> str:
        """Say a text of the data."""
        return text.in_language(self._language)

    def perhaps(self, text: LocalText | None) -> str:
        """Say a text that need not be there."""
        return self.text(text) if text else ""

    def labelled(self, key: str, words: str) -> str:
        """Say what some words are."""
        return self.say("flow.labelled", {"name": self.say(key, {}), "words": words})

    def source(self, grounds: Grounds) -> str:
        """Say on what a fact is based; also when nobody has said so."""
        return self.labelled(
            "flow.source", self.text(grounds.source) or self.say("flow.unsaid", {})
        )

    def days(self, grounds: Grounds) -> tuple[str, ...]:
        """Say from when and until when a fact holds; nothing where that is open."""
        since = self.say("flow.since", {"day": grounds.since}) if grounds.since else ""
        until = self.say("flow.until", {"day": grounds.until}) if grounds.until else ""
        return tuple(each for each in (since, until) if each)

    def mark(self, grounds: Grounds) -> Mark:
        """Mark a fact of the service: its source is said where it is another one."""
        remarks = list(self.days(grounds)) if grounds != self.service.grounds else []
        if grounds.source != self.service.grounds.source:
            remarks.append(self.source(grounds))
        return Mark(grounds.confidence, tuple(remarks))

    def own_mark(self, grounds: Grounds) -> Mark:
        """Mark a fact that stands by itself: its days and its source are always said."""
        return Mark(grounds.confidence, (*self.days(grounds), self.source(grounds)))

    def conditions(self, when: Condition) -> tuple[str, ...]:
        """Say what must be answered how."""
        return tuple(
            f"{self.question(part.question)} →\u00a0{self.answer(part.question, part.answer)}"
            for part in when
        )

    def question(self, code: str) -> str:
        """Say a question."""
        return self.text(self.guide.questions[code].text)

    def answer(self, question: str, answer: bool) -> str:  # noqa: FBT001 - the answer itself
        """Say an answer as its button does."""
        known = self.guide.questions[question]
        own = known.yes if answer else known.no
        return self.text(own) if own else self.say(_ANSWERS[answer], {})

    def hours(self, hours: tuple[OpeningHours, ...]) -> Iterator[str]:
        """Yield on which days a place is open from when to when."""
        for weekdays, group in groupby(hours, key=lambda each: each.weekdays):
            names = [self.say(f"forms.weekday.{day - 1}", {}) for day in sorted(weekdays)]
            days = " ".join(names) or self.say("flow.working_days", {})
            yield f"{days} {' · '.join(_clock(each) for each in group)}"


_ANSWERS = {True: "flow.answer.yes", False: "flow.answer.no"}


def _clock(hours: OpeningHours) -> str:
    opens, closes = divmod(hours.opens, 60), divmod(hours.closes, 60)
    return f"{opens[0]:02d}:{opens[1]:02d}–{closes[0]:02d}:{closes[1]:02d}"
