"""A resident reports a problem: what, where, how it looks, send.

Resident  江湾小区3栋2单元楼下下水道又堵了
Bot       我理解是：下水道堵塞、污水外溢  家里堵还是外面冒？  [家里堵] [外面冒]
Resident  外面冒
Bot       一户还是整个单元？ … 有照片吗？  [好了，没有了]
Resident  (photo)  没有了
Bot       江湾小区3栋2单元 …  [发送] [改：地点] …
Resident  发送
Bot       收到了：JW-261124-0037. 网格员邹春兰 …
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.commands import AnswerWorker, GoOnWith, JoinCase, OpenCase
from bot.community import Category, Community, Urgency
from bot.places import Place
from bot.telling import Parameter, Parameters
from conversations.category import (
    answers_told,
    ask_category,
    ask_category_of_file,
    ask_first_question,
    is_asked,
    question_after,
    said,
    urgency_after,
)
from conversations.engine import Ask, Look, Script, ask, look
from conversations.facts import FilesSoFar, GuessOf, OwnCases, SimilarCase, SimilarCases
from conversations.files import Files
from conversations.place import ask_place
from conversations.questions import Choice, Option, Text
from conversations.what_happened import ask_words

STAGES = ("what", "where", "details", "send")
SEND = "send"
NAMED, ANONYMOUS = "named", "anonymous"
NEW = "new"
# Who may be told of a dispute: the mediators alone, or the grid worker as of any other matter.
OPENLY, PRIVATE = "openly", "mediation"
# Changing `extra` asks every question of the category again: their names begin with it.
EXTRA = "extra"
CHANGEABLE = ("words", "category", "place", EXTRA, "photos", "identity", "on_behalf_of")


@dataclass(frozen=True, slots=True)
class ReportStart:
    """What is known before the first question: the building of a QR plate, or nothing."""

    building: str = ""


@dataclass(frozen=True, slots=True)
class _Draft:
    """Everything that the summary shows."""

    words: str
    category: Category
    urgency: Urgency
    place: Place
    extra: dict[str, str]
    identity: str
    on_behalf_of: str
    files: int


Outcome = OpenCase | JoinCase | AnswerWorker | GoOnWith


def report(start: ReportStart, community: Community) -> Script[Outcome]:
    """Collect what is needed to open a case, or to add to or follow one that is open already."""
    words, matter = yield from ask_words(community, start.building)
    own = yield from _more_about(words)
    if own:
        return AnswerWorker(own, words)
    category = yield from (
        ask_category(community, words) if words else ask_category_of_file(community, matter)
    )
    if category.can_be_mediated and (yield from ask(_whom())) == PRIVATE:
        return GoOnWith(PRIVATE, "", words)
    extra = {}
    first = category.first_question
    if first:
        extra[first.code] = yield from ask_first_question(category, words)
    is_warned = yield from _warn(category, extra)
    place = yield from ask_place(community, words, start.building)
    yield from _details(category, words, extra, is_warned=is_warned)
    same = yield from _same(category, place)
    if same:
        return JoinCase(same)
    identity = yield from ask(_identity(category))
    on_behalf_of = yield from ask(_on_behalf_of())
    files = yield from look(FilesSoFar())
    urgency = urgency_after(category, extra)
    draft = _Draft(words, category, urgency, place, extra, identity, on_behalf_of, files)
    yield from ask(_summary(draft))
    is_anonymous = identity == ANONYMOUS
    return OpenCase(words, category.code, urgency, place, extra, is_anonymous, on_behalf_of)


def _whom() -> Choice:
    """Ask who shall read of a dispute before anything more is said about it."""
    options = tuple(Option(each, f"report.button.{each}") for each in (OPENLY, PRIVATE))
    return Choice("whom", "report.ask.whom", options, step="what")


def _more_about(words: str) -> Generator[Ask | Look, Any, int]:
    """Return the person's own case that unclear words belong to, 0 when they are a new matter."""
    guess = yield from look(GuessOf(words))
    own = () if guess.categories else (yield from look(OwnCases()))
    if not (words and own):
        return 0
    new = Option(NEW, "report.button.new_case")
    asked: Parameters = {"cases": _lines(own), "words": words}
    chosen = yield from ask(
        Choice("about", "report.ask.about", (*_numbered(own), new), asked, "what")
    )
    return 0 if chosen == NEW else int(chosen)


def _details(
    category: Category, words: str, extra: dict[str, str], *, is_warned: bool
) -> Generator[Ask, Any, None]:
    """Ask the category's own questions and for photos; an answer may reveal a danger."""
    for question in category.questions:
        if not is_asked(question, extra):
            continue
        answer = yield from ask(question_after(question, words))
        if answer:
            extra[question.code] = answer
        is_warned = is_warned or (yield from _warn(category, extra))
    yield from ask(Files("photos", "report.ask.photos", step="details"))


def _warn(category: Category, extra: dict[str, str]) -> Generator[Ask, Any, bool]:
    """Show numbers and first aid when somebody may be in danger, and say whether it was so."""
    urgency = urgency_after(category, extra)
    is_danger = category.danger or urgency is Urgency.EMERGENCY
    if is_danger:
        yield from ask(_warning(category, urgency))
    return is_danger


def _same(category: Category, place: Place) -> Generator[Ask | Look, Any, int]:
    """Return the open case that is the same matter, 0 when there is none."""
    if category.sensitive:
        return 0
    similar = yield from look(SimilarCases(category.code, place))
    chosen = (yield from ask(_same_as_one(similar))) if similar else NEW
    return 0 if chosen == NEW else int(chosen)


class Warned(Choice):
    """Numbers to call and first aid: the number is the first thing that is seen."""

    @property
    def stands_alone(self) -> bool:
        """Let nothing stand above the number."""
        return True


def _warning(category: Category, urgency: Urgency) -> Choice:
    """Numbers and first aid before any form; only who is safe goes on."""
    calls: list[Parameter] = [
        {"number": call.number, "reason": said(call.reason)} for call in category.calls
    ]
    return Warned(
        f"danger.{category.code}",
        "report.danger",
        (Option("safe", "report.button.safe", typed="report.typed.safe"),),
        {
            "category": category.code,
            "urgency": urgency.value,
            "calls": calls,
            "hint": said(category.hint),
        },
        "what",
    )


def _same_as_one(similar: tuple[SimilarCase, ...]) -> Choice:
    new = Option(NEW, "report.button.new_case")
    options = (*_numbered(similar), new)
    return Choice("same", "report.ask.same", options, {"cases": _lines(similar)}, "send")


def _numbered(cases: tuple[SimilarCase, ...]) -> tuple[Option, ...]:
    return tuple(
        Option(str(each.id), "report.button.same", {"number": each.number}) for each in cases
    )


def _lines(cases: tuple[SimilarCase, ...]) -> list[Parameter]:
    return [
        {
            "number": each.number,
            "category": each.category,
            "building": each.building,
            "opened_at": each.opened_at,
        }
        for each in cases
    ]


def _identity(category: Category) -> Choice:
    """Ask by which name; only where somebody may fear for himself it is asked unprompted."""
    options = (
        Option(NAMED, "report.button.named"),
        Option(ANONYMOUS, "report.button.anonymous"),
    )
    default = None if category.asks_identity else NAMED
    return Choice(
        "identity",
        "report.ask.identity",
        options,
        {},
        "send",
        unless_changed=default,
        aside=default is not None,
    )


def _on_behalf_of() -> Text:
    myself = (Option("-", "report.button.for_myself"),)
    return Text(
        "on_behalf_of",
        "report.ask.on_behalf_of",
        {},
        "send",
        optional=True,
        unless_changed="-",
        offered=myself,
        aside=True,
    )


@dataclass(frozen=True)
class Summary(Choice):
    """The last question: everything that was understood, and a way to change each of it."""

    parts: tuple[str, ...] = CHANGEABLE

    @property
    def changeable(self) -> Sequence[Option]:
        """Every part of the report."""
        return tuple(Option(name, f"report.change.{name}") for name in self.parts)


def _summary(draft: _Draft) -> Choice:
    return Summary(
        "send",
        "report.ask.send",
        (Option(SEND, "report.button.send", typed="report.typed.send"),),
        _summary_parameters(draft),
        "send",
        parts=tuple(part for part in CHANGEABLE if part != EXTRA or draft.category.questions),
    )


def _summary_parameters(draft: _Draft) -> Parameters:
    place = draft.place
    return {
        "words": draft.words,
        "category": draft.category.code,
        "urgency": draft.urgency.value,
        "hint": said(draft.category.hint),
        "building": place.building,
        "entrance": place.entrance,
        "flat": place.flat,
        "place_words": place.words,
        "grid": place.grid,
        "extra": answers_told(draft.category, draft.extra),
        "files": draft.files,
        "anonymous": draft.identity == ANONYMOUS,
        "on_behalf_of": draft.on_behalf_of,
    }
