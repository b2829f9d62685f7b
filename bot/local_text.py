"""A text of the community's own data in several languages (names, hints, questions)."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalText:
    """Texts by language code (`zh-CN`, `en`); the first one stands in for a missing language."""

    texts: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """Return the text in `language`, else in the first language the data offers."""
        return self.texts.get(language) or next(iter(self.texts.values()), "")
