"""Slips of the pen in facts about the centre that can be read, but cannot be meant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from bot.community_items import Item
from bot.mistakes import Mistake
from bot.services import Condition, Form, OpeningHours, Service, Shop, Window
from bot.services_check import read_services
from bot.services_days import days_of

# What a shop can make when it is missing.
MADE = ("copy", "photo")
# More copies of one paper than anybody was ever asked for.
MOST_COPIES = 20
LONGEST_TEXT = 1000
_COUNTED = frozenset({Form.PHOTO, Form.COPY, Form.BOTH})
_WORKING_DAYS = frozenset(range(1, 6))
_CHINESE = range(0x4E00, 0x9FFF + 1)


def conditions(items: Sequence[Item]) -> Iterator[Mistake]:
    """Name conditions that contradict themselves or say something twice."""
    read = read_services(items)
    for question in read.questions.values():
        for position, rule in enumerate(question.settled, start=1):
            yield from _condition("question", question.code, f"settled.{position}", rule.when)
        for one, other in combinations(question.settled, 2):
            if set(one.when) == set(other.when) and one.answer != other.answer:
                yield Mistake("question", question.code, "settled_both_ways", "settled")
    for service in read.services.values():
        for table in ("steps", "papers", "advice"):
            for position, entry in enumerate(getattr(service, table), start=1):
                field = f"{table}.{position}"
                yield from _condition("service", service.code, field, entry.when)


def _condition(kind: str, code: str, field: str, when: Condition) -> Iterator[Mistake]:
    for one, other in combinations(when, 2):
        if one.question == other.question:
            said = "condition_twice" if one == other else "contradicts_itself"
            yield Mistake(kind, code, said, f"{field}.when", one.question)


def counts(items: Sequence[Item]) -> Iterator[Mistake]:
    """Name copies that cannot be meant, and papers that stand in for themselves."""
    for service in read_services(items).services.values():
        for position, need in enumerate(service.papers, start=1):
            field = f"papers.{position}"
            if not need.copies and need.form in _COUNTED:
                yield Mistake("service", service.code, "no_copies", f"{field}.copies", need.form)
            if need.copies > MOST_COPIES:
                copies = str(need.copies)
                yield Mistake("service", service.code, "many_copies", f"{field}.copies", copies)
            if need.paper in need.instead:
                yield Mistake(
                    "service", service.code, "instead_of_itself", f"{field}.instead", need.paper
                )


def fees(items: Sequence[Item]) -> Iterator[Mistake]:
    """Name days without a fee between days with one; being free from some day on is meant."""
    for service in read_services(items).services.values():
        grounds = [each.grounds for each in service.fees]
        for day in days_of(service):
            is_before = any(each.is_over_on(day) for each in grounds)
            is_after = any(each.since > day for each in grounds)
            if is_before and is_after and not any(each.hold_on(day) for each in grounds):
                yield Mistake("service", service.code, "none_at_all", "fee", day)


def stretches(items: Sequence[Item]) -> Iterator[Mistake]:
    """Name facts that never hold while their service is offered."""
    for service in read_services(items).services.values():
        days = days_of(service)
        for table in ("steps", "papers", "advice", "wasted_trips"):
            for position, entry in enumerate(getattr(service, table), start=1):
                if days and not any(entry.grounds.hold_on(day) for day in days):
                    yield Mistake("service", service.code, "never_holds", f"{table}.{position}")


def hours(items: Sequence[Item]) -> Iterator[Mistake]:
    """Name windows and shops that never open, and hours that lie on one another."""
    read = read_services(items)
    places: tuple[tuple[str, Window | Shop], ...] = (
        *(("window", each) for each in read.windows.values()),
        *(("shop", each) for each in read.shops.values()),
    )
    for kind, place in places:
        if not place.hours:
            yield Mistake(kind, place.code, "never_open", "hours")
        if any(_overlap(one, other) for one, other in combinations(place.hours, 2)):
            yield Mistake(kind, place.code, "hours_overlap", "hours")
    for window in read.windows.values():
        longest = max((each.closes - each.opens for each in window.hours), default=0)
        if window.appointments and longest and window.appointments.minutes > longest:
            minutes = str(window.appointments.minutes)
            yield Mistake("window", window.code, "appointment_too_long", "appointments", minutes)


def _overlap(one: OpeningHours, other: OpeningHours) -> bool:
    days = (one.weekdays or _WORKING_DAYS) & (other.weekdays or _WORKING_DAYS)
    return bool(days) and one.opens < other.closes and other.opens < one.closes


def shops(items: Sequence[Item]) -> Iterator[Mistake]:
    """Name shops that make nothing of what may be missing."""
    for shop in read_services(items).shops.values():
        if not shop.makes:
            yield Mistake("shop", shop.code, "empty", "makes")
        for made in shop.makes:
            if made not in MADE:
                yield Mistake("shop", shop.code, "unknown_word", "makes", made, MADE)


def papers(items: Sequence[Item]) -> Iterator[Mistake]:
    """Name papers that nothing wants: most often their code is misspelt somewhere."""
    read = read_services(items)
    if not read.is_complete or not read.services:
        return  # said already, or there is nothing that could want one
    wanted = {code for service in read.services.values() for code in _wanted_by(service)}
    for code in read.papers:
        if code not in wanted:
            yield Mistake("paper", code, "unused_paper", "code", code)


def _wanted_by(service: Service) -> Iterator[str]:
    for need in service.papers:
        yield from (need.paper, *need.instead)


def same_texts(items: Sequence[Item]) -> Iterator[Mistake]:
    """Name Chinese texts that stand in the place of the English ones, and texts without end."""
    for item in items:
        for field, value in _pairs(item.content, ""):
            chinese, english = value.get("zh-CN"), value.get("en")
            if isinstance(english, str) and english == chinese and _is_chinese(english):
                yield Mistake(item.kind, item.code, "not_translated", f"{field}.en", english[:20])
            for language, each in value.items():
                if isinstance(each, str) and len(each) > LONGEST_TEXT:
                    length = str(len(each))
                    yield Mistake(
                        item.kind, item.code, "text_too_long", f"{field}.{language}", length
                    )


def _pairs(value: object, field: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield every text in several languages, with the name of its field, at any depth."""
    if isinstance(value, Mapping):
        if "zh-CN" in value and field:
            yield field, value
            return
        for name, each in value.items():
            yield from _pairs(each, f"{field}.{name}" if field else str(name))
    elif isinstance(value, list | tuple):
        for position, each in enumerate(value, start=1):
            yield from _pairs(each, f"{field}.{position}")


def _is_chinese(text: str) -> bool:
    return any(ord(letter) in _CHINESE for letter in text)


SENSE: tuple[Callable[[Sequence[Item]], Iterator[Mistake]], ...] = (
    conditions,
    counts,
    fees,
    stretches,
    hours,
    shops,
    papers,
    same_texts,
)
