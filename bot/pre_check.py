"""The pre-check: which question matters next, and whether and with which papers somebody may."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.guide import Guide
from bot.services import Advice, Condition, Form, PaperNeeded, Question, Service, Step

Answers = Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class NotHere:
    """This person cannot have this service here; `step.otherwise` says what to do instead."""

    step: Step


@dataclass(frozen=True, slots=True)
class PapersNeeded:
    """This person may; these are the papers, and what there is to say."""

    papers: tuple[PaperNeeded, ...]
    advice: tuple[Advice, ...]

    @property
    def to_bring(self) -> tuple[PaperNeeded, ...]:
        """The papers that must be brought, without those that are filled in at the window."""
        return tuple(each for each in self.papers if each.form is not Form.ON_SITE)


Outcome = NotHere | PapersNeeded


@dataclass(frozen=True, slots=True)
class Course:
    """Where the answers have led: what was asked, and the next question or the outcome."""

    asked: tuple[str, ...]
    question: str = ""
    outcome: Outcome | None = None


def next_question(guide: Guide, service: Service, answers: Answers) -> Question | None:
    """Return the next question that matters, or None when the outcome is known."""
    question = course(guide, service, answers).question
    return guide.questions[question] if question else None


def outcome(guide: Guide, service: Service, answers: Answers) -> Outcome | None:
    """Return what the answers lead to, or None while a question is open."""
    return course(guide, service, answers).outcome


def asked(guide: Guide, service: Service, answers: Answers) -> tuple[Question, ...]:
    """Return the questions whose given answers matter, in the order in which they are asked."""
    return tuple(guide.questions[code] for code in course(guide, service, answers).asked)


def known(guide: Guide, answers: Answers) -> Mapping[str, bool]:
    """Return the answers together with those that follow from them."""
    return {**answers, **implied(guide, answers)}


def implied(guide: Guide, answers: Answers) -> Mapping[str, bool]:
    """Return the answers that follow from others.

    Such questions are not asked, and an answer of one's own to them does not count: so that
    answers kept from earlier cannot contradict one another.
    """
    facts, found = dict(answers), {}
    for question in guide.in_order:
        for rule in question.settled:
            if _holds(rule.when, facts):
                facts[question.code] = found[question.code] = rule.answer
                break
    return found


def course(guide: Guide, service: Service, answers: Answers) -> Course:
    """Follow the answers through a service's questions."""
    follows = implied(guide, answers)
    facts = {**answers, **follows}
    seen: dict[str, None] = {}
    for asking in _askings(service):
        for code in _consulted(asking, facts):
            if code not in facts:
                return Course(tuple(seen), question=code)
            if code not in follows:
                seen[code] = None
        if isinstance(asking, Step) and _stops(asking, facts):
            return Course(tuple(seen), outcome=NotHere(asking))
    papers = tuple(each for each in service.papers if _holds(each.when, facts))
    advice = tuple(each for each in service.advice if _holds(each.when, facts))
    return Course(tuple(seen), outcome=PapersNeeded(papers, advice))


_Asking = Step | PaperNeeded | Advice


def _askings(service: Service) -> Iterator[_Asking]:
    """Yield what asks questions, in the order in which it does."""
    yield from service.steps
    yield from service.papers
    yield from service.advice


def _consulted(asking: _Asking, facts: Answers) -> Iterator[str]:
    """Yield the questions that decide about a step, a paper or an advice, until one says no."""
    for part in asking.when:
        yield part.question
        if facts[part.question] != part.answer:
            return
    if isinstance(asking, Step):
        yield asking.question


def _stops(step: Step, facts: Answers) -> bool:
    if step.want is None or not _holds(step.when, facts):
        return False
    return facts[step.question] != step.want


def _holds(when: Condition, facts: Answers) -> bool:
    return all(facts.get(part.question) == part.answer for part in when)
