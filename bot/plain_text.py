"""What a person typed, made safe to keep and to show; and its folded form, made only for matching."""

import re
import unicodedata

LONGEST_TEXT = 4096
LONGEST_NAME = 64
ZERO_WIDTH_JOINER = "\u200d"
_KEPT_CONTROLS = {"\n", ZERO_WIDTH_JOINER}
_SURROGATES = re.compile("[\ud800-\udfff]")
_MARKS = re.compile(
    r"((?:[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]){2})[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+"
)
_BLANKS = re.compile(r"[^\S\n]+")


def clean(text: str) -> str:
    """Return text without anything invisible that could break storage or turn letters around."""
    if text.isascii() and text.isprintable():
        return text[:LONGEST_TEXT].strip()
    text = unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", text.replace("\r\n", "\n")))
    kept = "".join(letter for letter in text if _is_kept(letter))
    return _MARKS.sub(r"\1", kept)[:LONGEST_TEXT].strip()


def clean_name(name: str) -> str:
    """Return a name on one line, cleaned and shortened; perhaps empty."""
    return _BLANKS.sub(" ", clean(name).replace("\n", " "))[:LONGEST_NAME].strip()


def narrow(text: str) -> str:
    """Return text with full-width letters and digits made narrow and small: 「３＃２」 → `3#2`."""
    return unicodedata.normalize("NFKC", text).lower()


def _is_kept(letter: str) -> bool:
    if letter in _KEPT_CONTROLS or letter.isprintable():
        return True
    return unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
