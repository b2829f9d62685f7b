"""What happens because time passes: unfinished reports are recalled, and then shown to the clerks."""

from bot.events import ChatKind, Happened, Sender, UnblockedBot
from bot.instants import MINUTE, Instant, after
from handlers.desk.scene import Scene
from handlers.desk.talking import resume_report
from storage.due import Due, Plan, schedule
from storage.person import Person
from storage.talk import Talk
from storage.task import NewTask, add_task

QUIET = 10 * MINUTE
UNTIL_CLERKS = 50 * MINUTE
DETAIL_LENGTH = 120


async def recall_draft(scene: Scene, talk: Talk, due: Due) -> None:
    """Remind of an unfinished report, when it has been quiet; later the clerks see it."""
    if talk.changed_at > after(scene.now, -QUIET):
        again = Plan(
            due.plan.kind, talk.subject, after(talk.changed_at, QUIET), due.plan.occurrence + 1
        )
        await schedule(scene.tx, again)
        return
    if talk.state == "open":
        await resume_report(scene, talk)
    to_clerks = Plan("draft_to_clerks", talk.subject, after(scene.now, UNTIL_CLERKS))
    await schedule(scene.tx, to_clerks)


async def show_draft_to_clerks(scene: Scene, talk: Talk, _: Due) -> None:
    """Put an unfinished report on the clerks' list, with what was said so far."""
    words = dict(talk.answers).get("words", "")
    detail = f"{scene.person.name}: {words}"[:DETAIL_LENGTH] if words else scene.person.name
    task = NewTask(
        f"draft:{talk.id}",
        scene.neighbourhood.community.code,
        "unsent_draft",
        talk.subject,
        detail,
    )
    await add_task(scene.tx, task, scene.now)


FIRING = {"draft_recall": recall_draft, "draft_to_clerks": show_draft_to_clerks}


def clock_event(chat_id: int, person: Person, now: Instant, due: int) -> Happened:
    """Return the event of a turn that nobody but the clock has started."""
    sender = Sender(person.telegram_id, person.name, person.language)
    return Happened(-due, chat_id, ChatKind.PRIVATE, 0, sender, now, UnblockedBot())
