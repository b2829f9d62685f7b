"""The verdict as a card: go or not yet, every paper with its sign, where and when to go."""

from collections.abc import Callable
from dataclasses import dataclass

from messages.pictures.canvas import (
    BAD,
    DOUBT,
    GOOD,
    INK,
    MARGIN,
    PAPER,
    RULE,
    SOFT_INK,
    WASH,
    WIDTH,
    Block,
    Sheet,
    Sign,
    Style,
    block,
)

# Telegram scales a picture down to 2560 pixels: a taller card says less about each paper instead.
TALLEST = 2500
_LINES_OF_HELP = (4, 2, 1, 0)
_TEXT = WIDTH - 2 * MARGIN
_SIDE, _GAP, _PADDING = 60, 24, 16
_INDENT = MARGIN + _SIDE + _GAP
_SIGN = Style(92, PAPER, bold=True)
_TALLY = Style(44, PAPER)
_SERVICE = Style(58, INK, bold=True)
_TITLE = Style(38, SOFT_INK)
_NAME, _LACKING = Style(44, INK), Style(44, INK, bold=True)
_NOTE, _HELP = Style(36, SOFT_INK), Style(38, INK)
_STATE, _DOUBTED = Style(38, BAD, bold=True), Style(38, DOUBT, bold=True)
_PLACE, _WHERE = Style(44, INK, bold=True), Style(40, INK)
_SMALL = Style(32, SOFT_INK)
_DISC = 168


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper on the card. `state` says what is the matter with it, `help` what to do about it."""

    sign: Sign
    name: str
    note: str = ""
    state: str = ""
    help: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerdictCard:
    """Everything on the card, in words. Empty texts leave no gap.

    `questions` are those to be put to the window; `ask_first`: the trip depends on the answers.
    """

    go: bool
    verdict: str
    tally: str
    service: str
    papers_title: str
    papers: tuple[PaperLine, ...]
    where_title: str
    where: tuple[str, ...]
    details: tuple[str, ...]
    small_print: tuple[str, ...]
    ask_first: bool = False
    questions_title: str = ""
    questions: tuple[PaperLine, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the card: how high it is, and how it is drawn from a given top on."""

    height: int
    draw: Callable[[Sheet, int], None]


def draw_verdict(card: VerdictCard) -> bytes:
    """Return the card as PNG."""
    parts = _fitting(card)
    sheet = Sheet(sum(part.height for part in parts))
    top = 0
    for part in parts:
        part.draw(sheet, top)
        top += part.height
    return sheet.png()


def _fitting(card: VerdictCard) -> tuple[_Part, ...]:
    """Lay the card out with as much help for each paper as the height allows."""
    parts: tuple[_Part, ...] = ()
    for lines in _LINES_OF_HELP:
        parts = _laid_out(card, lines)
        if sum(part.height for part in parts) <= TALLEST:
            break
    return parts


def _laid_out(card: VerdictCard, lines_of_help: int) -> tuple[_Part, ...]:
    papers = [_paper(line, lines_of_help) for line in card.papers]
    questions = [_paper(line, lines_of_help) for line in card.questions]
    return (
        _banner(card),
        _words(block(card.service, _SERVICE, _TEXT, 3), 40, 8),
        *([_words(block(card.questions_title, _TITLE, _TEXT, 2), 12, 12)] if questions else []),
        *questions,
        *([_words(block(card.papers_title, _TITLE, _TEXT, 1), 12, 12)] if papers else []),
        *papers,
        _where(card),
        _small_print(card),
    )


def _banner(card: VerdictCard) -> _Part:
    """Say it large: by colour, by sign and by word."""
    left = MARGIN + _DISC + 40
    verdict = block(card.verdict, _SIGN, WIDTH - left - MARGIN, 2)
    tally = block(card.tally, _TALLY, WIDTH - left - MARGIN, 3)
    words = verdict.height + tally.height
    height = max(words, _DISC) + 2 * 44

    def draw(sheet: Sheet, top: int) -> None:
        colour, sign = _colour_and_sign(card)
        sheet.fill((0, top, WIDTH, top + height), colour)
        sheet.sign(sign, _DISC, (MARGIN, top + (height - _DISC) // 2), inverted=True)
        first = top + (height - words) // 2
        sheet.write(verdict, left, first)
        sheet.write(tally, left, first + verdict.height)

    return _Part(height, draw)


def _colour_and_sign(card: VerdictCard) -> tuple[str, Sign]:
    if card.ask_first:
        return DOUBT, Sign.QUESTION
    return (GOOD, Sign.TICK) if card.go else (BAD, Sign.STOP)


def _paper(line: PaperLine, lines_of_help: int) -> _Part:
    width = WIDTH - _INDENT - MARGIN
    is_lacking = line.sign in {Sign.CROSS, Sign.QUESTION}
    lines = 2 if lines_of_help else 1
    name = block(line.name, _LACKING if is_lacking else _NAME, width, lines)
    note = block(line.note, _NOTE, width, lines)
    has_room = _fits_beside(name, note, width)
    state = block(line.state, _DOUBTED if line.sign is Sign.QUESTION else _STATE, width, lines)
    blocks = [name, *([] if has_room else [note]), state]
    if lines_of_help:
        blocks += [block(text, _HELP, width, lines_of_help) for text in line.help]
    height = sum(each.height for each in blocks) + 2 * _PADDING

    def draw(sheet: Sheet, top: int) -> None:
        sheet.fill((MARGIN, top, WIDTH - MARGIN, top + 2), RULE)
        first = top + _PADDING
        sheet.sign(line.sign, _SIDE, (MARGIN, first + (name.style.line - _SIDE) // 2))
        _stack(sheet, blocks, _INDENT, first)
        if has_room:
            lower = name.style.size - note.style.size
            sheet.write(note, WIDTH - MARGIN - note.width, first + lower)

    return _Part(height, draw)


def _fits_beside(name: Block, note: Block, width: float) -> bool:
    """Whether a note has room to the right of a name: both have one line."""
    return len(name.lines) == len(note.lines) == 1 and name.width + _GAP + note.width <= width


def _where(card: VerdictCard) -> _Part:
    blocks = [block(card.where_title, _TITLE, _TEXT, 1)]
    blocks += [block(text, _PLACE, _TEXT, 3) for text in card.where[:1]]
    blocks += [block(text, _WHERE, _TEXT, 3) for text in (*card.where[1:], *card.details)]
    inner = sum(each.height for each in blocks)

    def draw(sheet: Sheet, top: int) -> None:
        sheet.fill((0, top + 20, WIDTH, top + 20 + inner + 2 * 28), WASH)
        _stack(sheet, blocks, MARGIN, top + 48)

    return _Part(inner + 20 + 2 * 28, draw)


def _small_print(card: VerdictCard) -> _Part:
    blocks = [block(text, _SMALL, _TEXT, 2) for text in card.small_print]
    return _Part(
        sum(each.height for each in blocks) + 2 * 26,
        lambda sheet, top: _stack(sheet, blocks, MARGIN, top + 26),
    )


def _words(words: Block, above: int, below: int) -> _Part:
    return _Part(
        words.height + above + below, lambda sheet, top: sheet.write(words, MARGIN, top + above)
    )


def _stack(sheet: Sheet, blocks: list[Block], left: int, top: int) -> None:
    for each in blocks:
        sheet.write(each, left, top)
        top += each.height
