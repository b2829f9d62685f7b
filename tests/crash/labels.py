"""The words on the buttons, by which people find them."""

from collections.abc import Mapping
from dataclasses import dataclass

from messages.catalogue import FOLDER as MESSAGES
from messages.catalogue import LANGUAGES, read_language

_STEERING = ("talk.button.back", "talk.button.skip", "talk.button.cancel", "talk.button.resume")
_PAGES = ("talk.button.previous_page", "talk.button.next_page")
_DETOURS = (
    "report.button.other_category",
    "report.button.building_list",
    "report.button.elsewhere",
    "report.button.as_said",
    "report.button.not_here",
    "report.button.no_building",
)
_PARTS = ("words", "category", "place", "photos", "extra", "identity", "on_behalf_of")
_CHANGES = (
    "report.button.not_this",
    "keyboard.offer_place",
    *(f"report.change.{name}" for name in _PARTS),
)


@dataclass(frozen=True)
class Labels:
    """One language's buttons."""

    words: Mapping[str, str]

    def of(self, key: str) -> str:
        """Return a label."""
        return self.words[key]

    def starts(self, key: str) -> str:
        """Return the part of a label before its first parameter."""
        return self.words[key].partition("{{")[0]

    @property
    def steering(self) -> frozenset[str]:
        """The buttons that are no answers."""
        return frozenset(self.words[key] for key in (*_STEERING, *_PAGES, *_CHANGES))

    @property
    def detours(self) -> frozenset[str]:
        """The answers that lead a long way round."""
        return frozenset(self.words[key] for key in _DETOURS)


LABELS = {language: Labels(read_language(MESSAGES / language)) for language in LANGUAGES}
