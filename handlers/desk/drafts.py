"""Reports that are not sent yet: shown to the clerks, at once when somebody may be in danger.

Who writes is not said before the report is sent: it may still become an anonymous one.
"""

from conversations.engine import Asking
from handlers.desk.scene import Scene
from handlers.desk.tasks import SENT
from storage.due import cancel
from storage.talk import Talk
from storage.task import NewTask

WARNING = "danger."
DETAIL_LENGTH = 120
KEYS = ("danger", "draft")


async def tell_of_danger(scene: Scene, talk: Talk, asking: Asking) -> None:
    """Tell the clerks when a report stops at a warning."""
    if asking.question.name.startswith(WARNING):
        category = asking.question.name.removeprefix(WARNING)
        await _show(scene, talk, "danger", "danger_draft", category)


async def show_unsent(scene: Scene, talk: Talk) -> None:
    """Tell the clerks of a report that was left unfinished."""
    await _show(scene, talk, "draft", "unsent_draft", dict(talk.answers).get("category", ""))


async def end_draft(scene: Scene, talk: Talk, how: str, *, forget: bool = False) -> None:
    """Take a report that is no draft any more off the clerks' list."""
    for kind in ("draft_recall", "draft_to_clerks"):
        await cancel(scene.tx, kind, talk.subject)
    for key in KEYS:
        # Danger does not go away because somebody stops writing about it.
        if key != "danger" or how == SENT:
            await scene.board.settle(f"{key}:{talk.id}", how, forget=forget)


async def _show(scene: Scene, talk: Talk, key: str, kind: str, category: str) -> None:
    community = scene.neighbourhood.community
    known = community.categories.get(category)
    name = known.name.in_language(scene.words.languages[0]) if known else ""
    words = talk.answers.get("words", "")
    detail = " · ".join(filter(None, (name, words)))[:DETAIL_LENGTH]
    task = NewTask(f"{key}:{talk.id}", community.code, kind, talk.subject, detail)
    await scene.board.add(task)
