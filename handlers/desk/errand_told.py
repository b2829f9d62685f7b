"""Who is told of what happened to an errand: resident, whoever does it or did it, the clerks."""

from dataclasses import dataclass

from bot.community import Role
from bot.custody import without_receipt
from bot.errands import ErrandActor, ErrandMove
from bot.telling import Placement
from handlers.desk.errand_card import (
    Showing,
    formers,
    show_to_holder,
    show_to_resident,
    show_to_staff,
)
from handlers.desk.errand_left import settle_left, show_to_all_left, tell_of_papers_left
from handlers.desk.errand_tasks import (
    DENIED,
    NOBODY,
    PROBLEM,
    settle_tasks,
    to_clerks,
)
from handlers.desk.errands import LOOKED_THROUGH
from handlers.desk.scene import Scene
from storage.errand import Errand, open_errands, transfers_of
from storage.staff import Grant, holders

# What the resident should notice comes as a new card below; the rest changes the card silently.
NOTICED = frozenset(ErrandMove) - {ErrandMove.CONFIRM}


@dataclass(frozen=True, slots=True)
class Step:
    """A move that was made, in which part, and whether a press was all that it took."""

    move: ErrandMove
    actor: ErrandActor
    is_press: bool


async def tell_about_errand(scene: Scene, before: Errand, errand: Errand, step: Step) -> None:
    """Bring every card up to date, and put on the clerks' list what they must know."""
    await settle_tasks(scene, before, errand)
    by_resident = step.actor is ErrandActor.RESIDENT
    below = Placement.BELOW
    own = Placement.IN_PLACE if step.is_press else below
    other = below if step.move in NOTICED else Placement.IN_PLACE
    await show_to_resident(scene, errand, Showing(own if by_resident else other))
    await show_to_staff(scene, errand, Showing(other if by_resident else own))
    for each in await formers(scene, errand):
        await show_to_holder(scene, errand, each, Showing(below))
    await show_to_all_left(scene, errand, Showing(below))
    await settle_left(scene, errand)
    await _show_to_previous(scene, before, errand)
    if step.move is ErrandMove.DECLINE and errand.is_open:
        await to_clerks(scene, errand, NOBODY, errand.version)
    if step.move is ErrandMove.PROBLEM:
        await to_clerks(scene, errand, PROBLEM, errand.version)
    if step.move is ErrandMove.DENY:
        await to_clerks(scene, errand, DENIED, errand.version)
    if step.move in {ErrandMove.HAND_IN, ErrandMove.HAND_IN_MORE}:
        await _ask_for_receipt(scene, errand)


async def _ask_for_receipt(scene: Scene, errand: Errand) -> None:
    """Let the clerks confirm what is at their window; without one it stays one-sided."""
    if not without_receipt(await transfers_of(scene.tx, errand.id)):
        return
    people = await holders(scene.tx, errand.new.community)
    for each in people.values():
        if each.grant.role is Role.CLERK and each.grant.staff_code != errand.now.assignee:
            await show_to_holder(scene, errand, each, Showing(Placement.BELOW, "receipt"))


async def _show_to_previous(scene: Scene, before: Errand, errand: Errand) -> None:
    """Let whoever had it see that somebody else has it now."""
    people = await holders(scene.tx, errand.new.community)
    previous = people.get(before.now.assignee)
    if previous and before.now.assignee != errand.now.assignee:
        await show_to_holder(scene, errand, previous, Showing(Placement.IN_PLACE, "previous"))


async def hand_over_errands(scene: Scene) -> None:
    """Show somebody who has just joined what is his now; tell of papers that others still have."""
    community = scene.neighbourhood.community.code
    codes = {grant.staff_code for grant in scene.grants}
    for errand in await open_errands(scene.tx, community, LOOKED_THROUGH):
        if errand.now.assignee in codes:
            showing = Showing(Placement.BELOW, scene.once("joined"))
            await show_to_staff(scene, errand, showing)
    await tell_of_papers_left(scene, community)


async def show_to_deputies(scene: Scene, grant: Grant) -> None:
    """Show whoever stands in for somebody what goes on, so that it can be taken over."""
    community = scene.neighbourhood.community
    people = await holders(scene.tx, community.code)
    for errand in await open_errands(scene.tx, community.code, LOOKED_THROUGH):
        deputy = community.deputy_of.get(errand.new.home.grid)
        holder = people.get(deputy.code) if deputy else None
        if holder and errand.now.assignee == grant.staff_code != holder.grant.staff_code:
            showing = Showing(Placement.BELOW, scene.once("stands_in"))
            await show_to_holder(scene, errand, holder, showing)
