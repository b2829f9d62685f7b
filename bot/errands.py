"""How an errand goes: its states, who may make which move, and where it leads. Read it aloud."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ErrandState(StrEnum):
    """Where an errand stands."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    COLLECTED = "collected"
    HANDED_IN = "handed_in"
    READY = "ready"
    RETURNED = "returned"
    PROBLEM = "problem"
    RECALLED = "recalled"  # the authorisation was taken back; the papers must come back
    DECLINED = "declined"
    CANCELLED = "cancelled"


class ErrandActor(StrEnum):
    """In which part somebody acts on an errand."""

    RUNNER = "runner"  # whoever of the staff does it
    STAND_IN = "stand_in"  # worker or deputy of the grid who does not have it
    CLERK = "clerk"
    RESIDENT = "resident"
    FORMER = "former"  # whoever of the staff has given papers on, or still has some


class ErrandMove(StrEnum):
    """What can be done about an errand."""

    ACCEPT = "accept"
    COLLECT = "collect"
    HAND_IN = "hand_in"
    HAND_IN_MORE = "hand_in_more"  # what the window did not have yet
    FETCH = "fetch"
    BRING_BACK = "bring_back"
    TAKE_OVER = "take_over"
    RESUME = "resume"
    PROBLEM = "problem"
    DECLINE = "decline"
    ASK_FOR_PROOF = "ask_for_proof"  # the worker has seen no proof, and waits for it
    PROOF_READY = "proof_ready"
    STOP = "stop"  # there will be no proof
    CONFIRM = "confirm"
    DENY = "deny"
    AGREE = "agree"  # the resident takes the denial back
    SETTLE = "settle"  # a clerk has looked into a dispute
    ADMIT = "admit"  # whoever of the staff says that the denial is right
    DOOR = "door"  # somebody at home has signed a receipt on paper
    RECEIPT = "receipt"  # a clerk confirms that the papers are at the window
    CANCEL = "cancel"
    RECALL = "recall"


CLOSED = frozenset({ErrandState.RETURNED, ErrandState.DECLINED, ErrandState.CANCELLED})
OPEN = frozenset(ErrandState) - CLOSED


class Guard(StrEnum):
    """What must be so about the papers for a move to make sense."""

    NONE = "none"
    UNPROVEN = "unproven"  # it is for somebody else, and nobody has seen the proof
    PROOF_MISSING = "proof_missing"  # as `unproven`, and the worker has said so
    UNCONFIRMED = "unconfirmed"  # something waits for this person's confirmation
    IN_HAND = "in_hand"  # no colleague has any of the papers
    HAS_MORE = "has_more"  # as `in_hand`, and the runner has some that the window could have
    DENIABLE = "deniable"  # as `unconfirmed`, and never denied before
    DENIED = "denied"  # this person has said that a hand-over was not so
    DISPUTED = "disputed"
    ONE_SIDED = "one_sided"  # the window has not confirmed what it has
    ELSEWHERE = "elsewhere"  # a colleague has some of the papers
    NOT_TAKEN = "not_taken"  # nothing was ever collected
    NOT_HANDED_IN = "not_handed_in"  # it was collected, and has not been at the window
    RETURNABLE = "returnable"  # as `in_hand`, it was collected, and not all that is left is denied
    ADMITTABLE = "admittable"  # the resident denies what this person has written
    AT_DOOR = "at_door"  # what this person has written waits for the household
    AT_HOME = "at_home"  # before the problem nothing had been fetched
    FETCHED = "fetched"  # before the problem all was fetched, and nothing handed in


@dataclass(frozen=True, slots=True)
class ErrandRule:
    """Who may make a move, in which states, and where it leads; `to=None`: the state stays.

    `resumes`: the errand goes on where it stood before the problem.
    """

    move: ErrandMove
    by: tuple[ErrandActor, ...]
    when: frozenset[ErrandState]
    to: ErrandState | None
    guard: Guard = Guard.NONE
    resumes: bool = False


_S, _A, _M = ErrandState, ErrandActor, ErrandMove
_NOT_TAKEN = frozenset({_S.ASKED, _S.ACCEPTED})
_UNDER_WAY = frozenset({_S.ACCEPTED, _S.COLLECTED, _S.HANDED_IN, _S.READY})
ERRAND_RULES: tuple[ErrandRule, ...] = (
    ErrandRule(_M.ACCEPT, (_A.RUNNER, _A.CLERK), frozenset({_S.ASKED}), _S.ACCEPTED),
    ErrandRule(_M.COLLECT, (_A.RUNNER,), frozenset({_S.ACCEPTED}), _S.COLLECTED),
    ErrandRule(
        _M.COLLECT,
        (_A.RUNNER,),
        frozenset({_S.COLLECTED, _S.HANDED_IN, _S.READY, _S.PROBLEM, _S.RECALLED}),
        None,
        Guard.ELSEWHERE,
    ),
    # What is disputed stays behind; the rest goes on where the window takes it.
    ErrandRule(_M.HAND_IN, (_A.RUNNER,), frozenset({_S.COLLECTED}), _S.HANDED_IN, Guard.IN_HAND),
    ErrandRule(_M.FETCH, (_A.RUNNER,), frozenset({_S.HANDED_IN}), _S.READY, Guard.IN_HAND),
    ErrandRule(_M.HAND_IN_MORE, (_A.RUNNER,), frozenset({_S.HANDED_IN}), None, Guard.HAS_MORE),
    ErrandRule(
        _M.BRING_BACK,
        (_A.RUNNER,),
        frozenset({_S.READY, _S.PROBLEM, _S.RECALLED}),
        _S.RETURNED,
        Guard.RETURNABLE,
    ),
    ErrandRule(
        _M.TAKE_OVER,
        (_A.STAND_IN,),
        frozenset({_S.ASKED, *_UNDER_WAY, _S.PROBLEM, _S.RECALLED}),
        None,
    ),
    # What nobody has accepted, a clerk accepts.
    ErrandRule(_M.TAKE_OVER, (_A.CLERK,), frozenset({*_UNDER_WAY, _S.PROBLEM, _S.RECALLED}), None),
    ErrandRule(_M.RESUME, (_A.RUNNER,), frozenset({_S.PROBLEM}), None, Guard.NONE, resumes=True),
    ErrandRule(_M.PROBLEM, (_A.RUNNER,), _UNDER_WAY, _S.PROBLEM),
    ErrandRule(_M.DECLINE, (_A.RUNNER,), frozenset({_S.ASKED, _S.ACCEPTED}), _S.ASKED),
    ErrandRule(_M.DECLINE, (_A.RUNNER,), frozenset({_S.PROBLEM}), _S.ASKED, Guard.NOT_TAKEN),
    ErrandRule(_M.DECLINE, (_A.CLERK,), frozenset({_S.ASKED}), _S.DECLINED),
    ErrandRule(_M.ASK_FOR_PROOF, (_A.RUNNER,), frozenset({_S.ACCEPTED}), None, Guard.UNPROVEN),
    ErrandRule(
        _M.PROOF_READY, (_A.RESIDENT,), frozenset({_S.ACCEPTED}), None, Guard.PROOF_MISSING
    ),
    ErrandRule(_M.STOP, (_A.RUNNER,), frozenset({_S.ACCEPTED}), _S.DECLINED, Guard.UNPROVEN),
    ErrandRule(
        _M.CONFIRM,
        (_A.RESIDENT, _A.FORMER),
        frozenset({*OPEN, _S.RETURNED}),
        None,
        Guard.UNCONFIRMED,
    ),
    ErrandRule(_M.DENY, (_A.RESIDENT,), frozenset({*OPEN, _S.RETURNED}), None, Guard.DENIABLE),
    ErrandRule(_M.AGREE, (_A.RESIDENT,), frozenset({*OPEN, _S.RETURNED}), None, Guard.DENIED),
    ErrandRule(_M.SETTLE, (_A.CLERK,), frozenset({*OPEN, _S.RETURNED}), None, Guard.DISPUTED),
    ErrandRule(_M.ADMIT, (_A.RUNNER, _A.FORMER), OPEN, None, Guard.ADMITTABLE),
    ErrandRule(_M.DOOR, (_A.RUNNER,), frozenset({*OPEN, _S.RETURNED}), None, Guard.AT_DOOR),
    ErrandRule(_M.RECEIPT, (_A.CLERK,), frozenset({_S.HANDED_IN}), None, Guard.ONE_SIDED),
    ErrandRule(_M.CANCEL, (_A.RESIDENT,), frozenset({_S.ASKED, _S.ACCEPTED}), _S.CANCELLED),
    ErrandRule(_M.CANCEL, (_A.RESIDENT,), frozenset({_S.PROBLEM}), _S.CANCELLED, Guard.NOT_TAKEN),
    ErrandRule(_M.RECALL, (_A.RESIDENT,), frozenset({_S.COLLECTED}), _S.RECALLED),
    ErrandRule(
        _M.RECALL, (_A.RESIDENT,), frozenset({_S.PROBLEM}), _S.RECALLED, Guard.NOT_HANDED_IN
    ),
    # Until it is handed in, it is hers to end: a problem in between changes nothing of that.
    ErrandRule(_M.CANCEL, (_A.RESIDENT,), frozenset({_S.PROBLEM}), _S.CANCELLED, Guard.AT_HOME),
    ErrandRule(_M.RECALL, (_A.RESIDENT,), frozenset({_S.PROBLEM}), _S.RECALLED, Guard.FETCHED),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """As much of an errand as decides about moves.

    `waits`: something waits for this person's confirmation; `elsewhere`: a colleague of the
    runner has papers; `before` is the state before a problem; `only_denied`: this person has
    nothing left to give back but what the resident denies to have got.
    """

    state: ErrandState
    waits: bool = False
    elsewhere: bool = False
    before: ErrandState | None = None
    is_unproven: bool = False
    proof_is_missing: bool = False
    is_disputed: bool = False
    is_one_sided: bool = False
    may_deny: bool = False
    has_denied: bool = False
    has_more: bool = False
    only_denied: bool = False
    may_admit: bool = False
    at_door: bool = False

    @property
    def reached(self) -> ErrandState:
        """How far it has come, whatever stands in its way now."""
        return (self.before or self.state) if self.state is _S.PROBLEM else self.state


def errand_rule(move: ErrandMove, actor: ErrandActor, standing: Standing) -> ErrandRule | None:
    """Say whether `actor` may make `move` now: the row that allows it, or None."""
    for rule in ERRAND_RULES:
        is_named = rule.move is move and actor in rule.by and standing.state in rule.when
        if is_named and _holds(rule.guard, standing):
            return rule
    return None


def errand_moves(actor: ErrandActor, standing: Standing) -> tuple[ErrandMove, ...]:
    """Return what `actor` may do now, in the table's order: they become buttons."""
    found = (rule.move for rule in ERRAND_RULES if errand_rule(rule.move, actor, standing))
    return tuple(dict.fromkeys(found))


def errand_state_after(rule: ErrandRule, standing: Standing) -> ErrandState:
    """Return where an errand stands after a move."""
    if rule.resumes and standing.before:
        return standing.before
    return rule.to or standing.state


def _holds(guard: Guard, standing: Standing) -> bool:
    """Whether the papers are as a move needs them."""
    return {
        Guard.NONE: True,
        Guard.UNPROVEN: standing.is_unproven,
        Guard.PROOF_MISSING: standing.is_unproven and standing.proof_is_missing,
        Guard.UNCONFIRMED: standing.waits,
        Guard.DENIABLE: standing.may_deny,
        Guard.DENIED: standing.has_denied,
        Guard.DISPUTED: standing.is_disputed,
        Guard.ONE_SIDED: standing.is_one_sided,
        Guard.IN_HAND: not standing.elsewhere,
        Guard.HAS_MORE: not standing.elsewhere and standing.has_more,
        Guard.ELSEWHERE: standing.elsewhere,
        Guard.NOT_TAKEN: standing.reached in _NOT_TAKEN,
        Guard.NOT_HANDED_IN: standing.reached is _S.COLLECTED,
        Guard.RETURNABLE: _may_return(standing),
        Guard.ADMITTABLE: standing.may_admit,
        Guard.AT_DOOR: standing.at_door,
        Guard.AT_HOME: standing.before is ErrandState.ACCEPTED,
        Guard.FETCHED: standing.before is ErrandState.COLLECTED,
    }[guard]


def _may_return(standing: Standing) -> bool:
    """Whether there is something to give back, or an end to be made of what was collected."""
    is_taken = standing.reached not in _NOT_TAKEN
    return is_taken and not standing.elsewhere and not standing.only_denied


# Who comes first, and why. A lower rank comes earlier.
PRIORITIES: Mapping[str, int] = {"disabled": 1, "ill": 2, "old": 3, "none": 9}
DECLINE_REASONS = ("no_time", "wrong_matter", "not_found", "conflict")
NO_AUTHORISATION = "no_authorisation"
# Of the sentence `errand.authorisation`. Whoever changes what it says counts this up.
AUTHORISATION_VERSION = 2
AUTHORISED_DAYS = 30
