"""A confidential matter as a living card: for the resident, and for whoever may help.

What it is about is not told here: it is added when the message leaves, for a chat that may read it
at that moment (`storage/sending.py`).
"""

from dataclasses import dataclass

from bot.actions import Begin, MoveMatter
from bot.community import Role
from bot.instants import Instant
from bot.private_matters import MatterMove, MatterState, Part, moves_of
from bot.telling import Button, Haste, Keyboard, Parameter, Placement, Say
from handlers.desk.scene import Scene
from storage.person import person_by_id
from storage.private_matter import PrivateMatter
from storage.staff import Grant, Holder, holders

# Moves that need words, and the conversation that asks for them.
SCRIPT_OF_MATTER_MOVE = {
    MatterMove.TELL: "matter_tell",
    MatterMove.REPLY: "matter_reply",
    MatterMove.MEET: "matter_meet",
    MatterMove.SETTLE: "matter_settle",
    MatterMove.MISSING: "matter_missing",
    MatterMove.END: "matter_end",
    MatterMove.WITHDRAW: "matter_withdraw",
    MatterMove.HAND_OVER: "matter_hand_over",
}


@dataclass(frozen=True, slots=True)
class Showing:
    """How a matter is shown; `occasion` tells apart what is said of the same standing.

    `handed_by` (staff code) has just given it out of hand. A reminder is of no use any more at
    `until`.
    """

    placement: Placement
    occasion: str = ""
    haste: Haste = Haste.REPLY
    handed_by: str = ""
    until: Instant | None = None


async def helpers_of(scene: Scene, role: Role, helper: str) -> tuple[Holder, ...]:
    """Return who may read a matter of a role now: everybody, or who took it up."""
    present = await holders(scene.tx, scene.neighbourhood.community.code)
    return tuple(
        each
        for each in present.values()
        if each.grant.role is role and helper in {"", each.grant.staff_code}
    )


async def readers_of(scene: Scene, matter: PrivateMatter) -> tuple[Holder, ...]:
    """Return who may help with a matter now; of one that waits, not who gave it out of hand."""
    there = await helpers_of(scene, matter.new.role, matter.helper)
    return tuple(
        each for each in there if matter.helper or each.grant.person_id not in matter.former
    )


async def show_to_resident(scene: Scene, matter: PrivateMatter, showing: Showing) -> None:
    """Show a matter as it stands to whoever applied."""
    person = await person_by_id(scene.tx, matter.person_id)
    if person is None:
        return
    await scene.tell(
        Say(
            f"{matter.subject}:{matter.version}:{showing.occasion}",
            person.telegram_id,
            "private_matter.card",
            _parameters(matter, showing),
            _keyboard(matter, Part.RESIDENT),
            subject=matter.subject,
            placement=showing.placement,
            haste=showing.haste,
            expires_at=showing.until,
            audience=confidential(matter),
        )
    )


async def show_to_helper(
    scene: Scene, matter: PrivateMatter, helper: Holder, showing: Showing
) -> None:
    """Show a matter to one of those who may read it."""
    await scene.tell(
        Say(
            f"helper_{matter.subject}:{matter.version}:{helper.grant.id}:{showing.occasion}",
            helper.telegram_id,
            "private_matter.helper_card",
            _parameters(matter, showing),
            _keyboard(matter, Part.HELPER),
            subject=f"helper_{matter.subject}",
            placement=showing.placement,
            haste=showing.haste,
            expires_at=showing.until,
            audience=confidential(matter),
        )
    )


async def show_given(scene: Scene, matter: PrivateMatter, giver: Grant) -> None:
    """Take the card of a matter from whoever gave it out of hand: only its number stays."""
    await _show_number(scene, matter, Holder(giver, scene.chat_id), "private_matter.given")


async def show_taken(scene: Scene, matter: PrivateMatter) -> None:
    """Take the card of a matter from those who did not take it up: only its number stays."""
    for each in await helpers_of(scene, matter.new.role, ""):
        is_former = each.grant.person_id in matter.former
        if each.grant.staff_code != matter.helper and not is_former:
            await _show_number(scene, matter, each, "private_matter.taken")


async def _show_number(scene: Scene, matter: PrivateMatter, holder: Holder, key: str) -> None:
    await scene.tell(
        Say(
            f"{key}:{matter.subject}:{matter.version}:{holder.grant.id}",
            holder.telegram_id,
            key,
            {"number": matter.new.number, "service": matter.new.service.value},
            subject=f"helper_{matter.subject}",
            audience=f"staff:{holder.grant.id}",
        )
    )


def confidential(matter: PrivateMatter, note: int = 0) -> str:
    """Return the audience that may read a matter, and the note that goes with it."""
    return f"confidential:{matter.id}:{note}"


def _parameters(matter: PrivateMatter, showing: Showing) -> dict[str, Parameter]:
    is_over = matter.state is MatterState.WITHDRAWN
    return {
        "number": matter.new.number,
        "service": matter.new.service.value,
        "state": matter.state.value,
        "accept_by": matter.new.accept_by,
        "helper": matter.helper,
        "is_reached": matter.reached or bool(matter.helper),
        "is_empty": is_over,
        "handed_by": showing.handed_by,
        "is_reminder": showing.until is not None,
    }


def _keyboard(matter: PrivateMatter, part: Part) -> Keyboard:
    buttons = [_button(matter, move) for move in moves_of(part, matter.new.service, matter.state)]
    first, rest = buttons[:1], buttons[1:]
    pairs = [tuple(rest[at : at + 2]) for at in range(0, len(rest), 2)]
    return (tuple(first), *pairs) if first else ()


def _button(matter: PrivateMatter, move: MatterMove) -> Button:
    script = SCRIPT_OF_MATTER_MOVE.get(move)
    action = (
        Begin(script, str(matter.id)) if script else MoveMatter(matter.id, matter.version, move)
    )
    return Button(f"private_matter.button.{move}", action)
