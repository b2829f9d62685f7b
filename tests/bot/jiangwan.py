"""The sample community and its look-ups, built once for all tests."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.addresses import AddressBook
from bot.classify import Classifier
from bot.community import Community
from bot.community_items import Item, assemble
from bot.folding import Folding
from bot.geography import Geography
from bot.guide import Guide, guide_on
from bot.offer_search import OfferSearch
from bot.offering import offers_on
from bot.offers import Offer
from bot.service_search import ServiceSearch
from storage.community_folder import read_folder

FOLDER = Path(__file__).parents[2] / "examples" / "jiangwan"


@cache
def items() -> tuple[Item, ...]:
    """Return everything the sample community consists of."""
    folder = read_folder(FOLDER)
    assert folder.mistakes == ()
    return folder.items


@cache
def community() -> Community:
    """Return the sample community."""
    return assemble(items())


@cache
def folding() -> Folding:
    """Return the folding with the community's own slips of typing."""
    return Folding(community().typos)


@cache
def addresses() -> AddressBook:
    """Return its address book."""
    return AddressBook(community(), folding())


@cache
def classifier() -> Classifier:
    """Return its classifier."""
    return Classifier(community(), folding())


@cache
def geography() -> Geography:
    """Return its map."""
    return Geography(community())


@cache
def guide() -> Guide:
    """Return its service guide of a Thursday in November 2026."""
    return guide_on(community(), "2026-11-26")


@cache
def service_search() -> ServiceSearch:
    """Return the search of that guide."""
    return ServiceSearch(guide(), folding())


@cache
def offers() -> Mapping[str, Offer]:
    """Return what organisations offer on that day."""
    return offers_on(community(), "2026-11-26")


@cache
def offer_search() -> OfferSearch:
    """Return the search of these offers."""
    return OfferSearch(offers().values(), folding())
