"""How long each service took, as bars against the promise."""

from dataclasses import dataclass
from enum import StrEnum

from messages.pictures.canvas import (
    BAD,
    GOOD,
    INK,
    MARGIN,
    PALE_BAD,
    PALE_GOOD,
    RULE,
    SOFT_INK,
    WIDTH,
    Block,
    Sheet,
    Sign,
    Style,
    block,
)

_TEXT = WIDTH - 2 * MARGIN
_TITLE, _PROMISE = Style(58, INK, bold=True), Style(44, GOOD, bold=True)
_LEGEND, _NAME, _COUNT = Style(36, SOFT_INK), Style(44, INK, bold=True), Style(34, SOFT_INK)
_FIGURE, _SMALL = Style(36, INK), Style(32, SOFT_INK)
_SIDE, _GAP, _BAR, _INNER, _AIR, _PADDING = 56, 20, 44, 20, 14, 28
_LEFT, _RIGHT = MARGIN + _SIDE + _GAP, WIDTH - MARGIN
_COLUMN = (_RIGHT - _LEFT) // 2


class Standing(StrEnum):
    """Whether nine in ten were done in the promised time, where there were enough to tell."""

    KEPT = "kept"
    LATE = "late"
    TOO_FEW = "too_few"


_SIGN = {Standing.KEPT: Sign.TICK, Standing.LATE: Sign.CROSS, Standing.TOO_FEW: Sign.QUESTION}
_COLOURS = {
    Standing.KEPT: (GOOD, PALE_GOOD),
    Standing.LATE: (BAD, PALE_BAD),
    Standing.TOO_FEW: (SOFT_INK, RULE),
}


@dataclass(frozen=True, slots=True)
class WaitingBar:
    """A service in words, and its figures in seconds."""

    name: str
    count: str
    median: int
    median_words: str
    ninetieth: int
    ninetieth_words: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class WaitingChart:
    """Everything on the chart, in words; the promise in seconds too."""

    title: str
    promise_words: str
    promise: int
    legend: tuple[str, ...]
    bars: tuple[WaitingBar, ...]
    nothing: str
    small_print: str


def draw_waiting(chart: WaitingChart) -> bytes:
    """Return the chart as PNG."""
    head = _head(chart)
    foot = block(chart.small_print, _SMALL, _TEXT, 3)
    bars = [_Bar(bar, chart) for bar in chart.bars]
    height = 44 + sum(each.height for each in head) + sum(bar.height for bar in bars)
    sheet = Sheet(height + foot.height + 4 * _PADDING)
    top = 44
    for each in head:
        sheet.write(each, MARGIN, top)
        top += each.height
    top += _PADDING
    for bar in bars:
        bar.draw(sheet, top)
        top += bar.height
    sheet.fill((MARGIN, top, _RIGHT, top + 2), RULE)
    sheet.write(foot, MARGIN, top + _PADDING)
    return sheet.png()


def _head(chart: WaitingChart) -> list[Block]:
    head = [
        block(chart.title, _TITLE, _TEXT, 2),
        block(chart.promise_words, _PROMISE, _TEXT, 2),
    ]
    if not chart.bars:
        return [*head, block(chart.nothing, _FIGURE, _TEXT, 3)]
    return [*head, *(block(text, _LEGEND, _TEXT, 2) for text in chart.legend)]


class _Bar:
    """A service: its name and figures, and one bar with the line of the promise across it."""

    def __init__(self, bar: WaitingBar, chart: WaitingChart) -> None:
        self._bar = bar
        self._longest = max(chart.promise * 1.25, *(each.ninetieth for each in chart.bars))
        self._promise = chart.promise
        self._count = block(bar.count, _COUNT, _RIGHT - _LEFT, 2)
        self._name = block(bar.name, _NAME, _RIGHT - _LEFT, 2)
        self._figures = [
            block(words, _FIGURE, _COLUMN - _GAP, 2)
            for words in (bar.median_words, bar.ninetieth_words)
        ]

    @property
    def height(self) -> int:
        """The height of name, count, figures and bar."""
        texts = self._name.height + (0 if self._is_beside else self._count.height)
        return texts + self._figures_height + _AIR + _BAR + 2 * _PADDING

    @property
    def _figures_height(self) -> int:
        return max(each.height for each in self._figures)

    @property
    def _is_beside(self) -> bool:
        """Whether the number of people finds its place to the right of the name."""
        both = self._name.width + 2 * _GAP + self._count.width
        return len(self._name.lines) == 1 and both <= _RIGHT - _LEFT

    def draw(self, sheet: Sheet, top: int) -> None:
        """Draw it from a top on."""
        sheet.fill((MARGIN, top, _RIGHT, top + 2), RULE)
        top += _PADDING
        middle = top + (self._name.style.line - _SIDE) // 2
        sheet.sign(_SIGN[self._bar.standing], _SIDE, (MARGIN, middle))
        sheet.write(self._name, _LEFT, top)
        if self._is_beside:
            lower = self._name.style.line - self._count.style.line
            sheet.write(self._count, _RIGHT - self._count.width, top + lower // 2)
        top += self._name.height
        if not self._is_beside:
            sheet.write(self._count, _LEFT, top)
            top += self._count.height
        for number, words in enumerate(self._figures):
            sheet.write(words, _LEFT + number * _COLUMN, top)
        self._draw_bar(sheet, top + self._figures_height + _AIR)

    def _draw_bar(self, sheet: Sheet, top: int) -> None:
        """Draw half of the people inside nine in ten; the dark mark is the promise."""
        dark, light = _COLOURS[self._bar.standing]
        inner = (_BAR - _INNER) // 2
        sheet.fill((_LEFT, top, self._across(self._bar.ninetieth), top + _BAR), light)
        half = self._across(self._bar.median)
        sheet.fill((_LEFT, top + inner, half, top + inner + _INNER), dark)
        promise = _LEFT + (_RIGHT - _LEFT) * self._promise / self._longest
        sheet.fill((promise - 3, top - 8, promise + 3, top + _BAR + 8), INK)

    def _across(self, seconds: float) -> float:
        return max(_LEFT + (_RIGHT - _LEFT) * seconds / self._longest, _LEFT + 4)
