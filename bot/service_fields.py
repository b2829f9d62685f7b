"""Fields that facts about the centre have in common: why, when, on what condition; texts."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.community_fields import LANGUAGES, BadItemError, Content, text, words
from bot.local_text import LocalText
from bot.services import Answered, Condition, Confidence, Grounds

_Read = TypeVar("_Read")
_Code = TypeVar("_Code", bound=StrEnum)
_NOT = "not "


def grounds(content: Content, own: Grounds | None = None) -> Grounds:
    """Read why a fact is believed; what it does not say is as for the whole service."""
    since, until = stretch(content)
    if own and "confidence" not in content:
        confidence = own.confidence
    else:
        confidence = one_of(Confidence, content["confidence"], "confidence")
    source = own.source if own and "source" not in content else full_text(content, "source")
    return Grounds(source, confidence, since, until)


def stretch(content: Content) -> tuple[str, str]:
    """Read the first and the last day of a fact; empty where it is open."""
    since = iso_day(content["from"], "from") if "from" in content else ""
    until = iso_day(content["until"], "until") if "until" in content else ""
    if until and until < since:
        raise BadItemError("days_reversed", "until", until)
    return since, until


def condition(content: Content) -> Condition:
    """Read what must be answered so: `married`, `not married`."""
    return tuple(
        Answered(each.removeprefix(_NOT).strip(), answer=not each.startswith(_NOT))
        for each in words(content.get("when", ()), "when")
    )


def one_of(kind: type[_Code], given: object, field: str) -> _Code:
    """Read one of the words that a field may have."""
    if given not in set(kind):
        raise BadItemError("unknown_word", field, given, kind)
    return kind(str(given))


def full_text(content: Content, field: str) -> LocalText:
    """Read a text that must say something in every language."""
    said = text(content, field)
    for language in LANGUAGES:
        if not said.texts[language].strip():
            raise BadItemError("empty", f"{field}.{language}")
    return said


def perhaps_text(content: Content, field: str, named: str = "") -> LocalText | None:
    """Read a text that need not be there; a mistake may name the field otherwise."""
    if field not in content:
        return None
    try:
        return full_text(content, field)
    except BadItemError as error:
        raise BadItemError(error.code, named or error.field, error.value) from error


def iso_day(given: object, field: str) -> str:
    """Read a day."""
    try:
        return date.fromisoformat(str(given)).isoformat()
    except ValueError as error:
        raise BadItemError("not_a_day", field, given) from error


def parts(content: Content, table: str, read: Callable[[Content], _Read]) -> tuple[_Read, ...]:
    """Read the entries of a table; a mistake names the table and the entry's number."""
    found = []
    for position, each in enumerate(content.get(table, ()), start=1):
        try:
            found.append(read(each))
        except BadItemError as error:
            field = f"{table}.{position}.{error.field}"
            raise BadItemError(error.code, field, error.value) from error
        except KeyError as error:
            raise BadItemError("missing", f"{table}.{position}.{error.args[0]}") from error
        except (TypeError, AttributeError) as error:
            raise BadItemError("wrong_form", f"{table}.{position}") from error
    return tuple(found)
