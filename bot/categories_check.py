"""Whether categories make sense: their questions, conditions and words of alarm."""

from collections.abc import Iterator, Sequence

from bot.community import Category, Urgency
from bot.community_fields import BadItemError
from bot.community_items import Item, read_item
from bot.mistakes import Mistake


def questions(items: Sequence[Item]) -> Iterator[Mistake]:
    """Find questions with the same code: answers are kept by it, so that it stands once."""
    for item in items:
        category = _category_of(item)
        if category:
            codes = [question.code for question in category.asked]
            for code in sorted({code for code in codes if codes.count(code) > 1}):
                yield Mistake("category", item.code, "question_twice", "questions", code)


def conditions(items: Sequence[Item]) -> Iterator[Mistake]:
    """Find conditions that name no choice of an earlier question: they would never hold."""
    for item in items:
        category = _category_of(item)
        choices: set[tuple[str, str]] = set()
        for question in category.asked if category else ():
            need = question.only_if
            if need and (need.question, need.choice) not in choices:
                named = f"{need.question}.{need.choice}"
                yield Mistake("category", item.code, "condition_never_met", "only_if", named)
            choices |= {(question.code, choice.code) for choice in question.choices}


def alarms(items: Sequence[Item]) -> Iterator[Mistake]:
    """Find words of alarm that answer no question."""
    for category in filter(None, map(_category_of, items)):
        question = category.first_question
        raises = question and any(each.raises_to is Urgency.EMERGENCY for each in question.choices)
        if category.alarms and not raises:
            yield Mistake("category", category.code, "alarm_unanswered", "alarms")


def _category_of(item: Item) -> Category | None:
    try:
        thing = read_item(item)
    except BadItemError:
        return None  # said already
    return thing if isinstance(thing, Category) else None
