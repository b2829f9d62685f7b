"""What whoever runs an errand takes to the window beside the originals, and where that is."""

from collections.abc import Sequence
from dataclasses import replace

from bot.custody import AGENT_ID, Transfer
from bot.errands import ErrandState
from bot.services import Form, PaperNeeded
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
        return {"along": [], "at_home": [], "missing": [], "window": None}
    window = guide.windows[service.window]
    prepares = errand.now.state in _PREPARING
    return {
        **(await _along(scene, errand, transfers) if prepares else {"along": [], "at_home": []}),
        "missing": await _missing(scene, errand) if prepares else [],
        "window": window_told(guide, window, opened_of(scene, service.window)),
    }


def is_window_closed(scene: Scene, code: str) -> bool:
    """Whether the window of a service is closed at this moment."""
    service = guide_of(scene).services.get(code)
    opened = opened_of(scene, service.window) if service else None
    return service is not None and (opened is None or not opened.is_now)


async def _along(
    scene: Scene, errand: Errand, transfers: Sequence[Transfer]
) -> dict[str, Parameter]:
    """Tell exactly what the check found, where it may be seen; else all that may be needed.

    An original that the resident does not hand over is not taken along; a copy of it is.
    """
    guide = guide_of(scene)
    service, codes = guide.services[errand.new.service], [each.paper for each in transfers]
    stays = {need.paper for need in service.papers if _stays(need, codes)}
    copies = tuple(
        replace(need, form=Form.COPY) if need.paper in stays else need
        for need in service.papers
        if need.paper not in stays or need.form is Form.BOTH
    )
    at_home = replace(service, papers=tuple(x for x in service.papers if x.paper in stays))
    taken = replace(service, papers=copies)
    kept = await check_of_errand(scene.tx, errand.id)
    if kept:
        return {
            "along": checked_needs_told(guide, taken, kept.papers, codes),
            "at_home": checked_needs_told(guide, at_home, kept.papers, codes),
        }
    return {
        "along": needs_told(guide, taken, codes),
        "at_home": needs_told(guide, at_home, codes),
    }


def _stays(need: PaperNeeded, handed_over: Sequence[str]) -> bool:
    """Whether the resident keeps the original; the worker brings her own identity card."""
    is_original = need.form in {Form.ORIGINAL, Form.BOTH}
    return is_original and need.paper not in {AGENT_ID, *handed_over}


async def _missing(scene: Scene, errand: Errand) -> list[Parameter]:
    """Tell what the resident still gets ready, by the check as it stands now."""
    kept = await check_of_errand(scene.tx, errand.id)
    check = await check_by_id(scene.tx, kept.check) if kept and kept.check else None
    judged = judge(scene, check) if check else None
    gaps = judged.verdict.missing if judged else ()
    return papers_told(scene.neighbourhood.community, [gap.need.paper for gap in gaps])
