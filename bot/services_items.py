"""Services, papers, windows, questions and proofs, read from plain values."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.appointment_items import pace
from bot.community_fields import (
    LANGUAGES,
    BadItemError,
    Content,
    codes,
    minutes,
    phone,
    text,
    whole,
    words,
)
from bot.local_text import LocalText
from bot.other_offices import OtherOffice
from bot.proofs import Proof
from bot.services import (
    Advice,
    Answered,
    AtWindow,
    Condition,
    Confidence,
    Elsewhere,
    Fact,
    Form,
    Grounds,
    Necessity,
    OpeningHours,
    Paper,
    PaperNeeded,
    Question,
    Service,
    Settled,
    Shop,
    Step,
    Window,
)

_Read = TypeVar("_Read")
_Code = TypeVar("_Code", bound=StrEnum)
_NOT = "not "
_ANSWERS: Mapping[object, bool] = {"yes": True, "no": False}


def _window(content: Content) -> Window:
    return Window(
        content["code"],
        _text(content, "name"),
        _text(content, "place"),
        _parts(content, "hours", _hours),
        phone(content["phone"], "phone") if content.get("phone") else "",
        frozenset(_day(each, "closed") for each in content.get("closed", ())),
        pace(content),
    )


def _shop(content: Content) -> Shop:
    makes = words(content["makes"], "makes")
    hours = _parts(content, "hours", _hours)
    return Shop(content["code"], _text(content, "name"), _text(content, "place"), makes, hours)


def _hours(content: Content) -> OpeningHours:
    opens, closes = minutes(content, "opens"), minutes(content, "closes")
    if closes <= opens:
        raise BadItemError("hours_reversed", "closes", content["closes"])
    weekdays = frozenset(content.get("weekdays", ()))
    if weekdays - set(range(1, 8)):
        raise BadItemError("not_a_weekday", "weekdays", sorted(weekdays))
    return OpeningHours(opens, closes, weekdays)


def _paper(content: Content) -> Paper:
    return Paper(
        content["code"],
        _text(content, "name"),
        grounds(content),
        _perhaps(content, "how_to_get"),
        _perhaps(content, "issuer"),
        _perhaps(content, "lasts"),
        _perhaps(content, "instead"),
        bool(content.get("expires", False)),
        _perhaps(content, "short"),
    )


def _question(content: Content) -> Question:
    settled = _parts(content, "settled", _settled)
    kept = bool(content.get("kept", False))
    return Question(content["code"], _text(content, "text"), settled, kept)


def _settled(content: Content) -> Settled:
    when = condition(content)
    if not when:
        raise BadItemError("missing", "when")
    return Settled(when, _answer(content["answer"], "answer"))


def _service(content: Content) -> Service:
    own = grounds(content)
    return Service(
        content["code"],
        _text(content, "name"),
        own,
        _at_windows(content, own),
        _parts(content, "steps", lambda each: _step(each, own)),
        _parts(content, "papers", lambda each: _paper_needed(each, own)),
        _versions(content, "time", own),
        _versions(content, "validity", own),
        _versions(content, "fee", own) if "fee" in content else (),
        _parts(content, "advice", lambda each: _advice(each, own)),
        _parts(content, "wasted_trips", lambda each: _fact(each, own)),
        words(content.get("also_known_as", ()), "also_known_as"),
        words(content.get("words", ()), "words"),
    )


def _at_windows(content: Content, own: Grounds) -> tuple[AtWindow, ...]:
    """Read one window, or a version for each stretch of time."""
    given = content["window"]
    if isinstance(given, str):
        return (AtWindow(given, _always(own)),)
    return _parts(content, "window", lambda each: AtWindow(each["code"], grounds(each, own)))


def _step(content: Content, own: Grounds) -> Step:
    want = _answer(content["want"], "want") if "want" in content else None
    otherwise = _elsewhere(content["otherwise"]) if "otherwise" in content else None
    if (want is None) != (otherwise is None):
        raise BadItemError("missing", "want" if want is None else "otherwise")
    return Step(content["question"], grounds(content, own), condition(content), want, otherwise)


def _elsewhere(content: Content) -> Elsewhere:
    said = _perhaps(content, "text", "otherwise.text")
    if said is None and not content.get("service"):
        raise BadItemError("missing", "otherwise")
    return Elsewhere(said, str(content.get("service", "")))


def _paper_needed(content: Content, own: Grounds) -> PaperNeeded:
    return PaperNeeded(
        content["paper"],
        _one_of(Form, content["form"], "form"),
        grounds(content, own),
        condition(content),
        whole(content, "copies"),
        _one_of(Necessity, content.get("necessity", Necessity.REQUIRED), "necessity"),
        codes(content, "instead"),
        _perhaps(content, "note"),
    )


def _advice(content: Content, own: Grounds) -> Advice:
    return Advice(_text(content, "text"), grounds(content, own), condition(content))


def _fact(content: Content, own: Grounds) -> Fact:
    return Fact(_text(content, "text"), grounds(content, own))


def _versions(content: Content, field: str, own: Grounds) -> tuple[Fact, ...]:
    """Read a bare text, one fact, or a version for each stretch of time."""
    given = content[field]
    if isinstance(given, list | tuple):
        return _parts(content, field, lambda each: _fact(each, own))
    if isinstance(given, Mapping) and "text" in given:
        return (_fact(given, own),)
    return (Fact(_text(content, field), _always(own)),)


def _proof(content: Content) -> Proof:
    return Proof(
        content["code"],
        _text(content, "name"),
        _text(content, "rule"),
        _text(content, "alternative"),
        grounds(content),
        words(content.get("words", ()), "words"),
        str(content.get("service", "")),
    )


def _other_office(content: Content) -> OtherOffice:
    return OtherOffice(
        content["code"],
        _text(content, "name"),
        _text(content, "place"),
        grounds(content),
        phone(content["phone"], "phone") if "phone" in content else "",
        _perhaps(content, "advice"),
        words(content.get("words", ()), "words"),
    )


def grounds(content: Content, own: Grounds | None = None) -> Grounds:
    """Read why a fact is believed; what it does not say is as for the whole service."""
    said = (
        {"source": own.source.texts, "confidence": own.confidence, **content} if own else content
    )
    since = _day(content["from"], "from") if "from" in content else ""
    until = _day(content["until"], "until") if "until" in content else ""
    if until and until < since:
        raise BadItemError("days_reversed", "until", until)
    confidence = _one_of(Confidence, said["confidence"], "confidence")
    return Grounds(_text(said, "source"), confidence, since, until)


def _always(own: Grounds) -> Grounds:
    return Grounds(own.source, own.confidence)


def condition(content: Content) -> Condition:
    """Read what must be answered so: `married`, `not married`."""
    return tuple(
        Answered(each.removeprefix(_NOT).strip(), answer=not each.startswith(_NOT))
        for each in words(content.get("when", ()), "when")
    )


def _answer(given: object, field: str) -> bool:
    if not isinstance(given, str) or given not in _ANSWERS:
        raise BadItemError("not_yes_or_no", field, given)
    return _ANSWERS[given]


def _one_of(kind: type[_Code], given: object, field: str) -> _Code:
    if given not in set(kind):
        raise BadItemError("unknown_word", field, given)
    return kind(str(given))


def _text(content: Content, field: str) -> LocalText:
    """Read a text that must say something in every language."""
    said = text(content, field)
    for language in LANGUAGES:
        if not said.texts[language].strip():
            raise BadItemError("empty", f"{field}.{language}")
    return said


def _perhaps(content: Content, field: str, named: str = "") -> LocalText | None:
    if field not in content:
        return None
    try:
        return _text(content, field)
    except BadItemError as error:
        raise BadItemError(error.code, named or error.field, error.value) from error


def _day(given: object, field: str) -> str:
    try:
        return date.fromisoformat(str(given)).isoformat()
    except ValueError as error:
        raise BadItemError("not_a_day", field, given) from error


def _parts(content: Content, table: str, read: Callable[[Content], _Read]) -> tuple[_Read, ...]:
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


SERVICE_READERS: Mapping[str, Callable[[Content], object]] = {
    "window": _window,
    "shop": _shop,
    "paper": _paper,
    "question": _question,
    "service": _service,
    "proof": _proof,
    "other_office": _other_office,
}
