"""The personal tick list: all papers at once, or one after the other."""

import re
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.afterwards import papers_said
from bot.events import Event, Typed
from bot.guide import Guide
from bot.plain_text import narrow
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
SOON, UNTIL = "soon", "until:"


@dataclass(frozen=True, slots=True)
class Ticked:
    """How it stands with each paper (code), and until which ISO day some are good."""

    held: Mapping[str, Held]
    last_days: Mapping[str, str]


LACK = "lack:"
_CLAUSES = re.compile(r"[，,。；;、！!]|\band\b|\bbut\b|还有|但是?|不过|就是")
_LACKING = re.compile(
    r"没|缺|差|少了|丢了|找不到|不见了|\b(?:no|not|missing|lack|lost|without)\b|n['’]t"
)
_GOOD = re.compile(r"没有?过期|没失效|\bnot expired\b|n['’]t expired\b")
_RUN_OUT = re.compile(r"(?<![没快未])过[了]?期|失效|作废|\bexpired\b")


@dataclass(frozen=True)
class Papers(Choice):
    """The whole list; earlier answers can be changed from here.

    Whoever writes which ones are not there (身份证有，照片没有; 就差照片) or have run out
    (昨天过期了) has all the others.
    """

    parts: tuple[Option, ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    run_out: tuple[str, ...] = ()

    def read(self, written: str) -> str:
        """Return the choice, or the papers (code) that are not there behind a word of its own."""
        said = set(_states_said(written)) if written.startswith(LACK) else set()
        codes = {code for code, _ in self.names}
        return written if said and said <= codes else super().read(written)

    def take(self, event: Event) -> str | Refused:
        """Take words that say which papers are not there."""
        said = _GOOD.sub("", narrow(event.text)) if isinstance(event, Typed) else ""
        clauses = [each for each in _CLAUSES.split(said) if each]
        expired = self._named(each for each in clauses if _RUN_OUT.search(each))
        if not expired and _RUN_OUT.search(said) and len(self.run_out) == 1:
            expired = set(self.run_out)  # only one of them can run out
        expired &= set(self.run_out)
        lacking = self._named(each for each in clauses if _LACKING.search(each)) - expired
        ordered = [
            ",".join(code for code, _ in self.names if code in each) for each in (lacking, expired)
        ]
        return LACK + ";".join(ordered) if lacking or expired else super().take(event)

    def _named(self, clauses: Iterable[str]) -> set[str]:
        """Return the papers (code) that are named."""
        return {code for each in clauses for code in papers_said(each, dict(self.names))}

    @property
    def changeable(self) -> Sequence[Option]:
        """What may be changed from here."""
        return self.parts


def _states_said(written: str) -> dict[str, Held]:
    """Return the papers (code) that are not there, or have run out: `lack:photo;id_card`."""
    lacking, _, expired = written.removeprefix(LACK).partition(";")
    states = ((lacking, Held.MISSING), (expired, Held.EXPIRED))
    return {code: state for codes, state in states for code in codes.split(",") if code}


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
    if chosen.startswith(LACK):
        states = _states_said(chosen)
        return Ticked({each.paper: states.get(each.paper, Held.HAVE) for each in to_bring}, {})
    held: dict[str, Held] = {}
    last_days: dict[str, str] = {}
    for position, need in enumerate(to_bring, start=1):
        place = (position, len(to_bring))
        answer = yield from ask(_one(guide, service, need, place))
        if answer == SOON:
            answer = UNTIL + (yield from ask(_last_day(guide, need)))
        if answer == REST:
            held |= {each.paper: Held.HAVE for each in to_bring[position - 1 :]}
            break
        if answer.startswith(UNTIL):
            last_days[need.paper] = answer.removeprefix(UNTIL)
        held[need.paper] = Held.HAVE if answer.startswith(UNTIL) else Held(answer)
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
