"""Where in the building? Entrance and flat, unless they were said or there is nothing to ask."""

import re
from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Any

from bot.community import Building, Community
from bot.events import Event, Typed
from bot.numerals import typed_flat
from bot.places import Place
from conversations.engine import Ask, Look, ask
from conversations.questions import SKIPPED, Choice, Option, Refused, Text, refusal_of

STAGE = "where"
WHOLE = "whole"
LONGEST_FLAT = 10
# A telephone number is no flat, and nobody wants it in an address.
_LONG_NUMBER = re.compile(r"[0-9]{6}")


@dataclass(frozen=True)
class FlatQuestion(Text):
    """The number of a flat, kept without the word for it."""

    def take(self, event: Event) -> str | Refused:
        """Take 501, 501室 and 五零一 alike; other words stay as they are."""
        if isinstance(event, Typed) and event.text:
            flat = typed_flat(event.text)
            is_short = len(event.text) <= LONGEST_FLAT and not _LONG_NUMBER.search(event.text)
            return flat or (event.text if is_short else Refused("report.flat_unclear"))
        return refusal_of(event)


def ask_inside(community: Community, place: Place) -> Generator[Ask | Look, Any, Place]:
    """Return the place with entrance and flat, as far as they are wanted."""
    building = community.buildings[place.building]
    place = replace(place, grid=building.grid)
    entrance = ""
    if building.entrances:
        entrance = yield from ask(_entrance_question(building, place))
    if entrance == WHOLE:
        return replace(place, entrance="", flat="")
    flat = yield from ask(_flat_question(building, entrance, place))
    return replace(place, entrance=entrance, flat=flat)


def _entrance_question(building: Building, place: Place) -> Choice:
    options = tuple(
        Option(
            each.code,
            "data.entrance",
            {"building": building.code, "entrance": each.code},
            each.code,
        )
        for each in building.entrances
    )
    return Choice(
        "place.entrance",
        "report.ask.entrance",
        (*options, Option(WHOLE, "report.button.whole_building", typed="report.typed.whole")),
        {"building": building.code},
        STAGE,
        unless_changed=_plain_entrance(building, place),
        side_by_side=2,
    )


def _plain_entrance(building: Building, place: Place) -> str | None:
    """Return the entrance that need not be asked for: said, the only one, or none at all."""
    codes = [each.code for each in building.entrances]
    if place.entrance in codes:
        return place.entrance
    if place.is_shared:
        return WHOLE
    return codes[0] if len(codes) == 1 else None


def _flat_question(building: Building, entrance: str, place: Place) -> Text:
    shared = Option(SKIPPED, "report.button.shared_part", typed="report.typed.shared")
    return FlatQuestion(
        "place.flat",
        "report.ask.flat",
        {"building": building.code, "entrance": entrance},
        STAGE,
        optional=True,
        unless_changed=place.flat or (SKIPPED if place.is_shared else None),
        offered=(shared,),
    )
