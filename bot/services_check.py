"""Whether services make sense: names lead somewhere, nobody is sent in a circle, days fit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from bot.centre import Centre
from bot.community_faults import codes_by_kind
from bot.community_fields import BadItemError
from bot.community_items import Item, read_item
from bot.guide import settling
from bot.mistakes import Mistake
from bot.other_offices import OtherOffice
from bot.proofs import Proof
from bot.services import Condition, Family, Grounds, Paper, Question, Service, Shop, Window
from bot.services_days import days_of

KINDS = (
    "centre",
    "window",
    "shop",
    "paper",
    "question",
    "service",
    "proof",
    "other_office",
    "family",
)


@dataclass(frozen=True)
class ReadServices:
    """What could be read; what could not was said already."""

    centres: Mapping[str, Centre]
    windows: Mapping[str, Window]
    shops: Mapping[str, Shop]
    papers: Mapping[str, Paper]
    questions: Mapping[str, Question]
    services: Mapping[str, Service]
    proofs: Mapping[str, Proof]
    other_offices: Mapping[str, OtherOffice]
    families: Mapping[str, Family]
    is_complete: bool


def read_services(items: Sequence[Item]) -> ReadServices:
    """Read what can be read of a community's services."""
    found = {kind: _of_kind(items, kind) for kind in KINDS}
    is_complete = all(item.code in found[item.kind] for item in items if item.kind in found)
    return ReadServices(
        found["centre"],
        found["window"],
        found["shop"],
        found["paper"],
        found["question"],
        found["service"],
        found["proof"],
        found["other_office"],
        found["family"],
        is_complete,
    )


def _of_kind(items: Sequence[Item], kind: str) -> dict[str, Any]:
    found = {}
    for item in items:
        if item.kind == kind:
            try:
                found[item.code] = read_item(item)
            except BadItemError:
                continue
    return found


def names(items: Sequence[Item]) -> Iterator[Mistake]:
    """Codes that a service or a question names must lead somewhere."""
    known = codes_by_kind(items)
    read = read_services(items)
    for question in read.questions.values():
        for position, rule in enumerate(question.settled, start=1):
            for kind, code, field in _asked(rule.when, f"settled.{position}"):
                there = known.get(kind, ())
                if code not in there:
                    yield Mistake("question", question.code, f"unknown_{kind}", field, code, there)
    for service in read.services.values():
        for kind, code, field in _named_by(service):
            there = known.get(kind, ())
            if code not in there:
                yield Mistake("service", service.code, f"unknown_{kind}", field, code, there)


_Name = tuple[str, str, str]


def _named_by(service: Service) -> Iterator[_Name]:
    """Yield the kind and code of everything that a service names, and the field that does."""
    for at in service.windows:
        yield "window", at.window, "window"
    for position, step in enumerate(service.steps, start=1):
        field = f"steps.{position}"
        yield "question", step.question, f"{field}.question"
        yield from _asked(step.when, field)
        if step.otherwise and step.otherwise.service:
            yield "service", step.otherwise.service, f"{field}.otherwise"
    for position, need in enumerate(service.papers, start=1):
        field = f"papers.{position}"
        yield "paper", need.paper, f"{field}.paper"
        yield from _asked(need.when, field)
        for code in need.instead:
            yield "paper", code, f"{field}.instead"
    for position, advice in enumerate(service.advice, start=1):
        yield from _asked(advice.when, f"advice.{position}")


def _asked(when: Condition, field: str) -> Iterator[_Name]:
    for part in when:
        yield "question", part.question, f"{field}.when"


def general(items: Sequence[Item]) -> Iterator[Mistake]:
    """Where there are windows, one takes what no other is known to do: nobody is sent away."""
    windows = tuple(read_services(items).windows.values())
    if windows and not any(window.takes_anything for window in windows):
        yield Mistake("window", windows[-1].code, "no_general_window", "takes_anything")


def unused(items: Sequence[Item]) -> Iterator[Mistake]:
    """Name questions that nobody is asked: a slip of the pen."""
    read = read_services(items)
    asked = {
        code
        for service in read.services.values()
        for kind, code, _ in _named_by(service)
        if kind == "question"
    }
    services = [item.code for item in items if item.kind == "service"]
    if not read.is_complete or len({*services}) < len(services):
        return  # said already: what cannot be read may be what asks
    for code in read.questions:
        if code not in asked:
            yield Mistake("question", code, "unused_question", "code", code)


def circles(items: Sequence[Item]) -> Iterator[Mistake]:
    """Nobody may be sent round in a circle, nor a question be settled by itself."""
    read = read_services(items)
    sent = {
        code: {step.otherwise.service for step in service.steps if step.otherwise}
        for code, service in read.services.items()
    }
    asked = _circle(settling(read.questions))
    if asked:
        yield Mistake("question", asked[0], "questions_in_circle", "code", " → ".join(asked))
    round_trip = _circle(sent)
    if round_trip:
        yield Mistake(
            "service", round_trip[0], "services_in_circle", "code", " → ".join(round_trip)
        )


def _circle(graph: Mapping[str, set[str]]) -> tuple[str, ...]:
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        return tuple(reversed(error.args[1]))
    return ()


def versions(items: Sequence[Item]) -> Iterator[Mistake]:
    """Of window, time and validity there is one on each day; of the fee at most one."""
    for service in read_services(items).services.values():
        tables = {
            "window": [each.grounds for each in service.windows],
            "time": [each.grounds for each in service.times],
            "validity": [each.grounds for each in service.validities],
            "fee": [each.grounds for each in service.fees],
        }
        for field, versions in tables.items():
            yield from _stretches(service, field, versions)


def _stretches(service: Service, field: str, versions: Sequence[Grounds]) -> Iterator[Mistake]:
    for day in days_of(service):
        holding = sum(each.hold_on(day) for each in versions)
        if holding > 1:
            yield Mistake("service", service.code, "several_at_once", field, day)
            return
        if holding == 0 and field != "fee":
            yield Mistake("service", service.code, "none_at_all", field, day)
            return


def words(items: Sequence[Item]) -> Iterator[Mistake]:
    """Name words that find two things: each may find one only."""
    owners: dict[str, str] = {}
    for item in items:
        if item.kind in {"service", "proof", "other_office", "family"}:
            for field in ("also_known_as", "words"):
                given = item.content.get(field)
                for word in given if isinstance(given, list | tuple) else ():
                    if owners.setdefault(str(word).lower(), item.code) != item.code:
                        yield Mistake(item.kind, item.code, "word_twice", field, str(word))
