"""What a clerk's word makes of a photo and of the check; which papers are worth a photo."""

from itertools import product

import pytest

from bot.paper_photos import (
    AFTER_WORD,
    ClerkWord,
    PhotoState,
    PhotoUse,
    Reason,
    Word,
    after_measuring,
    held_after,
    to_photograph,
    use_of,
)
from bot.photo_quality import Judgement
from bot.services import Form, Necessity, PaperNeeded
from bot.verdict import Held
from tests.bot.jiangwan import guide
from tests.rows import each_of

SHOWN = PhotoState.SHOWN


@each_of(product(PhotoState, ClerkWord))
def test_a_word_counts_only_while_the_clerks_have_the_photo(
    state: PhotoState, word: ClerkWord
) -> None:
    expected = PhotoState(word) if state is SHOWN else None
    assert AFTER_WORD.get((state, word)) == expected


@each_of((each,) for each in Judgement)
def test_only_what_people_can_judge_better_goes_to_the_clerks(code: Judgement) -> None:
    is_shown = code in {"fine", "pdf", "gave_up"}
    assert (after_measuring((code,)) is SHOWN) == is_shown
    assert after_measuring((Judgement.FINE, Judgement.GLARE)) is PhotoState.UNFIT


def need(form: Form) -> PaperNeeded:
    """Return a paper of the guide in another form."""
    return next(
        each
        for service in guide().services.values()
        for each in service.papers
        if each.form is form and each.necessity is Necessity.REQUIRED
    )


# Each row: the form, how the paper was held, the word and its reason, and how it is held then.
WORDS = [
    (Form.ORIGINAL, Held.HAVE, "fine", None, Held.HAVE),
    (Form.ORIGINAL, Held.UNSURE, "fine", None, Held.HAVE),
    (Form.ORIGINAL, Held.EXPIRED, "fine", None, Held.HAVE),
    (Form.BOTH, Held.MISSING, "fine", None, Held.WITHOUT_COPY),
    (Form.BOTH, Held.WITHOUT_COPY, "fine", None, Held.WITHOUT_COPY),
    (Form.ORIGINAL, Held.HAVE, "again", Reason.CUT_OFF, Held.HAVE),
    (Form.ORIGINAL, Held.HAVE, "again", Reason.EXPIRED, Held.EXPIRED),
    (Form.ORIGINAL, Held.HAVE, "wrong_paper", None, Held.UNSURE),
    (Form.BOTH, None, "wrong_paper", None, Held.UNSURE),
    (Form.ORIGINAL, None, "again", Reason.UNREADABLE, None),
]


@pytest.mark.parametrize(("form", "before", "word", "reason", "after"), WORDS)
def test_a_word_changes_how_the_paper_is_held(
    form: Form, before: Held | None, word: str, reason: Reason | None, after: Held | None
) -> None:
    assert held_after(Word(ClerkWord(word), reason), need(form), before) == after


# Each row: the newest photo of a paper, and what another one would do.
PHOTOS = [
    (None, "wanted"),
    (PhotoState.MEASURING, "instead"),
    (PhotoState.SHOWN, "instead"),
    (PhotoState.FINE, "none"),
    (PhotoState.UNFIT, "wanted"),
    (PhotoState.UNSEEN, "wanted"),
    (PhotoState.AGAIN, "wanted"),
    (PhotoState.WRONG_PAPER, "wanted"),
]


@each_of(PHOTOS)
def test_a_photo_is_asked_for_when_it_would_help(state: PhotoState | None, use: str) -> None:
    assert use_of(state) == use


def test_of_an_expired_paper_only_the_renewed_one_helps() -> None:
    assert use_of(PhotoState.AGAIN, is_to_renew=True) is PhotoUse.RENEWED


def test_a_paper_that_is_wanted_twice_is_photographed_once() -> None:
    paper = need(Form.ORIGINAL)
    assert to_photograph((paper, paper)) == (paper,)


@pytest.mark.parametrize("form", [Form.PHOTO, Form.ON_SITE])
def test_nobody_photographs_a_photo_or_what_is_filled_in_there(form: Form) -> None:
    papers = [e for s in guide().services.values() for e in s.papers if e.form is form]
    assert papers
    assert to_photograph(papers) == ()
