"""What a service's flow picture says, in one language: steps, branches of papers, facts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.guide import Guide
from bot.services import Advice, Confidence, Form, Necessity, PaperNeeded, Service, Step
from messages.flow_facts import facts, paper_marks, wasted_trips
from messages.flow_speech import Mark, Say, Saying, Speech


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
        self._speech = Speech(guide, service, say, language)
        self._guide = guide
        self._service = service
        self._details_of = paper_marks(self._speech)

    def words(self) -> FlowWords:
        """Return everything that the picture says."""
        service, speech = self._service, self._speech
        headings = ("may", "bring", "advice", "facts", "wasted")
        may, bring, advice, about, wasted = (speech.say(f"flow.heading.{h}", {}) for h in headings)
        return FlowWords(
            speech.text(service.name),
            self._under_title(),
            (may, bring, advice, about, wasted),
            speech.say("flow.passed", {}),
            tuple(self._step(step) for step in service.steps),
            self._branches(service.papers, self._paper, "flow.always"),
            self._details(),
            self._branches(service.advice, self._advice, "flow.to_everybody"),
            tuple(facts(speech)),
            tuple(wasted_trips(speech)),
            speech.source(service.grounds),
            tuple((each, speech.say(f"flow.confidence.{each}", {})) for each in Confidence),
        )

    def _under_title(self) -> tuple[str, ...]:
        names = " · ".join(self._service.also_known_as)
        also = self._speech.labelled("flow.also", names) if names else ""
        as_of = self._speech.say("flow.as_of", {"day": self._guide.day})
        days = self._speech.days(self._service.grounds)
        return tuple(line for line in (also, as_of, *days) if line)

    def _step(self, step: Step) -> StepWords:
        speech = self._speech
        only_if: tuple[str, ...] = ()
        if step.when:
            # A second look at an answer that was given already asks nothing.
            key = "flow.only_from" if self._is_second(step) else "flow.only_if"
            only_if = (speech.say(key, {}), *speech.conditions(step.when))
        question, mark = speech.question(step.question), speech.mark(step.grounds)
        if step.want is None:
            return StepWords(only_if, question, speech.say("flow.either", {}), "", (), mark)
        goes_on = speech.answer(step.question, step.want)
        leaves = speech.answer(step.question, not step.want)
        return StepWords(only_if, question, goes_on, leaves, self._elsewhere(step), mark)

    def _is_second(self, step: Step) -> bool:
        steps = self._service.steps
        return any(each.question == step.question for each in steps[: steps.index(step)])

    def _elsewhere(self, step: Step) -> tuple[str, ...]:
        there = step.otherwise
        if there is None:
            return ()
        lines = [self._speech.text(there.text)] if there.text else []
        if there.service:
            other = self._guide.services.get(there.service)
            name = self._speech.text(other.name) if other else there.service
            lines.append(self._speech.say("flow.instead_do", {"text": name}))
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
                self._speech.conditions(when) or (self._speech.say(everybody, {}),),
                tuple(word(entry) for entry in group),
                bool(when),
            )
            for when, group in groupby(entries, key=lambda entry: entry.when)
        )

    def _paper(self, need: PaperNeeded) -> Saying:
        speech, paper = self._speech, self._guide.papers[need.paper]
        shape = speech.say(f"flow.form.{need.form}", {"copies": need.copies})
        instead = [speech.text(self._guide.papers[code].name) for code in need.instead]
        instead += [speech.text(paper.instead)] if paper.instead else []
        details = (
            ("how_to_get", speech.perhaps(paper.how_to_get)),
            ("issuer", speech.perhaps(paper.issuer)),
            ("lasts", speech.perhaps(paper.lasts)),
            ("instead", " / ".join(instead)),
        )
        shown = () if need.form is Form.ON_SITE else details
        lines = [speech.perhaps(need.note)]
        lines += [speech.labelled(f"flow.paper.{key}", said) for key, said in shown if said]
        title = f"{speech.text(paper.name)} · {shape}"
        if need.necessity is not Necessity.REQUIRED:
            necessity = speech.say(f"flow.necessity.{need.necessity}", {})
            title += f" · {necessity}"
        lines += self._own_details(need.paper)
        return Saying(title, tuple(line for line in lines if line), speech.mark(need.grounds))

    def _own_details(self, paper: str) -> list[str]:
        """Say on the paper itself what its details are based on, where papers differ in that."""
        if len({*self._details_of.values()}) == 1:
            return []
        return [self._based_on(self._details_of[paper])]

    def _details(self) -> tuple[str, ...]:
        """Say once what the details of the papers are based on, where that is the same for all."""
        marks = {*self._details_of.values()}
        return tuple(map(self._based_on, marks)) if len(marks) == 1 else ()

    def _based_on(self, mark: Mark) -> str:
        sure = self._speech.say(f"flow.confidence.{mark.confidence}", {})
        return self._speech.labelled("flow.details", " · ".join((*mark.remarks, sure)))

    def _advice(self, advice: Advice) -> Saying:
        return Saying(self._speech.text(advice.text), (), self._speech.mark(advice.grounds))
