"""The service guide as a turn reaches it: what holds today, what words mean, when is open."""

from datetime import datetime

from bot.guide import Guide
from bot.instants import local_time
from bot.intent import Intent, intent_of
from bot.service_search import Found
from bot.window_hours import is_open, next_opening
from conversations.service_facts import Kept, Opened
from handlers.desk.scene import Scene
from storage.person_fact import consent_of, facts_of


def local_now(scene: Scene) -> datetime:
    """Return the time on the community's clocks."""
    return local_time(scene.now, scene.neighbourhood.community.time_zone)


def guide_of(scene: Scene) -> Guide:
    """Return the guide that holds today."""
    return scene.neighbourhood.guide(_today(scene))


def services_meant(scene: Scene, words: str) -> tuple[Found, ...]:
    """Return what words name in today's guide."""
    return scene.neighbourhood.services(_today(scene)).search(words)


def intent_in(scene: Scene, words: str) -> Intent:
    """Say whether words are a report or about a matter of the centre."""
    neighbourhood = scene.neighbourhood
    if not guide_of(scene).services:
        return Intent.REPORT
    found = services_meant(scene, words)
    return intent_of(words, found, neighbourhood.guess(words), neighbourhood.community.categories)


def opened_of(scene: Scene, window: str) -> Opened | None:
    """Return when a window is open now or next."""
    now = local_now(scene)
    community = scene.neighbourhood.community
    opening = next_opening(guide_of(scene).windows[window], community, now)
    return Opened(opening, is_open(opening, now)) if opening else None


async def kept_of(scene: Scene) -> Kept:
    """Return what the person let us remember."""
    agreed = await consent_of(scene.tx, scene.person.id)
    facts = await facts_of(scene.tx, scene.person.id) if agreed else {}
    return Kept(agreed is not None, facts)


def _today(scene: Scene) -> str:
    return local_now(scene).date().isoformat()
