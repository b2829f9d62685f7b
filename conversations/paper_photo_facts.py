"""What showing a paper to the window looks up: which papers would help, and what was sent."""

from dataclasses import dataclass
from typing import ClassVar

from bot.events import Attachment
from bot.paper_photos import PhotoUse
from bot.telling import Parameter
from conversations.engine import FILES, Fact


@dataclass(frozen=True, slots=True)
class PaperToShow:
    """A paper of somebody's list that can be photographed, by its code."""

    code: str
    name: Parameter
    use: PhotoUse = PhotoUse.WANTED


@dataclass(frozen=True, slots=True)
class Showable:
    """The papers that can be photographed; `is_agreed`: the person let the clerks see photos."""

    papers: tuple[PaperToShow, ...] = ()
    is_agreed: bool = False

    @property
    def wanted(self) -> tuple[PaperToShow, ...]:
        """The papers of which a photo would help now."""
        return tuple(each for each in self.papers if each.use is PhotoUse.WANTED)


@dataclass(frozen=True, slots=True)
class PapersToShow(Fact[Showable]):
    """Which papers of a check can be photographed, and what a photo would do for each."""

    check: int


@dataclass(frozen=True, slots=True)
class FilesSent(Fact[tuple[Attachment, ...]]):
    """The files that the person has sent in this talk, perhaps before being asked."""

    taken_from: ClassVar[str] = FILES
