"""Measures in, codes out: each row is a photo and what is the matter with it."""

from dataclasses import fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.file_kinds import FileKind
from bot.photo_quality import MOST_SAID, Fault, Judgement, PhotoMeasures, judge_photo
from tests.rows import each_of

GOOD = PhotoMeasures(FileKind.JPEG, Fault.NONE, 1200, 1600, 1500, 3000.0, 0.5, 0.85, 0.0)

# Each row: what differs from a good photo, and the codes.
ROWS: list[tuple[dict[str, Any], str]] = [
    ({}, "fine"),
    ({"kind": FileKind.EMPTY}, "empty"),
    ({"kind": FileKind.PDF}, "pdf"),
    ({"kind": FileKind.HEIC}, "other_format"),
    ({"kind": FileKind.ZIP}, "no_photo"),
    ({"kind": FileKind.OTHER}, "no_photo"),
    ({"kind": FileKind.GIF}, "no_photo"),
    ({"fault": Fault.TOO_MANY_PIXELS}, "too_many_pixels"),
    ({"fault": Fault.BROKEN}, "broken"),
    ({"fault": Fault.GAVE_UP}, "gave_up"),
    ({"width": 600, "height": 899}, "too_small"),
    ({"width": 600, "height": 899, "sharpness": 0}, "too_small"),
    ({"brightness": 0.34}, "too_dark"),
    ({"brightness": 0.34, "detail": 0, "sharpness": 0}, "too_dark"),
    ({"detail": 0.03}, "nothing_to_read"),
    ({"detail": 0.03, "sharpness": 1}, "nothing_to_read"),
    ({"sharpness": 119}, "blurred"),
    ({"sharpness": 120}, "fine"),
    ({"glare": 0.016}, "glare"),
    ({"glare": 0.015}, "fine"),
    ({"paper": 899}, "too_small"),
    ({"paper": 900}, "fine"),
    ({"sharpness": 50, "glare": 0.2}, "blurred glare"),
    ({"sharpness": 50, "glare": 0.2, "paper": 10}, "blurred glare"),
]


@each_of(ROWS)
def test_a_photo_is_judged(differing: dict[str, Any], codes: str) -> None:
    assert " ".join(judge_photo(replace(GOOD, **differing))) == codes


# Each row: what differs from a good photo, and the codes for a page and for a card.
OF_A_CARD: list[tuple[dict[str, Any], str, str]] = [
    ({"paper": 768, "width": 960, "height": 1280}, "too_small", "fine"),
    ({"paper": 500, "width": 600, "height": 800}, "too_small", "fine"),
    ({"paper": 499, "width": 960, "height": 1280}, "too_small", "too_small"),
    ({"paper": 400, "width": 300, "height": 499}, "too_small", "too_small"),
    ({"paper": 768, "sharpness": 50}, "blurred too_small", "blurred"),
]


@each_of(OF_A_CARD)
def test_a_card_needs_fewer_pixels_than_a_page(
    differing: dict[str, Any], of_a_page: str, of_a_card: str
) -> None:
    photo = replace(GOOD, **differing)
    assert " ".join(judge_photo(photo)) == of_a_page
    assert " ".join(judge_photo(photo, is_card=True)) == of_a_card


def test_a_file_that_lies_is_refused_before_anything_else() -> None:
    assert judge_photo(GOOD, "application/pdf") == (Judgement.LIES,)
    assert judge_photo(GOOD, "image/jpeg") == (Judgement.FINE,)
    assert judge_photo(replace(GOOD, kind=FileKind.EMPTY), "image/jpeg") == (Judgement.EMPTY,)


NUMBERS = {
    "width": st.integers(0, 9000),
    "height": st.integers(0, 9000),
    "paper": st.integers(0, 9000),
    "sharpness": st.floats(0, 9000),
    "detail": st.floats(0, 1),
    "brightness": st.floats(0, 1),
    "glare": st.floats(0, 1),
}
ANY = st.builds(
    PhotoMeasures, kind=st.sampled_from(FileKind), fault=st.sampled_from(Fault), **NUMBERS
)


@given(ANY)
def test_every_photo_gets_something_to_do_and_never_too_much(photo: PhotoMeasures) -> None:
    codes = judge_photo(photo)
    assert 1 <= len(codes) <= MOST_SAID
    assert len(set(codes)) == len(codes)
    assert Judgement.FINE not in codes or codes == (Judgement.FINE,)


@given(ANY)
def test_a_better_photo_is_never_judged_worse(photo: PhotoMeasures) -> None:
    if judge_photo(photo) == (Judgement.FINE,):
        for name in ("sharpness", "detail", "paper", "width", "height"):
            better = replace(photo, **{name: getattr(photo, name) * 2})
            assert judge_photo(better) == (Judgement.FINE,)


def test_every_measure_is_known_to_these_tests() -> None:
    assert {each.name for each in fields(PhotoMeasures)} == {"kind", "fault", *NUMBERS}
