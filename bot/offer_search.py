"""Which offer somebody's words mean: 理发, 修水管, 法律咨询."""

from collections.abc import Iterable, Iterator, Sequence

from bot.classify import Guess
from bot.folding import Folding
from bot.offers import Offer, Topic
from bot.service_search import Found, Kind, Name, NameSearch, called

# From this likeness on, words that sound like no trouble ask for an offer.
NAMED = 0.7
# These words are an offer's name and nothing else: a dance class is no noise.
NOTHING_ELSE = 0.95


class OfferSearch(NameSearch):
    """Built once for the offers of a day."""

    def __init__(self, offers: Iterable[Offer], folding: Folding) -> None:
        super().__init__(_names(offers), folding)


class TopicSearch(NameSearch):
    """Built once for the topics of a community's notices."""

    def __init__(self, topics: Iterable[Topic], folding: Folding) -> None:
        names = (
            Name(Kind.TOPIC, topic.code, said, other_name=False)
            for topic in topics
            for said in (*called(topic.name), *topic.words)
        )
        super().__init__(names, folding)


def _names(offers: Iterable[Offer]) -> Iterator[Name]:
    for offer in offers:
        for said in (*called(offer.name), *offer.words):
            yield Name(Kind.OFFER, offer.code, said, other_name=False)


def is_about_an_offer(found: Sequence[Found], guess: Guess) -> bool:
    """Whether words ask for what somebody offers: whatever sounds like trouble is a report."""
    return bool(found) and found[0].score >= (NOTHING_ELSE if guess.categories else NAMED)
