"""When an offer can be asked for, and how a request goes on between resident and contact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.appointments import Slot, Taken, free_place
from bot.community import Community
from bot.instants import DAY, HOUR, Instant, after
from bot.offers import Offer
from bot.window_hours import minute_of

AHEAD_DAYS = 14
SHORTEST_PATIENCE, LONGEST_PATIENCE = HOUR, DAY
# What can be wished for where a time is agreed on: morning, afternoon, evening.
PARTS: Mapping[str, tuple[int, int]] = {
    "morning": (8 * 60, 12 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "evening": (18 * 60, 21 * 60),
}


class RequestState(StrEnum):
    """How a request stands."""

    REQUESTED = "requested"
    PROPOSED = "proposed"
    AGREED = "agreed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    DONE = "done"
    OVER = "over"


class RequestMove(StrEnum):
    """What can be done about a request."""

    ACCEPT = "accept"
    PROPOSE = "propose"
    DECLINE = "decline"
    FINISH = "finish"
    AGREE = "agree"
    WITHDRAW = "withdraw"


class Side(StrEnum):
    """Who does it."""

    CONTACT = "contact"
    RESIDENT = "resident"


@dataclass(frozen=True, slots=True)
class MoveRule:
    """A move, whose it is, from which states, and what it leads to."""

    move: RequestMove
    side: Side
    before: frozenset[RequestState]
    then: RequestState


_S = RequestState
OPEN = frozenset({_S.REQUESTED, _S.PROPOSED, _S.AGREED})
MOVES: tuple[MoveRule, ...] = (
    MoveRule(RequestMove.ACCEPT, Side.CONTACT, frozenset({_S.REQUESTED}), _S.AGREED),
    MoveRule(RequestMove.FINISH, Side.CONTACT, frozenset({_S.AGREED}), _S.DONE),
    MoveRule(RequestMove.PROPOSE, Side.CONTACT, OPEN, _S.PROPOSED),
    MoveRule(RequestMove.DECLINE, Side.CONTACT, OPEN, _S.DECLINED),
    MoveRule(RequestMove.AGREE, Side.RESIDENT, frozenset({_S.PROPOSED}), _S.AGREED),
    MoveRule(RequestMove.WITHDRAW, Side.RESIDENT, OPEN, _S.WITHDRAWN),
)


def moves_of(side: Side, state: RequestState) -> tuple[RequestMove, ...]:
    """Return what somebody can do about a request, in the order of the buttons."""
    return tuple(each.move for each in MOVES if each.side is side and state in each.before)


def state_after(side: Side, move: RequestMove, state: RequestState) -> RequestState | None:
    """Return what a move leads to; None when this side cannot make it now."""
    for rule in MOVES:
        if (rule.side, rule.move) == (side, move) and state in rule.before:
            return rule.then
    return None


def offers_on(community: Community, day: str) -> Mapping[str, Offer]:
    """Return the offers that hold on an ISO day, by code."""
    offers = community.offers.items()
    return {code: offer for code, offer in offers if offer.grounds.hold_on(day)}


def offer_slots(offer: Offer, community: Community, now: datetime) -> tuple[Slot, ...]:
    """Return when something can be asked for, later than a local moment, in order."""
    return tuple(
        slot
        for ahead in range(AHEAD_DAYS)
        for slot in _on(offer, community, now.date() + timedelta(days=ahead))
        if ahead or _is_to_come(offer, slot, minute_of(now))
    )


def slot_at(offer: Offer, community: Community, wanted: Slot) -> Slot | None:
    """Return a wanted time as the data has it now; None when nothing takes place then any more."""
    on_day = _on(offer, community, date.fromisoformat(wanted.day))
    if not offer.times:
        return wanted if any(on_day) else None
    bounds = (wanted.opens, wanted.closes)
    return next((each for each in on_day if (each.opens, each.closes) == bounds), None)


def place_at(slot: Slot, taken: tuple[Taken, ...]) -> int | None:
    """Return the place that is given out: 0 where there is no limit, None when it is full."""
    return free_place(slot, taken) if slot.places else 0


def answered_by(now: Instant, starts_at: Instant) -> Instant:
    """Return until when a contact should have answered: soon when the time is soon."""
    half = (starts_at - now) // 2
    return after(now, min(LONGEST_PATIENCE, max(SHORTEST_PATIENCE, half)))


def part_of(opens: int, closes: int) -> str:
    """Return which part of a day a stretch is; empty: it is a time of its own."""
    return next((part for part, bounds in PARTS.items() if bounds == (opens, closes)), "")


def _is_to_come(offer: Offer, slot: Slot, minute: int) -> bool:
    """Whether it is not too late: a course has not begun, an afternoon is not over."""
    return minute < (slot.opens if offer.times else slot.closes - 60)


def _on(offer: Offer, community: Community, day: date) -> Iterator[Slot]:
    written = day.isoformat()
    if not offer.grounds.hold_on(written) or written in community.calendar.holidays:
        return
    if not offer.times:
        for opens, closes in PARTS.values():
            yield Slot(written, opens, closes, 0)
    for each in sorted(offer.times, key=lambda one: one.opens):
        if day.isoweekday() in each.weekdays:
            yield Slot(written, each.opens, each.closes, each.places)
