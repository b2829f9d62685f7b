"""The form in which words are compared: narrow, simplified, small, frequent slips put right."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import opencc

from bot.plain_text import LONGEST_TEXT, narrow


@dataclass(frozen=True)
class Folding:
    """Folds texts; built once, because the table of traditional characters is large."""

    typos: Mapping[str, str] = field(default_factory=dict)
    _converter: opencc.OpenCC = field(default_factory=lambda: opencc.OpenCC("t2s"), repr=False)

    def fold(self, text: str) -> str:
        """Return the form for comparing; never for showing or keeping."""
        # A narrow form can be much longer: one Arabic letter becomes eighteen.
        folded = narrow(text)[:LONGEST_TEXT]
        if not folded.isascii():
            folded = self._converter.convert(folded)
            for slip, meant in self.typos.items():
                if slip in folded:
                    folded = folded.replace(slip, meant)
        return folded
