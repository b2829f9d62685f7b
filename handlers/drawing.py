"""A service of a community's folder, drawn for the centre to check, as of any day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.community import Community
from bot.community_items import Item, assemble
from bot.guide import guide_on
from bot.instants import local_time
from handlers.clock import Clock
from handlers.errors import OperatorError
from messages.catalogue import Catalogue
from messages.flow_picture import draw_flow


@dataclass(frozen=True, slots=True)
class WantedDrawing:
    """Which service, in which language, as of which ISO day; an empty day is today."""

    service: str
    language: str
    day: str = ""


def drawing(items: Sequence[Item], wanted: WantedDrawing, clock: Clock) -> str:
    """Return the service's flow as SVG."""
    community = assemble(items)
    catalogue = Catalogue.load({community.code: community})
    if wanted.language not in catalogue.languages:
        raise OperatorError("unknown_language", wanted.language, catalogue.languages)
    guide = guide_on(community, _day(wanted.day, community, clock))
    if wanted.service not in guide.services:
        raise OperatorError("service_not_offered", wanted.service, tuple(guide.services))
    return draw_flow(catalogue, guide, guide.services[wanted.service], wanted.language)


def _day(written: str, community: Community, clock: Clock) -> str:
    if not written:
        return local_time(clock.now(), community.time_zone).date().isoformat()
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError as error:
        raise OperatorError("not_a_day", written) from error
