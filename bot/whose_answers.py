"""Whose answers they are: of the person who asks, or of somebody for whom a matter is done."""

from bot.custody import AGENT_ID, AUTHORISATION
from bot.guide import Guide
from bot.pre_check import Answers, implied, known
from bot.services import Service

_OF_AGENTS = frozenset({AGENT_ID, AUTHORISATION})


def whose_question(service: Service) -> str:
    """Return the question (code) whether it is for somebody else; empty when none is asked.

    It is the one for whose yes an agent's papers are wanted.
    """
    parts = (part for need in service.papers if need.paper in _OF_AGENTS for part in need.when)
    return next((part.question for part in parts if part.answer), "")


def is_for_another(guide: Guide, service: Service, answers: Answers) -> bool:
    """Whether answers are about somebody else than who gave them."""
    question = whose_question(service)
    return bool(question) and known(guide, answers).get(question, False)


def contradicted(guide: Guide, facts: Answers, answers: Answers) -> frozenset[str]:
    """Return what is remembered (by question) that cannot be true beside newer answers."""
    wrong = {code for code in facts if facts[code] != answers.get(code, facts[code])}
    for code, answer in answers.items():
        if implied(guide, facts).get(code, answer) == answer:
            continue
        for rule in guide.questions[code].settled:
            if rule.answer != answer:
                holds = all(facts.get(part.question) == part.answer for part in rule.when)
                wrong |= {part.question for part in rule.when if holds}
    return frozenset(wrong)
