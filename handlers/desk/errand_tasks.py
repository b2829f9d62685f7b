"""What stands on the clerks' list about errands, and when it is taken off."""

from bot.custody import RESIDENT, Transfer, is_staff, present, waits_for
from bot.errands import ErrandState
from handlers.desk.scene import Scene
from handlers.desk.tasks import CANCELLED, SEEN
from storage.errand import Errand, transfers_of
from storage.task import NewTask, tasks_about

# What is looked at when its time is over, and told to the clerks when that changed nothing.
ACCEPT, PROMISE, CUSTODY = "errand_accept", "errand_promise", "errand_custody"
# Everything that can stand on the clerks' list about an errand as such.
NOBODY, PROBLEM, DENIED, LEFT_POST = (
    "errand_nobody",
    "errand_problem",
    "errand_denied",
    "errand_left_post",
)


async def to_clerks(scene: Scene, errand: Errand, kind: str, occurrence: int | str) -> None:
    """Put an errand on the clerks' list, once for each occurrence."""
    community = scene.neighbourhood.community
    service = community.services.get(errand.new.service)
    language = scene.words.languages[0]
    named = service.name.in_language(language) if service else errand.new.service
    detail = " · ".join([errand.new.number, named, errand.new.for_whom or errand.new.name])
    once = f"{kind}:{errand.id}:{occurrence}"
    task = NewTask(once, errand.new.community, kind, errand.subject, detail)
    await scene.board.add(task)


async def settle_tasks(scene: Scene, before: Errand, errand: Errand) -> None:
    """Take off the clerks' list what is not so any more."""
    how = CANCELLED if errand.now.state is ErrandState.CANCELLED else SEEN
    transfers = await transfers_of(scene.tx, errand.id)
    for task in await tasks_about(scene.tx, errand.subject):
        if task.kind in _over(before, errand, transfers):
            await scene.board.finish(task, None, how)


async def is_listed(scene: Scene, errand: Errand, kind: str) -> bool:
    """Whether something about an errand is on the clerks' list and nobody has seen to it."""
    return any(each.kind == kind for each in await tasks_about(scene.tx, errand.subject))


def _over(before: Errand, errand: Errand, transfers: tuple[Transfer, ...]) -> frozenset[str]:
    """Return the kinds of tasks for which there is no reason any more."""
    has_moved = errand.now.hands != before.now.hands
    with_staff = any(is_staff(each.receiver) for each in present(transfers).values())
    waits = with_staff or any(waits_for(each, RESIDENT) for each in transfers)
    reasons = {
        ACCEPT: errand.now.state is ErrandState.ASKED,
        NOBODY: errand.is_open and not errand.now.assignee,
        PROMISE: errand.is_open,
        CUSTODY: waits and not has_moved,
        PROBLEM: errand.now.state is ErrandState.PROBLEM,
        DENIED: any(each.is_disputed for each in transfers),
    }
    return frozenset(kind for kind, stands in reasons.items() if not stands)
