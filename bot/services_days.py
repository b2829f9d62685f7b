"""The days on which something changes about a service of the centre."""

from collections.abc import Iterable
from datetime import date, timedelta

from bot.guide import Grounded
from bot.services import Service

_BEFORE_ALL = "0001-01-01"


def days_of(
    service: Service, others: Iterable[Grounded] = (), *, with_end: bool = False
) -> tuple[str, ...]:
    """Return the days on which something changes, also with others, while it is offered.

    `with_end`: also the first day on which it is not offered any more.
    """
    facts: tuple[Grounded, ...] = (
        service,
        *service.windows,
        *service.steps,
        *service.papers,
        *service.times,
        *service.validities,
        *service.fees,
        *service.advice,
        *service.wasted_trips,
        *others,
    )
    days = {_BEFORE_ALL}
    for fact in facts:
        days |= {fact.grounds.since, _day_after(fact.grounds.until)} - {""}
    end = _day_after(service.grounds.until) if with_end else ""
    return tuple(sorted(day for day in days if day == end or service.grounds.hold_on(day)))


def day_before(day: str) -> str:
    """Return the ISO day before."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else ""
