"""Moving a case: allowed or not, written down with its reason, and told to everybody concerned."""

import json
from dataclasses import dataclass

from bot.cases import Actor, Move, rule_for, state_after
from bot.telling import Placement
from handlers.desk.cards import show_to_former, show_to_residents, show_to_responsible
from handlers.desk.scene import Scene
from storage.case import Assignment, Case, Entry, add_entry, case_by_id, move_case
from storage.task import AuditLine, record

# What the reporter should notice comes as a new card below; the rest changes the card silently.
NOTICED = frozenset({Move.ACCEPT, Move.SET_OUT, Move.ASK, Move.SOLVE, Move.HAND_BACK, Move.ASSIGN})


@dataclass(frozen=True, slots=True)
class Step:
    """A move as somebody makes it; `assignment=None` leaves the case with whoever has it."""

    move: Move
    actor: Actor
    by_staff: str = ""
    words: str = ""
    assignment: Assignment | None = None


async def make_move(scene: Scene, case: Case, step: Step) -> Case | None:
    """Move the case, or return None when the move is not allowed (any more)."""
    rule = rule_for(step.move, step.actor, case.new.state)
    if rule is None:
        return None
    state = state_after(rule, case.new.state)
    assignment = step.assignment or case.new.assignment
    if not await move_case(scene.tx, case, state, assignment, scene.now):
        return None
    moved = await case_by_id(scene.tx, case.id)
    assert moved is not None  # noqa: S101 - it was changed one line above
    await _write_down(scene, moved, step)
    return moved


async def tell_about(scene: Scene, before: Case, case: Case, step: Step) -> None:
    """Bring every card up to date after a move, that of whoever had the case before too."""
    noticed = step.move in NOTICED
    await show_to_residents(scene, case, Placement.BELOW if noticed else Placement.IN_PLACE)
    by_resident = step.actor is Actor.REPORTER and step.move is not Move.ADD_FILES
    is_new_for_staff = by_resident or step.move in {Move.ASSIGN, Move.HAND_BACK}
    below = Placement.BELOW if is_new_for_staff else Placement.IN_PLACE
    await show_to_responsible(scene, case, below)
    previous = before.new.assignment.staff_code
    if previous and previous != case.new.assignment.staff_code:
        await show_to_former(scene, case, previous)


async def _write_down(scene: Scene, case: Case, step: Step) -> None:
    entry = Entry(case.version, scene.now, step.by_staff, step.move, step.words)
    await add_entry(scene.tx, case.id, entry)
    detail = {
        "state": case.new.state,
        "assignee": case.new.assignment.staff_code,
        "reason": json.loads(case.new.assignment.reason),
    }
    who = None if case.new.anonymous and step.actor is Actor.REPORTER else scene.person.id
    line = AuditLine(who, f"case.{step.move}", f"case:{case.id}", json.dumps(detail))
    await record(scene.tx, line, scene.now)
