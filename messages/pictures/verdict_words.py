"""The verdict's parameters, as the conversation tells them, put into the words of its card."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.telling import Parameters
from messages.pictures.canvas import Sign
from messages.pictures.verdict_card import PaperLine, VerdictCard

Say = Callable[[str, Parameters], str]
Told = Mapping[str, Any]
_SIGNS = {"pre_check.held.unsure": Sign.QUESTION}


@dataclass(frozen=True, slots=True)
class _Listed:
    """A paper with its sign; of a gap it is known what is the matter and what to do."""

    paper: Told
    sign: Sign
    is_gap: bool = False
    is_optional: bool = False


def verdict_card(say: Say, told: Told) -> VerdictCard:
    """Return the card. `told` is what the verdict's text gets, and `day`, the ISO date of it."""
    listed = tuple(_listed(told))
    standing = _standing(told)
    return VerdictCard(
        go=bool(told["go"]),
        verdict=say(f"picture.verdict.{standing}", {}),
        tally=say(f"picture.verdict.tally.{standing}", told),
        service=say("picture.verdict.service", told),
        papers_title=say("picture.verdict.papers", {}),
        papers=tuple(_line(say, each, number) for number, each in enumerate(listed, 1)),
        where_title=say("picture.verdict.where_title", {}),
        where=_lines(say("picture.verdict.where", told)),
        details=_lines(say("picture.verdict.details", told)),
        small_print=_lines(say("picture.verdict.small_print", told)),
        ask_first=standing == "ask_first",
        questions_title=say("picture.verdict.unsure", {}),
        questions=tuple(_doubt(say, question) for question in told["unsure"]),
    )


def _standing(told: Told) -> str:
    if told["go"]:
        return "ask_first" if told["ask_first"] else "go"
    return "not_yet" if told["gaps"] else "unfinished"


def _listed(told: Told) -> Iterator[_Listed]:
    """Yield every paper: what is lacking first, because the card is read from above."""
    for paper in told["gaps"]:
        yield _Listed(paper, _SIGNS.get(paper["held"], Sign.CROSS), is_gap=True)
    for paper in told["ready"]:
        yield _Listed(paper, Sign.TICK)
    for paper in told["maybe"]:
        yield _Listed(paper, Sign.QUESTION, is_optional=True)
    for paper in told["on_site"]:
        yield _Listed(paper, Sign.PEN)


def _line(say: Say, listed: _Listed, number: int) -> PaperLine:
    parameters: Parameters = {"paper": {**listed.paper}, "position": number}
    name, note = say("picture.verdict.paper", parameters), say("picture.verdict.form", parameters)
    if listed.is_optional:
        return PaperLine(listed.sign, name, note, say("picture.verdict.maybe", {}))
    if not listed.is_gap:
        return PaperLine(listed.sign, name, note)
    state, help_ = (
        say("picture.verdict.state", parameters),
        say("picture.verdict.help", parameters),
    )
    return PaperLine(listed.sign, name, note, state, _lines(help_))


def _doubt(say: Say, question: Told) -> PaperLine:
    """Return the line of a question about the person that stayed open."""
    name = say("picture.verdict.question", {"question": {**question}})
    return PaperLine(Sign.QUESTION, name)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())
