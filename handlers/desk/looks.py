"""Facts that conversations look up, fetched inside the turn's transaction."""

import json
from collections.abc import Mapping

from bot.community import Point
from bot.geography import other_reading
from bot.instants import after
from bot.places import Located, Place
from bot.similar import WITHIN, is_near
from conversations.engine import FILES, Fact
from conversations.facts import (
    FilesSoFar,
    GuessOf,
    LocatedAt,
    PlacesIn,
    SimilarCase,
    SimilarCases,
)
from handlers.desk.scene import Scene
from storage.case import Case, open_cases_like

SHOWN = 3


async def fetch(scene: Scene, answers: Mapping[str, str], fact: Fact[object]) -> object:
    """Return what a conversation wants to know."""
    match fact:
        case GuessOf(words):
            return scene.neighbourhood.classifier.guess(words)
        case PlacesIn(words):
            return _places(scene, words)
        case LocatedAt():
            return _located(scene, fact)
        case SimilarCases(category, place):
            return await _similar(scene, category, place)
        case FilesSoFar():
            return len(json.loads(answers.get(FILES, "[]")))
        case _:
            raise TypeError(f"nobody knows how to look up {type(fact).__name__}")


def _places(scene: Scene, words: str) -> tuple[Place, ...]:
    return scene.neighbourhood.addresses.find(words)


def _located(scene: Scene, fact: LocatedAt) -> Located:
    point = Point(fact.latitude, fact.longitude)
    if fact.is_other_reading:
        point = other_reading(point)
    return scene.neighbourhood.geography.locate(point)


async def _similar(scene: Scene, category: str, place: Place) -> tuple[SimilarCase, ...]:
    since = after(scene.now, -WITHIN)
    code = scene.neighbourhood.community.code
    cases = await open_cases_like(scene.tx, code, category, since)
    near = [case for case in cases if _is_another(scene, case) and is_near(place, place_of(case))]
    return tuple(
        SimilarCase(
            case.id,
            case.new.number,
            case.new.category,
            case.new.place.building,
            case.opened_at,
        )
        for case in near[:SHOWN]
    )


def _is_another(scene: Scene, case: Case) -> bool:
    return case.new.reporter_id != scene.person.id


def place_of(case: Case) -> Place:
    """Return a case's place in the form of the rules."""
    stored = case.new.place
    point = None
    if stored.latitude is not None and stored.longitude is not None:
        point = Point(stored.latitude, stored.longitude)
    return Place(stored.building, stored.entrance, stored.flat, stored.words, point, stored.grid)
