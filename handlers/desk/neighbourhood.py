"""A community together with everything that is built once to look things up quickly."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.addresses import AddressBook
from bot.classify import Classifier
from bot.community import Community
from bot.folding import Folding
from bot.geography import Geography

Neighbourhoods = Mapping[str, "Neighbourhood"]


@dataclass(frozen=True)
class Neighbourhood:
    """What is known about one community."""

    community: Community
    classifier: Classifier
    addresses: AddressBook
    geography: Geography


def neighbourhood_of(community: Community) -> Neighbourhood:
    """Build the look-ups of a community."""
    folding = Folding(community.typos)
    return Neighbourhood(
        community,
        Classifier(community, folding),
        AddressBook(community, folding),
        Geography(community),
    )
