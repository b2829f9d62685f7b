"""The form of a text in which words are compared: narrow, simplified, small, with frequent slips put right."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import opencc

from bot.plain_text import narrow


@dataclass(frozen=True)
class Folding:
    """Folds texts; built once, because the table of traditional characters is large."""

    typos: Mapping[str, str] = field(default_factory=dict)
    _converter: opencc.OpenCC = field(default_factory=lambda: opencc.OpenCC("t2s"), repr=False)

    def fold(self, text: str) -> str:
        """Return the form for comparing; never for showing or keeping."""
        folded = narrow(text)
        if not folded.isascii():
            folded = self._converter.convert(folded)
            for slip, meant in self.typos.items():
                if slip in folded:
                    folded = folded.replace(slip, meant)
        return folded
