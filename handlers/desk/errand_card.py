"""An errand as a living card: who has which paper since when, and what can be done about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.actions import Action, Begin, MoveErrand, Show
from bot.community import Role
from bot.custody import (
    RESIDENT,
    Transfer,
    deniable,
    denied,
    elsewhere,
    held_by,
    is_involved,
    movable,
    staff_holder,
    to_confirm,
    without_receipt,
)
from bot.custody_word import admittable, at_door, only_denied
from bot.errand_proof import PROOF_MISSING, SIGNED
from bot.errands import (
    ErrandActor,
    ErrandMove,
    ErrandState,
    Standing,
    errand_moves,
)
from bot.telling import Button, Haste, Keyboard, Placement, Say
from handlers.desk.errand_parameters import (
    View,
    disputed_told,
    errand_told,
    last_day_told,
    visit_told,
)
from handlers.desk.errand_trip import trip_told
from handlers.desk.scene import Scene
from storage.errand import Errand, transfers_of
from storage.errand_check import check_of_errand
from storage.person import person_by_id
from storage.staff import Grant, Holder, holders

ERRAND, ERRAND_VIEW, PHOTOS_VIEW = "errand", "errand", "errand_photos"
FORM_VIEW, CHECK_PHOTOS_VIEW = "errand_form", "errand_check_photos"
AUTHORISATION_VIEW = "errand_authorisation"
WRITE = "errand_write"
# Moves that need a photo, words or a second thought, and the conversation that asks for them.
SCRIPT_OF_ERRAND_MOVE = {
    ErrandMove.COLLECT: "errand_collect",
    ErrandMove.ASK_FOR_PROOF: "errand_without_proof",
    ErrandMove.HAND_IN: "errand_hand_in",
    ErrandMove.HAND_IN_MORE: "errand_hand_in_more",
    ErrandMove.DENY: "errand_deny",
    ErrandMove.SETTLE: "errand_settle",
    ErrandMove.DOOR: "errand_door",
    ErrandMove.FETCH: "errand_fetch",
    ErrandMove.BRING_BACK: "errand_bring_back",
    ErrandMove.PROBLEM: "errand_problem",
    ErrandMove.DECLINE: "errand_decline",
    ErrandMove.CANCEL: "errand_cancel",
    ErrandMove.RECALL: "errand_recall",
}


@dataclass(frozen=True, slots=True)
class Showing:
    """How an errand is shown; `occasion` tells apart what is said of the same standing.

    `note` says why it is shown now: `late`, `reminder`, or nothing.
    """

    placement: Placement
    occasion: str = ""
    note: str = ""
    haste: Haste = Haste.REPLY


async def show_to_resident(scene: Scene, errand: Errand, showing: Showing) -> None:
    """Show an errand as it stands to whoever asked for it."""
    person = await person_by_id(scene.tx, errand.person_id)
    if person is None:
        return
    transfers = await transfers_of(scene.tx, errand.id)
    view = View(transfers, RESIDENT, await there(scene, errand))
    moves = errand_moves(ErrandActor.RESIDENT, standing_for(scene, errand, transfers, RESIDENT))
    await scene.tell(
        Say(
            f"{errand.subject}:{errand.version}:{showing.occasion}",
            person.telegram_id,
            "errand.card",
            {**errand_told(scene, errand, view), "note": showing.note},
            (
                *_keyboard(errand, moves, has_photos=_has_photos(transfers)),
                *_writing(errand, "to_staff"),
            ),
            subject=errand.subject,
            placement=showing.placement,
            haste=showing.haste,
        )
    )


async def show_to_staff(scene: Scene, errand: Errand, showing: Showing) -> None:
    """Show an errand to whoever does it; when nobody has it, or he has left, to every clerk."""
    for holder in await responsible_for_errand(scene, errand):
        await show_to_holder(scene, errand, holder, showing)


async def show_to_holder(scene: Scene, errand: Errand, holder: Holder, showing: Showing) -> None:
    """Show an errand to one member of staff, with what this one can do about it."""
    grant = holder.grant
    me = staff_holder(grant.person_id)
    transfers = await transfers_of(scene.tx, errand.id)
    standing = standing_for(scene, errand, transfers, me)
    actors = parts_of(scene, grant, errand, transfers)
    moves = tuple(
        dict.fromkeys(move for actor in actors for move in errand_moves(actor, standing))
    )
    await scene.tell(
        Say(
            f"staff_{errand.subject}:{errand.version}:{holder.telegram_id}:{showing.occasion}",
            holder.telegram_id,
            "errand.staff_card",
            {
                **errand_told(scene, errand, View(transfers, me, await there(scene, errand))),
                **visit_told(errand),
                **await trip_told(scene, errand, transfers),
                "good_until": last_day_told(scene, errand),
                "note": showing.note,
                "is_mine": grant.staff_code == errand.now.assignee,
                "disputed": disputed_told(scene, errand, held_by(transfers, me), transfers),
            },
            (
                *_keyboard(errand, moves, has_photos=_has_photos(transfers)),
                *_writing(errand, "to_resident"),
                *await _check_photos(scene, errand),
            ),
            subject=f"staff_{errand.subject}",
            placement=showing.placement,
            haste=showing.haste,
            audience=f"staff:{grant.id}",
        )
    )


async def responsible_for_errand(scene: Scene, errand: Errand) -> tuple[Holder, ...]:
    """Return who does it, or every clerk when nobody who can be reached does."""
    people = await holders(scene.tx, errand.new.community)
    runner = people.get(errand.now.assignee)
    if runner:
        return (runner,)
    return tuple(each for each in people.values() if each.grant.role is Role.CLERK)


async def formers(scene: Scene, errand: Errand) -> tuple[Holder, ...]:
    """Return who of the staff does not do it but has to confirm, or to give on, some paper."""
    transfers = await transfers_of(scene.tx, errand.id)
    people = await holders(scene.tx, errand.new.community)
    return tuple(
        each
        for each in people.values()
        if each.grant.staff_code != errand.now.assignee
        and is_involved(transfers, staff_holder(each.grant.person_id))
    )


def parts_of(
    scene: Scene, grant: Grant, errand: Errand, transfers: Sequence[Transfer]
) -> tuple[ErrandActor, ...]:
    """Say in which parts a member of staff acts on an errand; none: it is not his business."""
    if grant.community != errand.new.community:
        return ()
    is_former = is_involved(transfers, staff_holder(grant.person_id))
    former = (ErrandActor.FORMER,) if is_former else ()
    if grant.staff_code == errand.now.assignee:
        return (ErrandActor.RUNNER, *former)
    if grant.role is Role.CLERK:
        return (ErrandActor.CLERK, *former)
    member = scene.neighbourhood.community.staff.get(grant.staff_code)
    grids = (*member.grids, *member.deputy_for) if member else ()
    stand_in = (ErrandActor.STAND_IN,) if errand.new.home.grid in grids else ()
    return (*stand_in, *former)


def standing_for(
    scene: Scene, errand: Errand, transfers: Sequence[Transfer], holder: str
) -> Standing:
    """Return how an errand stands for one holder."""
    return Standing(
        errand.now.state,
        bool(to_confirm(transfers, holder)),
        bool(elsewhere(transfers, holder)),
        errand.now.before,
        errand.is_unproven,
        errand.now.reason == PROOF_MISSING,
        any(each.is_disputed for each in transfers),
        bool(without_receipt(transfers)),
        bool(deniable(transfers, holder, scene.now)),
        bool(denied(transfers, holder)),
        bool(movable(ErrandMove.HAND_IN_MORE, errand.now.state, transfers, holder)),
        only_denied(transfers, holder),
        bool(admittable(transfers, holder)),
        bool(at_door(transfers, holder)),
    )


async def there(scene: Scene, errand: Errand) -> frozenset[str]:
    """Return who of the staff is at a post and can be reached."""
    people = await holders(scene.tx, errand.new.community)
    return frozenset(staff_holder(each.grant.person_id) for each in people.values())


def _has_photos(transfers: Sequence[Transfer]) -> bool:
    return any(each.photo for each in transfers)


def _keyboard(errand: Errand, moves: Sequence[ErrandMove], *, has_photos: bool) -> Keyboard:
    # To stop for want of a proof is one of the ways to say that there is none.
    shown = [move for move in moves if move is not ErrandMove.STOP]
    buttons = [_button(errand, move) for move in shown]
    if errand.is_unproven and ErrandMove.CANCEL in moves and errand.new.basis == SIGNED:
        buttons.append(Button("errand_proof.button.form", Show(FORM_VIEW, str(errand.id))))
    if errand.is_open:
        words = Show(AUTHORISATION_VIEW, str(errand.id))
        buttons.append(Button("errand.button.authorisation", words))
    if has_photos:
        buttons.append(Button("errand.button.photos", Show(PHOTOS_VIEW, str(errand.id))))
    if errand.now.state is ErrandState.DECLINED:
        buttons.append(Button("errand.button.papers_then", Begin("pre_check", errand.new.service)))
    return tuple((each,) for each in buttons)


def _writing(errand: Errand, to: str) -> Keyboard:
    """Return a button with which one side writes to the other, as long as it goes on."""
    write = Button(f"errand_note.button.{to}", Begin(WRITE, str(errand.id)))
    return ((write,),) if errand.is_open else ()


async def _check_photos(scene: Scene, errand: Errand) -> Keyboard:
    kept = await check_of_errand(scene.tx, errand.id) if errand.is_open else None
    if kept is None or kept.check is None or not kept.shows_photos:
        return ()
    return ((Button("errand_known.button.photos", Show(CHECK_PHOTOS_VIEW, str(errand.id))),),)


def move_keyboard(errand: Errand, moves: Sequence[ErrandMove]) -> Keyboard:
    """Return a button for each move."""
    return tuple((_button(errand, move),) for move in moves)


def _button(errand: Errand, move: ErrandMove) -> Button:
    script = SCRIPT_OF_ERRAND_MOVE.get(move)
    action: Action = (
        Begin(script, str(errand.id)) if script else MoveErrand(errand.id, errand.version, move)
    )
    if move is ErrandMove.ASK_FOR_PROOF:
        return Button(f"errand_proof.button.not_seen.{errand.new.basis}", action)
    return Button(f"errand.button.{move}", action)
