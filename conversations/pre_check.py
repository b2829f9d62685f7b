"""Which papers does a matter need, will mine do, where and when do I go: asked and answered.

Resident  失业证
Bot       失业登记（就业创业证） 您满16周岁，还没领养老金吗？  [是] [不是]
Resident  是
Bot       …  要带这些： 1. 身份证 …  [都有了] [有的没有，一样一样看]
Resident  [都有了]
Bot       可以去了。 一楼大厅1号窗口，今天 14:00–17:30，现在开着 …
"""

from collections.abc import Collection, Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot import pre_check as rules
from bot.commands import AnswerInquiry, ReportInstead
from bot.community import Community
from bot.doubts import in_doubt
from bot.guide import Guide
from bot.pre_check import NotHere, PapersNeeded
from bot.services import Question, Service, Step
from bot.telling import Parameter, Parameters
from bot.visit_commands import KeepCheck
from bot.whose_answers import is_for_another, whose_question
from conversations.category import said
from conversations.engine import Ask, Look, Script, ask, look
from conversations.paper_ticks import ask_papers
from conversations.questions import Choice, Option
from conversations.service_choice import MATTER, Chosen, Search, choose_service
from conversations.service_facts import GuideToday, Kept, KeptFacts, OpeningOf
from conversations.service_words import window_told

STAGES = ("matter", "about", "papers")
YES, NO, UNSURE = "yes", "no", "unsure"
GO_ON, DONE, FINE = "go_on", "done", "fine"


@dataclass(frozen=True, slots=True)
class PreCheckStart:
    """A service that is known already, an earlier check to go over, or words that may be a report.

    `service` is empty, `check` 0 when there is none.
    """

    service: str = ""
    check: int = 0
    is_unclear: bool = False


Outcome = KeepCheck | AnswerInquiry | ReportInstead


@dataclass(frozen=True, slots=True)
class _Found:
    """A service that this person may have, the answers that led there, and its papers."""

    service: Service
    answers: Mapping[str, bool]
    told: Mapping[str, str]
    needed: PapersNeeded

    @property
    def unsure(self) -> tuple[str, ...]:
        """The questions whose answers are only taken for granted."""
        return tuple(code for code, answer in self.told.items() if answer == UNSURE)


def pre_check(start: PreCheckStart, _: Community) -> Script[Outcome]:
    """Find the matter, ask only what decides, tick the papers, and say whether to go."""
    guide = yield from look(GuideToday())
    kept = yield from look(KeptFacts())
    chosen = yield from choose_service(Search(guide, start.service, start.is_unclear))
    if not isinstance(chosen, Chosen):
        return chosen
    found = yield from _may(guide, kept, chosen.service, frozenset())
    if isinstance(found, AnswerInquiry):
        return found
    changeable = (_review_button(found.service), Option(MATTER, "pre_check.change.matter"))
    ticked = yield from ask_papers(guide, found.service, found.needed, changeable)
    is_own = not is_for_another(guide, found.service, found.answers)
    consent = (yield from _consent(guide, kept, found.told)) if is_own else None
    service = found.service.code
    return KeepCheck(
        service,
        found.answers,
        ticked.held,
        start.check,
        consent,
        found.unsure,
        ticked.last_days,
    )


def _may(
    guide: Guide, kept: Kept, code: str, been: frozenset[str]
) -> Generator[Ask | Look, Any, _Found | AnswerInquiry]:
    """Ask what decides whether this person may; else go on with what is offered instead."""
    service = guide.services[code]
    answers: dict[str, bool] = {}
    told: dict[str, str] = {}
    course = rules.course(guide, service, answers)
    # What is remembered is about the person: whose matter it is must be known before it counts.
    first = whose_question(service) if kept.facts else ""
    while asked := first or course.question:
        facts = {} if is_for_another(guide, service, answers) else kept.facts
        question = _yes_or_no(guide, service, asked, {**facts, **answers})
        told[asked] = answer = yield from ask(question)
        answers[asked] = in_doubt(service, asked) if answer == UNSURE else answer == YES
        course, first = rules.course(guide, service, answers), ""
    if answers:
        yield from ask(_review(guide, service, told))
    if isinstance(course.outcome, PapersNeeded):
        return _Found(service, answers, told, course.outcome)
    assert isinstance(course.outcome, NotHere)  # noqa: S101 - without a question there is an outcome
    seen = been | {code}
    other = _other(guide, course.outcome.step, seen)
    opened = yield from look(OpeningOf(service.window))
    why: Parameters = {
        **_not_here(service, course.outcome.step),
        "window": window_told(guide, guide.windows[service.window], opened),
    }
    going = yield from ask(_stopped(service, other, why))
    if going == GO_ON and other:
        return (yield from _may(guide, kept, other.code, seen))
    return AnswerInquiry("pre_check.not_here", why, (other.code,) if other else ())


def _other(guide: Guide, step: Step, been: frozenset[str]) -> Service | None:
    """Return the service that is offered instead, unless it was tried already."""
    code = step.otherwise.service if step.otherwise else ""
    return guide.services.get(code) if code not in been else None


def _not_here(service: Service, step: Step) -> dict[str, Parameter]:
    text = step.otherwise.text if step.otherwise else None
    return {"service": said(service.name), "instead": said(text) if text else None}


@dataclass(frozen=True)
class Decision(Choice):
    """A question from which earlier answers, or the matter itself, can be changed."""

    parts: tuple[Option, ...] = ()

    @property
    def changeable(self) -> Sequence[Option]:
        """What may be changed from here."""
        return self.parts


def _yes_or_no(guide: Guide, service: Service, code: str, facts: rules.Answers) -> Choice:
    """Ask one thing; what is remembered, or follows from it, holds unless it is changed."""
    question = guide.questions[code]
    asked: Parameters = {"service": said(service.name), "question": said(question.text)}
    follows = rules.implied(guide, facts)
    known = rules.known(guide, facts).get(code) if question.kept or code in follows else None
    return Decision(
        f"about.{code}",
        "pre_check.ask.about",
        tuple(_option(question, answer) for answer in (YES, NO, UNSURE)),
        asked,
        "about",
        unless_changed=None if known is None else _written(known),
        side_by_side=2,
        aside=known is not None,
        parts=(Option(MATTER, "pre_check.change.matter"),),
    )


def _option(question: Question, answer: str) -> Option:
    """Return an answer, in the question's own words where it has some."""
    own = {YES: question.yes, NO: question.no}.get(answer)
    typed = f"pre_check.typed.{answer}"
    if own:
        return Option(answer, "data.text", {"text": said(own)}, typed=typed)
    return Option(answer, f"pre_check.button.{answer}", typed=typed)


def answers_about(known: Mapping[str, bool], unsure: Collection[str]) -> Mapping[str, str]:
    """Write answers that were given before as this conversation keeps them."""
    return {
        f"about.{code}": UNSURE if code in unsure else _written(answer)
        for code, answer in known.items()
    }


def _written(answer: bool) -> str:  # noqa: FBT001 - the answer itself
    return YES if answer else NO


def _review(guide: Guide, service: Service, told: Mapping[str, str]) -> Choice:
    """Show the answers, each to be changed; it is only asked when somebody wants to."""
    lines: list[Parameter] = []
    buttons = []
    for position, (code, answer) in enumerate(told.items(), start=1):
        given = _option(guide.questions[code], answer)
        line: dict[str, Parameter] = {
            "position": position,
            "question": said(guide.questions[code].text),
            "answer": given.label,
            "own_words": (given.parameters or {}).get("text"),
        }
        lines.append(line)
        buttons.append(Option(f"about.{code}", "pre_check.change.answer", line))
    return Decision(
        f"review.{service.code}",
        "pre_check.ask.review",
        (Option(FINE, "pre_check.button.fine", typed="pre_check.typed.fine"),),
        {"service": said(service.name), "answers": lines},
        "about",
        unless_changed=FINE,
        aside=True,
        parts=tuple(buttons),
    )


def _review_button(service: Service) -> Option:
    return Option(f"review.{service.code}", "pre_check.change.about")


def _stopped(service: Service, other: Service | None, told: Parameters) -> Choice:
    """Say that it cannot be had here, why, and what to do instead."""
    options = [Option(DONE, "pre_check.button.understood", typed="pre_check.typed.fine")]
    if other:
        named: Parameters = {"service": said(other.name)}
        options.insert(0, Option(GO_ON, "pre_check.button.go_on", named))
    parts = (_review_button(service), Option(MATTER, "pre_check.change.matter"))
    return Decision(
        f"not_here.{service.code}",
        "pre_check.ask.not_here",
        tuple(options),
        told,
        "about",
        parts=parts,
    )


def _consent(
    guide: Guide, kept: Kept, told: Mapping[str, str]
) -> Generator[Ask, Any, bool | None]:
    """Ask once whether answers about the person may be kept for the next matter."""
    about = [
        said(guide.questions[code].text)
        for code, answer in told.items()
        if guide.questions[code].kept and answer != UNSURE
    ]
    if kept.is_asked or not about:
        return None
    question = Choice(
        "keep",
        "pre_check.ask.keep",
        (
            Option(YES, "pre_check.button.keep", typed="pre_check.typed.yes"),
            Option(NO, "pre_check.button.do_not_keep", typed="pre_check.typed.no"),
        ),
        {"questions": about},
        "papers",
    )
    return (yield from ask(question)) == YES
