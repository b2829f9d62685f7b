"""Which papers an errand takes along: all that may be needed, those that only some need too."""

from collections.abc import Generator, Mapping, Sequence
from typing import Any

from bot.custody import AGENT, AGENT_ID, AUTHORISATION, originals
from bot.guide import Guide
from bot.services import Condition, PaperNeeded, Service
from bot.telling import Parameter, Parameters
from conversations.category import said
from conversations.engine import Ask, ask
from conversations.questions import Choice, Option
from conversations.service_words import paper_told

PAPERS, HOW = "papers", "how"
ALL, ONE_BY_ONE, NONE, GIVE, KEEP = "all", "one_by_one", "none", "give", "keep"
ALONG, SEEN = "along", "seen"
CHECK_FIRST, LIST_ALL = "check_first", "list_all"


def check_or_list(about: Parameters) -> Choice:
    """Ask whether to find out first which papers apply, or to go on with all that may be."""
    options = tuple(Option(each, f"errand.button.{each}") for each in (CHECK_FIRST, LIST_ALL))
    return Choice(HOW, "errand.ask.how", options, about, "matter")


def has_conditions(service: Service) -> bool:
    """Whether some papers of a service are only for some people; an errand always has an agent."""
    return any(_conditions(need) for need in service.papers)


def need_told(guide: Guide, need: PaperNeeded) -> dict[str, Parameter]:
    """Tell a paper with its form and, in the words of the questions, for whom it is."""
    conditions: list[Parameter] = [
        {
            "question": said(guide.questions[each.question].text),
            "answer": "errand.answer.yes" if each.answer else "errand.answer.no",
        }
        for each in _conditions(need)
        if each.question in guide.questions
    ]
    return {**paper_told(guide, need), "conditions": conditions}


def needs_told(guide: Guide, service: Service, without: Sequence[str]) -> list[Parameter]:
    """Tell everything that a service may want beside the papers that change hands.

    No letter of authorisation is among it: an errand has its own, or asks for a signed one.
    """
    kept_back = {*without, AUTHORISATION}
    return [need_told(guide, need) for need in service.papers if need.paper not in kept_back]


def checked_needs_told(
    guide: Guide, service: Service, needed: Sequence[str], without: Sequence[str]
) -> list[Parameter]:
    """Tell what a check found needed beside the papers that change hands; conditions are known."""
    return [
        {**paper_told(guide, need), "conditions": []}
        for need in {each.paper: each for each in service.papers if each.paper in needed}.values()
        if need.paper not in without
    ]


def listed_papers(guide: Guide, service: Service) -> Generator[Ask, Any, tuple[str, ...]]:
    """Ask for the originals that everybody needs, then for each that only some need."""
    own = [need for need in service.papers if need.paper not in {AGENT_ID, AUTHORISATION}]
    always = originals([need for need in own if not _conditions(need)])
    only_some = [need for need in own if _conditions(need) and need.paper not in always]
    given = yield from checked_papers(
        guide, always, needs_told(guide, service, (*always, AGENT_ID))
    )
    found = list(given)
    some = originals(only_some)
    for position, code in enumerate(some, start=1):
        need = next(each for each in only_some if each.paper == code)
        told = need_told(guide, need)["conditions"]
        if (yield from ask(_one(guide, code, (position, len(some)), told))) == GIVE:
            found.append(code)
    return tuple(found)


def checked_papers(
    guide: Guide, codes: Sequence[str], along: list[Parameter]
) -> Generator[Ask, Any, tuple[str, ...]]:
    """Ask which of these originals are handed over; `along` is what else goes with them."""
    if not codes:
        yield from _seen(along)
        return ()
    chosen = yield from ask(_list(guide, codes, along))
    if chosen != ONE_BY_ONE:
        return tuple(codes) if chosen == ALL else ()
    given: list[str] = []
    for position, code in enumerate(codes, start=1):
        if (yield from ask(_one(guide, code, (position, len(codes)), []))) == GIVE:
            given.append(code)
    return tuple(given)


def _seen(along: list[Parameter]) -> Generator[Ask, Any, None]:
    """Show what else is needed, also when no original is."""
    if along:
        options = (Option(SEEN, "errand.button.along_seen"),)
        yield from ask(Choice(ALONG, "errand.ask.along", options, {"along": along}, "papers"))


def _conditions(need: PaperNeeded) -> Condition:
    return tuple(each for each in need.when if each.question != AGENT)


def _list(guide: Guide, codes: Sequence[str], along: list[Parameter]) -> Choice:
    options = (
        Option(ALL, "errand.button.all", typed="errand.typed.all"),
        Option(ONE_BY_ONE, "errand.button.one_by_one"),
        Option(NONE, "errand.button.none"),
    )
    told: Parameters = {
        "papers": [said(guide.papers[code].name) for code in codes],
        "along": along,
    }
    return Choice(PAPERS, "errand.ask.papers", options, told, "papers")


def _one(guide: Guide, code: str, place: tuple[int, int], conditions: Parameter) -> Choice:
    position, number = place
    options = tuple(
        Option(each, f"errand.button.{each}", typed=f"errand.typed.{each}")
        for each in (GIVE, KEEP)
    )
    told: Mapping[str, Parameter] = {
        "paper": said(guide.papers[code].name),
        "position": position,
        "number_of": number,
        "conditions": conditions,
    }
    return Choice(f"{PAPERS}.{code}", "errand.ask.paper", options, told, "papers")
