"""What happened? Words, or a photo or voice that speaks for itself."""

from collections.abc import Generator
from typing import Any

from bot.community import Community
from bot.telling import Parameters
from conversations.category import OTHER, ask_matter
from conversations.engine import Ask, Look, ask, look
from conversations.facts import LocatedAt, PlaceSoFar
from conversations.questions import Text


def ask_words(community: Community, here: str) -> Generator[Ask | Look, Any, tuple[str, str]]:
    """Return what happened in words, or the matter of a photo or voice that speaks for itself.

    `here` is the building of a plate.
    """
    question = yield from _what_happened(here if here in community.buildings else "")
    words = yield from ask(question)
    if words:
        return words, ""
    matter = yield from ask_matter(community)
    is_chosen = matter == OTHER or matter in community.groups
    return ("", matter) if is_chosen else (matter, "")


def _what_happened(here: str) -> Generator[Look, Any, Text]:
    """Whoever comes by a plate or shared a place first sees how that was understood."""
    if here:
        return _asked("report.ask.words_here", {"building": here})
    point = yield from look(PlaceSoFar())
    if point is None:
        return _asked("report.ask.words", {})
    located = yield from look(LocatedAt(point.latitude, point.longitude))
    if located.grid:
        return _asked("report.ask.words_near", {"grid": located.grid})
    return _asked("report.ask.words_outside", {})


def _asked(key: str, parameters: Parameters) -> Text:
    return Text("words", key, parameters, "what", files_are_enough=True)
