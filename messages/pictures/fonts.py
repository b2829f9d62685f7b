"""The Chinese font of this machine, and what it cannot draw."""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

# Where Debian, Fedora, macOS and Windows keep a font with Chinese letters; the first one wins.
CANDIDATES = (
    Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
    Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
    Path("/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc"),
    Path("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc"),
    Path("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"),
    Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
    Path("/System/Library/Fonts/PingFang.ttc"),
    Path("/System/Library/Fonts/STHeiti Medium.ttc"),
    Path("C:/Windows/Fonts/msyh.ttc"),
)
# Typesetters set this sign where a letter is lacking.
STAND_IN = "〓"
_NOT_A_LETTER = "\U0010ffff"
_PROBE = 24
Font = ImageFont.FreeTypeFont


class NoFontError(Exception):
    """This machine has no font with Chinese letters: pictures would be full of boxes."""


@cache
def font_file(candidates: tuple[Path, ...] = CANDIDATES) -> Path | None:
    """Return the file of a font that can be opened and has Chinese letters, if there is one."""
    return next((path for path in candidates if _is_chinese(path)), None)


def pictures_possible() -> bool:
    """Whether this machine can draw Chinese letters."""
    return font_file() is not None


@cache
def font(size: int) -> Font:
    """Return the font in a size in pixels, or refuse when there is none."""
    found = font_file()
    if found is None:
        raise NoFontError
    return _opened(found, size)


@cache
def has_glyph(letter: str) -> bool:
    """Whether the font has this letter."""
    return _differs_from_nothing(font(_PROBE), letter)


@lru_cache(4096)
def drawable(text: str) -> str:
    """Return a text without what the font lacks: signs fall away, letters get a stand-in."""
    plain = unicodedata.normalize("NFC", text)
    return "".join(_drawn(letter) for letter in plain)


def _drawn(letter: str) -> str:
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in {"Cf", "Cc", "Cs", "Co", "Cn"}:
        return ""
    if has_glyph(letter):
        return letter
    return STAND_IN if letter.isalnum() else ""


def _is_chinese(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        return _differs_from_nothing(_opened(path, _PROBE), "巷")
    except OSError:
        return False


def _opened(path: Path, size: int) -> Font:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _differs_from_nothing(opened: Font, letter: str) -> bool:
    return bytes(opened.getmask(letter)) != bytes(opened.getmask(_NOT_A_LETTER))
