"""A community together with everything that is built once to look things up quickly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.addresses import AddressBook
from bot.classify import Classifier, Guess
from bot.community import Community
from bot.folding import Folding
from bot.geography import Geography
from bot.guide import Guide, guide_on
from bot.offer_search import OfferSearch, TopicSearch
from bot.offering import offers_on
from bot.places import Place
from bot.service_search import Found, ServiceSearch

# A conversation reads the same words again at each of its steps.
REMEMBERED = 1_000
# Today's guide, and those of the days around it for whoever looks ahead or writes at midnight.
DAYS_REMEMBERED = 8
Neighbourhoods = Mapping[str, "Neighbourhood"]


@dataclass(frozen=True)
class Neighbourhood:
    """What is known about one community; guides and offers are those of an ISO day.

    `services` finds what words name in the guide of an ISO day.
    """

    community: Community
    guess: Callable[[str], Guess]
    places: Callable[[str], tuple[Place, ...]]
    geography: Geography
    guide: Callable[[str], Guide]
    services: Callable[[str, str], tuple[Found, ...]]
    offers: Callable[[str], OfferSearch]
    topics: TopicSearch


def neighbourhood_of(community: Community) -> Neighbourhood:
    """Build the look-ups of a community."""
    folding = Folding(community.typos)

    @lru_cache(DAYS_REMEMBERED)
    def guide(day: str) -> Guide:
        return guide_on(community, day)

    @lru_cache(DAYS_REMEMBERED)
    def search_of(day: str) -> ServiceSearch:
        return ServiceSearch(guide(day), folding)

    @lru_cache(REMEMBERED)
    def services(day: str, words: str) -> tuple[Found, ...]:
        return search_of(day).search(words)

    @lru_cache(DAYS_REMEMBERED)
    def offers(day: str) -> OfferSearch:
        return OfferSearch(offers_on(community, day).values(), folding)

    return Neighbourhood(
        community,
        lru_cache(REMEMBERED)(Classifier(community, folding).guess),
        lru_cache(REMEMBERED)(AddressBook(community, folding).find),
        Geography(community),
        guide,
        services,
        offers,
        TopicSearch(community.topics.values(), folding),
    )
