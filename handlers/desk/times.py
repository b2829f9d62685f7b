"""What happens because time passes: unfinished reports are recalled, then shown to clerks."""

from bot.instants import MINUTE, Instant, after
from handlers.desk.drafts import show_unsent
from handlers.desk.scene import Scene
from handlers.desk.talking import recall_report
from storage.due import Due, Plan, schedule
from storage.talk import Talk, open_talk

QUIET = 10 * MINUTE
UNTIL_CLERKS = 50 * MINUTE


async def recall_draft(scene: Scene, talk: Talk, due: Due) -> None:
    """Remind of an unfinished report when its chat has been quiet; later the clerks see it."""
    current = await open_talk(scene.tx, talk.chat_id)
    last = max(talk.changed_at, current.changed_at if current else talk.changed_at)
    if last > after(scene.now, -QUIET):
        await _again(scene, due, after(last, QUIET))
        return
    await recall_report(scene, talk)
    to_clerks = Plan("draft_to_clerks", talk.subject, after(scene.now, UNTIL_CLERKS))
    await schedule(scene.tx, to_clerks)


async def show_draft_to_clerks(scene: Scene, talk: Talk, due: Due) -> None:
    """Put a report that stays unfinished on the clerks' list, with what was said so far."""
    if talk.changed_at > after(scene.now, -UNTIL_CLERKS):
        await _again(scene, due, after(talk.changed_at, UNTIL_CLERKS))
        return
    await show_unsent(scene, talk)


async def _again(scene: Scene, due: Due, at: Instant) -> None:
    plan = due.plan
    await schedule(scene.tx, Plan(plan.kind, plan.subject, at, plan.occurrence + 1))
