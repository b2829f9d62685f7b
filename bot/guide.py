"""The service guide of one day: what holds then, and nothing that ended or has yet to come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from graphlib import TopologicalSorter
from typing import Protocol, TypeVar

from bot.community import Community
from bot.proofs import Proof
from bot.services import Grounds, Paper, Question, Service, Shop, Window


class _Grounded(Protocol):
    @property
    def grounds(self) -> Grounds: ...


_Thing = TypeVar("_Thing", bound=_Grounded)


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

    @cached_property
    def in_order(self) -> tuple[Question, ...]:
        """The questions, each after those whose answers may settle it."""
        needs = {
            code: {part.question for rule in question.settled for part in rule.when}
            for code, question in self.questions.items()
        }
        order = TopologicalSorter(needs).static_order()
        return tuple(self.questions[code] for code in order if code in self.questions)


def guide_on(community: Community, day: str) -> Guide:
    """Return the guide of an ISO day, past, present or future."""
    services = _holding(community.services.values(), day)
    return Guide(
        day,
        {service.code: service_on(service, day) for service in services},
        community.windows,
        {paper.code: paper for paper in _holding(community.papers.values(), day)},
        community.questions,
        community.shops,
        {proof.code: proof for proof in _holding(community.proofs.values(), day)},
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


def _holding(things: Iterable[_Thing], day: str) -> tuple[_Thing, ...]:
    return tuple(thing for thing in things if thing.grounds.hold_on(day))
