"""The personal tick list: all papers at once, or one after the other."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.events import Event, Typed
from bot.guide import Guide
from bot.papers_spoken import UNTIL, papers_spoken, states_of, written_of
from bot.pre_check import PapersNeeded
from bot.services import PaperNeeded, Service
from bot.spoken_days import last_day_said
from bot.telling import Parameter, Parameters
from bot.verdict import Held, needs_copy
from conversations.category import said
from conversations.engine import Ask, ask
from conversations.questions import Choice, Option, Refused, Text
from conversations.service_words import paper_told

STAGE = "papers"
ALL, ONE_BY_ONE, REST = "all", "one_by_one", "rest"
SOON = "soon"


@dataclass(frozen=True, slots=True)
class Ticked:
    """How it stands with each paper (code), and until which ISO day some are good."""

    held: Mapping[str, Held]
    last_days: Mapping[str, str]


@dataclass(frozen=True)
class Papers(Choice):
    """The whole list; earlier answers can be changed from here.

    Whoever writes which ones are not there (身份证有，照片没有) or have run out (昨天过期了) has
    answered for those; the others are asked about one by one.
    """

    parts: tuple[Option, ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    run_out: tuple[str, ...] = ()

    today: date = date.min

    def read(self, written: str) -> str:
        """Return the choice, or what was spoken of behind a word of its own."""
        spoken = set(states_of(written))
        codes = {code for code, _ in self.names}
        return written if spoken and spoken <= codes else super().read(written)

    def take(self, event: Event) -> str | Refused:
        """Take words that say of some papers how it stands with them."""
        said = event.text if isinstance(event, Typed) else ""
        spoken = papers_spoken(said, dict(self.names), self.run_out, self.today)
        return written_of(spoken) if spoken else super().take(event)

    @property
    def changeable(self) -> Sequence[Option]:
        """What may be changed from here."""
        return self.parts


def ask_papers(
    guide: Guide, service: Service, needed: PapersNeeded, changeable: tuple[Option, ...]
) -> Generator[Ask, Any, Ticked]:
    """Return how it stands with each paper to bring; whoever has all presses one button."""
    to_bring = list({need.paper: need for need in needed.to_bring}.values())
    if not to_bring:
        return Ticked({}, {})
    chosen = yield from ask(_list(guide, service, to_bring, changeable))
    if chosen == ALL:
        return Ticked({need.paper: Held.HAVE for need in to_bring}, {})
    states = dict(states_of(chosen))
    open_ones = [need for need in to_bring if need.paper not in states]
    for position, need in enumerate(open_ones, start=1):
        answer = yield from ask(_one(guide, service, need, (position, len(open_ones))))
        if answer == SOON:
            answer = UNTIL + (yield from ask(_last_day(guide, need)))
        if answer == REST:
            states |= {each.paper: Held.HAVE for each in open_ones[position - 1 :]}
            break
        states[need.paper] = answer
    return _ticked(to_bring, states)


def _ticked(to_bring: Sequence[PaperNeeded], states: Mapping[str, str]) -> Ticked:
    """Read each answer: a state, or the last day on which a paper is good."""
    held: dict[str, Held] = {}
    last_days: dict[str, str] = {}
    for need in to_bring:
        state = states[need.paper]
        if state.startswith(UNTIL):
            last_days[need.paper] = state.removeprefix(UNTIL)
        held[need.paper] = Held.HAVE if state.startswith(UNTIL) else Held(state)
    return Ticked(held, last_days)


@dataclass(frozen=True)
class DatedPaper(Choice):
    """How it stands with a paper that runs out: pressed, or its last day typed."""

    today: date = date.min

    def read(self, written: str) -> str:
        """Return the state, or the last day behind a word of its own."""
        return written if written.startswith(UNTIL) else super().read(written)

    def take(self, event: Event) -> str | Refused:
        """Take the day that stands on the paper."""
        day = last_day_said(event.text, self.today) if isinstance(event, Typed) else None
        return f"{UNTIL}{day.isoformat()}" if day else super().take(event)


@dataclass(frozen=True)
class LastDay(Text):
    """The last day on which a paper is good, as it stands on it."""

    today: date = date.min

    def take(self, event: Event) -> str | Refused:
        """Take a day, also one that is over."""
        taken = super().take(event)
        if isinstance(taken, Refused):
            return taken
        day = last_day_said(taken, self.today)
        return day.isoformat() if day else Refused("pre_check.no_such_day")


def _last_day(guide: Guide, need: PaperNeeded) -> LastDay:
    asked: Parameters = {"paper": paper_told(guide, need)}
    today = date.fromisoformat(guide.day)
    return LastDay(f"have.{need.paper}.until", "pre_check.ask.until", asked, STAGE, today=today)


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
        names=tuple(
            (need.paper, tuple(guide.papers[need.paper].button.texts.values()))
            for need in to_bring
        ),
        run_out=tuple(need.paper for need in to_bring if guide.papers[need.paper].expires),
        today=date.fromisoformat(guide.day),
    )


def _one(guide: Guide, service: Service, need: PaperNeeded, place: tuple[int, int]) -> Choice:
    """Ask about one paper; the states offered are those that it can be in."""
    position, number = place
    states = [Held.HAVE, Held.MISSING]
    if needs_copy(need):
        states.append(Held.WITHOUT_COPY)
    options = [_state(state) for state in states]
    expires = guide.papers[need.paper].expires
    if expires:
        soon = Option(SOON, "pre_check.button.soon", typed="pre_check.typed.soon")
        options += [soon, _state(Held.EXPIRED)]
    options.append(_state(Held.UNSURE))
    if position < number:
        options.append(Option(REST, "pre_check.button.rest"))
    asked: Parameters = {
        "paper": paper_told(guide, need),
        "service": said(service.name),
        "position": position,
        "number_of": number,
    }
    named = f"have.{need.paper}", "pre_check.ask.have", tuple(options), asked, STAGE
    if expires:
        return DatedPaper(*named, today=date.fromisoformat(guide.day))
    return Choice(*named)


def _state(state: Held) -> Option:
    return Option(state, f"pre_check.button.{state}", typed=f"pre_check.typed.{state}")
