"""The personal tick list: all papers at once, or one after the other."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.guide import Guide
from bot.pre_check import PapersNeeded
from bot.services import PaperNeeded, Service
from bot.telling import Parameter, Parameters
from bot.verdict import Held, needs_copy
from conversations.category import said
from conversations.engine import Ask, ask
from conversations.questions import Choice, Option
from conversations.service_words import paper_told

STAGE = "papers"
ALL, ONE_BY_ONE, REST = "all", "one_by_one", "rest"


@dataclass(frozen=True)
class Papers(Choice):
    """The whole list; earlier answers can be changed from here."""

    parts: tuple[Option, ...] = ()

    @property
    def changeable(self) -> Sequence[Option]:
        """What may be changed from here."""
        return self.parts


def ask_papers(
    guide: Guide, service: Service, needed: PapersNeeded, changeable: tuple[Option, ...]
) -> Generator[Ask, Any, Mapping[str, Held]]:
    """Return how it stands with each paper to bring; whoever has all presses one button."""
    to_bring = list({need.paper: need for need in needed.to_bring}.values())
    if not to_bring:
        return {}
    chosen = yield from ask(_list(guide, service, to_bring, changeable))
    if chosen == ALL:
        return {need.paper: Held.HAVE for need in to_bring}
    held: dict[str, Held] = {}
    for position, need in enumerate(to_bring, start=1):
        place = (position, len(to_bring))
        answer = yield from ask(_one(guide, service, need, place))
        if answer == REST:
            rest = {each.paper: Held.HAVE for each in to_bring[position - 1 :]}
            return {**held, **rest}
        held[need.paper] = Held(answer)
    return held


def _list(
    guide: Guide,
    service: Service,
    to_bring: Sequence[PaperNeeded],
    changeable: tuple[Option, ...],
) -> Choice:
    papers: list[Parameter] = [paper_told(guide, need) for need in to_bring]
    return Papers(
        "papers",
        "pre_check.ask.papers",
        (
            Option(ALL, "pre_check.button.all", typed="pre_check.typed.all"),
            Option(ONE_BY_ONE, "pre_check.button.one_by_one", typed="pre_check.typed.missing"),
        ),
        {"service": said(service.name), "papers": papers},
        STAGE,
        parts=changeable,
    )


def _one(guide: Guide, service: Service, need: PaperNeeded, place: tuple[int, int]) -> Choice:
    """Ask about one paper; the states offered are those that it can be in."""
    position, number = place
    states = [Held.HAVE, Held.MISSING]
    if needs_copy(need):
        states.append(Held.WITHOUT_COPY)
    if guide.papers[need.paper].expires:
        states.append(Held.EXPIRED)
    states.append(Held.UNSURE)
    options = [_state(state) for state in states]
    if position < number:
        options.append(Option(REST, "pre_check.button.rest"))
    asked: Parameters = {
        "paper": paper_told(guide, need),
        "service": said(service.name),
        "position": position,
        "number_of": number,
    }
    return Choice(f"have.{need.paper}", "pre_check.ask.have", tuple(options), asked, STAGE)


def _state(state: Held) -> Option:
    return Option(state, f"pre_check.button.{state}", typed=f"pre_check.typed.{state}")
