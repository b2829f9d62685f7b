"""What stands on the clerks' list about errands, and when it is taken off."""

from bot.errands import ErrandState
from handlers.desk.scene import Scene
from handlers.desk.tasks import CANCELLED, SEEN
from storage.errand import Errand
from storage.task import NewTask

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
    settled = []
    if errand.now.state is not ErrandState.ASKED:
        settled.append(f"{ACCEPT}:{errand.id}:0")
    if errand.now.assignee or not errand.is_open:
        settled.append(f"{NOBODY}:{errand.id}:{before.version}")
        settled.append(f"{NOBODY}:{errand.id}:0")
    if not errand.is_open:
        settled.append(f"{PROMISE}:{errand.id}:0")
    if errand.now.hands != before.now.hands:
        settled.append(f"{CUSTODY}:{errand.id}:{before.now.hands}")
    if before.now.state is ErrandState.PROBLEM is not errand.now.state:
        settled += [f"{PROBLEM}:{errand.id}:{version}" for version in range(errand.version)]
    for once in settled:
        await scene.board.settle(once, how)
