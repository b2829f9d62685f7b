"""Whether every way through a service's questions ends, and whether everything is met on one."""

from collections.abc import Iterator, Sequence

from bot.community_items import Item
from bot.guide import Guide, guide_on
from bot.mistakes import Mistake
from bot.pre_check import NotHere, PapersNeeded
from bot.services import Advice, PaperNeeded, Service, Step
from bot.services_check import ReadServices, circles, names, read_services
from bot.services_days import days_of
from bot.services_paths import Way, ways

_Met = Step | PaperNeeded | Advice


def paths(items: Sequence[Item]) -> Iterator[Mistake]:
    """Try every way through the questions, on every day on which something changes."""
    read = read_services(items)
    if not read.is_complete or any((*names(items), *circles(items))):
        return  # said already, and the ways cannot be tried
    guides = _Guides(read)
    for service in read.services.values():
        yield from _service(service, guides)


class _Guides:
    """The guides of the days on which something changes, each made once."""

    def __init__(self, read: ReadServices) -> None:
        self._read = read
        self._known: dict[str, Guide] = {}

    def about(self, service: Service) -> Iterator[Guide]:
        """Yield the guides of the days on which a service, or what it names, changes."""
        papers = [self._read.papers[need.paper] for need in service.papers]
        windows = [self._read.windows[at.window] for at in service.windows]
        sent = {step.otherwise.service for step in service.steps if step.otherwise} - {""}
        services = [self._read.services[code] for code in sent]
        for day in days_of(service, (*papers, *windows, *services)):
            if day not in self._known:
                self._known[day] = guide_on(self._read, day)
            yield self._known[day]


def _service(service: Service, guides: _Guides) -> Iterator[Mistake]:
    met: list[_Met] = []
    said: set[Mistake] = set()
    for guide in guides.about(service):
        tried = tuple(ways(guide, guide.services[service.code]))
        said |= {*_endings(service, tried), *_gone(guide, service), *_twice(service, tried)}
        met += _met(tried)
    yield from sorted(said, key=lambda mistake: (mistake.code, mistake.field))
    if not any(each.code == "no_way_through" for each in said):  # otherwise nothing is met
        yield from _never_met(service, met)
    yield from _without_effect(service)


def _endings(service: Service, tried: Sequence[Way]) -> Iterator[Mistake]:
    if any(way.outcome is None for way in tried):
        yield Mistake("service", service.code, "too_many_questions", "steps")
    elif not any(isinstance(way.outcome, PapersNeeded) for way in tried):
        yield Mistake("service", service.code, "no_way_through", "steps")


def _twice(service: Service, tried: Sequence[Way]) -> Iterator[Mistake]:
    """Name papers that somebody is asked for twice in the same list."""
    for way in tried:
        if isinstance(way.outcome, PapersNeeded):
            codes = [need.paper for need in way.outcome.papers]
            for code in sorted({code for code in codes if codes.count(code) > 1}):
                last = [need.paper for need in service.papers][::-1].index(code)
                field = f"papers.{len(service.papers) - last}.paper"
                yield Mistake("service", service.code, "paper_twice", field, code)


def _gone(guide: Guide, service: Service) -> Iterator[Mistake]:
    """Name what a service sends to, or wants, that is no longer or not yet there."""
    for position, step in enumerate(service.steps, start=1):
        to = step.otherwise.service if step.otherwise else ""
        if to and step.grounds.hold_on(guide.day) and to not in guide.services:
            field = f"steps.{position}.otherwise"
            yield Mistake("service", service.code, "sent_to_nothing", field, to)
    for position, need in enumerate(service.papers, start=1):
        if need.grounds.hold_on(guide.day) and need.paper not in guide.papers:
            field = f"papers.{position}.paper"
            yield Mistake("service", service.code, "paper_ended", field, need.paper)
    for at in service.windows:
        if at.grounds.hold_on(guide.day) and at.window not in guide.windows:
            yield Mistake("service", service.code, "window_ended", "window", at.window)


def _met(tried: Sequence[Way]) -> Iterator[_Met]:
    for way in tried:
        if isinstance(way.outcome, NotHere):
            yield way.outcome.step
        elif way.outcome:
            yield from way.outcome.papers
            yield from way.outcome.advice


def _never_met(service: Service, met: Sequence[_Met]) -> Iterator[Mistake]:
    tables: tuple[tuple[str, Sequence[_Met]], ...] = (
        ("steps", [step for step in service.steps if step.want is not None]),
        ("papers", service.papers),
        ("advice", service.advice),
    )
    for table, entries in tables:
        for entry in entries:
            if entry not in met and _holds_once(service, entry):
                whole: Sequence[_Met] = getattr(service, table)
                field = f"{table}.{whole.index(entry) + 1}.when"
                yield Mistake("service", service.code, "never_met", field)


def _holds_once(service: Service, entry: _Met) -> bool:
    """Whether it holds on some day on which the service is offered; else that is said."""
    return any(entry.grounds.hold_on(day) for day in days_of(service))


def _without_effect(service: Service) -> Iterator[Mistake]:
    """Name questions that choose a branch where there is none."""
    entries: tuple[_Met, ...] = (*service.steps, *service.papers, *service.advice)
    told = {part.question for entry in entries for part in entry.when}
    told |= {step.question for step in service.steps if step.want is not None}
    for position, step in enumerate(service.steps, start=1):
        if step.question not in told:
            field = f"steps.{position}.question"
            yield Mistake("service", service.code, "without_effect", field, step.question)
