"""How long each service took, as bars against the promise."""

from dataclasses import dataclass

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
_SIDE, _GAP, _BAR, _PADDING = 56, 20, 34, 26
_LEFT, _RIGHT = MARGIN + _SIDE + _GAP, WIDTH - MARGIN
_LIGHT = {GOOD: PALE_GOOD, BAD: PALE_BAD}


@dataclass(frozen=True, slots=True)
class WaitingBar:
    """A service in words, and its figures in seconds."""

    name: str
    count: str
    median: int
    median_words: str
    ninetieth: int
    ninetieth_words: str
    keeps_promise: bool


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
    sheet = Sheet(height + foot.height + 3 * _PADDING)
    top = 44
    for each in head:
        sheet.write(each, MARGIN, top)
        top += each.height
    for bar in bars:
        bar.draw(sheet, top)
        top += bar.height
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
    """A service: its name, two bars, and the line of the promise across them."""

    def __init__(self, bar: WaitingBar, chart: WaitingChart) -> None:
        self._bar = bar
        self._longest = max(chart.promise * 1.25, *(each.ninetieth for each in chart.bars))
        self._promise = chart.promise
        self._name = block(bar.name, _NAME, _RIGHT - _LEFT, 2)
        self._count = block(bar.count, _COUNT, _RIGHT - _LEFT, 2)
        self._figures = [
            block(words, _FIGURE, _RIGHT - _LEFT, 2)
            for words in (bar.median_words, bar.ninetieth_words)
        ]

    @property
    def height(self) -> int:
        """The height of name, count, figures and bars."""
        texts = (self._name, self._count, *self._figures)
        return sum(each.height for each in texts) + 2 * _BAR + 2 * _PADDING + 12

    def draw(self, sheet: Sheet, top: int) -> None:
        """Draw it from a top on."""
        bar, colour = self._bar, GOOD if self._bar.keeps_promise else BAD
        sheet.fill((MARGIN, top + _PADDING // 2, _RIGHT, top + _PADDING // 2 + 2), RULE)
        top += _PADDING
        sign = Sign.TICK if bar.keeps_promise else Sign.CROSS
        sheet.sign(sign, _SIDE, (MARGIN, top + (self._name.style.line - _SIDE) // 2))
        sheet.write(self._name, _LEFT, top)
        top += self._name.height
        sheet.write(self._count, _LEFT, top)
        top += self._count.height
        seconds = (bar.median, bar.ninetieth)
        colours = (colour, _LIGHT[colour])
        for each, shade, words in zip(seconds, colours, self._figures, strict=True):
            sheet.write(words, _LEFT, top)
            top += words.height
            self._bar_at(sheet, top, each, shade)
            top += _BAR + 12

    def _bar_at(self, sheet: Sheet, top: int, seconds: int, colour: str) -> None:
        """Draw a bar; the dark mark on it is the promise."""
        sheet.fill((_LEFT, top, max(self._across(seconds), _LEFT + 4), top + _BAR), colour)
        promise = self._across(self._promise)
        sheet.fill((promise - 3, top - 6, promise + 3, top + _BAR + 6), INK)

    def _across(self, seconds: float) -> float:
        return _LEFT + (_RIGHT - _LEFT) * seconds / self._longest
