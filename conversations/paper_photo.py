"""A resident photographs a paper, so that a clerk of the window can say whether it will do.

Resident  [拍照给窗口看]
Bot       拍哪一样？  [身份证] [户口簿]
Resident  [身份证]
Bot       照片只给社区窗口的工作人员看 …  [可以，给窗口看] [不给看]
Resident  [可以，给窗口看]
Bot       请拍身份证 …
Resident  (photo)
"""

import json
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.commands import AnswerInquiry, ReportInstead, ShowPaper
from bot.community import Community
from bot.events import Attachment, AttachmentKind, Event, SentFile
from bot.telling import Parameters
from conversations.engine import Ask, Look, Script, ask, look
from conversations.paper_photo_facts import FilesSent, PapersToShow, PaperToShow, Showable
from conversations.questions import Choice, NotAcceptedError, Option, Question, Refused, refusal_of

# What a camera makes, sent as a photo or as a file.
TAKEN = frozenset({AttachmentKind.PHOTO, AttachmentKind.DOCUMENT})
AGREE, REFUSE, REPORT = "agree", "refuse", "report"


@dataclass(frozen=True, slots=True)
class PaperPhotoStart:
    """Which check, and the code of the paper when it is known already.

    `is_unasked`: the photo came by itself, with the words `said` below it; it may be a report.
    """

    check: int
    paper: str = ""
    is_unasked: bool = False
    said: str = ""


Outcome = ShowPaper | AnswerInquiry | ReportInstead


def paper_photo(start: PaperPhotoStart, _: Community) -> Script[Outcome]:
    """Choose a paper, agree once to who sees it, and send its photo."""
    showable = yield from look(PapersToShow(start.check))
    if not showable.papers:
        return AnswerInquiry("paper_photo.nothing_to_show", {})
    paper = yield from _paper(showable, start)
    if paper is None:
        return ReportInstead(start.said)
    if not showable.is_agreed:
        agreed = yield from ask(_agreement(paper, start))
        if agreed == REPORT:
            return ReportInstead(start.said)
        if agreed == REFUSE:
            return AnswerInquiry("paper_photo.not_shown", {})
    file = yield from _photo(paper)
    return ShowPaper(start.check, paper.code, file)


def _paper(showable: Showable, start: PaperPhotoStart) -> Generator[Ask, Any, PaperToShow | None]:
    """Return the paper that is meant, None for a report; what is clear is not asked.

    A photo that came by itself goes to nobody before the person has said once what it is.
    """
    by_code = {each.code: each for each in showable.papers}
    if start.paper in by_code:
        return by_code[start.paper]
    is_said_later = not (start.is_unasked and showable.is_agreed)
    if len(by_code) == 1 and is_said_later:
        return showable.papers[0]
    options = tuple(
        Option(each.code, "data.text", {"text": each.name}) for each in showable.papers
    )
    key = "paper_photo.ask.which" if start.is_unasked else "paper_photo.ask.paper"
    chosen = yield from ask(Choice("paper", key, (*options, *_no_paper(start))))
    return by_code.get(chosen)


def _no_paper(start: PaperPhotoStart) -> tuple[Option, ...]:
    """Let a photo that came by itself be a report."""
    report = Option(REPORT, "paper_photo.button.report", typed="paper_photo.typed.report")
    return (report,) if start.is_unasked else ()


def _agreement(paper: PaperToShow, start: PaperPhotoStart) -> Choice:
    options = (
        Option(AGREE, "paper_photo.button.agree", typed="paper_photo.typed.agree"),
        Option(REFUSE, "paper_photo.button.refuse", typed="paper_photo.typed.refuse"),
        *_no_paper(start),
    )
    return Choice("agree", "paper_photo.ask.agree", options, {"text": paper.name})


def _photo(paper: PaperToShow) -> Generator[Ask | Look, Any, Attachment]:
    """Ask for the photo; one that came before it was asked for is taken."""
    sent = [each for each in (yield from look(FilesSent())) if each.kind in TAKEN]
    return (yield from ask(PhotoOf("photo", paper, sent[-1] if sent else None)))


@dataclass(frozen=True)
class PhotoOf(Question[Attachment]):
    """Asks for one photo, which may be a file; what it really is shows when it is looked at."""

    paper: PaperToShow
    sent: Attachment | None = None

    @property
    def key(self) -> str:
        """The message that asks."""
        return "paper_photo.ask.photo"

    @property
    def parameters(self) -> Parameters:
        """Which paper is to be photographed."""
        return {"text": self.paper.name}

    @property
    def options(self) -> Sequence[Option]:
        """Nothing to press: the phone's own button sends a photo."""
        return ()

    @property
    def default(self) -> str | None:
        """The photo that was sent already."""
        return written(self.sent) if self.sent else None

    @property
    def takes_files(self) -> bool:
        """A file is the answer itself."""
        return True

    def read(self, kept: str) -> Attachment:
        """Return the photo that was sent."""
        try:
            kind, file_id, unique_id, size, claimed = json.loads(kept)
            return Attachment(AttachmentKind(kind), file_id, unique_id, size, claimed)
        except ValueError as error:
            raise NotAcceptedError from error

    def take(self, event: Event) -> str | Refused:
        """Take a photo, or a file that may be one."""
        match event:
            case SentFile(attachment) if attachment.kind in TAKEN:
                return written(attachment)
            case SentFile():
                return Refused("paper_photo.no_photo")
            case _:
                refused = refusal_of(event)
                is_plain = refused.key == "talk.choose"
                return Refused("paper_photo.no_photo") if is_plain else refused


def written(file: Attachment) -> str:
    """Write a file as an answer is kept."""
    return json.dumps([file.kind, file.file_id, file.file_unique_id, file.size, file.claimed])
