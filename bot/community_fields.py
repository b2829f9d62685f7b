"""Single fields of a community's data: texts, times, numbers, lists; refused with a reason."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.community import Point, TimeLimit, TimeUnit, Urgency, WorkingHours
from bot.local_text import LocalText

Content = Mapping[str, Any]
_LETTERS = re.compile("[A-Z]{1,4}")
_UNITS = tuple(sorted(TimeUnit, key=len, reverse=True))
LANGUAGES = ("zh-CN", "en")


class BadItemError(ValueError):
    """A thing cannot be read; `code` names the mistake, `value` is what stands there.

    `known` are the words that may stand there.
    """

    def __init__(
        self, code: str, field: str, value: object = "", known: Iterable[str] = ()
    ) -> None:
        super().__init__(f"{code}: {field}")
        self.code = code
        self.field = field
        self.value = str(value)[:60]
        self.known = tuple(known)


def text(content: Content, field: str) -> LocalText:
    """Read a text in several languages."""
    texts = content[field]
    if not isinstance(texts, Mapping):
        raise BadItemError("not_a_text", field, texts)
    for language in LANGUAGES:
        if not isinstance(texts.get(language), str):
            raise BadItemError("language_missing", f"{field}.{language}")
    return LocalText(dict(texts))


def working_hours(content: Content) -> WorkingHours:
    """Read a stretch of working time."""
    hours = WorkingHours(minutes(content, "opens"), minutes(content, "closes"))
    if hours.closes <= hours.opens:
        raise BadItemError("hours_reversed", "closes", content["closes"])
    return hours


def time_limit(written: object, field: str) -> TimeLimit:
    """Read a limit such as `4wh`."""
    for unit in _UNITS:
        number = str(written).removesuffix(unit.value)
        if str(written).endswith(unit.value) and number.isascii() and number.isdigit():
            return TimeLimit(int(number), unit)
    raise BadItemError("not_a_time_limit", field, written)


def minutes(content: Content, field: str) -> int:
    """Read a time of day such as `08:30` as minutes since midnight."""
    hour, _, minute = str(content[field]).partition(":")
    if not (_is_number(hour) and _is_number(minute) and int(hour) < 24 and int(minute) < 60):  # noqa: PLR2004
        raise BadItemError("not_a_time", field, content[field])
    return int(hour) * 60 + int(minute)


def word(content: Content, field: str) -> str:
    """Read a code: its own, or that of something else."""
    given = content[field]
    if not isinstance(given, str):
        raise BadItemError("not_a_word", field, given)
    return given


def typos(given: object) -> dict[str, str]:
    """Read slips of typing and what they mean."""
    if not isinstance(given, Mapping) or not all(isinstance(each, str) for each in given.values()):
        raise BadItemError("not_a_table_of_words", "typos", given)
    return dict(given)


def flag(content: Content, field: str) -> bool:
    """Read true or false; what is not said is false."""
    given = content.get(field, False)
    if not isinstance(given, bool):
        raise BadItemError("not_true_or_false", field, given)
    return given


def words(given: object, field: str) -> tuple[str, ...]:
    """Read a list of texts, perhaps an empty one."""
    if not isinstance(given, list | tuple) or not all(isinstance(each, str) for each in given):
        raise BadItemError("not_a_list", field, given)
    if not all(each.strip() for each in given):
        raise BadItemError("empty_word", field)
    return tuple(given)


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) < 6  # noqa: PLR2004


def whole(content: Content, field: str) -> int:
    """Read a whole number."""
    written = str(content[field])
    if not _is_number(written):
        raise BadItemError("not_a_count", field, content[field])
    return int(written)


def count(content: Content, field: str) -> int:
    """Read a whole number of a file that knows numbers: one in quotation marks is a slip."""
    if not isinstance(content[field], int) or isinstance(content[field], bool):
        raise BadItemError("not_a_count", field, content[field])
    return whole(content, field)


def _degrees(content: Content, field: str) -> float:
    try:
        return float(content[field])
    except ValueError as error:
        raise BadItemError("not_a_number", field, content[field]) from error


def point(content: Content) -> Point:
    """Read latitude and longitude in degrees."""
    return Point(_degrees(content, "latitude"), _degrees(content, "longitude"))


def codes(content: Content, field: str) -> tuple[str, ...]:
    """Read codes: a list, or one text with semicolons."""
    given = content.get(field) or ()
    parts = given.split(";") if isinstance(given, str) else given
    return tuple(part.strip() for part in parts if part.strip())


def urgency(written: object, field: str) -> Urgency:
    """Read an urgency."""
    if written not in set(Urgency):
        raise BadItemError("unknown_urgency", field, written, Urgency)
    return Urgency(str(written))


def letters(written: object) -> str:
    """Read the letters that case numbers begin with."""
    if not _LETTERS.fullmatch(str(written)):
        raise BadItemError("bad_letters", "letters", written)
    return str(written)


def time_zone(written: object) -> str:
    """Read the name of a time zone, and see that it is known here."""
    try:
        return ZoneInfo(str(written)).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadItemError("unknown_time_zone", "time_zone", written) from error


def phone(written: object, field: str) -> str:
    """Read a telephone number that people can dial: digits only."""
    said = str(written)
    if not (said.isascii() and said.isdigit() and 5 <= len(said) <= 15):  # noqa: PLR2004
        raise BadItemError("not_a_phone", field, written)
    return said
