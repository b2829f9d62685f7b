"""The service guide of one day: what holds then, and nothing that ended or has yet to come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from graphlib import TopologicalSorter
from typing import Protocol, TypeVar

from bot.centre import Centre
from bot.other_offices import OtherOffice
from bot.proofs import Proof
from bot.services import Family, Grounds, Paper, Question, Service, Shop, Window


class Grounded(Protocol):
    """A fact that says why it is believed and when it holds."""

    @property
    def grounds(self) -> Grounds:
        """Why, and when."""


_Thing = TypeVar("_Thing", bound=Grounded)


class Offers(Protocol):
    """What a community's data says about its centre, of all times; `Community` is one."""

    @property
    def centres(self) -> Mapping[str, Centre]:
        """The centre by its code; several only when it moves one day."""

    @property
    def services(self) -> Mapping[str, Service]:
        """Matters by code."""

    @property
    def windows(self) -> Mapping[str, Window]:
        """Windows by code."""

    @property
    def papers(self) -> Mapping[str, Paper]:
        """Kinds of papers by code."""

    @property
    def questions(self) -> Mapping[str, Question]:
        """Questions by code."""

    @property
    def shops(self) -> Mapping[str, Shop]:
        """Shops nearby by code."""

    @property
    def proofs(self) -> Mapping[str, Proof]:
        """Proofs that must not be issued, by code."""

    @property
    def other_offices(self) -> Mapping[str, OtherOffice]:
        """Matters of other offices, by code."""

    @property
    def families(self) -> Mapping[str, Family]:
        """Words for several matters at once, by code."""


@dataclass(frozen=True)
class Guide:
    """What a community's centre does on one ISO day. Mappings are by code."""

    day: str
    services: Mapping[str, Service]
    windows: Mapping[str, Window]
    papers: Mapping[str, Paper]
    questions: Mapping[str, Question]
    shops: Mapping[str, Shop]
    proofs: Mapping[str, Proof]
    other_offices: Mapping[str, OtherOffice]
    centre: Centre | None = None
    gone: Mapping[str, Service] = field(default_factory=dict)
    """What was done at the centre before this day and is not any more."""
    families: Mapping[str, Family] = field(default_factory=dict)

    @property
    def general_window(self) -> Window:
        """The window for everything that no other one is known to do."""
        marked = (window for window in self.windows.values() if window.takes_anything)
        return next(marked, tuple(self.windows.values())[-1])

    @cached_property
    def in_order(self) -> tuple[Question, ...]:
        """The questions that others may settle, each after those that may settle it."""
        order = TopologicalSorter(settling(self.questions)).static_order()
        ranked = [self.questions[code] for code in order if code in self.questions]
        return tuple(question for question in ranked if question.settled)


def settling(questions: Mapping[str, Question]) -> dict[str, set[str]]:
    """Return, by the code of each question, the questions whose answers may settle it."""
    return {
        code: {part.question for rule in question.settled for part in rule.when}
        for code, question in questions.items()
    }


def guide_on(offers: Offers, day: str) -> Guide:
    """Return the guide of an ISO day, past, present or future."""
    services = _holding(offers.services.values(), day)
    centres = _holding(offers.centres.values(), day)
    return Guide(
        day,
        {service.code: service_on(service, day) for service in services},
        {window.code: window for window in _holding(offers.windows.values(), day)},
        {paper.code: paper for paper in _holding(offers.papers.values(), day)},
        offers.questions,
        {shop.code: shop for shop in _holding(offers.shops.values(), day)},
        {proof.code: proof for proof in _holding(offers.proofs.values(), day)},
        {matter.code: matter for matter in _holding(offers.other_offices.values(), day)},
        centres[0] if centres else None,
        {each.code: each for each in offers.services.values() if each.grounds.is_over_on(day)},
        offers.families,
    )


def service_on(service: Service, day: str) -> Service:
    """Return a service with only those facts that hold on a day."""
    return replace(
        service,
        windows=_holding(service.windows, day),
        steps=_holding(service.steps, day),
        papers=_holding(service.papers, day),
        times=_holding(service.times, day),
        validities=_holding(service.validities, day),
        fees=_holding(service.fees, day),
        advice=_holding(service.advice, day),
        wasted_trips=_holding(service.wasted_trips, day),
    )


def window_on(offers: Offers, service: str, day: str) -> Window | None:
    """Return the window of a service (code) on an ISO day; None when it is not offered then."""
    offered = offers.services.get(service)
    if offered is None or not offered.grounds.hold_on(day):
        return None
    codes = [at.window for at in offered.windows if at.grounds.hold_on(day)]
    return offers.windows.get(codes[0]) if codes else None


def _holding(things: Iterable[_Thing], day: str) -> tuple[_Thing, ...]:
    return tuple(thing for thing in things if thing.grounds.hold_on(day))
