"""Services, papers, windows, questions and proofs, read from plain values."""

from collections.abc import Callable, Mapping

from bot.centre_items import CENTRE_READERS
from bot.community_fields import (
    BadItemError,
    Content,
    codes,
    count,
    flag,
    phone,
    word,
    words,
)
from bot.other_offices import OtherOffice
from bot.proofs import Proof
from bot.service_fields import condition, full_text, grounds, one_of, parts, perhaps_text
from bot.services import (
    Advice,
    AtWindow,
    Elsewhere,
    Fact,
    Family,
    Form,
    Grounds,
    Necessity,
    Paper,
    PaperNeeded,
    Question,
    Service,
    Settled,
    Step,
)

_ANSWERS: Mapping[object, bool] = {"yes": True, "no": False}


def _paper(content: Content) -> Paper:
    return Paper(
        word(content, "code"),
        full_text(content, "name"),
        grounds(content),
        perhaps_text(content, "how_to_get"),
        perhaps_text(content, "issuer"),
        perhaps_text(content, "lasts"),
        perhaps_text(content, "instead"),
        flag(content, "expires"),
        perhaps_text(content, "short"),
        flag(content, "card"),
    )


def _question(content: Content) -> Question:
    settled = parts(content, "settled", _settled)
    kept = flag(content, "kept")
    yes, no = perhaps_text(content, "yes"), perhaps_text(content, "no")
    if (yes is None) != (no is None):
        raise BadItemError("missing", "yes" if yes is None else "no")
    return Question(word(content, "code"), full_text(content, "text"), settled, kept, yes, no)


def _settled(content: Content) -> Settled:
    when = condition(content)
    if not when:
        raise BadItemError("missing", "when")
    return Settled(when, _answer(content["answer"], "answer"))


def _service(content: Content) -> Service:
    own = grounds(content)
    return Service(
        word(content, "code"),
        full_text(content, "name"),
        own,
        _at_windows(content, own),
        parts(content, "steps", lambda each: _step(each, own)),
        parts(content, "papers", lambda each: _paper_needed(each, own)),
        _versions(content, "time", own),
        _versions(content, "validity", own),
        _versions(content, "fee", own) if "fee" in content else (),
        parts(content, "advice", lambda each: _advice(each, own)),
        parts(content, "wasted_trips", lambda each: _fact(each, own)),
        words(content.get("also_known_as", ()), "also_known_as"),
        words(content.get("words", ()), "words"),
        flag(content, "call_first"),
    )


def _at_windows(content: Content, own: Grounds) -> tuple[AtWindow, ...]:
    """Read one window, or a version for each stretch of time."""
    given = content["window"]
    if isinstance(given, str):
        return (AtWindow(given, _always(own)),)
    return parts(content, "window", lambda each: AtWindow(word(each, "code"), grounds(each, own)))


def _step(content: Content, own: Grounds) -> Step:
    want = _answer(content["want"], "want") if "want" in content else None
    otherwise = _elsewhere(content["otherwise"]) if "otherwise" in content else None
    if (want is None) != (otherwise is None):
        raise BadItemError("missing", "want" if want is None else "otherwise")
    return Step(
        word(content, "question"), grounds(content, own), condition(content), want, otherwise
    )


def _elsewhere(content: Content) -> Elsewhere:
    said = perhaps_text(content, "text", "otherwise.text")
    if said is None and not content.get("service"):
        raise BadItemError("missing", "otherwise")
    return Elsewhere(said, str(content.get("service", "")))


def _paper_needed(content: Content, own: Grounds) -> PaperNeeded:
    return PaperNeeded(
        word(content, "paper"),
        one_of(Form, content["form"], "form"),
        grounds(content, own),
        condition(content),
        count(content, "copies"),
        one_of(Necessity, content.get("necessity", Necessity.REQUIRED), "necessity"),
        codes(content, "instead"),
        perhaps_text(content, "note"),
    )


def _advice(content: Content, own: Grounds) -> Advice:
    return Advice(full_text(content, "text"), grounds(content, own), condition(content))


def _fact(content: Content, own: Grounds) -> Fact:
    return Fact(full_text(content, "text"), grounds(content, own))


def _versions(content: Content, field: str, own: Grounds) -> tuple[Fact, ...]:
    """Read a bare text, one fact, or a version for each stretch of time."""
    given = content[field]
    if isinstance(given, list | tuple):
        return parts(content, field, lambda each: _fact(each, own))
    if isinstance(given, Mapping) and "text" in given:
        return (_fact(given, own),)
    return (Fact(full_text(content, field), _always(own)),)


def _proof(content: Content) -> Proof:
    return Proof(
        word(content, "code"),
        full_text(content, "name"),
        full_text(content, "rule"),
        full_text(content, "alternative"),
        grounds(content),
        words(content.get("words", ()), "words"),
        str(content.get("service", "")),
    )


def _other_office(content: Content) -> OtherOffice:
    return OtherOffice(
        word(content, "code"),
        full_text(content, "name"),
        full_text(content, "place"),
        grounds(content),
        phone(content["phone"], "phone") if "phone" in content else "",
        perhaps_text(content, "advice"),
        words(content.get("words", ()), "words"),
    )


def _family(content: Content) -> Family:
    found = Family(
        word(content, "code"),
        words(content["words"], "words"),
        words(content["services"], "services"),
        words(content.get("other_offices", ()), "other_offices"),
    )
    if not found.services:
        raise BadItemError("empty", "services")
    return found


def _always(own: Grounds) -> Grounds:
    return Grounds(own.source, own.confidence)


def _answer(given: object, field: str) -> bool:
    if not isinstance(given, str) or given not in _ANSWERS:
        raise BadItemError("not_yes_or_no", field, given)
    return _ANSWERS[given]


SERVICE_READERS: Mapping[str, Callable[[Content], object]] = {
    **CENTRE_READERS,
    "paper": _paper,
    "question": _question,
    "service": _service,
    "proof": _proof,
    "other_office": _other_office,
    "family": _family,
}
