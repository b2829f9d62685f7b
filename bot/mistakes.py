"""A mistake in a community's data."""

import dataclasses
from difflib import get_close_matches

# So many words can be told; of more, only the nearest one.
FEW = 12


@dataclasses.dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with which thing; `code` names the operator's sentence.

    `known` are the words that may stand there.
    """

    kind: str
    item: str
    code: str
    field: str = ""
    value: str = ""
    known: tuple[str, ...] = dataclasses.field(default=(), compare=False)

    @property
    def meant(self) -> str:
        """The known word that is spelt most like what stands there; empty when none is."""
        return next(iter(get_close_matches(self.value, self.known, n=1)), "")

    @property
    def possible(self) -> tuple[str, ...]:
        """The known words, when they are few enough to be told."""
        return self.known if len(self.known) <= FEW else ()
