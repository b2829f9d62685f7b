"""Mediation and legal aid: confidential matters, and how they go on, as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.community import Community, Role, Urgency
from bot.instants import HOUR, Instant, after, instant_of, local_time
from bot.matter_kinds import MatterKind, PrivateService
from bot.quiet_hours import not_in_quiet_hours
from bot.time_limits import due_at

# Both sides have thirty days to ask the court to confirm an agreement (Mediation Act, art. 33).
CONFIRMATION_DAYS = 30
REMINDED_BEFORE_DAYS = 7
# The Legal Aid Act: decided within seven days, a lawyer within three more (art. 43 and 44);
# where a time limit ends within seven days, help comes first and the papers later (art. 42).
DECIDED_DAYS, APPOINTED_DAYS, PRESSING_DAYS = 7, 3, 7
REMINDED_AT = time(10)
# Both sides are reminded of a meeting on the evening before, and once more this long before it.
MEETING_EVENING = time(19)
MEETING_SOON = 2 * HOUR

# Who alone may read what a matter is about.
ROLE_FOR: Mapping[PrivateService, Role] = {
    PrivateService.MEDIATION: Role.MEDIATOR,
    PrivateService.LEGAL_AID: Role.LEGAL_ADVISER,
}
# The letters that its numbers begin with: 调解, 法援.
LETTERS: Mapping[PrivateService, str] = {
    PrivateService.MEDIATION: "TJ",
    PrivateService.LEGAL_AID: "FY",
}


class MatterState(StrEnum):
    """How a matter stands."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    WILLING = "willing"
    MEETING = "meeting"
    MISSING = "missing"
    FORWARDED = "forwarded"
    UNWILLING = "unwilling"
    SETTLED = "settled"
    CONFIRMED = "confirmed"
    DONE = "done"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


class MatterMove(StrEnum):
    """What can be done about it."""

    ACCEPT = "accept"
    WILLING = "willing"
    UNWILLING = "unwilling"
    MEET = "meet"
    SETTLE = "settle"
    MISSING = "missing"
    FORWARD = "forward"
    FINISH = "finish"
    END = "end"
    TELL = "tell"
    HAND_OVER = "hand_over"
    REPLY = "reply"
    CONFIRM = "confirm"
    WITHDRAW = "withdraw"


class Part(StrEnum):
    """Who does it: whoever holds the role for it, or the person whose matter it is."""

    HELPER = "helper"
    RESIDENT = "resident"


@dataclass(frozen=True, slots=True)
class Confidence:
    """What somebody confides; everything but `about` may be empty."""

    about: str
    words: str = ""
    other_side: str = ""
    willing: str = ""
    wish: str = ""
    until_day: str = ""
    means: str = ""
    reach: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class MatterOutcome:
    """What a move was about; empty where it does not apply. Days are local ISO days."""

    meeting: str = ""
    agreement: str = ""
    limit_day: str = ""
    later: str = ""


@dataclass(frozen=True, slots=True)
class MatterRule:
    """A move, whose it is, from which states, what it leads to (None: it stands as before)."""

    move: MatterMove
    part: Part
    services: frozenset[PrivateService]
    before: frozenset[MatterState]
    then: MatterState | None


_S, _M = MatterState, MatterMove
_MEDIATION, _LEGAL = (frozenset({each}) for each in PrivateService)
_BOTH = _MEDIATION | _LEGAL
OPEN = frozenset({_S.RECEIVED, _S.ACCEPTED, _S.WILLING, _S.MEETING, _S.MISSING, _S.FORWARDED})
_TAKEN = OPEN - {_S.RECEIVED}
_TALKING = frozenset({_S.ACCEPTED, _S.WILLING, _S.MEETING})
_ASKING = frozenset({_S.ACCEPTED, _S.MISSING})
RULES: tuple[MatterRule, ...] = (
    MatterRule(_M.ACCEPT, Part.HELPER, _BOTH, frozenset({_S.RECEIVED}), _S.ACCEPTED),
    # Who asks something about it has taken it up.
    MatterRule(_M.TELL, Part.HELPER, _BOTH, frozenset({_S.RECEIVED}), _S.ACCEPTED),
    MatterRule(_M.TELL, Part.HELPER, _BOTH, _TAKEN, None),
    MatterRule(_M.WILLING, Part.HELPER, _MEDIATION, frozenset({_S.ACCEPTED}), _S.WILLING),
    MatterRule(_M.UNWILLING, Part.HELPER, _MEDIATION, _TALKING, _S.UNWILLING),
    MatterRule(_M.MEET, Part.HELPER, _MEDIATION, _TALKING, _S.MEETING),
    MatterRule(_M.SETTLE, Part.HELPER, _MEDIATION, _TALKING, _S.SETTLED),
    MatterRule(_M.MISSING, Part.HELPER, _LEGAL, _ASKING, _S.MISSING),
    MatterRule(_M.FORWARD, Part.HELPER, _LEGAL, _ASKING, _S.FORWARDED),
    MatterRule(_M.FINISH, Part.HELPER, _LEGAL, _TAKEN, _S.DONE),
    MatterRule(_M.END, Part.HELPER, _MEDIATION, _TALKING, _S.ENDED),
    MatterRule(_M.HAND_OVER, Part.HELPER, _MEDIATION, _TALKING, None),
    MatterRule(_M.HAND_OVER, Part.HELPER, _LEGAL, _TAKEN, None),
    MatterRule(_M.REPLY, Part.RESIDENT, _BOTH, OPEN, None),
    MatterRule(_M.CONFIRM, Part.RESIDENT, _MEDIATION, frozenset({_S.SETTLED}), _S.CONFIRMED),
    MatterRule(_M.WITHDRAW, Part.RESIDENT, _BOTH, OPEN, _S.WITHDRAWN),
)


def moves_of(part: Part, service: PrivateService, state: MatterState) -> tuple[MatterMove, ...]:
    """Return what somebody can do about a matter, in the order of the buttons."""
    return tuple(rule.move for rule in RULES if _holds(rule, part, service, state))


def state_after(
    part: Part, service: PrivateService, move: MatterMove, state: MatterState
) -> MatterState | None:
    """Return what a move leads to; None when this part cannot make it now."""
    for rule in RULES:
        if rule.move is move and _holds(rule, part, service, state):
            return rule.then or state
    return None


def accepted_by(
    kind: MatterKind | None, community: Community, now: Instant, until: str = ""
) -> Instant:
    """Return until when somebody takes a matter up; `until`: an ISO day on which a limit ends."""
    limit = (
        kind.accept_within
        if kind
        else next(each.accept_within for each in community.matter_kinds.values())
    )
    urgency = Urgency.URGENT if presses(until, now, community.time_zone) else Urgency.NORMAL
    return due_at(limit, urgency, community, now)


def presses(until: str, now: Instant, zone: str) -> bool:
    """Whether a time limit (ISO day, or empty) ends so soon that help comes before the papers."""
    if not until:
        return False
    left = date.fromisoformat(until) - local_time(now, zone).date()
    return left.days <= PRESSING_DAYS


def days_later(now: Instant, days: int, zone: str) -> str:
    """Return the local ISO day so many days after a moment."""
    return (local_time(now, zone).date() + timedelta(days=days)).isoformat()


def confirmation_reminded_at(now: Instant, zone: str) -> Instant:
    """Return when both sides are reminded that they may still ask the court."""
    day = local_time(now, zone).date() + timedelta(days=CONFIRMATION_DAYS - REMINDED_BEFORE_DAYS)
    return instant_of(datetime.combine(day, REMINDED_AT, ZoneInfo(zone)))


def meets_at(meeting: str, zone: str) -> Instant:
    """Return the instant of a meeting: local ISO day, a space, time of day."""
    return instant_of(datetime.fromisoformat(meeting).replace(tzinfo=ZoneInfo(zone)))


def meeting_reminded_at(meeting: str, now: Instant, zone: str) -> tuple[Instant, ...]:
    """Return when both sides are reminded of a meeting, in order: never at night, never late."""
    at = meets_at(meeting, zone)
    evening = datetime.combine(
        local_time(at, zone).date() - timedelta(days=1), MEETING_EVENING, ZoneInfo(zone)
    )
    times = {instant_of(evening), not_in_quiet_hours(after(at, -MEETING_SOON), zone)}
    return tuple(sorted(each for each in times if now < each < at))


def _holds(rule: MatterRule, part: Part, service: PrivateService, state: MatterState) -> bool:
    return rule.part is part and service in rule.services and state in rule.before
