"""What is taken for granted when somebody does not know."""

import pytest

from bot.doubts import decides, in_doubt
from bot.pre_check import PapersNeeded, course
from tests.bot.jiangwan import guide
from tests.rows import each_of

ROWS = [
    ("minimum_living", "income_below_line", True),
    ("minimum_living", "wealth_above_limit", False),
    ("unemployment_registration", "active_licence", False),
    ("unemployment_registration", "was_employed", True),
    ("senior_card", "registered_here", False),
    ("senior_card", "no_such_question", False),
]


@pytest.mark.parametrize(("service", "question", "taken"), ROWS)
def test_a_doubt_sends_nobody_away_and_asks_for_a_paper_more(
    service: str, question: str, *, taken: bool
) -> None:
    assert in_doubt(guide().services[service], question) is taken


DECIDING = [
    ("senior_card", "is_sixty", True),
    ("senior_card", "only_for_buses", True),
    ("senior_card", "registered_here", False),
    ("senior_card", "agent", False),
    ("senior_card", "no_such_question", False),
    ("minimum_living", "wealth_above_limit", True),
]


@pytest.mark.parametrize(("service", "question", "expected"), DECIDING)
def test_a_question_decides_whether_somebody_may_or_only_which_papers(
    service: str, question: str, *, expected: bool
) -> None:
    assert decides(guide().services[service], question) is expected


@each_of((code,) for code in guide().services)
def test_whoever_knows_nothing_is_told_papers(code: str) -> None:
    service, answers = guide().services[code], dict[str, bool]()
    while question := course(guide(), service, answers).question:
        answers[question] = in_doubt(service, question)
    assert isinstance(course(guide(), service, answers).outcome, PapersNeeded)
