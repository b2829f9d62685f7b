"""How wide a text is in a picture, and where its lines break: Chinese anywhere, English at blanks.

The widths are estimates on the safe side, so that text stays in its box with any usual font.
"""

import re
import unicodedata

_WIDE = frozenset("WF")
_NARROW_LETTERS = frozenset("iljtfrI.,:;'|!()[] ")
_BROAD_LETTERS = frozenset("mwMWQOGDHNUA%@")
_WIDE_EM, _NARROW_EM, _BROAD_EM, _USUAL_EM = 1.0, 0.36, 0.86, 0.6
# What must not begin a line hangs at the end of the one before.
_HANGING = frozenset("，。、；：？！）》”’)],.;:?!")
# A word keeps together; each Chinese sign is a piece of its own.
_PIECES = re.compile(r"[\x21-\x7e\u00a0-\u024f×·→]+ ?|\s+|.")


def width(text: str, size: float) -> float:
    """Return about how wide a text is, in the unit of its size."""
    return size * sum(_em(letter) for letter in text)


def wrap(text: str, size: float, most: float) -> list[str]:
    """Break a text into lines that are at most so wide; a longer word stands alone, broken."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, size, most):
        if line and width((line + piece).rstrip(), size) > most and piece[0] not in _HANGING:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str, size: float, most: float) -> list[str]:
    """Split where a line may break, and cut words that no line could hold."""
    found: list[str] = []
    for piece in _PIECES.findall(text):
        found += [piece] if width(piece, size) <= most else list(piece)
    return found


def _em(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in _WIDE or letter in "“”‘’…—":
        return _WIDE_EM
    if letter in _NARROW_LETTERS:
        return _NARROW_EM
    return _BROAD_EM if letter in _BROAD_LETTERS else _USUAL_EM
