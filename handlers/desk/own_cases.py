"""What the person reported lately, and what a member of staff has in hand: words belong to it."""

from conversations.facts import SimilarCase
from handlers.desk.scene import Scene
from storage.case import Case, cases_of_reporter, open_cases_of

LATEST = 8


async def own_cases(scene: Scene) -> tuple[Case, ...]:
    """Return the person's latest cases, newest first."""
    return await cases_of_reporter(scene.tx, scene.person.id, LATEST)


async def in_hand(scene: Scene) -> tuple[SimilarCase, ...]:
    """Return the open cases that the person is responsible for, oldest first."""
    cases = [
        case
        for grant in scene.grants
        for case in await open_cases_of(scene.tx, grant.community, grant.staff_code, LATEST)
    ]
    return tuple(map(as_shown, cases))


def as_shown(case: Case) -> SimilarCase:
    """Return what a conversation may know of a case."""
    new = case.new
    return SimilarCase(case.id, new.number, new.category, new.place.building, case.opened_at)
