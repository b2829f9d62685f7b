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
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.commands import AnswerInquiry, ReportInstead, ShowPapers
from bot.community import Community
from bot.events import Attachment, AttachmentKind, Event, SentFile
from bot.paper_photos import PhotoUse
from bot.telling import Parameters
from conversations.engine import Ask, Script, ask, look
from conversations.paper_photo_facts import FilesSent, PapersToShow, PaperToShow, Showable
from conversations.questions import Choice, NotAcceptedError, Option, Question, Refused

# What a camera makes, sent as a photo or as a file.
TAKEN = frozenset({AttachmentKind.PHOTO, AttachmentKind.DOCUMENT})
AGREE, REFUSE, REPORT, NEITHER = "agree", "refuse", "report", "neither"


@dataclass(frozen=True, slots=True)
class PaperPhotoStart:
    """Which check, and the code of the paper when it is known already.

    `is_unasked`: the photo came by itself, with the words `said` below it; it may be a report.
    """

    check: int
    paper: str = ""
    is_unasked: bool = False
    said: str = ""


Outcome = ShowPapers | AnswerInquiry | ReportInstead
NOTHING_TO_SHOW = AnswerInquiry("paper_photo.nothing_to_show", {})
NOT_SHOWN = AnswerInquiry("paper_photo.not_shown", {})


def paper_photo(start: PaperPhotoStart, _: Community) -> Script[Outcome]:
    """Choose a paper, agree once to who sees it, and send its photo."""
    showable = yield from look(PapersToShow(start.check))
    sent = tuple(each for each in (yield from look(FilesSent())) if each.kind in TAKEN)
    if start.is_unasked or len(sent) > 1:
        return (yield from _what_came(start, showable, sent))
    paper = yield from _paper(start, showable)
    if paper is None:
        return NOTHING_TO_SHOW
    if (yield from _agreement(start, showable, paper)) != AGREE:
        return NOT_SHOWN
    file = yield from ask(PhotoOf("photo", paper, sent[0] if sent else None))
    return ShowPapers(start.check, {paper.code: file})


def _paper(start: PaperPhotoStart, showable: Showable) -> Generator[Ask, Any, PaperToShow | None]:
    """Return the paper that is meant; what is clear is not asked."""
    named = [each for each in showable.papers if each.code == start.paper]
    able = (*named, *showable.wanted)
    if named or len(able) < 2:  # noqa: PLR2004 - there is no choice
        return next(iter(able), None)
    options = tuple(Option(each.code, "data.text", {"text": each.name}) for each in able)
    chosen = yield from ask(Choice("paper", "paper_photo.ask.paper", options))
    return next(each for each in able if each.code == chosen)


def _agreement(
    start: PaperPhotoStart, showable: Showable, paper: PaperToShow
) -> Generator[Ask, Any, str]:
    """Ask once for each check whether the clerks may see photos."""
    if showable.is_agreed:
        return AGREE
    options = (
        Option(AGREE, "paper_photo.button.agree", typed="paper_photo.typed.agree"),
        Option(REFUSE, "paper_photo.button.refuse", typed="paper_photo.typed.refuse"),
        *_no_paper(start),
    )
    said = {"text": paper.name}
    return (yield from ask(Choice("agree", "paper_photo.ask.agree", options, said)))


def _no_paper(start: PaperPhotoStart) -> tuple[Option, ...]:
    """Let a photo that came by itself be a report."""
    report = Option(REPORT, "paper_photo.button.report", typed="paper_photo.typed.report")
    return (report,) if start.is_unasked else ()


def _what_came(
    start: PaperPhotoStart, showable: Showable, sent: Sequence[Attachment]
) -> Generator[Ask, Any, Outcome]:
    """Ask of each photo that came which paper it is; none goes to anybody before that."""
    by_code, files = {each.code: each for each in showable.papers}, dict[str, Attachment]()
    clear = _surely(start, showable) if len(sent) == 1 else ""
    for number, file in enumerate(sent, start=1):
        question = _which(start, showable, files, (number, len(sent)))
        chosen = clear or (yield from ask(question))
        paper = by_code.get(chosen)
        if paper and paper.use is not PhotoUse.NONE:
            agreed = AGREE if files else (yield from _agreement(start, showable, paper))
            if agreed == REFUSE:
                return NOT_SHOWN
            files[chosen] = file
            chosen = agreed
        if chosen == REPORT:
            return ReportInstead(start.said)
    return ShowPapers(start.check, files) if files else AnswerInquiry("paper_photo.not_needed", {})


def _surely(start: PaperPhotoStart, showable: Showable) -> str:
    """Return the code of the paper that a photo must be of; empty when that is to be asked.

    The only paper is not asked for when consent is: whoever sent something else says so there.
    """
    codes = [each.code for each in showable.papers]
    if start.paper in codes:
        return start.paper
    return codes[0] if len(codes) == 1 and not showable.is_agreed else ""


def _which(
    start: PaperPhotoStart,
    showable: Showable,
    files: Mapping[str, Attachment],
    counted: tuple[int, int],
) -> Choice:
    """Return the question which paper a photo is; the first may be a report, each may be none."""
    number, total = counted
    options = [
        Option(
            each.code,
            f"paper_photo.use.{PhotoUse.INSTEAD if each.code in files else each.use}",
            {"text": each.name},
        )
        for each in showable.papers
    ]
    if number == 1:
        options += _no_paper(start)
    if total > 1:
        options.append(Option(NEITHER, "paper_photo.button.neither"))
    name = "paper" if number == 1 else f"paper.{number}"
    said = {"number": number, "total": total}
    return Choice(name, "paper_photo.ask.which", tuple(options), said)


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
            case _:
                return Refused("paper_photo.no_photo")


def written(file: Attachment) -> str:
    """Write a file as an answer is kept."""
    return json.dumps([file.kind, file.file_id, file.file_unique_id, file.size, file.claimed])
