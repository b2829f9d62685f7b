"""What the conversations about a case start from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseStart:
    """The case, its number, what the worker asked last, whether a solution needs a photo."""

    case: int
    number: str
    question: str = ""
    needs_proof: bool = False


@dataclass(frozen=True, slots=True)
class PersonStart:
    """Only the person. `languages` are the catalogue's."""

    languages: tuple[str, ...]
