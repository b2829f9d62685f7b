"""What the clock does about errands: who has it is reminded first, then the clerks are told."""

from bot.custody import RESIDENT, Transfer, is_staff, present, waits_for
from bot.errand_terms import ErrandTerms
from bot.errand_times import accepted_by, again_at, custody_until, patience_until
from bot.errands import ErrandState
from bot.instants import Instant
from bot.telling import Haste, Placement
from handlers.desk.errand_card import (
    Showing,
    formers,
    show_to_holder,
    show_to_resident,
    show_to_staff,
)
from handlers.desk.errand_left import show_to_all_left
from handlers.desk.errand_tasks import ACCEPT, CUSTODY, NOBODY, PROMISE, is_listed, to_clerks
from handlers.desk.scene import Scene
from storage import due as plans
from storage.due import Due, Plan
from storage.errand import Errand, transfers_of
from storage.staff import holders

# What comes when the first reminder has changed nothing.
NEXT = {kind: f"{kind}_clerks" for kind in (ACCEPT, PROMISE, CUSTODY)}
FIRST = {then: kind for kind, then in NEXT.items()}
# What comes each working day after that, as long as it stands. Its occurrence counts both the one
# of the first reminder and the rounds.
AGAIN = {kind: f"{kind}_again" for kind in (ACCEPT, PROMISE, CUSTODY)}
FIRST_OF_AGAIN = {then: kind for kind, then in AGAIN.items()}
ROUNDS = 1000


async def plan_at_the_start(scene: Scene, errand: Errand, terms: ErrandTerms) -> None:
    """Plan that somebody looks when nobody takes it on, and when the promise is over."""
    accept = accepted_by(terms, scene.neighbourhood.community, scene.now)
    await plans.schedule(scene.tx, Plan(ACCEPT, errand.subject, accept))
    await plans.schedule(scene.tx, Plan(PROMISE, errand.subject, errand.new.promised_by))
    if not errand.now.assignee:
        await to_clerks(scene, errand, NOBODY, 0)


async def plan_custody(scene: Scene, errand: Errand) -> None:
    """Plan that somebody looks when papers stay in the same hands for too long."""
    community = scene.neighbourhood.community
    terms = community.errands.get(errand.new.service)
    for kind in (CUSTODY, NEXT[CUSTODY], AGAIN[CUSTODY]):
        await plans.cancel(scene.tx, kind, errand.subject)
    # A matter that is not offered any more has no terms; then the general patience counts.
    until = (
        custody_until(terms, community, scene.now)
        if terms
        else patience_until(community, scene.now)
    )
    await plans.schedule(scene.tx, Plan(CUSTODY, errand.subject, until, errand.now.hands))


async def remind_staff(scene: Scene, errand: Errand, due: Due) -> None:
    """Remind whoever has it, if it still stands; the clerks come later, or now for want of one."""
    transfers = await transfers_of(scene.tx, errand.id)
    if not stands(errand, transfers, due.plan, scene.now):
        return
    kind = due.plan.kind
    showing = Showing(Placement.BELOW, f"{kind}:{due.plan.occurrence}", "late", Haste.REMINDER)
    if waits_for_resident(errand, transfers):
        await show_to_resident(scene, errand, showing)
    else:
        await show_to_staff(scene, errand, showing)
        for each in await formers(scene, errand):
            await show_to_holder(scene, errand, each, showing)
        await show_to_all_left(scene, errand, showing)
    community = scene.neighbourhood.community
    people = await holders(scene.tx, community.code)
    is_somebodys = errand.now.assignee in people
    at = patience_until(community, scene.now) if is_somebodys else scene.now
    then = Plan(NEXT[kind], errand.subject, at, due.plan.occurrence)
    await plans.schedule(scene.tx, then)


async def tell_clerks(scene: Scene, errand: Errand, due: Due) -> None:
    """Put it on the clerks' list, and tell the resident the truth."""
    first = FIRST[due.plan.kind]
    transfers = await transfers_of(scene.tx, errand.id)
    plan = Plan(first, errand.subject, due.plan.due_at, due.plan.occurrence)
    if not stands(errand, transfers, plan, scene.now):
        return
    await to_clerks(scene, errand, first, due.plan.occurrence)
    occasion = f"{due.plan.kind}:{due.plan.occurrence}"
    showing = Showing(Placement.BELOW, occasion, "told_clerks", Haste.REMINDER)
    await show_to_resident(scene, errand, showing)
    await _plan_again(scene, errand, first, due.plan.occurrence * ROUNDS)


async def tell_again(scene: Scene, errand: Errand, due: Due) -> None:
    """Put it on the clerks' list once more, after somebody has looked and nothing has changed."""
    first = FIRST_OF_AGAIN[due.plan.kind]
    transfers = await transfers_of(scene.tx, errand.id)
    plan = Plan(first, errand.subject, due.plan.due_at, due.plan.occurrence // ROUNDS)
    if not stands(errand, transfers, plan, scene.now):
        return
    if not await is_listed(scene, errand, first):
        await to_clerks(scene, errand, first, f"again:{due.plan.occurrence}")
    await _plan_again(scene, errand, first, due.plan.occurrence + 1)


async def _plan_again(scene: Scene, errand: Errand, first: str, occurrence: int) -> None:
    at = again_at(scene.neighbourhood.community, scene.now)
    await plans.schedule(scene.tx, Plan(AGAIN[first], errand.subject, at, occurrence))


def stands(errand: Errand, transfers: tuple[Transfer, ...], plan: Plan, now: Instant) -> bool:
    """Whether what was to be looked at is still so."""
    if plan.kind == ACCEPT:
        return errand.now.state is ErrandState.ASKED
    if plan.kind == PROMISE:
        return errand.is_open and errand.new.promised_by <= now
    is_same = errand.now.hands == plan.occurrence
    return is_same and (_with_staff(transfers) or waits_for_resident(errand, transfers))


def waits_for_resident(errand: Errand, transfers: tuple[Transfer, ...]) -> bool:
    """Whether all is back, and only the resident has not confirmed it."""
    return not errand.is_open and any(waits_for(each, RESIDENT) for each in transfers)


def _with_staff(transfers: tuple[Transfer, ...]) -> bool:
    return any(is_staff(each.receiver) for each in present(transfers).values())
