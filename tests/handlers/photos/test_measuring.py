"""Pages that tests print, blur, darken, dazzle and shrink are judged as people would."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.file_kinds import FileKind
from bot.photo_quality import Fault, judge_photo
from handlers.photo_measuring import measure
from playground.samples import sample_bytes
from tests.handlers.photos import made
from tests.handlers.photos.made import jpeg
from tests.rows import each_of

# Each row: a photo, and what is the matter with it.
ROWS: list[tuple[Callable[[], bytes], str]] = [
    (lambda: jpeg(made.page()), "fine"),
    (lambda: jpeg(made.page(255)), "fine"),
    (lambda: jpeg(made.page(), quality=30), "fine"),
    (lambda: made.as_kind("PNG"), "fine"),
    (lambda: made.as_kind("WEBP"), "fine"),
    (lambda: jpeg(made.on_table(0.8)), "fine"),
    (lambda: jpeg(made.on_table(0.5)), "fine"),
    (lambda: jpeg(made.on_table(0.3)), "too_small"),
    (lambda: jpeg(made.blurred(1)), "fine"),
    (lambda: jpeg(made.blurred(4)), "blurred"),
    (lambda: jpeg(made.blurred(10)), "blurred"),
    (lambda: jpeg(made.darkened(0.5)), "fine"),
    (lambda: jpeg(made.darkened(0.25)), "too_dark"),
    (lambda: jpeg(made.darkened(0.05)), "too_dark"),
    (lambda: jpeg(made.glared(60)), "fine"),
    (lambda: jpeg(made.glared(300)), "glare"),
    (lambda: jpeg(made.shrunk(1280)), "fine"),
    (lambda: jpeg(made.shrunk(640)), "too_small"),
    (lambda: jpeg(Image.new("RGB", (1, 1))), "too_small"),
    (lambda: jpeg(Image.new("RGB", (2000, 2000))), "too_dark"),
    (lambda: jpeg(Image.new("RGB", (2000, 2000), "white")), "nothing_to_read"),
    (lambda: jpeg(Image.new("L", (4000, 20), "white")), "nothing_to_read"),
    (made.thumb, "nothing_to_read"),
    (lambda: b"", "empty"),
    (lambda: made.PDF, "pdf"),
    (lambda: made.HEIC, "other_format"),
    (made.zipped, "no_photo"),
    (lambda: b"MZ" + bytes(4000), "no_photo"),
    (lambda: jpeg(made.page())[:-3000], "broken"),
    (lambda: jpeg(made.page())[:300], "broken"),
    (lambda: made.as_kind("PNG")[:-3000], "broken"),
    (lambda: b"\xff\xd8\xff" + bytes(100), "broken"),
    (made.bomb, "too_many_pixels"),
]


@each_of(ROWS)
def test_photos_are_judged_as_people_would(photo: Callable[[], bytes], codes: str) -> None:
    assert " ".join(judge_photo(measure(photo()))) == codes


def test_a_zip_called_a_photo_is_refused() -> None:
    assert judge_photo(measure(made.zipped()), "image/jpeg") == ("lies",)


def test_the_thumb_is_as_large_as_telegram_lets_it_be() -> None:
    assert 15_000_000 < len(made.thumb()) < 20 * 1024 * 1024


def test_a_picture_on_its_side_is_measured_upright() -> None:
    upright, turned = measure(jpeg(made.page())), measure(jpeg(made.page(), orientation=6))
    assert (turned.width, turned.height) == (upright.height, upright.width)
    assert turned.paper == upright.paper
    assert abs(turned.sharpness - upright.sharpness) < upright.sharpness / 10


def test_the_paper_is_measured_and_not_the_table() -> None:
    photo = measure(jpeg(made.on_table(0.5)))
    assert abs(photo.paper - made.A4[1] / 2) < made.A4[1] / 20
    assert photo.brightness > 0.7


def test_the_same_page_from_a_better_camera_is_no_sharper_and_no_blurrier() -> None:
    small, large = measure(jpeg(made.page())), measure(jpeg(made.page().resize((3308, 4678))))
    assert abs(small.sharpness - large.sharpness) < small.sharpness / 3


@settings(max_examples=12, deadline=None)
@given(st.floats(0.5, 8), st.floats(0.5, 4))
def test_more_blur_is_never_sharper(radius: float, more: float) -> None:
    less_blurred, blurrier = (
        measure(jpeg(made.blurred(each))).sharpness for each in (radius, radius + more)
    )
    assert blurrier < less_blurred


@settings(max_examples=12, deadline=None)
@given(st.floats(0.05, 0.9))
def test_less_light_is_always_darker(light: float) -> None:
    assert measure(jpeg(made.darkened(light))).brightness < measure(jpeg(made.page())).brightness


# The process that measures keeps the library's warnings to itself.
@pytest.mark.filterwarnings("ignore")
@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]))
def test_whatever_bytes_come_there_is_an_answer(content: bytes, beginning: bytes) -> None:
    photo = measure(beginning + content)
    assert photo.kind is FileKind.EMPTY or photo.fault or photo.kind
    assert judge_photo(photo) != ("fine",)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=60, deadline=None)
@given(st.integers(0, 20_000), st.binary(min_size=1, max_size=40))
def test_a_damaged_photo_is_measured_or_called_broken(at: int, damage: bytes) -> None:
    whole = jpeg(made.shrunk(400))
    place = at % len(whole)
    photo = measure(whole[:place] + damage + whole[place + len(damage) :])
    assert photo.fault in {Fault.NONE, Fault.BROKEN, Fault.TOO_MANY_PIXELS}


def test_the_paper_that_the_demo_offers_can_be_read() -> None:
    assert " ".join(judge_photo(measure(sample_bytes("paper")))) == "fine"
