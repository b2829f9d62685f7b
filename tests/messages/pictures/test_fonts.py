"""A machine without a Chinese font says so; a text never becomes boxes."""

from pathlib import Path

import pytest

from messages.pictures import fonts
from messages.pictures.fonts import (
    CANDIDATES,
    NoFontError,
    drawable,
    font,
    font_file,
    pictures_possible,
)
from tests.rows import each_of

LATIN = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def test_the_test_machine_can_draw() -> None:
    assert pictures_possible()


def test_files_that_are_no_chinese_font_are_passed_over(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    found = font_file((tmp_path / "missing.ttf", broken, LATIN, *CANDIDATES))
    assert found == font_file(CANDIDATES)
    assert font_file((broken, LATIN)) is None


def test_without_a_font_drawing_is_refused_and_not_attempted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "font_file", lambda: None)
    assert not fonts.pictures_possible()
    font.cache_clear()
    with pytest.raises(NoFontError):
        font(40)


# Each row: a text, and what of it can be drawn.
ROWS = [
    ("居住证", "居住证"),
    ("✅ 有了", " 有了"),
    ("𠮷家", "〓家"),
    ("a\u0000b\u2068c", "abc"),
    ("一\t二", "一 二"),
    ("cafe\u0301", "café"),
]


@each_of(ROWS)
def test_what_the_font_lacks_falls_away_or_gets_a_stand_in(text: str, drawn: str) -> None:
    assert drawable(text) == drawn
