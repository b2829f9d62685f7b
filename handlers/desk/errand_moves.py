"""What happens to an errand that was asked for: moves, papers that change hands, signatures."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.actions import MoveErrand
from bot.commands import MakeErrandMove
from bot.custody import (
    RESIDENT,
    Transfer,
    deniable,
    disputed_papers,
    held_by,
    movable,
    photos_used,
    refutable,
    staff_holder,
)
from bot.custody_word import at_door
from bot.errand_end import Past, state_with_papers
from bot.errand_proof import PROOF_READY
from bot.errands import (
    ErrandActor,
    ErrandMove,
    ErrandState,
    errand_rule,
    errand_state_after,
)
from bot.telling import Placement
from conversations.errand_start import ErrandMoveStart
from handlers.desk.errand_card import (
    SCRIPT_OF_ERRAND_MOVE,
    Showing,
    parts_of,
    show_to_holder,
    show_to_resident,
    standing_for,
)
from handlers.desk.errand_hands import Hand, Made, hand_on, lead_back, sign, write_proof
from handlers.desk.errand_left import has_left_with, show_to_left
from handlers.desk.errand_parameters import required_papers
from handlers.desk.errand_times import plan_custody
from handlers.desk.errand_told import Step, tell_about_errand
from handlers.desk.errand_trip import is_window_closed
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from storage.errand import (
    Errand,
    ErrandNow,
    errand_by_id,
    save_errand,
    transfers_of,
)
from storage.press import PressResult
from storage.staff import Holder
from storage.talk import Talk, forget_answers
from storage.task import AuditLine, record

MOVE_OF_SCRIPT = {script: move for move, script in SCRIPT_OF_ERRAND_MOVE.items()}
NEEDS_AUTHORISATION = frozenset({ErrandMove.COLLECT, ErrandMove.HAND_IN, ErrandMove.HAND_IN_MORE})
NOT_THERE = PressResult("errand.not_there", "{}")
MOVED_MEANWHILE = PressResult("errand.moved_meanwhile", "{}")


async def press_on_errand(scene: Scene, action: MoveErrand) -> PressResult:
    """Make a move that needs no words; a stale press only shows how things stand."""
    errand = await errand_by_id(scene.tx, action.errand)
    transfers = await transfers_of(scene.tx, errand.id) if errand else ()
    if errand is None or not _concerns(scene, errand, transfers):
        return NOT_THERE
    made = Made(ErrandMove(action.move), is_press=True)
    hand = hand_for(scene, errand, transfers, made.move)
    if errand.version != action.version or hand is None:
        await _show_again(scene, errand, transfers)
        return MOVED_MEANWHILE
    moved = await _make(scene, errand, hand, made)
    if hand.actor is ErrandActor.FORMER:
        # Who has confirmed all is not concerned any more, and would not be shown it otherwise.
        await _show_to_former(scene, moved, hand)
    return PressResult(f"errand.pressed.{made.move}", "{}")


async def _show_to_former(scene: Scene, errand: Errand, hand: Hand) -> None:
    own = Showing(Placement.IN_PLACE, "confirmed")
    if hand.grant:
        await show_to_holder(scene, errand, Holder(hand.grant, scene.chat_id), own)
    else:
        await show_to_left(scene, errand, scene.person, own)


async def make_errand_move(scene: Scene, talk: Talk, command: MakeErrandMove) -> Said:
    """Make a move for which a photo or words were asked; what was said is not kept twice."""
    await forget_answers(scene.tx, talk)
    errand = await errand_by_id(scene.tx, command.errand)
    transfers = await transfers_of(scene.tx, errand.id) if errand else ()
    move = ErrandMove(command.move)
    made = Made(move, command.photos, command.words, command.proof, command.papers)
    hand = hand_for(scene, errand, transfers, made.move) if errand else None
    if errand is None or hand is None:
        return Said("errand.moved_meanwhile")
    refused = _refused(scene, errand, transfers, made)
    if refused:
        return Said(refused)
    await _make(scene, errand, hand, made)
    return Said(f"errand.done.{made.move}")


def _refused(scene: Scene, errand: Errand, transfers: tuple[Transfer, ...], made: Made) -> str:
    """Return the key that says why papers may not change hands like this; empty when they may."""
    is_over = errand.new.authorisation.good_until <= scene.now
    if is_over and made.move in NEEDS_AUTHORISATION:
        return "errand.authorisation_over"
    if made.move is ErrandMove.COLLECT and errand.is_unproven and not made.proof:
        return "errand_proof.not_seen"
    if photos_used(transfers) & {each.unique_id for each in made.photos.values()}:
        return "errand.photo_used"
    return ""


def start_of_errand_move(
    script: str,
) -> Callable[[Scene, str], Awaitable[ErrandMoveStart | None]]:
    """Return how a conversation about an errand starts; with None it is not for this person."""
    move = MOVE_OF_SCRIPT[script]

    async def start(scene: Scene, subject: str) -> ErrandMoveStart | None:
        errand = await errand_by_id(scene.tx, int(subject)) if subject.isdigit() else None
        transfers = await transfers_of(scene.tx, errand.id) if errand else ()
        hand = hand_for(scene, errand, transfers, move) if errand else None
        if errand is None or hand is None:
            return None
        return _start(scene, errand, transfers, hand, move)

    return start


def _start(
    scene: Scene, errand: Errand, transfers: tuple[Transfer, ...], hand: Hand, move: ErrandMove
) -> ErrandMoveStart:
    back = {each.paper for each in refutable(transfers) if each.receiver == RESIDENT}
    held = (each.paper for each in held_by(transfers, hand.holder))
    disputed = disputed_papers(transfers)
    return ErrandMoveStart(
        errand.id,
        errand.new.number,
        tuple(dict.fromkeys(each.paper for each in _about(scene, move, errand, transfers, hand))),
        errand.new.for_whom or errand.new.name,
        errand.new.basis if errand.is_unproven else "",
        tuple(sorted(photos_used(transfers))),
        tuple(each for each in held if each in disputed),
        required_papers(scene, errand),
        tuple(each.paper for each in refutable(transfers) if each.paper not in back),
        tuple(sorted(back)),
        is_ready=errand.now.ready_at is not None,
        is_window_closed=is_window_closed(scene, errand.new.service),
    )


def _about(
    scene: Scene, move: ErrandMove, errand: Errand, transfers: tuple[Transfer, ...], hand: Hand
) -> tuple[Transfer, ...]:
    """Return the changes of hands that a move is about."""
    if move is ErrandMove.DENY:
        return deniable(transfers, hand.holder, scene.now)
    if move is ErrandMove.DOOR:
        return at_door(transfers, hand.holder)
    if move is ErrandMove.SETTLE:
        return tuple(each for each in transfers if each.is_disputed)
    # Without a proof something else may do, and then the papers are taken.
    taken = ErrandMove.COLLECT if move is ErrandMove.ASK_FOR_PROOF else move
    return movable(taken, errand.now.state, transfers, hand.holder)


def hand_for(
    scene: Scene, errand: Errand, transfers: tuple[Transfer, ...], move: ErrandMove
) -> Hand | None:
    """Return in which part the person may make a move now; None: in no part."""
    if errand.person_id == scene.person.id:
        standing = standing_for(scene, errand, transfers, RESIDENT)
        rule = errand_rule(move, ErrandActor.RESIDENT, standing)
        if rule:
            return Hand(ErrandActor.RESIDENT, RESIDENT, rule)
    for grant in scene.grants:
        me = staff_holder(grant.person_id)
        standing = standing_for(scene, errand, transfers, me)
        for actor in parts_of(scene, grant, errand, transfers):
            rule = errand_rule(move, actor, standing)
            if rule:
                return Hand(actor, me, rule, grant)
    return _left_hand(scene, errand, transfers, move)


def _left_hand(
    scene: Scene, errand: Errand, transfers: tuple[Transfer, ...], move: ErrandMove
) -> Hand | None:
    """Return the part of somebody who is at no post any more: what became of papers."""
    if not has_left_with(scene, errand, transfers):
        return None
    me = staff_holder(scene.person.id)
    rule = errand_rule(move, ErrandActor.FORMER, standing_for(scene, errand, transfers, me))
    return Hand(ErrandActor.FORMER, me, rule) if rule else None


def _concerns(scene: Scene, errand: Errand, transfers: tuple[Transfer, ...]) -> bool:
    if errand.person_id == scene.person.id or has_left_with(scene, errand, transfers):
        return True
    return any(parts_of(scene, grant, errand, transfers) for grant in scene.grants)


async def _make(scene: Scene, errand: Errand, hand: Hand, made: Made) -> Errand:
    """Let papers change hands, write down how it stands then, and tell everybody concerned."""
    before = await transfers_of(scene.tx, errand.id)
    await write_proof(scene, errand, hand, made)
    moved = await hand_on(scene, errand, hand, made)
    await sign(scene, hand, made, errand, before)
    after_it = await transfers_of(scene.tx, errand.id)
    if back := await lead_back(scene, errand, after_it):
        moved, after_it = (*moved, *back), await transfers_of(scene.tx, errand.id)
    then = _then(scene, errand, hand, made, after_it)
    then = replace(then, hands=errand.now.hands + bool(moved))
    saved = await save_errand(scene.tx, errand, then, scene.now)
    now = await errand_by_id(scene.tx, errand.id)
    assert saved and now  # noqa: S101, PT018 - it was read in this very transaction
    if moved:
        await plan_custody(scene, now)
    detail = json.dumps({"state": then.state, "papers": sorted(each.paper for each in moved)})
    line = AuditLine(scene.person.id, f"errand.{made.move}", errand.subject, detail)
    await record(scene.tx, line, scene.now)
    await tell_about_errand(
        scene, errand, now, Step(made.move, hand.actor, is_press=made.is_press)
    )
    return now


def _then(
    scene: Scene, errand: Errand, hand: Hand, made: Made, transfers: tuple[Transfer, ...]
) -> ErrandNow:
    """Return how an errand stands after a move."""
    now = errand.now
    standing = standing_for(scene, errand, transfers, hand.holder)
    state = errand_state_after(hand.rule, standing)
    past = Past(bool(now.ready_at), bool(now.recalled_at), bool(now.reopened_at))
    state = state_with_papers(now.state, state, transfers, past)
    then = replace(now, state=state, before=_before(now, state), reason=_reason(now, state, made))
    if made.move in {ErrandMove.CANCEL, ErrandMove.RECALL}:
        then = replace(then, recalled_at=scene.now)
    if state is ErrandState.READY:
        then = replace(then, ready_at=now.ready_at or scene.now)
    if now.closed_at and state is not ErrandState.RETURNED:
        then = replace(then, reopened_at=scene.now)
    closed = state in {ErrandState.RETURNED, ErrandState.DECLINED, ErrandState.CANCELLED}
    then = replace(then, closed_at=(now.closed_at or scene.now) if closed else None)
    return _given_to(then, hand, made.move)


def _before(now: ErrandNow, state: ErrandState) -> ErrandState | None:
    """Return how far it had come before a problem; who was to give papers back had collected."""
    if state is not ErrandState.PROBLEM:
        return None
    return now.before or (ErrandState.COLLECTED if now.closed_at else now.state)


def _reason(now: ErrandNow, state: ErrandState, made: Made) -> str:
    """Return what is said about how it stands, by the move or before it."""
    if made.move is ErrandMove.PROOF_READY:
        return PROOF_READY
    is_unfinished = state in {ErrandState.PROBLEM, ErrandState.RETURNED} and not now.ready_at
    keeps = is_unfinished or made.move in {ErrandMove.TAKE_OVER, ErrandMove.DOOR}
    words = "" if made.move is ErrandMove.DOOR else made.words
    return words or (now.reason if keeps else "")


def _given_to(then: ErrandNow, hand: Hand, move: ErrandMove) -> ErrandNow:
    """Return who does it after a move: whoever takes it, or the clerks when nobody wants it."""
    if hand.grant and (
        move is ErrandMove.TAKE_OVER
        or (move is ErrandMove.ACCEPT and hand.actor is ErrandActor.CLERK)
    ):
        role = "clerk" if hand.actor is ErrandActor.CLERK else "deputy"
        return replace(then, assignee=hand.grant.staff_code, assignee_role=role)
    if move is ErrandMove.DECLINE and hand.actor is ErrandActor.RUNNER:
        return replace(then, assignee="", assignee_role="clerk")
    return then


async def _show_again(scene: Scene, errand: Errand, transfers: tuple[Transfer, ...]) -> None:
    """Show how things stand to whoever pressed a button that is not good any more."""
    showing = Showing(Placement.IN_PLACE, scene.once("stale"))
    if errand.person_id == scene.person.id:
        await show_to_resident(scene, errand, showing)
        return
    for grant in scene.grants:
        if parts_of(scene, grant, errand, transfers):
            await show_to_holder(scene, errand, Holder(grant, scene.chat_id), showing)
            return
    if has_left_with(scene, errand, transfers):
        await show_to_left(scene, errand, scene.person, showing)
