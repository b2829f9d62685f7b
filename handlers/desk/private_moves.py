"""What happens to a confidential matter after it was sent, by a press or with words."""

import json
from collections.abc import Awaitable, Callable

from bot.actions import Begin, MoveMatter
from bot.commands import MoveOnMatter
from bot.private_matters import (
    APPOINTED_DAYS,
    CONFIRMATION_DAYS,
    DECIDED_DAYS,
    MatterMove,
    MatterOutcome,
    MatterState,
    Part,
    confirmation_reminded_at,
    days_later,
    state_after,
)
from bot.telling import Button, Placement, Say
from conversations.private_moves import MatterStart
from handlers.desk.private_card import (
    SCRIPT_OF_MATTER_MOVE,
    Showing,
    confidential,
    readers_of,
    show_taken,
    show_to_helper,
    show_to_resident,
)
from handlers.desk.private_handover import hand_over
from handlers.desk.private_matters import (
    CONFIRMATION,
    WAITING,
    note_deed,
    settle_tasks,
    to_clerks,
)
from handlers.desk.private_meeting import MEETING, plan_meeting
from handlers.desk.private_notes import subject_of_note, take_back_notes
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from handlers.desk.tasks import CANCELLED, SEEN
from storage import due as plans
from storage import private_matter as stored
from storage.due import Plan
from storage.person import person_by_id
from storage.press import PressResult
from storage.private_matter import PrivateMatter
from storage.staff import Grant
from storage.talk import Talk, forget_answers, paused_talk, set_talk_state

MOVE_OF_SCRIPT = {script: move for move, script in SCRIPT_OF_MATTER_MOVE.items()}
RESIDENTS = frozenset({MatterMove.REPLY, MatterMove.CONFIRM, MatterMove.WITHDRAW})
NOT_THERE = PressResult("private_matter.not_there", "{}")
MEANWHILE = "private_matter.moved_meanwhile"


async def press_on_matter(scene: Scene, action: MoveMatter) -> PressResult:
    """Make a move that needs no words; a stale press only shows how things stand."""
    matter = await stored.matter_by_id(scene.tx, action.matter)
    move = MatterMove(action.move)
    if matter is None or not _may(scene, matter, move):
        return NOT_THERE
    is_fresh = matter.version == action.version
    moved = await _make(scene, matter, MoveOnMatter(matter.id, move)) if is_fresh else None
    if moved is None:
        await _show(scene, matter, _part(move), Showing(Placement.IN_PLACE, scene.once("stale")))
        return PressResult(MEANWHILE, "{}")
    return PressResult(f"private_matter.done.{move}", "{}")


async def move_on_matter(scene: Scene, _: Talk, command: MoveOnMatter) -> Said:
    """Make a move that needed words."""
    matter = await stored.matter_by_id(scene.tx, command.matter)
    if matter is None or not _may(scene, matter, command.move):
        return Said("private_matter.not_there")
    moved = await _make(scene, matter, command)
    if moved:
        await _end_waiting(scene, moved)
    return Said(f"private_matter.done.{command.move}" if moved else MEANWHILE)


async def _end_waiting(scene: Scene, matter: PrivateMatter) -> None:
    """Ask no more what waits behind this move and cannot be done about the matter any longer."""
    waiting = await paused_talk(scene.tx, scene.chat_id)
    move = MOVE_OF_SCRIPT.get(waiting.script) if waiting else None
    if waiting is None or move is None or json.loads(waiting.start)["matter"] != matter.id:
        return
    if not _may(scene, matter, move) or not _then(matter, move):
        await set_talk_state(scene.tx, waiting, "cancelled", scene.now)
        await forget_answers(scene.tx, waiting)


def start_of_matter(script: str) -> Callable[[Scene, str], Awaitable[MatterStart | None]]:
    """Return how a conversation about a matter starts; with None it is not for this person."""
    move = MOVE_OF_SCRIPT[script]

    async def start(scene: Scene, subject: str) -> MatterStart | None:
        known = subject.isdigit()
        matter = await stored.matter_by_id(scene.tx, int(subject)) if known else None
        if matter is None or not _may(scene, matter, move) or not _then(matter, move):
            return None
        return MatterStart(matter.id, matter.new.number)

    return start


def _part(move: MatterMove) -> Part:
    return Part.RESIDENT if move in RESIDENTS else Part.HELPER


def _then(matter: PrivateMatter, move: MatterMove) -> MatterState | None:
    return state_after(_part(move), matter.new.service, move, matter.state)


def _grant(scene: Scene, matter: PrivateMatter) -> Grant | None:
    """Return the place in which the person may help; who gave it out of hand may no more."""
    if not matter.helper and scene.person.id in matter.former:
        return None
    for each in scene.grants:
        is_here = each.community == matter.new.community and each.role is matter.new.role
        if is_here and matter.helper in {"", each.staff_code}:
            return each
    return None


def _may(scene: Scene, matter: PrivateMatter, move: MatterMove) -> bool:
    if _part(move) is Part.RESIDENT:
        return matter.person_id == scene.person.id
    return _grant(scene, matter) is not None


async def _make(
    scene: Scene, matter: PrivateMatter, command: MoveOnMatter
) -> PrivateMatter | None:
    """Make a move and tell both sides; None when it cannot be made any more."""
    move, then = command.move, _then(matter, command.move)
    if then is None:
        return None
    grant = None if move in RESIDENTS else _grant(scene, matter)
    if move is MatterMove.HAND_OVER:
        return await hand_over(scene, matter, grant, command.helper) if grant else None
    helper = grant.staff_code if grant else matter.helper
    moved = await stored.move_matter(scene.tx, matter, then, helper, scene.now)
    if moved is None:
        return None
    await note_deed(scene, moved, move)
    await _keep_outcome(scene, moved, command)
    await _plan(scene, moved)
    if move in {MatterMove.TELL, MatterMove.REPLY}:
        await _pass_on(scene, moved, command)
    await _tell(scene, matter, moved, move)
    return moved


async def _keep_outcome(scene: Scene, matter: PrivateMatter, command: MoveOnMatter) -> None:
    """Keep what the move was about; what is taken back is forgotten at once."""
    zone, now, move = scene.neighbourhood.community.time_zone, scene.now, command.move
    if move is MatterMove.WITHDRAW:
        chats = await _other_chats(scene, matter, by_helper=False)
        await take_back_notes(scene, matter, chats)
        await stored.empty_content(scene.tx, matter.id)
    elif move is MatterMove.SETTLE:
        limit = days_later(now, CONFIRMATION_DAYS, zone) if command.agreement == "written" else ""
        outcome = MatterOutcome(agreement=command.agreement, limit_day=limit)
        await stored.note_outcome(scene.tx, matter.id, outcome)
    elif move is MatterMove.FORWARD:
        decided = days_later(now, DECIDED_DAYS, zone)
        appointed = days_later(now, DECIDED_DAYS + APPOINTED_DAYS, zone)
        outcome = MatterOutcome(limit_day=decided, later=appointed)
        await stored.note_outcome(scene.tx, matter.id, outcome)
    elif move in {MatterMove.MEET, MatterMove.MISSING, MatterMove.END}:
        outcome = MatterOutcome(meeting=command.meeting, later=command.words)
        await stored.note_outcome(scene.tx, matter.id, outcome)
    if move is MatterMove.MEET:
        await plan_meeting(scene, matter, command.meeting)
    if move is MatterMove.SETTLE and command.agreement == "written":
        at = confirmation_reminded_at(now, zone)
        await plans.schedule(scene.tx, Plan(CONFIRMATION, matter.subject, at))


async def _plan(scene: Scene, matter: PrivateMatter) -> None:
    """Nothing waits for being taken up any more; nobody is reminded of what is confirmed."""
    if matter.state is not MatterState.RECEIVED:
        await plans.cancel(scene.tx, WAITING, matter.subject)
        how = CANCELLED if matter.state is MatterState.WITHDRAWN else SEEN
        await settle_tasks(scene, matter, how)
    if matter.state is not MatterState.MEETING:
        await plans.cancel(scene.tx, MEETING, matter.subject)
    if matter.state is MatterState.CONFIRMED:
        await plans.cancel(scene.tx, CONFIRMATION, matter.subject)


async def _pass_on(scene: Scene, matter: PrivateMatter, command: MoveOnMatter) -> None:
    """Send what one side says to the other; the words are added when the message leaves."""
    by_helper = command.move is MatterMove.TELL
    back = MatterMove.REPLY if by_helper else MatterMove.TELL
    answer = Begin(SCRIPT_OF_MATTER_MOVE[back], str(matter.id))
    can_answer = bool(_then(matter, back))
    note = await stored.add_note(
        scene.tx, matter.id, command.words, scene.now, by_helper=by_helper
    )
    for chat_id in await _other_chats(scene, matter, by_helper=by_helper):
        await scene.tell(
            Say(
                f"private_note:{note}:{chat_id}",
                chat_id,
                "private_matter.note",
                {"number": matter.new.number, "by_helper": by_helper, "helper": matter.helper},
                ((Button("private_matter.button.answer", answer),),) if can_answer else (),
                subject=subject_of_note(note),
                audience=confidential(matter, note),
            )
        )


async def _other_chats(scene: Scene, matter: PrivateMatter, *, by_helper: bool) -> tuple[int, ...]:
    if by_helper:
        person = await person_by_id(scene.tx, matter.person_id)
        return (person.telegram_id,) if person else ()
    there = await readers_of(scene, matter)
    return tuple(each.telegram_id for each in there)


async def _tell(
    scene: Scene, before: PrivateMatter, matter: PrivateMatter, move: MatterMove
) -> None:
    """Change both cards: in place for whoever did it, below for the other side."""
    by = _part(move)
    for part in Part:
        placement = Placement.IN_PLACE if part is by else Placement.BELOW
        await _show(scene, matter, part, Showing(placement))
    if matter.helper != before.helper:
        await show_taken(scene, matter)


async def _show(scene: Scene, matter: PrivateMatter, part: Part, showing: Showing) -> None:
    """Show a matter to one side; when nobody is left who may help, the clerks get the number."""
    if part is Part.RESIDENT:
        await show_to_resident(scene, matter, showing)
        return
    there = await readers_of(scene, matter)
    for each in there:
        await show_to_helper(scene, matter, each, showing)
    if not there and matter.helper and matter.state is not MatterState.WITHDRAWN:
        await to_clerks(scene, matter, WAITING)
