"""What whoever runs an errand takes to the window beside the originals, and where that is."""

from collections.abc import Sequence

from bot.custody import Transfer
from bot.errands import ErrandState
from bot.telling import Parameter
from conversations.errand_papers import needs_told
from conversations.service_words import window_told
from handlers.desk.guiding import guide_of, opened_of
from handlers.desk.scene import Scene
from storage.errand import Errand

# Until everything is at the window, it matters what goes there; afterwards only where it is.
_PREPARING = frozenset(
    {ErrandState.ASKED, ErrandState.ACCEPTED, ErrandState.COLLECTED, ErrandState.PROBLEM}
)
_AT_WINDOW = frozenset({ErrandState.HANDED_IN})


def trip_told(scene: Scene, errand: Errand, transfers: Sequence[Transfer]) -> dict[str, Parameter]:
    """Tell what else is taken along and the window, as long as somebody still goes there."""
    guide = guide_of(scene)
    service = guide.services.get(errand.new.service)
    goes = errand.now.state in _PREPARING | _AT_WINDOW
    if service is None or not goes:
        return {"along": [], "window": None}
    window = guide.windows[service.window]
    originals = [each.paper for each in transfers]
    prepares = errand.now.state in _PREPARING
    return {
        "along": needs_told(guide, service, originals) if prepares else [],
        "window": window_told(guide, window, opened_of(scene, service.window)),
    }
