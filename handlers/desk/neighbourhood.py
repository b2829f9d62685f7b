"""A community together with everything that is built once to look things up quickly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.addresses import AddressBook
from bot.classify import Classifier, Guess
from bot.community import Community
from bot.folding import Folding
from bot.geography import Geography
from bot.places import Place

# A conversation reads the same words again at each of its steps.
REMEMBERED = 1_000
Neighbourhoods = Mapping[str, "Neighbourhood"]


@dataclass(frozen=True)
class Neighbourhood:
    """What is known about one community."""

    community: Community
    guess: Callable[[str], Guess]
    places: Callable[[str], tuple[Place, ...]]
    geography: Geography


def neighbourhood_of(community: Community) -> Neighbourhood:
    """Build the look-ups of a community."""
    folding = Folding(community.typos)
    return Neighbourhood(
        community,
        lru_cache(REMEMBERED)(Classifier(community, folding).guess),
        lru_cache(REMEMBERED)(AddressBook(community, folding).find),
        Geography(community),
    )
