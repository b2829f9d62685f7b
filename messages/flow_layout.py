"""Where everything stands in a service's flow picture: one column down, leaving to the right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from messages.flow_shapes import Arrow, Box, Line, Picture, Place, Said, box
from messages.flow_speech import Saying
from messages.flow_words import Branch, FlowWords, StepWords

WIDTH, MARGIN = 1240.0, 48.0
INNER = WIDTH - 2 * MARGIN
QUESTION, ELSEWHERE, LEAVING = 600.0, 424.0, 120.0
CONDITION, BRANCHING = 400.0, 64.0
STEP_GAP, ROW_GAP, CARD_GAP, SECTION_GAP = 46.0, 20.0, 12.0, 40.0
FACTS_A_ROW = 2


def lay_out(words: FlowWords) -> Picture:
    """Return the whole picture of a service."""
    return _Sheet(words).picture()


class _Sheet:
    """Fills the sheet from the top; `y` is where there is room."""

    def __init__(self, words: FlowWords) -> None:
        self._words = words
        self._boxes: list[Box] = []
        self._arrows: list[Arrow] = []
        self._y = 0.0

    def picture(self) -> Picture:
        words = self._words
        self._head()
        may, bring, advice, facts, wasted = words.headings
        self._section(may)
        self._steps(words.steps)
        self._section(bring, words.details)
        self._branches(words.papers)
        if words.advice:
            self._section(advice)
            self._branches(words.advice)
        self._section(facts)
        self._facts(words.facts)
        if words.wasted_trips:
            self._section(wasted)
            self._list(words.wasted_trips)
        self._foot()
        return Picture(WIDTH, self._y + MARGIN, tuple(self._boxes), tuple(self._arrows))

    def _put(self, new: Box) -> Box:
        self._boxes.append(new)
        self._y = max(self._y, new.bottom)
        return new

    def _head(self) -> None:
        texts = [Said(self._words.title, "title")]
        texts += [Said(line, "under") for line in self._words.under_title]
        self._put(box("head", Place(0, 0, WIDTH), [Said("", "small"), *texts, Said("", "small")]))

    def _section(self, heading: str, remarks: Sequence[str] = ()) -> None:
        self._y += SECTION_GAP
        texts = [Said(heading, "heading"), *(Said(remark, "small") for remark in remarks)]
        self._put(box("bare", Place(MARGIN, self._y, INNER), texts))
        self._y += ROW_GAP

    def _steps(self, steps: Sequence[StepWords]) -> None:
        """Put the questions below one another, each joined to the one that follows."""
        above: Box | None = None
        answer = ""
        for step in steps:
            question = self._step(step)
            if above:
                self._down(above, question, answer)
            above, answer = question, step.goes_on
            self._y += STEP_GAP
        place = Place(MARGIN, self._y, QUESTION)
        passed = self._put(box("passed", place, [Said(self._words.passed, "strong")]))
        if above:
            self._down(above, passed, answer)

    def _step(self, step: StepWords) -> Box:
        """Put a question and where it may lead to, beside one another."""
        texts = [Said(line, "small") for line in step.only_if]
        texts += [Said(step.question, "strong")]
        texts += [Said(remark, "small") for remark in step.mark.remarks]
        mark = step.mark.confidence
        question = box("question", Place(MARGIN, self._y, QUESTION), texts, mark)
        if not step.leaves:
            return self._put(question)
        place = Place(MARGIN + QUESTION + LEAVING, self._y, ELSEWHERE)
        there = box("elsewhere", place, [Said(line, "plain") for line in step.elsewhere])
        lowest = max(question.bottom, there.bottom)
        question = self._put(question.lowered((lowest - question.bottom) / 2))
        there = self._put(there.lowered((lowest - there.bottom) / 2))
        label = Line(question.right + 16, question.middle - 9, step.leaves, "small")
        ends = ((question.right, question.middle), (there.x, there.middle))
        self._arrows.append(Arrow(ends, label))
        return question

    def _down(self, question: Box, below: Box, answer: str) -> None:
        x = question.x + question.width / 2
        label = Line(x + 12, (question.bottom + below.y) / 2 + 4, answer, "small")
        self._arrows.append(Arrow(((x, question.bottom), (x, below.y)), label))

    def _branches(self, branches: Sequence[Branch]) -> None:
        for position, branch in enumerate(branches):
            self._y += ROW_GAP if position else 0
            self._branch(branch)

    def _branch(self, branch: Branch) -> None:
        """Put a condition on the left and what goes for it on the right, level with each other."""
        texts = [
            Said(line, "plain" if branch.is_asked else "strong") for line in branch.conditions
        ]
        kind = "condition" if branch.is_asked else "everybody"
        condition = box(kind, Place(MARGIN, self._y, CONDITION), texts)
        cards = _cards(branch.sayings, self._y)
        lower = (cards[-1].bottom - condition.bottom) / 2
        condition = self._put(condition.lowered(max(0.0, lower)))
        placed = [self._put(card.lowered(max(0.0, -lower))) for card in cards]
        for points in _fork(condition, placed):
            self._arrows.append(Arrow(points))

    def _facts(self, facts: Sequence[Saying]) -> None:
        width = (INNER - ROW_GAP) / FACTS_A_ROW
        for first in range(0, len(facts), FACTS_A_ROW):
            top = self._y + (ROW_GAP if first else 0)
            row = []
            for column, fact in enumerate(facts[first : first + FACTS_A_ROW]):
                texts = [Said(fact.title, "small")]
                texts += [Said(line, "plain") for line in fact.lines]
                texts += [Said(remark, "small") for remark in fact.mark.remarks]
                place = Place(MARGIN + column * (width + ROW_GAP), top, width)
                row.append(box("fact", place, texts, fact.mark.confidence))
            for each in row:
                self._put(replace(each, height=max(other.height for other in row)))

    def _list(self, lines: Sequence[str]) -> None:
        texts = [Said(f"· {line}", "plain") for line in lines]
        self._put(box("wasted", Place(MARGIN, self._y, INNER), texts))

    def _foot(self) -> None:
        """Put the source, and what the marks mean."""
        self._y += SECTION_GAP
        place = Place(MARGIN, self._y, INNER)
        self._put(box("bare", place, [Said(self._words.source, "small")]))
        self._y += CARD_GAP
        width = INNER / len(self._words.legend)
        top = self._y
        for position, (confidence, meaning) in enumerate(self._words.legend):
            place = Place(MARGIN + position * width, top, width - CARD_GAP)
            self._put(box("legend", place, [Said(meaning, "small")], confidence))


def _cards(sayings: Sequence[Saying], top: float) -> list[Box]:
    """Return the cards of a branch, below one another."""
    x = MARGIN + CONDITION + BRANCHING
    cards: list[Box] = []
    for saying in sayings:
        texts = [Said(saying.title, "strong")]
        texts += [Said(line, "small") for line in (*saying.lines, *saying.mark.remarks)]
        place = Place(x, cards[-1].bottom + CARD_GAP if cards else top, WIDTH - MARGIN - x)
        cards.append(box("card", place, texts, saying.mark.confidence))
    return cards


def _fork(condition: Box, cards: Sequence[Box]) -> Iterator[tuple[tuple[float, float], ...]]:
    """Yield the lines from a condition to each of its cards."""
    middle = condition.right + BRANCHING / 2
    for card in cards:
        start = (condition.right, condition.middle)
        end = (card.x, card.middle)
        yield (start, (middle, start[1]), (middle, end[1]), end)
