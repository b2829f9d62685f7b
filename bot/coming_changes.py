"""What will change at the centre: for each coming day, what a service says anew and no more."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.guide import Guide, Offers, guide_on
from bot.local_text import LocalText
from bot.services import Service
from bot.services_days import day_before, days_of


@dataclass(frozen=True, slots=True)
class Change:
    """What changes for a service on a day. `begins` and `ends`: it is offered anew, or no more."""

    day: str
    service: Service
    new: tuple[LocalText, ...] = ()
    gone: tuple[LocalText, ...] = ()
    begins: bool = False
    ends: bool = False


def coming_changes(offers: Offers, today: str) -> tuple[Change, ...]:
    """Return the changes after an ISO day, the next one first."""
    found = [
        change
        for service in offers.services.values()
        for day in _days(offers, service)
        if day > today and (change := _change(offers, service, day))
    ]
    return tuple(sorted(found, key=lambda change: (change.day, change.service.code)))


def _days(offers: Offers, service: Service) -> tuple[str, ...]:
    """Return the days on which the service or what it names begins, changes or ends."""
    papers = [offers.papers[need.paper] for need in service.papers]
    windows = [offers.windows[at.window] for at in service.windows]
    return days_of(service, (*papers, *windows), with_end=True)


def _change(offers: Offers, service: Service, day: str) -> Change | None:
    before, after = guide_on(offers, day_before(day)), guide_on(offers, day)
    old, new = before.services.get(service.code), after.services.get(service.code)
    if old is None or new is None:
        is_known = old is not None or new is not None
        return Change(day, service, begins=old is None, ends=new is None) if is_known else None
    said, says = [*_texts(before, old)], [*_texts(after, new)]
    change = Change(
        day,
        new,
        tuple(text for text in says if text not in said),
        tuple(text for text in said if text not in says),
    )
    return change if change.new or change.gone else None


def _texts(guide: Guide, service: Service) -> Iterator[LocalText]:
    """Yield everything that a service says on the guide's day."""
    window = guide.windows.get(service.window)
    if window:
        yield from (window.name, window.place)
    yield from (fact.text for fact in (*service.times, *service.validities, *service.fees))
    yield from (guide.questions[step.question].text for step in service.steps)
    yield from (guide.papers[each.paper].name for each in service.papers)
    yield from (each.text for each in service.advice)
    yield from (each.text for each in service.wasted_trips)
