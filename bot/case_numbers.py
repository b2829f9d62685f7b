"""Numbers that people can write down and read out: JW-261124-0037."""

import re
from datetime import date

from bot.plain_text import narrow

_TYPED = re.compile(r"([a-z]{1,4})[ -]?([0-9]{6})[ -]?([0-9]{1,5})号?")


def case_number(letters: str, day: date, counter: int) -> str:
    """Return the number of the `counter`-th case of a local day."""
    return f"{letters}-{day:%y%m%d}-{counter:04d}"


def typed_case_number(text: str) -> str:
    """Return the number that somebody typed, in its true form; empty when it is none."""
    match = _TYPED.fullmatch(narrow(text).strip())
    if match is None:
        return ""
    letters, day, counter = match.groups()
    return f"{letters.upper()}-{day}-{int(counter):04d}"
