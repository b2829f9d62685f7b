"""What is the matter? A guess, one question when the words are ambiguous, the list behind it."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.choices_said import choice_said
from bot.classify import Guess
from bot.community import Category, Community, ExtraQuestion, Urgency
from bot.events import Event, SentFile, Typed
from bot.local_text import LocalText
from bot.telling import Parameter
from conversations.engine import Ask, Look, ask, look
from conversations.facts import GuessOf
from conversations.questions import SKIPPED, Choice, Option, Refused

NONE_OF_THESE = "none"
OTHER = "other"
STAGE = "what"
_ORDER = tuple(Urgency)


def ask_matter(community: Community) -> Generator[Ask, Any, str]:
    """Return what a photo or voice is about: words, the code of a group, or `other`."""
    matter = Matter(
        "words.more",
        "report.ask.words_of_file",
        _matters(community),
        step=STAGE,
        optional=OTHER in community.categories,
        free=True,
        side_by_side=2,
    )
    return (yield from ask(matter)) or OTHER


def ask_category_of_file(community: Community, matter: str) -> Generator[Ask, Any, Category]:
    """Return the category of a report without words, of which the matter is known."""
    presumed = Matter(
        "category",
        "report.ask.group",
        _matters(community),
        step=STAGE,
        optional=True,
        unless_changed=SKIPPED if matter == OTHER else matter,
        side_by_side=2,
        aside=True,
    )
    group = yield from ask(presumed)
    chosen = (yield from ask(_in_group(community, group))) if group else OTHER
    return community.categories[chosen]


def ask_category(community: Community, words: str) -> Generator[Ask | Look, Any, Category]:
    """Return the category: guessed and shown, chosen among three, or found in the list."""
    guess = yield from look(GuessOf(words))
    chosen = yield from ask(_likely(guess, has_other=OTHER in community.categories))
    if chosen == NONE_OF_THESE:
        group = yield from ask(_groups(community))
        chosen = yield from ask(_in_group(community, group))
    return community.categories[chosen]


def ask_first_question(category: Category, words: str) -> Generator[Ask | Look, Any, str]:
    """Return what decides whether somebody is in danger, asked unless the words have said so."""
    question = category.first_question
    if question is None:
        return ""
    guess = yield from look(GuessOf(words))
    choices = (each.code for each in question.choices if each.raises_to is Urgency.EMERGENCY)
    raises = next(choices, None)
    numbers: list[Parameter] = [call.number for call in category.calls if call.number]
    asked = replace(
        extra_question(question, STAGE, optional=False),
        ask="report.ask.first",
        said={"question": said(question.text), "numbers": numbers if raises else []},
        unless_changed=raises if category.code in guess.alarms else None,
    )
    return (yield from ask(asked))


def extra_question(
    question: ExtraQuestion, stage: str, *, optional: bool, unless_changed: str | None = None
) -> Choice:
    """Return one of the category's own questions."""
    options = tuple(
        Option(choice.code, "data.text", {"text": said(choice.name)})
        for choice in question.choices
    )
    return Choice(
        f"extra.{question.code}",
        "report.ask.extra",
        options,
        {"question": said(question.text)},
        stage,
        optional,
        unless_changed,
        free=True,
        side_by_side=2 if len(options) > 1 else 1,
    )


def is_asked(question: ExtraQuestion, extra: Mapping[str, str]) -> bool:
    """Whether a question makes sense after the answers to those before it."""
    need = question.only_if
    return need is None or extra.get(need.question) == need.choice


def question_after(question: ExtraQuestion, words: str) -> Choice:
    """Return one of the category's own questions, answered already where the words say it."""
    return extra_question(
        question, "details", optional=True, unless_changed=choice_said(question, words) or None
    )


def urgency_after(category: Category, extra: dict[str, str]) -> Urgency:
    """Return how pressing the matter is after the answers: they can raise it, never lower it."""
    urgency = category.urgency
    for question in category.asked:
        for choice in question.choices:
            if choice.code == extra.get(question.code) and choice.raises_to:
                urgency = max(urgency, choice.raises_to, key=_ORDER.index)
    return urgency


def answers_told(category: Category, given: Mapping[str, str]) -> list[Parameter]:
    """Return the category's questions with the answers given, chosen or typed, to be shown."""
    lines: list[Parameter] = []
    for question in category.asked:
        if question.code in given:
            names = {choice.code: said(choice.name) for choice in question.choices}
            answer = given[question.code]
            lines.append({"question": said(question.text), "answer": names.get(answer, answer)})
    return lines


def said(text: LocalText) -> Parameter:
    """Return a text of the data as a message parameter."""
    return dict(text.texts)


def _likely(guess: Guess, *, has_other: bool) -> Choice:
    """Offer what was guessed; when nothing was, a person may sort it instead."""
    options = tuple(_option(code) for code in guess.categories)
    if not options and has_other:
        options = (Option(OTHER, "report.button.somebody_sorts"),)
    return Choice(
        "category",
        "report.ask.category" if guess.categories else "report.ask.category_unknown",
        (*options, Option(NONE_OF_THESE, "report.button.other_category")),
        {"question": said(guess.question) if guess.question else None},
        STAGE,
        unless_changed=guess.categories[0] if guess.is_sure else None,
    )


@dataclass(frozen=True)
class Matter(Choice):
    """A group to choose, or a person who sorts; where it is free, words say it, or a caption."""

    def take(self, event: Event) -> str | Refused:
        """Take words of one's own, also those below a file."""
        caption = event.caption if isinstance(event, SentFile) else ""
        return super().take(Typed(caption) if caption else event)


def _matters(community: Community) -> tuple[Option, ...]:
    """Return the groups and, where a person may sort it, what skips them."""
    sorts = Option(SKIPPED, "report.button.somebody_sorts")
    return (*_groups_used(community), *((sorts,) if OTHER in community.categories else ()))


def _groups(community: Community) -> Choice:
    return Choice("category.group", "report.ask.group", _groups_used(community), step=STAGE)


def _groups_used(community: Community) -> tuple[Option, ...]:
    used = {category.group for category in community.categories.values()}
    return tuple(
        Option(group.code, "data.text", {"text": said(group.name)})
        for group in community.groups.values()
        if group.code in used
    )


def _in_group(community: Community, group: str) -> Choice:
    found = (each for each in community.categories.values() if each.group == group)
    options = tuple(_option(category.code) for category in found)
    return Choice("category.in_group", "report.ask.category_in_group", options, step=STAGE)


def _option(code: str) -> Option:
    return Option(code, "data.category", {"category": code})
