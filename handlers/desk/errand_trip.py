"""What whoever runs an errand takes to the window beside the originals, and where that is."""

from collections.abc import Sequence

from bot.custody import Transfer
from bot.errands import ErrandState
from bot.telling import Parameter
from conversations.errand_papers import checked_needs_told, needs_told
from conversations.errand_words import papers_told
from conversations.service_words import window_told
from handlers.desk.guiding import guide_of, opened_of
from handlers.desk.scene import Scene
from handlers.desk.verdict_told import judge
from storage.errand import Errand
from storage.errand_check import check_of_errand
from storage.pre_check import check_by_id

# Until everything is at the window, it matters what goes there; afterwards only where it is.
_PREPARING = frozenset(
    {ErrandState.ASKED, ErrandState.ACCEPTED, ErrandState.COLLECTED, ErrandState.PROBLEM}
)
_AT_WINDOW = frozenset({ErrandState.HANDED_IN})


async def trip_told(
    scene: Scene, errand: Errand, transfers: Sequence[Transfer]
) -> dict[str, Parameter]:
    """Tell what else is taken along and the window, as long as somebody still goes there."""
    guide = guide_of(scene)
    service = guide.services.get(errand.new.service)
    goes = errand.now.state in _PREPARING | _AT_WINDOW
    if service is None or not goes:
        return {"along": [], "missing": [], "window": None}
    window = guide.windows[service.window]
    prepares = errand.now.state in _PREPARING
    return {
        "along": await _along(scene, errand, transfers) if prepares else [],
        "missing": await _missing(scene, errand) if prepares else [],
        "window": window_told(guide, window, opened_of(scene, service.window)),
    }


async def _along(scene: Scene, errand: Errand, transfers: Sequence[Transfer]) -> list[Parameter]:
    """Tell exactly what the check found, where it may be seen; else all that may be needed."""
    guide = guide_of(scene)
    service, codes = guide.services[errand.new.service], [each.paper for each in transfers]
    kept = await check_of_errand(scene.tx, errand.id)
    if kept:
        return checked_needs_told(guide, service, kept.papers, codes)
    return needs_told(guide, service, codes)


async def _missing(scene: Scene, errand: Errand) -> list[Parameter]:
    """Tell what the resident still gets ready, by the check as it stands now."""
    kept = await check_of_errand(scene.tx, errand.id)
    check = await check_by_id(scene.tx, kept.check) if kept and kept.check else None
    judged = judge(scene, check) if check else None
    gaps = judged.verdict.missing if judged else ()
    return papers_told(scene.neighbourhood.community, [gap.need.paper for gap in gaps])
