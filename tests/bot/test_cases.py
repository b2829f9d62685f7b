"""How a case lives: everybody, every state, every move."""

from itertools import product

import pytest

from bot.cases import (
    CLOSED_STATES,
    MOVE_RULES,
    OPEN_STATES,
    Actor,
    CaseState,
    Move,
    moves_open_to,
    rule_for,
    state_after,
)

# State by state: what each may do, and where it leads ("=": the state stays).
LIFE = """
submitted         clerk     accept→accepted assign→dispatched
submitted         reporter  answer→= add_files→= withdraw→withdrawn
dispatched        assignee  accept→accepted set_out→in_progress ask→waiting_resident
dispatched        assignee  solve→handled hand_back→returned
dispatched        clerk     assign→dispatched
dispatched        reporter  answer→= add_files→= withdraw→withdrawn
accepted          assignee  set_out→in_progress ask→waiting_resident solve→handled
accepted          assignee  hand_back→returned
accepted          reporter  answer→= add_files→= withdraw→withdrawn
in_progress       assignee  ask→waiting_resident solve→handled hand_back→returned
in_progress       reporter  answer→= add_files→= withdraw→withdrawn
waiting_resident  assignee  set_out→in_progress ask→waiting_resident solve→handled
waiting_resident  assignee  hand_back→returned
waiting_resident  reporter  answer→accepted add_files→= withdraw→withdrawn
returned          clerk     accept→accepted assign→dispatched
returned          reporter  answer→= add_files→= withdraw→withdrawn
"""


def table() -> dict[tuple[CaseState, Actor, Move], CaseState]:
    allowed = {}
    for line in LIFE.strip().splitlines():
        state, actor, *moves = line.split()
        for written in moves:
            move, _, to = written.partition("→")
            after = CaseState(state if to == "=" else to)
            allowed[CaseState(state), Actor(actor), Move(move)] = after
    return allowed


@pytest.mark.parametrize(("state", "actor", "move"), list(product(CaseState, Actor, Move)))
def test_exactly_the_moves_of_the_table_are_allowed(
    state: CaseState, actor: Actor, move: Move
) -> None:
    rule = rule_for(move, actor, state)
    expected = table().get((state, actor, move))
    assert (state_after(rule, state) if rule else None) == expected
    assert (move in moves_open_to(actor, state)) is (expected is not None)


def test_nothing_moves_a_closed_case() -> None:
    for state, actor in product(CLOSED_STATES, Actor):
        assert moves_open_to(actor, state) == ()


def test_every_open_case_can_be_moved_by_somebody_of_the_office() -> None:
    for state in OPEN_STATES:
        assert moves_open_to(Actor.ASSIGNEE, state) or moves_open_to(Actor.CLERK, state)


def test_every_open_case_can_be_taken_back_by_its_reporter() -> None:
    for state in OPEN_STATES:
        assert Move.WITHDRAW in moves_open_to(Actor.REPORTER, state)


def test_buttons_come_in_the_order_of_the_table() -> None:
    assert moves_open_to(Actor.ASSIGNEE, CaseState.DISPATCHED) == (
        Move.ACCEPT,
        Move.SET_OUT,
        Move.ASK,
        Move.SOLVE,
        Move.HAND_BACK,
    )


def test_every_move_has_a_row() -> None:
    assert {rule.move for rule in MOVE_RULES} == set(Move)
