"""What the conversations about a case start from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseStart:
    """The case, its visible number, what the worker asked last, and whether a solution needs a photo."""

    case: int
    number: str
    question: str = ""
    needs_proof: bool = False


@dataclass(frozen=True, slots=True)
class PersonStart:
    """Nothing but the person. `languages` are those of the catalogue; `today` is the local ISO date."""

    languages: tuple[str, ...]
    today: str
    is_away: bool = False
