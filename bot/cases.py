"""How a case lives: its states, who may make which move, and where it leads. Read it aloud."""

from dataclasses import dataclass
from enum import StrEnum


class CaseState(StrEnum):
    """Where a case stands; residents hear six plain words for these."""

    SUBMITTED = "submitted"
    DISPATCHED = "dispatched"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    WAITING_RESIDENT = "waiting_resident"
    RETURNED = "returned"
    HANDLED = "handled"
    WITHDRAWN = "withdrawn"


class Actor(StrEnum):
    """In which part somebody acts on a case."""

    ASSIGNEE = "assignee"
    CLERK = "clerk"
    REPORTER = "reporter"


class Move(StrEnum):
    """What can be done with a case."""

    ACCEPT = "accept"
    SET_OUT = "set_out"
    ASK = "ask"
    ANSWER = "answer"
    SOLVE = "solve"
    HAND_BACK = "hand_back"
    ASSIGN = "assign"
    ADD_FILES = "add_files"
    WITHDRAW = "withdraw"


CLOSED_STATES = frozenset({CaseState.HANDLED, CaseState.WITHDRAWN})
OPEN_STATES = frozenset(CaseState) - CLOSED_STATES


@dataclass(frozen=True, slots=True)
class MoveRule:
    """Who may make a move, in which states, and where it leads; `to=None`: the state stays."""

    move: Move
    by: tuple[Actor, ...]
    when: tuple[CaseState, ...]
    to: CaseState | None


_S = CaseState
MOVE_RULES = (
    MoveRule(Move.ACCEPT, (Actor.ASSIGNEE,), (_S.DISPATCHED,), _S.ACCEPTED),
    MoveRule(Move.ACCEPT, (Actor.CLERK,), (_S.SUBMITTED, _S.RETURNED), _S.ACCEPTED),
    MoveRule(
        Move.SET_OUT,
        (Actor.ASSIGNEE,),
        (_S.DISPATCHED, _S.ACCEPTED, _S.WAITING_RESIDENT),
        _S.IN_PROGRESS,
    ),
    MoveRule(
        Move.ASK,
        (Actor.ASSIGNEE,),
        (_S.DISPATCHED, _S.ACCEPTED, _S.IN_PROGRESS, _S.WAITING_RESIDENT),
        _S.WAITING_RESIDENT,
    ),
    MoveRule(Move.ANSWER, (Actor.REPORTER,), (_S.WAITING_RESIDENT,), _S.ACCEPTED),
    MoveRule(
        Move.ANSWER,
        (Actor.REPORTER,),
        (_S.SUBMITTED, _S.RETURNED, _S.DISPATCHED, _S.ACCEPTED, _S.IN_PROGRESS),
        None,
    ),
    MoveRule(
        Move.SOLVE,
        (Actor.ASSIGNEE,),
        (_S.DISPATCHED, _S.ACCEPTED, _S.IN_PROGRESS, _S.WAITING_RESIDENT),
        _S.HANDLED,
    ),
    MoveRule(
        Move.HAND_BACK,
        (Actor.ASSIGNEE,),
        (_S.DISPATCHED, _S.ACCEPTED, _S.IN_PROGRESS, _S.WAITING_RESIDENT),
        _S.RETURNED,
    ),
    MoveRule(
        Move.ASSIGN,
        (Actor.CLERK,),
        (_S.SUBMITTED, _S.RETURNED, _S.DISPATCHED),
        _S.DISPATCHED,
    ),
    MoveRule(
        Move.ADD_FILES,
        (Actor.REPORTER,),
        (
            _S.SUBMITTED,
            _S.DISPATCHED,
            _S.ACCEPTED,
            _S.IN_PROGRESS,
            _S.WAITING_RESIDENT,
            _S.RETURNED,
        ),
        None,
    ),
    MoveRule(
        Move.WITHDRAW,
        (Actor.REPORTER,),
        (
            _S.SUBMITTED,
            _S.DISPATCHED,
            _S.ACCEPTED,
            _S.IN_PROGRESS,
            _S.WAITING_RESIDENT,
            _S.RETURNED,
        ),
        _S.WITHDRAWN,
    ),
)


def rule_for(move: Move, actor: Actor, state: CaseState) -> MoveRule | None:
    """Say whether `actor` may make `move` now: the row that allows it, or None."""
    for rule in MOVE_RULES:
        if rule.move is move and actor in rule.by and state in rule.when:
            return rule
    return None


def moves_open_to(actor: Actor, state: CaseState) -> tuple[Move, ...]:
    """Return the moves that `actor` may make now, in the table's order: they become buttons."""
    found = (rule.move for rule in MOVE_RULES if actor in rule.by and state in rule.when)
    return tuple(dict.fromkeys(found))


def state_after(rule: MoveRule, state: CaseState) -> CaseState:
    """Return where the case stands after the move."""
    return rule.to or state
