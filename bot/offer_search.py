"""Which offer somebody's words mean: 理发, 修水管, 法律咨询."""

from collections.abc import Iterable, Iterator

from bot.folding import Folding
from bot.offers import Offer
from bot.service_search import Kind, Name, NameSearch, called


class OfferSearch(NameSearch):
    """Built once for the offers of a day."""

    def __init__(self, offers: Iterable[Offer], folding: Folding) -> None:
        super().__init__(_names(offers), folding)


def _names(offers: Iterable[Offer]) -> Iterator[Name]:
    for offer in offers:
        for said in (*called(offer.name), *offer.words):
            yield Name(Kind.OFFER, offer.code, said, other_name=False)
