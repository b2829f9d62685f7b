"""Somebody says that a change of hands was not so; a clerk looks into it and says what it was."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.afterwards import papers_said
from bot.commands import MakeErrandMove
from bot.community import Community
from bot.errands import ErrandMove
from bot.events import Event, Typed
from bot.local_text import LocalText
from bot.telling import Parameter
from conversations.engine import Ask, Script, ask
from conversations.errand_start import ErrandMoveStart, about, name_of
from conversations.questions import Choice, Option, Refused, Text

ALL, GO_ON = "all", "go_on"
RIGHT, WRONG = "right", "wrong"


@dataclass(frozen=True)
class WhichPaper(Choice):
    """Which paper it is about, pressed or named in a sentence: 户口簿没给他."""

    names: Mapping[str, LocalText] = field(default_factory=dict)

    def take(self, event: Event) -> str | Refused:
        """Take words that name one paper; of several, one may have been given as written."""
        names = {code: tuple(name.texts.values()) for code, name in self.names.items()}
        named = papers_said(event.text, names) if isinstance(event, Typed) else ()
        return named[0] if len(named) == 1 else super().take(event)


def errand_deny(start: ErrandMoveStart, community: Community) -> Script[MakeErrandMove]:
    """Let the resident say which paper did not change hands as written."""
    options = [
        Option(code, "errand_dispute.button.this_one", {"paper": name_of(community, code)})
        for code in start.papers
    ]
    if len(start.papers) > 1:
        options.append(Option(ALL, "errand_dispute.button.all"))
    key = "errand_dispute.ask.which"
    known = ((code, community.papers.get(code)) for code in start.papers)
    names = {code: paper.button for code, paper in known if paper}
    which = yield from ask(WhichPaper("which", key, tuple(options), about(start), names=names))
    papers = start.papers if which == ALL else (which,)
    return MakeErrandMove(start.errand, ErrandMove.DENY, {}, papers=papers)


def errand_settle(start: ErrandMoveStart, community: Community) -> Script[MakeErrandMove]:
    """Let a clerk say of each paper whether it was so, and what came out; both sides read it."""
    wrong: list[str] = []
    for code in (*start.denied_taken, *start.denied_back):
        kind = "back" if code in start.denied_back else "taken"
        told = {**about(start), "paper": name_of(community, code)}
        options = tuple(
            Option(each, f"errand_dispute.button.{kind}_{each}") for each in (RIGHT, WRONG)
        )
        question = Choice(f"found.{code}", f"errand_dispute.found.{kind}", options, told)
        if (yield from ask(question)) == WRONG:
            wrong.append(code)
    told = {**about(start), "papers": [name_of(community, code) for code in start.papers]}
    words = yield from ask(Text("words", "errand_dispute.ask.settle", told))
    return MakeErrandMove(start.errand, ErrandMove.SETTLE, {}, words, papers=tuple(wrong))


def told_of_disputed(start: ErrandMoveStart, community: Community) -> Generator[Ask, Any, None]:
    """Say before a hand-in what stays behind, and whether the window will do without it."""
    if not start.disputed:
        return
    papers: list[Parameter] = [
        {"paper": name_of(community, code), "is_required": code in start.required}
        for code in start.disputed
    ]
    options = (Option(GO_ON, "errand_dispute.button.go_on"),)
    told = {**about(start), "papers": papers}
    yield from ask(Choice("without_disputed", "errand_dispute.ask.go_on", options, told))
