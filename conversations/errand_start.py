"""What the conversations about an errand's moves start from, and how they name things."""

from dataclasses import dataclass

from bot.community import Community
from bot.telling import Parameter
from conversations.category import said


@dataclass(frozen=True, slots=True)
class ErrandMoveStart:
    """The errand, its number, the originals that the move is about, and for whom it is.

    `proof` is the basis of an errand for somebody else as long as nobody has seen a proof of it.
    `used` are the photos that have proved something already. `disputed` papers stay behind;
    without those that are `required` the window will hardly take the matter. Of `denied_taken`
    the resident says that they were never fetched, of `denied_back` that they are not back.
    `is_ready`: the window has given the result. `is_window_closed`: it is at this moment.
    """

    errand: int
    number: str
    papers: tuple[str, ...] = ()
    name: str = ""
    proof: str = ""
    used: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    denied_taken: tuple[str, ...] = ()
    denied_back: tuple[str, ...] = ()
    is_ready: bool = False
    is_window_closed: bool = False


def about(start: ErrandMoveStart) -> dict[str, Parameter]:
    """Tell which errand it is, and for whom."""
    return {"number": start.number, "name": start.name}


def name_of(community: Community, code: str) -> Parameter:
    """Name a paper, as it stands on a button; one that is not known any more by its code."""
    paper = community.papers.get(code)
    return said(paper.button) if paper else {"zh-CN": code}
