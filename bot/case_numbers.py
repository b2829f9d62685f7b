"""Numbers that people can write down and read out: JW-261124-0037."""

import re
from datetime import date

from bot.plain_text import narrow

_TYPED = re.compile(r"(?<![a-z0-9])([a-z]{1,4})[ -]?([0-9]{6})[ -]?([0-9]{1,5})(?![0-9])号?")
# 帮我查下JW-261124-0037: in a longer text something else is told.
LONGEST_WITH_NUMBER = 24


def case_number(letters: str, day: date, counter: int) -> str:
    """Return the number of the `counter`-th case of a local day."""
    return f"{letters}-{day:%y%m%d}-{counter:04d}"


def typed_case_number(text: str) -> str:
    """Return the number in what somebody typed, in its true form; empty when there is none."""
    match = _TYPED.search(narrow(text))
    if match is None or len(text) > LONGEST_WITH_NUMBER:
        return ""
    letters, day, counter = match.groups()
    return f"{letters.upper()}-{day}-{int(counter):04d}"
