"""Somebody stopped the bot: staff who cannot be written to are no staff to rely on."""

from handlers.desk.errand_left import tell_of_papers_left
from handlers.desk.scene import Scene
from storage.case import open_cases_of
from storage.person import mark_person
from storage.task import NewTask

ANY = 1


async def lose(scene: Scene) -> None:
    """Remember that the person cannot be reached; of staff with open cases the clerks hear."""
    await mark_person(scene.tx, scene.person.id, "blocked")
    for grant in scene.grants:
        if await open_cases_of(scene.tx, grant.community, grant.staff_code, ANY):
            member = scene.neighbourhood.community.staff.get(grant.staff_code)
            once = f"gone:{grant.id}:{scene.happened.inbox}"
            name = member.name if member else grant.staff_code
            subject = f"staff:{grant.staff_code}"
            task = NewTask(once, grant.community, "undeliverable", subject, name)
            await scene.board.add(task)
    for community in {grant.community for grant in scene.grants}:
        await tell_of_papers_left(scene, community)
