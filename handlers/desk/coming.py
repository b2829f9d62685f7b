"""What will change at the centre, for the clerks: seen before it holds."""

from bot.coming_changes import Change, coming_changes
from bot.telling import Parameter
from conversations.category import said
from handlers.desk.guiding import local_now
from handlers.desk.scene import Scene

SHOWN = 12


async def show_coming(scene: Scene) -> None:
    """Show what every service will say anew and no more, the next change first."""
    today = local_now(scene).date().isoformat()
    changes = coming_changes(scene.neighbourhood.community, today)
    told: list[Parameter] = [_told(change) for change in changes[:SHOWN]]
    more = max(0, len(changes) - SHOWN)
    await scene.say("coming.list", {"changes": told, "more": more})


def _told(change: Change) -> Parameter:
    return {
        "day": change.day,
        "service": said(change.service.name),
        "new": [said(text) for text in change.new],
        "gone": [said(text) for text in change.gone],
        "begins": change.begins,
        "ends": change.ends,
    }
