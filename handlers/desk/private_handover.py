"""A confidential matter goes to another helper; whoever gave it reads nothing more of it."""

from dataclasses import replace

from bot.private_matters import MatterMove, MatterOutcome, MatterState, accepted_by
from bot.telling import Placement
from handlers.desk.private_card import (
    Showing,
    helpers_of,
    readers_of,
    show_given,
    show_to_helper,
    show_to_resident,
)
from handlers.desk.private_matters import note_deed, reach, settle_tasks
from handlers.desk.private_meeting import MEETING
from handlers.desk.scene import Scene
from handlers.desk.tasks import SEEN
from storage import due as plans
from storage import private_matter as stored
from storage.private_matter import PrivateMatter
from storage.staff import Grant


async def hand_over(
    scene: Scene, matter: PrivateMatter, giver: Grant, to: str
) -> PrivateMatter | None:
    """Give a matter to another holder of the role (`to`), or let it wait for all of them again.

    None when it has changed meanwhile, or nobody holds that place any more.
    """
    if to and not await helpers_of(scene, matter.new.role, to):
        return None
    await settle_tasks(scene, matter, SEEN)
    wanted = replace(matter, helper=to) if to else _waiting_again(scene, matter)
    moved = await stored.hand_over_matter(scene.tx, matter, giver.person_id, wanted, scene.now)
    if moved is None:
        return None
    await note_deed(scene, moved, MatterMove.HAND_OVER)
    await show_given(scene, moved, giver)
    showing = Showing(Placement.BELOW, handed_by=giver.staff_code)
    if to:
        for each in await readers_of(scene, moved):
            await show_to_helper(scene, moved, each, showing)
    else:
        await plans.cancel(scene.tx, MEETING, moved.subject)
        await stored.note_outcome(scene.tx, moved.id, MatterOutcome())
        moved = await reach(scene, moved, showing)
    await show_to_resident(scene, moved, showing)
    return moved


def _waiting_again(scene: Scene, matter: PrivateMatter) -> PrivateMatter:
    """Return how a matter stands when nobody has it in hand any more."""
    accept_by = accepted_by(None, scene.neighbourhood.community, scene.now)
    new = replace(matter.new, accept_by=accept_by)
    return replace(matter, helper="", state=MatterState.RECEIVED, new=new, reached=False)
