"""Somebody does not know an answer: what is taken for granted until the window has been asked."""

from itertools import chain

from bot.services import Service, Step


def in_doubt(service: Service, question: str) -> bool:
    """Return the answer that lets one go on, else the one that asks for a paper more.

    Whoever is not sure is sent away by nobody, and rather brings a paper too many.
    """
    for step in service.steps:
        if step.question == question and step.want is not None:
            return step.want
    of_papers = (need.when for need in service.papers)
    of_advice = (advice.when for advice in service.advice)
    parts = chain.from_iterable((*of_papers, *of_advice))
    return next((part.answer for part in parts if part.question == question), False)


def decides(service: Service, question: str) -> bool:
    """Whether somebody may have a service at all depends on a question."""
    return any(question in _questions_of(step) for step in service.steps if step.want is not None)


def _questions_of(step: Step) -> tuple[str, ...]:
    return (step.question, *(part.question for part in step.when))
