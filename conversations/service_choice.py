"""Which matter of the centre? By words, by window, or told where to go when it is a rare one."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.commands import AnswerInquiry, ReportInstead
from bot.events import Event, Typed
from bot.guide import Guide
from bot.local_text import LocalText
from bot.numerals import typed_position
from bot.other_offices import OtherOffice
from bot.proofs import Proof
from bot.service_search import Found, Kind
from bot.services import Service
from bot.telling import Parameter, Parameters
from conversations.category import said
from conversations.engine import Ask, Look, ask, look
from conversations.questions import Choice, NotAcceptedError, Option, Refused, Text
from conversations.service_facts import GuideToday, Opened, OpeningOf, ServicesMeant
from conversations.service_words import window_told

STAGE = "matter"
MATTER = "matter"
SERVICE, PROOF, WINDOW = "service:", "proof:", "window:"
REPORT, NONE, DONE = "report", "none", "done"
# The best match stands for itself when the next one is so much worse.
CLEARLY = 0.1


@dataclass(frozen=True, slots=True)
class Chosen:
    """A service that was asked for, and the question by which another one can be chosen."""

    service: str


class Named(Protocol):
    """Whatever can be chosen has a name."""

    @property
    def name(self) -> LocalText:
        """What it is called today."""


Choosing = Generator[Ask | Look, Any, Chosen | AnswerInquiry | ReportInstead]


@dataclass(frozen=True, slots=True)
class Search:
    """The guide, what the conversation began with, and the key of its first question."""

    guide: Guide
    service: str = ""
    is_unclear: bool = False
    ask: str = "pre_check.ask.matter"


def choose_service(search: Search) -> Choosing:
    """Return the service that is meant, or what there is to say instead."""
    preset = SERVICE + search.service if search.service else None
    first = _matter(search.guide, MATTER, search.ask, {}, preset)
    return (yield from _follow(search, first, ""))


@dataclass(frozen=True, slots=True)
class AtItsWindow:
    """A service that was chosen, and when its window is open next."""

    service: Service
    window: Parameter
    opened: Opened | None


def chosen_service(
    service: str,
) -> Generator[Ask | Look, Any, AtItsWindow | AnswerInquiry | ReportInstead]:
    """Let a service be chosen, beginning with one or with none, and look at its window."""
    guide = yield from look(GuideToday())
    chosen = yield from choose_service(Search(guide, service))
    if not isinstance(chosen, Chosen):
        return chosen
    found = guide.services[chosen.service]
    opened = yield from look(OpeningOf(found.window))
    window = window_told(guide, guide.windows[found.window], opened)
    return AtItsWindow(found, window, opened)


def _follow(search: Search, question: Text, before: str) -> Choosing:
    """Follow an answer: a service, a window's list, or words to look for."""
    given = yield from ask(question)
    if given.startswith(SERVICE):
        return (yield from _today(search, question.name, given, before))
    if given.startswith(WINDOW):
        listed = _in_window(search.guide, f"{question.name}.in_window", given)
        chosen = yield from ask(listed)
        return (yield from _today(search, question.name, chosen, before))
    if given == DONE:
        return AnswerInquiry("pre_check.done", {})
    if given == REPORT:
        return ReportInstead(before)
    chosen = yield from _meant(search, question.name, given)
    return (yield from _today(search, question.name, chosen, given))


def _meant(search: Search, name: str, words: str) -> Generator[Ask | Look, Any, str]:
    """Return what words mean: found and shown, or chosen among the likeliest."""
    found = yield from look(ServicesMeant(words))
    if not found:
        return NONE
    is_unclear = search.is_unclear and name == MATTER
    return (yield from ask(_which(search.guide, f"{name}.which", found, is_unclear=is_unclear)))


def _today(search: Search, name: str, chosen: str, words: str) -> Choosing:
    """Go on with a choice, if it is still offered today."""
    guide = search.guide
    if chosen == REPORT:
        return ReportInstead(words)
    kind, _, code = chosen.partition(":")
    if kind == Kind.SERVICE and code in guide.services:
        return Chosen(code)
    if kind == Kind.PROOF and code in guide.proofs:
        return _proof(guide, guide.proofs[code])
    if kind == Kind.OTHER_OFFICE and code in guide.other_offices:
        return _other_office(guide.other_offices[code])
    window = guide.general_window
    opened = yield from look(OpeningOf(window.code))
    asked: Parameters = {"window": window_told(guide, window, opened)}
    key = "pre_check.ask.rare"
    if kind == Kind.SERVICE:
        key, asked = "pre_check.ask.withdrawn", {**asked, **_gone(guide, code)}
    return (yield from _follow(search, _matter(guide, f"{name}.more", key, asked), words))


def _gone(guide: Guide, code: str) -> Parameters:
    """Tell what is not done any more, and until when (ISO day) it was, as far as is known."""
    service = guide.gone.get(code)
    if service is None:
        return {"gone": None, "until": ""}
    return {"gone": said(service.name), "until": service.grounds.until}


def _proof(guide: Guide, proof: Proof) -> AnswerInquiry:
    """Tell why a proof is not issued, and what to do instead."""
    services = (proof.service,) if proof.service in guide.services else ()
    parameters: Parameters = {
        "proof": said(proof.name),
        "rule": said(proof.rule),
        "alternative": said(proof.alternative),
    }
    return AnswerInquiry("pre_check.proof", parameters, services)


def _other_office(matter: OtherOffice) -> AnswerInquiry:
    """Tell which other office does it, and what saves a walk."""
    parameters: Parameters = {
        "matter": said(matter.name),
        "office": said(matter.place),
        "phone": matter.phone,
        "tip": said(matter.advice) if matter.advice else None,
    }
    return AnswerInquiry("pre_check.other_office", parameters)


@dataclass(frozen=True)
class Matter(Text):
    """What somebody wants to get done, in words, by a service or by a window."""

    @property
    def counts_options(self) -> bool:
        """Take a number as one of the list that is shown: no matter is called by one."""
        return True

    def take(self, event: Event) -> str | Refused:
        """Take words; a number that is not in the list names nothing."""
        if isinstance(event, Typed) and typed_position(event.text):
            return Refused("talk.choose")
        return super().take(event)

    def chosen(self, value: str) -> str:
        """Take what is offered, and a service that stands for itself."""
        return value if value == self.unless_changed else super().chosen(value)


def _matter(
    guide: Guide, name: str, key: str, asked: Parameters, preset: str | None = None
) -> Text:
    used = {service.window for service in guide.services.values()}
    windows = [
        Option(WINDOW + window.code, "data.text", {"text": said(window.name)})
        for window in guide.windows.values()
        if window.code in used
    ]
    ends = (Option(REPORT, "pre_check.button.report"), Option(DONE, "pre_check.button.done"))
    offered = (*windows, *(ends if name != MATTER else ()))
    return Matter(name, key, asked, STAGE, unless_changed=preset, offered=offered)


@dataclass(frozen=True)
class Which(Choice):
    """One of several things that can be done at the centre."""

    def read(self, written: str) -> str:
        """Return the choice; a service that is not offered any more is told as such."""
        try:
            return super().read(written)
        except NotAcceptedError:
            if written.startswith(SERVICE):
                return written
            raise


def _in_window(guide: Guide, name: str, window: str) -> Choice:
    code = window.removeprefix(WINDOW)
    services = [each for each in guide.services.values() if each.window == code]
    options = tuple(_option(guide, SERVICE + each.code) for each in services)
    none = Option(NONE, "pre_check.button.none")
    return Which(name, "pre_check.ask.in_window", (*options, none), step=STAGE)


def _which(guide: Guide, name: str, found: Sequence[Found], *, is_unclear: bool) -> Choice:
    options = tuple(_option(guide, f"{each.kind}:{each.code}") for each in found)
    none = Option(NONE, "pre_check.button.none")
    report = (Option(REPORT, "pre_check.button.report"),) if is_unclear else ()
    return Which(
        name,
        "pre_check.ask.either" if is_unclear else "pre_check.ask.which",
        (*options, *report, none),
        step=STAGE,
        unless_changed=None if is_unclear or not _is_clear(found) else options[0].value,
        aside=True,
    )


def _is_clear(found: Sequence[Found]) -> bool:
    first, *others = found
    return first.is_sure and all(first.score - each.score >= CLEARLY for each in others)


def _option(guide: Guide, value: str) -> Option:
    kind, _, code = value.partition(":")
    named: Mapping[str, Mapping[str, Named]] = {
        Kind.SERVICE: {**guide.gone, **guide.services},
        Kind.PROOF: guide.proofs,
        Kind.OTHER_OFFICE: guide.other_offices,
    }
    text: Parameter = said(named[kind][code].name)
    return Option(value, "data.text", {"text": text})
