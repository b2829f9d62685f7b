"""Which errands are promised today."""

from collections.abc import Mapping

from bot.errand_terms import ErrandTerms
from handlers.desk.guiding import guide_of, local_now
from handlers.desk.scene import Scene


def errands_today(scene: Scene) -> Mapping[str, ErrandTerms]:
    """Return the terms of errands that hold today, of services that are offered today."""
    day, services = local_now(scene).date().isoformat(), guide_of(scene).services
    terms = scene.neighbourhood.community.errands
    return {
        code: each
        for code, each in terms.items()
        if code in services and each.grounds.hold_on(day)
    }
