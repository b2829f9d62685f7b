"""How an errand goes: everybody, every state, every move; and who comes first."""

from dataclasses import replace
from itertools import product

import pytest

from bot.errand_proof import BASES, NOTHING, PROOFS
from bot.errands import (
    CLOSED,
    ERRAND_RULES,
    OPEN,
    PRIORITIES,
    ErrandActor,
    ErrandMove,
    ErrandState,
    Standing,
    errand_moves,
    errand_rule,
    errand_state_after,
)
from tests.rows import each_of

# State by state, while nothing waits and no colleague has a paper ("=": the state stays).
LIFE = """
asked      runner    accept→accepted decline→=
asked      clerk     accept→accepted decline→declined
asked      stand_in  take_over→=
asked      resident  cancel→cancelled
accepted   runner    collect→collected problem→problem decline→asked
accepted   clerk     take_over→=
accepted   stand_in  take_over→=
accepted   resident  cancel→cancelled
collected  runner    hand_in→handed_in problem→problem
collected  clerk     take_over→=
collected  stand_in  take_over→=
collected  resident  recall→recalled
handed_in  runner    fetch→ready problem→problem
handed_in  clerk     take_over→=
handed_in  stand_in  take_over→=
ready      runner    bring_back→returned problem→problem
ready      clerk     take_over→=
ready      stand_in  take_over→=
problem    runner    bring_back→returned resume→handed_in
problem    clerk     take_over→=
problem    stand_in  take_over→=
recalled   runner    bring_back→returned
recalled   clerk     take_over→=
recalled   stand_in  take_over→=
"""
BEFORE = ErrandState.HANDED_IN
Key = tuple[ErrandState, ErrandActor, ErrandMove]


def table() -> dict[Key, ErrandState]:
    allowed = {}
    for line in LIFE.strip().splitlines():
        state, actor, *moves = line.split()
        for written in moves:
            move, _, to = written.partition("→")
            after = ErrandState(state if to == "=" else to)
            allowed[ErrandState(state), ErrandActor(actor), ErrandMove(move)] = after
    return allowed


@each_of(product(ErrandState, ErrandActor, ErrandMove))
def test_exactly_the_moves_of_the_table_are_allowed(
    state: ErrandState, actor: ErrandActor, move: ErrandMove
) -> None:
    standing = Standing(state, before=BEFORE)
    rule = errand_rule(move, actor, standing)
    expected = table().get((state, actor, move))
    assert (errand_state_after(rule, standing) if rule else None) == expected
    assert (move in errand_moves(actor, standing)) is (expected is not None)


@pytest.mark.parametrize("state", [*sorted(OPEN), ErrandState.RETURNED])
def test_what_waits_can_be_confirmed_also_after_the_end(state: ErrandState) -> None:
    standing = Standing(state, waits=True, may_deny=True)
    moves = errand_moves(ErrandActor.RESIDENT, standing)
    assert {ErrandMove.CONFIRM, ErrandMove.DENY} <= set(moves)
    assert ErrandMove.CONFIRM in errand_moves(ErrandActor.FORMER, Standing(state, waits=True))
    assert ErrandMove.CONFIRM not in errand_moves(ErrandActor.RUNNER, Standing(state, waits=True))


@pytest.mark.parametrize("state", sorted(OPEN))
def test_while_a_colleague_has_papers_they_are_taken_over_first(state: ErrandState) -> None:
    moves = set(errand_moves(ErrandActor.RUNNER, Standing(state, elsewhere=True, before=BEFORE)))
    assert not moves & {ErrandMove.HAND_IN, ErrandMove.FETCH, ErrandMove.BRING_BACK}
    assert (ErrandMove.COLLECT in moves) is (state is not ErrandState.ASKED)


UNPROVEN = Standing(ErrandState.ACCEPTED, is_unproven=True)
MISSING = replace(UNPROVEN, proof_is_missing=True)
WITHOUT_PROOF = [
    # Who, when nobody has seen the proof: what may be done beside the rest.
    (ErrandActor.RUNNER, UNPROVEN, {ErrandMove.ASK_FOR_PROOF, ErrandMove.STOP}),
    (ErrandActor.RUNNER, MISSING, {ErrandMove.ASK_FOR_PROOF, ErrandMove.STOP}),
    (ErrandActor.RESIDENT, UNPROVEN, set()),
    (ErrandActor.RESIDENT, MISSING, {ErrandMove.PROOF_READY}),
    (ErrandActor.STAND_IN, MISSING, set()),
    (ErrandActor.CLERK, MISSING, set()),
    (ErrandActor.RESIDENT, replace(MISSING, is_unproven=False), set()),
    (ErrandActor.RUNNER, replace(MISSING, state=ErrandState.COLLECTED), set()),
]


@each_of(WITHOUT_PROOF)
def test_without_a_proof_it_is_waited_for_or_it_ends(
    actor: ErrandActor, standing: Standing, more: set[ErrandMove]
) -> None:
    usual = errand_moves(actor, Standing(standing.state))
    assert set(errand_moves(actor, standing)) - set(usual) == more


PROBLEMS = [
    # How far it had come; what the worker, and what the resident, can do beside going on.
    (ErrandState.ASKED, {ErrandMove.DECLINE}, {ErrandMove.CANCEL}),
    (ErrandState.ACCEPTED, {ErrandMove.DECLINE}, {ErrandMove.CANCEL}),
    (ErrandState.COLLECTED, {ErrandMove.BRING_BACK}, {ErrandMove.RECALL}),
    (ErrandState.HANDED_IN, {ErrandMove.BRING_BACK}, set()),
    (ErrandState.READY, {ErrandMove.BRING_BACK}, set()),
]


@each_of(PROBLEMS)
def test_a_problem_takes_nobody_a_way_out(
    before: ErrandState, worker: set[ErrandMove], resident: set[ErrandMove]
) -> None:
    standing = Standing(ErrandState.PROBLEM, before=before)
    assert set(errand_moves(ErrandActor.RUNNER, standing)) == {ErrandMove.RESUME, *worker}
    assert set(errand_moves(ErrandActor.RESIDENT, standing)) == resident


OF_A_DENIAL = [
    # Who, where it stands for that person; what may be done beside the rest.
    (ErrandActor.RUNNER, Standing(ErrandState.READY, may_admit=True), {ErrandMove.ADMIT}),
    (ErrandActor.FORMER, Standing(ErrandState.READY, may_admit=True), {ErrandMove.ADMIT}),
    (ErrandActor.RESIDENT, Standing(ErrandState.READY, may_admit=True), set()),
    (ErrandActor.RUNNER, Standing(ErrandState.COLLECTED, at_door=True), {ErrandMove.DOOR}),
    (ErrandActor.RUNNER, Standing(ErrandState.RETURNED, at_door=True), {ErrandMove.DOOR}),
    (ErrandActor.STAND_IN, Standing(ErrandState.RETURNED, at_door=True), set()),
]


@each_of(OF_A_DENIAL)
def test_what_is_denied_may_be_admitted_and_what_waits_be_signed_for(
    actor: ErrandActor, standing: Standing, more: set[ErrandMove]
) -> None:
    usual = errand_moves(actor, Standing(standing.state))
    assert set(errand_moves(actor, standing)) - set(usual) == more


def test_nothing_is_given_back_while_all_that_was_is_denied() -> None:
    for state in (ErrandState.READY, ErrandState.RECALLED, ErrandState.PROBLEM):
        standing = Standing(state, before=BEFORE, only_denied=True)
        assert ErrandMove.BRING_BACK not in errand_moves(ErrandActor.RUNNER, standing)


def test_every_proof_will_do_for_what_was_spoken_of() -> None:
    assert set(PROOFS) == set(BASES) - {NOTHING}
    assert all(basis == proofs[0] for basis, proofs in PROOFS.items())


UNTIL_HANDED_IN = [
    # Before the problem; how the resident may end it.
    (ErrandState.ACCEPTED, {ErrandMove.CANCEL}),
    (ErrandState.COLLECTED, {ErrandMove.RECALL}),
    (ErrandState.HANDED_IN, set()),
    (ErrandState.READY, set()),
]


@each_of(UNTIL_HANDED_IN)
def test_a_problem_takes_no_right_away(before: ErrandState, ends: set[ErrandMove]) -> None:
    standing = Standing(ErrandState.PROBLEM, before=before)
    assert set(errand_moves(ErrandActor.RESIDENT, standing)) == ends


def test_what_is_over_stays_over() -> None:
    for state, actor in product(CLOSED, ErrandActor):
        assert errand_moves(actor, Standing(state)) == ()


def test_every_open_state_has_a_way_on() -> None:
    reached = {rule.to for rule in ERRAND_RULES} | {ErrandState.ASKED}
    assert set(ErrandState) <= reached
    for state in OPEN:
        assert errand_moves(ErrandActor.RUNNER, Standing(state, before=BEFORE))


def test_disabled_ill_and_old_people_come_before_the_others() -> None:
    assert max(PRIORITIES[each] for each in ("disabled", "ill", "old")) < PRIORITIES["none"]
