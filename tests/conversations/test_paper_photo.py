"""Showing a paper to the window: which one, who may see it, and the photo."""

from dataclasses import replace

import pytest

from bot.commands import AnswerInquiry, ReportInstead, ShowPapers
from bot.events import Attachment, AttachmentKind, SentFile
from bot.paper_photos import PhotoUse
from conversations.paper_photo import PaperPhotoStart
from conversations.paper_photo_facts import Showable
from tests.conversations.facts_at_hand import TWO_PAPERS
from tests.conversations.talks import BACK, Press, Row, Talk, photo, voice
from tests.rows import each_of

ONE_PAPER = replace(TWO_PAPERS, papers=TWO_PAPERS.papers[:1])
AGREED = replace(TWO_PAPERS, is_agreed=True)
FILE = SentFile(Attachment(AttachmentKind.DOCUMENT, "f", "u", 9, "image/jpeg"), "", "")


def talk(showable: Showable = TWO_PAPERS, paper: str = "") -> Talk:
    """Return a talk about showing a paper."""
    return Talk(script="paper_photo", start=PaperPhotoStart(5, paper), showable=showable)


def test_a_paper_is_chosen_agreed_to_and_photographed() -> None:
    shown = talk().play(
        [(Press("hukou"), "agree"), (Press("agree"), "photo"), (photo(), "ShowPapers")]
    )
    assert shown.command == ShowPapers(5, {"hukou": photo().attachment})


# Each row: what could be shown, the paper that is named, and the first question.
BEGINNINGS = [
    (TWO_PAPERS, "", "paper"),
    (TWO_PAPERS, "hukou", "agree"),
    (TWO_PAPERS, "deed", "paper"),
    (ONE_PAPER, "", "agree"),
    (AGREED, "hukou", "photo"),
    (AGREED, "", "paper"),
    (Showable(), "hukou", "AnswerInquiry"),
]


@pytest.mark.parametrize(("showable", "paper", "first"), BEGINNINGS)
def test_nobody_is_asked_what_is_clear(showable: Showable, paper: str, first: str) -> None:
    assert talk(showable, paper).where == first


def test_whoever_does_not_agree_is_asked_for_no_photo() -> None:
    refused = talk(ONE_PAPER).play([("不给看", "AnswerInquiry")])
    assert refused.command == AnswerInquiry("paper_photo.not_shown", {})


NO_PHOTOS: list[Row] = [
    ("发什么", "! paper_photo.no_photo"),
    (voice(), "! paper_photo.no_photo"),
    (BACK, "agree"),
    ("可以", "photo"),
    (FILE, "ShowPapers"),
]


def test_only_a_photo_or_a_file_is_one() -> None:
    shown = talk(ONE_PAPER).play([("好的", "photo"), *NO_PHOTOS])
    assert shown.command.files == {"id_card": FILE.attachment}


def test_a_photo_that_came_before_it_was_asked_for_is_taken() -> None:
    early = talk(ONE_PAPER)
    early.sent = (voice().attachment, FILE.attachment)
    early.play([("同意", "ShowPapers")])
    assert early.command.files == {"id_card": FILE.attachment}


def test_an_answer_that_is_no_photo_any_more_is_asked_for_again() -> None:
    old = talk(AGREED, "hukou")
    old.answers = {"photo": "{}"}
    assert old.where == "photo"
    assert old.asking.again


def came(number: int, showable: Showable = AGREED, paper: str = "") -> Talk:
    """Return a talk about photos that came by themselves."""
    start = PaperPhotoStart(5, paper, is_unasked=True, said="看看")
    sent = tuple(replace(FILE.attachment, file_id=f"f{each}") for each in range(1, number + 1))
    return Talk(script="paper_photo", start=start, showable=showable, sent=sent)


ID, HUKOU = Press("id_card"), Press("hukou")
USED = {"id_card": PhotoUse.NONE, "hukou": PhotoUse.INSTEAD}
ANSWERED = replace(
    AGREED, papers=tuple(replace(each, use=USED[each.code]) for each in TWO_PAPERS.papers)
)
ONE_FINE = replace(ANSWERED, papers=ANSWERED.papers[:1])
NOT_NEEDED = AnswerInquiry("paper_photo.not_needed", {})
REPORTED = ReportInstead("看看")

# Each row: how many came, what could be shown, what is said, and the photo for each paper.
SEVERAL: list[tuple[int, Showable, list[Press], object]] = [
    (1, AGREED, [ID], {"id_card": "f1"}),
    (2, AGREED, [ID, HUKOU], {"id_card": "f1", "hukou": "f2"}),
    (2, AGREED, [ID, ID], {"id_card": "f2"}),
    (3, AGREED, [Press("neither"), HUKOU, Press("neither")], {"hukou": "f2"}),
    (2, AGREED, [Press("neither"), Press("neither")], NOT_NEEDED),
    (2, TWO_PAPERS, [ID, Press("agree"), HUKOU], {"id_card": "f1", "hukou": "f2"}),
    (2, TWO_PAPERS, [Press("neither"), HUKOU, Press("agree")], {"hukou": "f2"}),
    (2, TWO_PAPERS, [ID, Press("refuse")], AnswerInquiry("paper_photo.not_shown", {})),
    (2, TWO_PAPERS, [ID, Press("report")], REPORTED),
    (1, AGREED, [Press("report")], REPORTED),
    (1, ONE_PAPER, [Press("agree")], {"id_card": "f1"}),
    (1, ONE_PAPER, [Press("report")], REPORTED),
    (1, ANSWERED, [HUKOU], {"hukou": "f1"}),
    (2, ANSWERED, [ID, HUKOU], {"hukou": "f2"}),
    (1, ANSWERED, [ID], NOT_NEEDED),
    (1, ONE_FINE, [ID], NOT_NEEDED),
]


@each_of(SEVERAL)
def test_of_each_photo_that_came_it_is_asked_which_paper_it_is(
    number: int, showable: Showable, said: list[Press], led_to: object
) -> None:
    about = came(number, showable)
    for each in said:
        about.take(each)
    command = about.command
    if isinstance(command, ShowPapers):
        assert {code: file.file_id for code, file in command.files.items()} == led_to
    else:
        assert command == led_to


def test_a_photo_that_is_waited_for_is_that_paper_at_once() -> None:
    assert came(1, AGREED, "hukou").command.files.keys() == {"hukou"}
    assert came(2, AGREED, "hukou").where == "paper"
