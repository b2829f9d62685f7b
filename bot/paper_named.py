"""Whether the words below a photo plainly name a paper: such a photo is no part of a report."""

import re
from collections.abc import Iterable, Iterator

from bot.plain_text import narrow

# As much may stand around the name of a paper: 我妈妈的身份证正面, the id card of my mother.
_MOST_BESIDE = 6
_MOST_LETTERS_BESIDE = 18
_SHORTEST = 2
_PARTS = re.compile(r"[（(].*|[、，,]|或| or ")


def paper_plainly_named(words: str, names: Iterable[str]) -> str:
    """Return the longest name that words consist of but for a little; empty: they tell more."""
    said = narrow(words).strip(" \n.!。！")
    found = [part for name in names for part in _parts_of(name) if _is_all_but(said, part)]
    return max(found, key=len, default="")


def _parts_of(name: str) -> Iterator[str]:
    """Yield the papers that one name joins: 离婚证或判决书."""
    for part in _PARTS.split(narrow(name)):
        if len(part.strip()) >= _SHORTEST:
            yield part.strip()


def _is_all_but(said: str, part: str) -> bool:
    most = _MOST_LETTERS_BESIDE if part.isascii() else _MOST_BESIDE
    if part.isascii():
        is_there = re.search(rf"\b{re.escape(part)}\b", said) is not None
    else:
        is_there = part in said
    return is_there and len(said) - len(part) <= most
