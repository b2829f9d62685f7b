"""The service guide as a turn reaches it: what holds today, what words mean, when is open."""

from datetime import date, datetime, timedelta

from bot.guide import Guide, window_on
from bot.instants import local_time
from bot.intent import Intent, intent_of
from bot.service_search import Found
from bot.window_hours import (
    LOOKED_AHEAD_DAYS,
    is_open,
    minute_of,
    next_opening,
    window_hours,
)
from conversations.service_facts import Kept, Opened
from handlers.desk.scene import Scene
from storage.person_fact import consent_of, facts_of
from storage.pre_check import Check


def local_now(scene: Scene) -> datetime:
    """Return the time on the community's clocks."""
    return local_time(scene.now, scene.neighbourhood.community.time_zone)


def guide_of(scene: Scene) -> Guide:
    """Return the guide that holds today."""
    return scene.neighbourhood.guide(_today(scene))


def services_meant(scene: Scene, words: str) -> tuple[Found, ...]:
    """Return what words name in today's guide."""
    return scene.neighbourhood.services(_today(scene), words)


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
    asked = guide_of(scene).windows[window]
    opening = next_opening(asked, community, now)
    if opening is None:
        return None
    is_announced = community.calendar.is_announced(opening.day)
    hours = window_hours(asked, community, date.fromisoformat(opening.day))
    return Opened(opening, is_open(opening, now), is_announced, hours)


def opened_on(scene: Scene, window: str, day: str) -> Opened | None:
    """Return when a window is open on an ISO day that is to come; today: now or next."""
    if day <= _today(scene):
        return opened_of(scene, window)
    community = scene.neighbourhood.community
    hours = window_hours(community.windows[window], community, date.fromisoformat(day))
    is_announced = community.calendar.is_announced(day)
    return Opened(hours[0], is_announced=is_announced, day_hours=hours) if hours else None


def open_days_of(scene: Scene, check: Check) -> tuple[str, ...]:
    """Return the days from today on that a check's service is done at an open window."""
    community, now = scene.neighbourhood.community, local_now(scene)
    found = []
    for offset in range(LOOKED_AHEAD_DAYS):
        day = now.date() + timedelta(days=offset)
        window = window_on(community, check.service, day.isoformat())
        hours = window_hours(window, community, day) if window else ()
        if hours and (offset or minute_of(now) < hours[-1].closes):
            found.append(day.isoformat())
    return tuple(found)


async def kept_of(scene: Scene) -> Kept:
    """Return what the person let us remember."""
    agreed = await consent_of(scene.tx, scene.person.id)
    facts = await facts_of(scene.tx, scene.person.id) if agreed else {}
    return Kept(agreed is not None, facts)


def _today(scene: Scene) -> str:
    return local_now(scene).date().isoformat()
