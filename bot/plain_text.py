"""What a person typed, made safe to keep and to show; and its narrow form, for matching."""

import re
import unicodedata

LONGEST_TEXT = 4096
LONGEST_NAME = 64
JOINER = "\u200d"
_SURROGATES = re.compile("[\ud800-\udfff]")
_MARKS = re.compile(
    r"((?:[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]){2})[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+"
)
_DASHES = str.maketrans("‐‑‒–—―−", "-------")
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
# Joiners that join nothing: at an end, beside a blank, or twice.
_LOOSE_JOINERS = re.compile(rf"(?:^|(?<=[\s{JOINER}])){JOINER}+|{JOINER}+(?=\s|$)")
_NEVER_KEPT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_KEPT_CONTROLS = frozenset({"\n", JOINER})
# Letters by their category that nobody can see.
_UNSEEN_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_UNSEEN_KINDS = frozenset({"Cc", "Cf", "Mn", "Me", "Zs"})


def clean(text: str) -> str:
    """Return text without what could break storage or turn letters round; empty if unseen."""
    if text.isascii() and text.isprintable():
        return text[:LONGEST_TEXT].strip()
    plain = _LINE_ENDS.sub("\n", _SURROGATES.sub("\ufffd", text)).replace("\t", " ")
    kept = "".join(letter for letter in plain if _is_kept(letter))
    kept = _MARKS.sub(r"\1", unicodedata.normalize("NFC", kept))
    shown = _LOOSE_JOINERS.sub("", kept)[:LONGEST_TEXT].strip().rstrip(JOINER)
    return shown if any(_is_seen(letter) for letter in shown) else ""


def clean_name(name: str) -> str:
    """Return a name on one line, cleaned and shortened; perhaps empty."""
    return _BLANKS.sub(" ", clean(name).replace("\n", " "))[:LONGEST_NAME].strip()


def narrow(text: str) -> str:
    """Return text made narrow and small, with one kind of dash: 「３＃２—５０１」 → `3#2-501`."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", _SURROGATES.sub("\ufffd", text))
    return plain.translate(_DASHES).lower()


def _is_kept(letter: str) -> bool:
    return letter in _KEPT_CONTROLS or unicodedata.category(letter) not in _NEVER_KEPT


def _is_seen(letter: str) -> bool:
    return letter not in _UNSEEN_LETTERS and unicodedata.category(letter) not in _UNSEEN_KINDS
