"""The sample community hangs together, and every kind of matter is described completely."""

from itertools import product

import pytest

from bot.community import Category, Role, Urgency
from bot.local_text import LocalText
from tests.bot.jiangwan import community

CATEGORIES = list(community().categories.values())
LANGUAGES = ("zh-CN", "en")


def test_the_community_has_the_figures_of_the_article() -> None:
    grids = community().grids.values()
    assert len(grids) == 5
    assert sum(grid.households for grid in grids) == 1550
    assert sum(grid.residents for grid in grids) == 5022
    assert all(295 <= grid.households <= 325 for grid in grids)


def test_there_are_thirty_seven_categories_in_eight_groups() -> None:
    assert len(CATEGORIES) == 37
    assert {category.group for category in CATEGORIES} == set(community().groups)
    assert len(community().groups) == 8


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda category: category.code)
def test_a_category_says_everything_in_both_languages(category: Category) -> None:
    asked = [question for question in (category.first_question, *category.questions) if question]
    texts = [category.name, category.hint, *(call.reason for call in category.calls)]
    texts += [question.text for question in asked]
    texts += [choice.name for question in asked for choice in question.choices]
    for text, language in product(texts, LANGUAGES):
        assert language in text.texts
    for language in LANGUAGES:
        assert category.hint.in_language(language)
        assert category.name.in_language(language)


def test_english_texts_have_no_chinese_but_in_brackets() -> None:
    for category in CATEGORIES:
        for call in category.calls:
            assert call.reason.in_language("en").isascii(), category.code


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda category: category.code)
def test_emergencies_show_numbers_before_any_form(category: Category) -> None:
    raises = [
        choice.raises_to
        for question in (category.first_question, *category.questions)
        if question
        for choice in question.choices
    ]
    if category.urgency is Urgency.EMERGENCY or category.danger or Urgency.EMERGENCY in raises:
        assert category.calls
    if category.urgency is Urgency.EMERGENCY:
        assert category.danger


def test_questions_of_a_category_have_different_choices() -> None:
    for category in CATEGORIES:
        for question in category.questions:
            names = [choice.name.in_language("zh-CN") for choice in question.choices]
            assert len(names) == len(set(names)), (category.code, question.code)


def test_nobody_promises_anonymity_in_a_question_that_does_not_give_it() -> None:
    for category in CATEGORIES:
        for question in category.questions:
            assert "匿名" not in question.text.in_language("zh-CN"), category.code
    assert {each.code for each in CATEGORIES if each.asks_identity} == {
        "security",
        "staff_complaint",
    }


def test_sensitive_matters_are_those_of_people() -> None:
    assert {each.code for each in CATEGORIES if each.sensitive} == {
        "domestic_abuse",
        "security",
        "person_at_risk",
        "staff_complaint",
    }


def test_every_building_stands_in_its_estate() -> None:
    for code in community().estates:
        assert len(community().buildings_of(code)) == 10


def test_every_grid_has_worker_and_deputy_who_are_two_people() -> None:
    for grid in community().grids:
        worker, deputy = community().worker_of[grid], community().deputy_of[grid]
        assert worker.role is Role.GRID_WORKER
        assert worker != deputy


def test_a_text_falls_back_to_the_first_language() -> None:
    text = LocalText({"zh-CN": "江湾", "en": "Jiangwan"})
    assert text.in_language("en") == "Jiangwan"
    assert text.in_language("fr") == "江湾"
    assert LocalText({}).in_language("en") == ""
