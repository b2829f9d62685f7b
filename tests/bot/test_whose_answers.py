"""Whose answers they are, and which of them contradict what is remembered."""

from bot.whose_answers import contradicted, is_for_another, whose_question
from tests.bot.jiangwan import guide
from tests.rows import each_of

INSURANCE = "resident_medical_insurance"
# The service, the question whether it is for somebody else, what was answered, and if it is.
WHOSE: list[tuple[str, str, dict[str, bool], str]] = [
    ("senior_card", "agent", {"agent": True}, "another's"),
    ("senior_card", "agent", {"agent": False}, "own"),
    ("senior_card", "agent", {}, "own"),
    ("minimum_living", "agent", {"agent": True}, "another's"),
    (
        "resident_medical_insurance",
        "enrols_for_another",
        {"enrols_for_another": True},
        "another's",
    ),
    (INSURANCE, "enrols_for_another", {"newborn": True}, "another's"),
    (INSURANCE, "enrols_for_another", {"newborn": False}, "own"),
    ("hard_to_employ", "", {"disabled": True}, "own"),
]


@each_of(WHOSE)
def test_a_matter_is_for_somebody_else(
    service: str, question: str, answers: dict[str, bool], whose: str
) -> None:
    assert whose_question(guide().services[service]) == question
    assert is_for_another(guide(), guide().services[service], answers) is (whose == "another's")


# What is remembered, what is told now, and what cannot be true any more.
CONTRADICTED: list[tuple[dict[str, bool], dict[str, bool], set[str]]] = [
    ({"registered_here": True}, {"registered_in_other_city": True}, {"registered_here"}),
    ({"registered_here": True}, {"registered_in_other_city": False}, set()),
    ({"registered_here": False}, {"registered_in_other_city": True}, set()),
    ({"is_eighty": True, "married": True}, {"is_sixty": False}, {"is_eighty"}),
    ({"married": True}, {"divorced": True}, {"married"}),
    ({"registered_here": True}, {"registered_here": False}, {"registered_here"}),
    ({}, {"registered_in_other_city": True}, set()),
]


@each_of(CONTRADICTED)
def test_newer_answers_win(
    facts: dict[str, bool], answers: dict[str, bool], expected: set[str]
) -> None:
    assert contradicted(guide(), facts, answers) == expected
