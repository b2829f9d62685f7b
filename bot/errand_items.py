"""The terms of errands, read from plain values and checked against the services."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.community_fields import BadItemError, Content
from bot.errand_terms import ErrandTerms
from bot.mistakes import Mistake
from bot.offers_check import Thing
from bot.service_fields import grounds

MOST = 60


def _errand(content: Content) -> ErrandTerms:
    terms = ErrandTerms(
        content["code"],
        _number(content, "accept_hours"),
        _number(content, "promise_days"),
        _number(content, "custody_days"),
        grounds(content),
    )
    if terms.custody_days > terms.promise_days:
        raise BadItemError("longer_than_promised", "custody_days", terms.custody_days)
    return terms


def _number(content: Content, field: str) -> int:
    given = content[field]
    if not isinstance(given, int) or isinstance(given, bool) or not 0 < given <= MOST:
        raise BadItemError("not_a_number_of_days", field, given)
    return given


def errands(items: Sequence[Thing]) -> Iterator[Mistake]:
    """Yield terms that are for no service of the centre."""
    services = {item.code for item in items if item.kind == "service"}
    for item in items:
        if item.kind == "errand" and item.code and item.code not in services:
            yield Mistake("errand", item.code, "unknown_service", "code", item.code)


ERRAND_READERS: Mapping[str, Callable[[Content], object]] = {"errand": _errand}
