"""What the person reported lately: to it belong later answers, edits and further words."""

from handlers.desk.scene import Scene
from storage.case import Case, cases_of_reporter

LATEST = 8


async def own_cases(scene: Scene) -> tuple[Case, ...]:
    """Return the person's latest cases, newest first."""
    return await cases_of_reporter(scene.tx, scene.person.id, LATEST)
