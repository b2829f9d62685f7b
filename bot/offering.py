"""When an offer can be asked for, and how a request goes on between resident and contact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.appointments import Slot, Taken, free_place
from bot.community import Community
from bot.instants import DAY, HOUR, Instant, after, instant_of
from bot.offers import Offer
from bot.window_hours import minute_of

AHEAD_DAYS = 14
SHORTEST_PATIENCE, LONGEST_PATIENCE = HOUR, DAY
# A proposed time keeps its place for a day: long enough to sleep on it, and others want it too.
PROPOSAL_PATIENCE = DAY
# So many days after the meeting the contact is asked whether it took place, the resident is asked,
# and it is closed, at this local time.
AFTERWARDS_DAYS, AFTERWARDS_TIME = (1, 3, 7), time(9)
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
    MISS = "miss"
    AGREE = "agree"
    WITHDRAW = "withdraw"


class Side(StrEnum):
    """Who does it."""

    CONTACT = "contact"
    RESIDENT = "resident"


@dataclass(frozen=True, slots=True)
class MoveRule:
    """A move, whose it is, from which states, and what it leads to.

    With `when_past` it is only made before (False) or after (True) the time is past.
    """

    move: RequestMove
    side: Side
    before: frozenset[RequestState]
    then: RequestState
    when_past: bool | None = None


_S = RequestState
OPEN = frozenset({_S.REQUESTED, _S.PROPOSED, _S.AGREED})
MOVES: tuple[MoveRule, ...] = (
    MoveRule(
        RequestMove.ACCEPT, Side.CONTACT, frozenset({_S.REQUESTED}), _S.AGREED, when_past=False
    ),
    MoveRule(RequestMove.FINISH, Side.CONTACT, frozenset({_S.AGREED}), _S.DONE),
    MoveRule(RequestMove.MISS, Side.CONTACT, frozenset({_S.AGREED}), _S.OVER, when_past=True),
    MoveRule(RequestMove.PROPOSE, Side.CONTACT, OPEN, _S.PROPOSED, when_past=False),
    MoveRule(RequestMove.DECLINE, Side.CONTACT, OPEN, _S.DECLINED, when_past=False),
    MoveRule(
        RequestMove.AGREE, Side.RESIDENT, frozenset({_S.PROPOSED}), _S.AGREED, when_past=False
    ),
    MoveRule(RequestMove.FINISH, Side.RESIDENT, frozenset({_S.AGREED}), _S.DONE, when_past=True),
    MoveRule(RequestMove.MISS, Side.RESIDENT, frozenset({_S.AGREED}), _S.OVER, when_past=True),
    MoveRule(RequestMove.WITHDRAW, Side.RESIDENT, OPEN, _S.WITHDRAWN, when_past=False),
)


def moves_of(side: Side, state: RequestState, *, is_past: bool = False) -> tuple[RequestMove, ...]:
    """Return what somebody can do about a request, in the order of the buttons."""
    return tuple(each.move for each in MOVES if _holds(each, side, state, is_past=is_past))


def state_after(
    side: Side, move: RequestMove, state: RequestState, *, is_past: bool = False
) -> RequestState | None:
    """Return what a move leads to; None when this side cannot make it now."""
    for rule in MOVES:
        if rule.move is move and _holds(rule, side, state, is_past=is_past):
            return rule.then
    return None


def offers_on(community: Community, day: str) -> Mapping[str, Offer]:
    """Return the offers that hold on an ISO day, by code."""
    offers = community.offers.items()
    return {code: offer for code, offer in offers if offer.grounds.hold_on(day)}


def offers_to_come(community: Community, day: str) -> Mapping[str, Offer]:
    """Return the offers that begin after an ISO day, by code, the first to begin first."""
    later = (each for each in community.offers.values() if each.grounds.since > day)
    return {each.code: each for each in sorted(later, key=lambda each: each.grounds.since)}


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


def is_over(ends_at: Instant, now: Instant) -> bool:
    """Whether a time is past."""
    return ends_at <= now


def proposal_ends(now: Instant, starts_at: Instant) -> Instant:
    """Return until when a proposed time waits for an answer: at the latest until it begins."""
    return min(after(now, PROPOSAL_PATIENCE), starts_at)


def afterwards_at(day: str, stage: int, zone: str) -> Instant:
    """Return when the next thing is asked about a time that is past (local ISO day)."""
    asked_on = date.fromisoformat(day) + timedelta(days=AFTERWARDS_DAYS[stage])
    return instant_of(datetime.combine(asked_on, AFTERWARDS_TIME, ZoneInfo(zone)))


def part_of(opens: int, closes: int) -> str:
    """Return which part of a day a stretch is; empty: it is a time of its own."""
    return next((part for part, bounds in PARTS.items() if bounds == (opens, closes)), "")


def _holds(rule: MoveRule, side: Side, state: RequestState, *, is_past: bool) -> bool:
    is_time = rule.when_past is None or rule.when_past is is_past
    return rule.side is side and state in rule.before and is_time


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
