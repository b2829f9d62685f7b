"""The card is wide as promised, small as a file, and tells its verdict without colour too."""

from dataclasses import replace

from PIL import Image, ImageChops, ImageOps

from messages.pictures.canvas import BAD, GOOD, WIDTH, Sign
from messages.pictures.verdict_card import TALLEST, PaperLine, draw_verdict
from tests.messages.pictures.cards import LONG, PAPERS, card, opened
from tests.rows import each_of

SMALL_FILE = 150_000


def grey(image: Image.Image) -> Image.Image:
    """Return an image as somebody sees it who sees no colours."""
    return image.convert("L")


# Each row: how many papers, and how high the picture is at most.
SIZES = [(0, 1200), (1, 1400), (5, 2500), (12, 2700)]


@each_of(SIZES)
def test_cards_are_wide_enough_and_small_files(papers: int, tallest: int) -> None:
    png = draw_verdict(card((PAPERS * 3)[:papers]))
    image = opened(png)
    assert image.width == WIDTH
    assert 500 < image.height <= tallest
    assert image.mode == "P"
    assert len(png) < SMALL_FILE


def test_very_long_texts_are_wrapped_and_clipped() -> None:
    line = PaperLine(Sign.CROSS, LONG, LONG, LONG, (LONG, LONG))
    long = replace(card((line,) * 3), verdict=LONG, tally=LONG, service=LONG, where=(LONG, LONG))
    assert opened(draw_verdict(long)).height <= TALLEST


def test_the_margins_stay_empty() -> None:
    image = opened(draw_verdict(card())).convert("RGB")
    ground = image.getpixel((5, 400))
    for left, right in ((0, 40), (WIDTH - 40, WIDTH)):
        strip = image.crop((left, 400, right, 1000))
        assert strip.getcolors() == [(40 * 600, ground)]


def test_the_verdict_is_seen_by_colour() -> None:
    corners = [
        opened(draw_verdict(card(go=go))).convert("RGB").getpixel((2, 2)) for go in (True, False)
    ]
    wanted = [Image.new("RGB", (1, 1), colour).getpixel((0, 0)) for colour in (GOOD, BAD)]
    assert corners == wanted


def test_the_verdict_is_seen_without_colour_by_sign_and_by_word() -> None:
    go, stay = (grey(opened(draw_verdict(card(go=go)))) for go in (True, False))
    for box in ((56, 40, 230, 260), (264, 40, 700, 160)):
        shapes = [ImageOps.autocontrast(each.crop(box)).point(_black) for each in (go, stay)]
        differing = ImageChops.difference(*shapes).histogram()[255]
        assert differing > 1000


def test_each_sign_has_its_own_shape() -> None:
    lines = [
        PaperLine(sign, "户口簿") for sign in (Sign.TICK, Sign.CROSS, Sign.QUESTION, Sign.PEN)
    ]
    shapes = set()
    for line in lines:
        strip = grey(opened(draw_verdict(card((line,))))).crop((56, 400, 116, 560))
        shapes.add(ImageOps.autocontrast(strip).point(_black).tobytes())
    assert len(shapes) == len(lines)


def test_more_papers_get_less_help_each() -> None:
    few, many = (opened(draw_verdict(card(PAPERS * times))).height for times in (1, 4))
    assert many < 4 * few


def _black(value: int) -> int:
    return 255 if value > 127 else 0
