"""Who may see a case and in which part somebody acts on it, decided inside the turn."""

from bot.cases import Actor
from bot.community import Role
from handlers.desk.scene import Scene
from storage.case import Case, followers_of
from storage.staff import Grant, Holder, holders


def actor_of(case: Case, staff_code: str, role: Role) -> Actor | None:
    """Say in which part a member of staff acts on a case; None: in no part."""
    if case.new.assignment.staff_code == staff_code:
        return Actor.ASSIGNEE
    return Actor.CLERK if role is Role.CLERK else None


def acting_on(scene: Scene, case: Case) -> tuple[Grant, Actor] | None:
    """Return the person's place of the staff list that has to do with the case, and the part."""
    for grant in scene.grants:
        if grant.community == case.new.community:
            actor = actor_of(case, grant.staff_code, grant.role)
            if actor:
                return grant, actor
    return None


def is_reporter(scene: Scene, case: Case) -> bool:
    """Whether the person reported the case (never true of an anonymous one)."""
    return case.new.reporter_id == scene.person.id


async def may_see(scene: Scene, case: Case) -> bool:
    """Whether the person may see the case at all."""
    if is_reporter(scene, case) or acting_on(scene, case):
        return True
    return scene.person.telegram_id in await followers_of(scene.tx, case.id)


async def responsible_for(scene: Scene, case: Case) -> tuple[Holder, ...]:
    """Return who has the case: the assignee, or every clerk when nobody has it."""
    present = await holders(scene.tx, case.new.community)
    assignee = present.get(case.new.assignment.staff_code)
    if assignee:
        return (assignee,)
    return tuple(each for each in present.values() if each.grant.role is Role.CLERK)
