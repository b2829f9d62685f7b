"""A mistake in a community's data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with which thing; `code` names the operator's sentence."""

    kind: str
    item: str
    code: str
    field: str = ""
    value: str = ""
