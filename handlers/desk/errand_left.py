"""Who is at no post any more, or cannot be reached, and still has papers of somebody."""

from bot.custody import (
    Transfer,
    is_involved,
    is_staff,
    present,
    staff_holder,
    staff_involved,
)
from bot.errands import ErrandActor, errand_moves
from bot.telling import Placement, Say
from handlers.desk.errand_card import (
    Showing,
    move_keyboard,
    show_to_resident,
    show_to_staff,
    standing_for,
    there,
)
from handlers.desk.errand_parameters import View, papers_told, service_name
from handlers.desk.errand_tasks import LEFT_POST, to_clerks
from handlers.desk.scene import Scene
from handlers.desk.tasks import SEEN
from storage.errand import Errand, open_errands, transfers_of
from storage.person import Person, person_by_id
from storage.task import task_by_once

LOOKED_THROUGH = 200


def has_left_with(scene: Scene, errand: Errand, transfers: tuple[Transfer, ...]) -> bool:
    """Whether the person is at no post here, but has papers or has to confirm something."""
    community = errand.new.community
    is_here = any(grant.community == community for grant in scene.grants)
    return not is_here and is_involved(transfers, staff_holder(scene.person.id))


async def show_to_left(scene: Scene, errand: Errand, person: Person, showing: Showing) -> None:
    """Show somebody who is at no post any more which papers are still to be given on."""
    transfers, me = await transfers_of(scene.tx, errand.id), staff_holder(person.id)
    moves = errand_moves(ErrandActor.FORMER, standing_for(scene, errand, transfers, me))
    own = [each for each in transfers if me in {each.giver, each.receiver}]
    codes = {each.paper for each in own}
    view = View([x for x in transfers if x.paper in codes], me, await there(scene, errand))
    has_some = any(each.receiver == me for each in present(transfers).values())
    await scene.tell(
        Say(
            f"left_{errand.subject}:{errand.version}:{person.id}:{showing.occasion}",
            person.telegram_id,
            "errand_left.card",
            {
                "number": errand.new.number,
                "service": service_name(scene, errand),
                "papers": papers_told(scene, view),
                "has_some": has_some,
                "runner": errand.now.assignee,
            },
            move_keyboard(errand, moves),
            subject=f"left_{errand.subject}",
            placement=showing.placement,
            haste=showing.haste,
        )
    )


async def show_to_all_left(scene: Scene, errand: Errand, showing: Showing) -> None:
    """Show it to everybody who is at no post any more and still has to do with a paper."""
    transfers = await transfers_of(scene.tx, errand.id)
    at_posts = await there(scene, errand)
    for identity in staff_involved(transfers):
        person = await person_by_id(scene.tx, identity)
        if person and staff_holder(identity) not in at_posts:
            await show_to_left(scene, errand, person, showing)


async def tell_of_papers_left(scene: Scene, community: str) -> None:
    """Tell clerks, resident and whoever left of papers that are still with somebody who left."""
    for errand in await open_errands(scene.tx, community, LOOKED_THROUGH):
        at_posts = await there(scene, errand)
        latest = present(await transfers_of(scene.tx, errand.id)).values()
        gone = {x.receiver for x in latest if is_staff(x.receiver)} - at_posts
        # Nobody hears it twice because somebody else joins or leaves.
        news = [who for who in sorted(gone) if await _is_news(scene, errand, who)]
        for who in news:
            await to_clerks(scene, errand, LEFT_POST, who)
        if news:
            once = scene.once("left")
            await show_to_resident(scene, errand, Showing(Placement.IN_PLACE, once))
            await show_to_staff(scene, errand, Showing(Placement.BELOW, once))
            await show_to_all_left(scene, errand, Showing(Placement.BELOW, once))


async def _is_news(scene: Scene, errand: Errand, who: str) -> bool:
    return await task_by_once(scene.tx, f"{LEFT_POST}:{errand.id}:{who}") is None


async def settle_left(scene: Scene, errand: Errand) -> None:
    """Take off the clerks' list whoever has given everything on."""
    transfers = await transfers_of(scene.tx, errand.id)
    holding = {each.receiver for each in present(transfers).values()}
    for who in {each.giver for each in transfers if is_staff(each.giver)} - holding:
        await scene.board.settle(f"{LEFT_POST}:{errand.id}:{who}", SEEN)
