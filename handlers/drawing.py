"""A service of a community's folder, drawn for the centre to check, as of any day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.community import Community
from bot.community_items import Item, assemble
from bot.folding import Folding
from bot.guide import Guide, guide_on
from bot.instants import local_time
from bot.service_search import Kind, ServiceSearch
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
    service = guide.services[_code(wanted.service, guide, community)]
    return draw_flow(catalogue, guide, service, wanted.language)


def _code(said: str, guide: Guide, community: Community) -> str:
    """Return the code of a service that is given by its code or any of its names."""
    if said in guide.services:
        return said
    found = ServiceSearch(guide, Folding(community.typos)).search(said)
    sure = {each.code for each in found if each.is_sure and each.kind is Kind.SERVICE}
    if len(sure) != 1:
        raise OperatorError("service_not_offered", said, tuple(guide.services))
    return sure.pop()


def _day(written: str, community: Community, clock: Clock) -> str:
    if not written:
        return local_time(clock.now(), community.time_zone).date().isoformat()
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError as error:
        raise OperatorError("not_a_day", written) from error
