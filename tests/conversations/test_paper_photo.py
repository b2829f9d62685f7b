"""Showing a paper to the window: which one, who may see it, and the photo."""

from dataclasses import replace

import pytest

from bot.commands import AnswerInquiry, ShowPaper
from bot.events import Attachment, AttachmentKind, SentFile
from conversations.paper_photo import PaperPhotoStart
from conversations.paper_photo_facts import Showable
from tests.conversations.talks import (
    BACK,
    TWO_PAPERS,
    Press,
    Row,
    Talk,
    photo,
    voice,
)

ONE_PAPER = replace(TWO_PAPERS, papers=TWO_PAPERS.papers[:1])
AGREED = replace(TWO_PAPERS, is_agreed=True)
FILE = SentFile(Attachment(AttachmentKind.DOCUMENT, "f", "u", 9, "image/jpeg"), "", "")


def talk(showable: Showable = TWO_PAPERS, paper: str = "") -> Talk:
    """Return a talk about showing a paper."""
    return Talk(script="paper_photo", start=PaperPhotoStart(5, paper), showable=showable)


def test_a_paper_is_chosen_agreed_to_and_photographed() -> None:
    shown = talk().play(
        [(Press("hukou"), "agree"), (Press("agree"), "photo"), (photo(), "ShowPaper")]
    )
    assert shown.command == ShowPaper(5, "hukou", photo().attachment)


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
    (FILE, "ShowPaper"),
]


def test_only_a_photo_or_a_file_is_one() -> None:
    shown = talk(ONE_PAPER).play([("好的", "photo"), *NO_PHOTOS])
    assert shown.command.file == FILE.attachment


def test_a_photo_that_came_before_it_was_asked_for_is_taken() -> None:
    early = talk(ONE_PAPER)
    early.sent = (voice().attachment, FILE.attachment)
    early.play([("同意", "ShowPaper")])
    assert early.command.file == FILE.attachment


def test_an_answer_that_is_no_photo_any_more_is_asked_for_again() -> None:
    old = talk(AGREED, "hukou")
    old.answers = {"photo": "{}"}
    assert old.where == "photo"
    assert old.asking.again
