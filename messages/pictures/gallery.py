"""Every picture by its name: parameters in, PNG out, in the words of one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.telling import Parameters
from messages.catalogue import Catalogue
from messages.pictures.fonts import pictures_possible
from messages.pictures.verdict_card import draw_verdict
from messages.pictures.verdict_words import Say, verdict_card
from messages.pictures.waiting_chart import draw_waiting
from messages.pictures.waiting_words import waiting_chart


def _verdict(say: Say, parameters: Parameters) -> bytes:
    return draw_verdict(verdict_card(say, parameters))


def _waiting(say: Say, parameters: Parameters) -> bytes:
    return draw_waiting(waiting_chart(say, parameters))


PICTURES: Mapping[str, Callable[[Say, Parameters], bytes]] = {
    "verdict": _verdict,
    "waiting": _waiting,
}


@dataclass(frozen=True, slots=True)
class Gallery:
    """Draws with the words of a catalogue."""

    words: Catalogue

    def is_open(self) -> bool:
        """Whether this machine has what drawing needs."""
        return pictures_possible()

    def draw(self, picture: str, parameters: Parameters, language: str, community: str) -> bytes:
        """Return a picture as PNG; it takes tenths of a second, so call it in a thread."""

        def say(key: str, inner: Parameters) -> str:
            return self.words.label(key, inner, language, community)

        return PICTURES[picture](say, parameters)
