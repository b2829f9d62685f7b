"""What a service's flow picture says, in one language: steps, branches of papers, facts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.guide import Guide
from bot.local_text import LocalText
from bot.services import (
    Advice,
    Condition,
    Confidence,
    Fact,
    Form,
    Grounds,
    Necessity,
    OpeningHours,
    PaperNeeded,
    Service,
    Step,
    Window,
)
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


@dataclass(frozen=True, slots=True)
class StepWords:
    """A question. `leaves` is the answer that ends it, empty when both go on."""

    only_if: tuple[str, ...]
    question: str
    goes_on: str
    leaves: str
    elsewhere: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Branch:
    """What goes for those who gave these answers, or for everybody when nothing is asked."""

    conditions: tuple[str, ...]
    sayings: tuple[Saying, ...]
    is_asked: bool


@dataclass(frozen=True, slots=True)
class FlowWords:
    """Everything that the picture says."""

    title: str
    under_title: tuple[str, ...]
    headings: tuple[str, str, str, str, str]
    passed: str
    steps: tuple[StepWords, ...]
    papers: tuple[Branch, ...]
    details: tuple[str, ...]
    advice: tuple[Branch, ...]
    facts: tuple[Saying, ...]
    wasted_trips: tuple[str, ...]
    source: str
    legend: tuple[tuple[Confidence, str], ...]


class FlowSpeaker:
    """Puts one service of a guide into words."""

    def __init__(self, guide: Guide, service: Service, say: Say, language: str) -> None:
        self._guide = guide
        self._service = service
        self._say = say
        self._language = language

    def words(self) -> FlowWords:
        """Return everything that the picture says."""
        service = self._service
        headings = ("may", "bring", "advice", "facts", "wasted")
        may, bring, advice, facts, wasted = (self._say(f"flow.heading.{h}", {}) for h in headings)
        return FlowWords(
            self._text(service.name),
            self._under_title(),
            (may, bring, advice, facts, wasted),
            self._say("flow.passed", {}),
            tuple(self._step(step) for step in service.steps),
            self._branches(service.papers, self._paper, "flow.always"),
            self._details(),
            self._branches(service.advice, self._advice, "flow.to_everybody"),
            self._facts(),
            tuple(self._text(fact.text) for fact in service.wasted_trips),
            self._source(service.grounds),
            tuple((each, self._say(f"flow.confidence.{each}", {})) for each in Confidence),
        )

    def _under_title(self) -> tuple[str, ...]:
        names = " · ".join(self._service.also_known_as)
        also = self._labelled("flow.also", names) if names else ""
        as_of = self._say("flow.as_of", {"day": self._guide.day})
        return tuple(line for line in (also, as_of, *self._days(self._service.grounds)) if line)

    def _step(self, step: Step) -> StepWords:
        only_if: tuple[str, ...] = ()
        if step.when:
            # A second look at an answer that was given already asks nothing.
            key = "flow.only_from" if self._is_second(step) else "flow.only_if"
            only_if = (self._say(key, {}), *self._conditions(step.when))
        question = self._question(step.question)
        if step.want is None:
            either = self._say("flow.either", {})
            return StepWords(only_if, question, either, "", (), self._mark(step.grounds))
        goes_on, leaves = self._answer(step.want), self._answer(not step.want)
        elsewhere = self._elsewhere(step)
        return StepWords(only_if, question, goes_on, leaves, elsewhere, self._mark(step.grounds))

    def _is_second(self, step: Step) -> bool:
        steps = self._service.steps
        return any(each.question == step.question for each in steps[: steps.index(step)])

    def _elsewhere(self, step: Step) -> tuple[str, ...]:
        there = step.otherwise
        if there is None:
            return ()
        lines = [self._text(there.text)] if there.text else []
        if there.service:
            other = self._guide.services.get(there.service)
            name = self._text(other.name) if other else there.service
            lines.append(self._say("flow.instead_do", {"text": name}))
        return tuple(lines)

    def _branches(
        self,
        entries: Sequence[PaperNeeded] | Sequence[Advice],
        word: Callable[..., Saying],
        everybody: str,
    ) -> tuple[Branch, ...]:
        """Put together what stands under the same condition, one after the other."""
        return tuple(
            Branch(
                self._conditions(when) or (self._say(everybody, {}),),
                tuple(word(entry) for entry in group),
                bool(when),
            )
            for when, group in groupby(entries, key=lambda entry: entry.when)
        )

    def _paper(self, need: PaperNeeded) -> Saying:
        paper = self._guide.papers[need.paper]
        shape = self._say(f"flow.form.{need.form}", {"copies": need.copies})
        instead = [self._text(self._guide.papers[code].name) for code in need.instead]
        instead += [self._text(paper.instead)] if paper.instead else []
        details = (
            ("how_to_get", self._perhaps(paper.how_to_get)),
            ("issuer", self._perhaps(paper.issuer)),
            ("lasts", self._perhaps(paper.lasts)),
            ("instead", " / ".join(instead)),
        )
        shown = () if need.form is Form.ON_SITE else details
        lines = [self._perhaps(need.note)]
        lines += [self._labelled(f"flow.paper.{key}", said) for key, said in shown if said]
        title = f"{self._text(paper.name)} · {shape}"
        if need.necessity is not Necessity.REQUIRED:
            necessity = self._say(f"flow.necessity.{need.necessity}", {})
            title += f" · {necessity}"
        return Saying(title, tuple(line for line in lines if line), self._mark(need.grounds))

    def _advice(self, advice: Advice) -> Saying:
        return Saying(self._text(advice.text), (), self._mark(advice.grounds))

    def _facts(self) -> tuple[Saying, ...]:
        service = self._service
        at = service.windows[0]
        window = self._guide.windows[at.window]
        where = (f"{self._text(window.name)} · {self._text(window.place)}", *self._hours(window))
        facts = [Saying(self._say("flow.fact.window", {}), where, self._mark(at.grounds))]
        named: Iterable[tuple[str, Fact | None]] = (
            ("time", service.time),
            ("validity", service.validity),
            ("fee", service.fee),
        )
        for key, fact in named:
            said = self._text(fact.text) if fact else self._say("flow.free", {})
            mark = self._mark(fact.grounds if fact else service.grounds)
            facts.append(Saying(self._say(f"flow.fact.{key}", {}), (said,), mark))
        return tuple(facts)

    def _hours(self, window: Window) -> Iterator[str]:
        """Yield on which days a window is open from when to when."""
        for weekdays, group in groupby(window.hours, key=lambda each: each.weekdays):
            names = [self._say(f"forms.weekday.{day - 1}", {}) for day in sorted(weekdays)]
            days = " ".join(names) or self._say("flow.working_days", {})
            yield f"{days} {' · '.join(_clock(each) for each in group)}"

    def _details(self) -> tuple[str, ...]:
        """Say once where the details of the papers come from."""
        papers = [self._guide.papers[need.paper].grounds for need in self._service.papers]
        sources = dict.fromkeys(self._text(grounds.source) for grounds in papers)
        return tuple(self._labelled("flow.details", source) for source in sources)

    def _source(self, grounds: Grounds) -> str:
        return self._labelled("flow.source", self._text(grounds.source))

    def _labelled(self, key: str, words: str) -> str:
        return self._say("flow.labelled", {"name": self._say(key, {}), "words": words})

    def _mark(self, grounds: Grounds) -> Mark:
        remarks = list(self._days(grounds)) if grounds != self._service.grounds else []
        if grounds.source != self._service.grounds.source:
            remarks.append(self._source(grounds))
        return Mark(grounds.confidence, tuple(remarks))

    def _days(self, grounds: Grounds) -> tuple[str, ...]:
        since = self._say("flow.since", {"day": grounds.since}) if grounds.since else ""
        until = self._say("flow.until", {"day": grounds.until}) if grounds.until else ""
        return tuple(each for each in (since, until) if each)

    def _conditions(self, when: Condition) -> tuple[str, ...]:
        return tuple(
            f"{self._question(part.question)} →\u00a0{self._answer(part.answer)}" for part in when
        )

    def _answer(self, answer: bool) -> str:  # noqa: FBT001 - the answer itself
        return self._say("flow.answer.yes" if answer else "flow.answer.no", {})

    def _question(self, code: str) -> str:
        return self._text(self._guide.questions[code].text)

    def _perhaps(self, text: LocalText | None) -> str:
        return self._text(text) if text else ""

    def _text(self, text: LocalText) -> str:
        return text.in_language(self._language)


def _clock(hours: OpeningHours) -> str:
    opens, closes = divmod(hours.opens, 60), divmod(hours.closes, 60)
    return f"{opens[0]:02d}:{opens[1]:02d}–{closes[0]:02d}:{closes[1]:02d}"
