"""All the ways through a service's questions, tried out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.guide import Guide
from bot.pre_check import Outcome, course
from bot.services import Service

# A person of seventy gives up long before.
MOST_QUESTIONS = 12


@dataclass(frozen=True, slots=True)
class Way:
    """One way: the answers, and where they led; None when there were too many questions."""

    answers: Mapping[str, bool]
    outcome: Outcome | None


def ways(guide: Guide, service: Service) -> Iterator[Way]:
    """Yield every way through the questions of a service, both answers to each."""
    waiting: list[dict[str, bool]] = [{}]
    while waiting:
        answers = waiting.pop()
        led = course(guide, service, answers)
        if led.question and len(answers) < MOST_QUESTIONS:
            waiting += [{**answers, led.question: answer} for answer in (False, True)]
        else:
            yield Way(answers, led.outcome)
