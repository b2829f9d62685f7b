"""Mistakes in a community's data: each is found, under its own code, and nothing else is."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from bot.community_check import check_items
from bot.community_fields import BadItemError, time_limit
from bot.community_items import Item, assemble, read_item
from bot.mistakes import Mistake
from tests.bot.jiangwan import items

Edit = Callable[[dict[str, Any]], object]


def test_the_sample_community_has_no_mistakes() -> None:
    assert check_items(items()) == ()


def edited(kind: str, code: str, edit: Edit) -> tuple[Item, ...]:
    changed = []
    for item in items():
        content = copy.deepcopy(dict(item.content))
        if (item.kind, item.code) == (kind, code):
            edit(content)
        changed.append(Item(item.kind, str(content.get("code", item.code)), content))
    return tuple(changed)


def put(field: str, value: object) -> Edit:
    """Return an edit that puts something else into a field, at any depth: `name.en`."""
    *path, last = field.split(".")

    def edit(content: Any) -> None:  # noqa: ANN401 - any depth of the data
        for part in path:
            content = content[int(part)] if part.isdigit() else content[part]
        content[last] = value

    return edit


def take_out(field: str) -> Edit:
    return lambda content: content.pop(field)


SQUARE = [[113.84, 27.62], [113.85, 27.62], [113.85, 27.63], [113.84, 27.63], [113.84, 27.62]]
BOW_TIE = [[113.84, 27.62], [113.85, 27.63], [113.85, 27.62], [113.84, 27.63], [113.84, 27.62]]
IN_EUROPE = [[16.3, 48.2], [16.4, 48.2], [16.4, 48.3], [16.3, 48.2]]
SWAPPED = [[north, east] for east, north in SQUARE]
HIGH = [[*point, 80.0] for point in SQUARE]
HALF_SWAPPED = [SQUARE[0], SWAPPED[1], *SQUARE[2:]]
QUESTION = {"code": "many_days", "text": {"zh-CN": "几天？", "en": "How many days?"}}

# Kind, code, what was done, and the mistake: its code and its field.
MISTAKES = [
    ("community", "jiangwan", put("letters", "江湾"), "bad_letters", "letters"),
    (
        "community",
        "jiangwan",
        put("time_zone", "Asia/Pingxiang"),
        "unknown_time_zone",
        "time_zone",
    ),
    ("community", "jiangwan", put("time_zone", "../etc"), "unknown_time_zone", "time_zone"),
    ("community", "jiangwan", put("duty_phone", "6 666"), "not_a_phone", "duty_phone"),
    ("community", "jiangwan", put("working_hours", []), "empty", "working_hours"),
    ("community", "jiangwan", put("working_hours", 8), "wrong_form", "community"),
    ("community", "jiangwan", put("working_hours.0.opens", "8:61"), "not_a_time", "opens"),
    ("community", "jiangwan", put("working_hours.0.opens", "25:00"), "not_a_time", "opens"),
    ("community", "jiangwan", put("working_hours.0.closes", "08:00"), "hours_reversed", "closes"),
    ("community", "jiangwan", put("name", "江湾社区"), "not_a_text", "name"),
    ("community", "jiangwan", take_out("letters"), "missing", "letters"),
    ("calendar", "calendar", put("holidays", "2026-10-01"), "not_a_list", "holidays"),
    ("grid", "JW01", put("households", "many"), "not_a_count", "households"),
    ("grid", "JW01", take_out("name"), "missing", "name"),
    ("grid", "JW01", put("ring", SQUARE[:-1]), "ring_not_closed", "coordinates"),
    ("grid", "JW01", put("ring", BOW_TIE), "ring_crosses_itself", "coordinates"),
    ("grid", "JW01", put("ring", SQUARE[::-1]), "ring_clockwise", "coordinates"),
    ("grid", "JW01", put("ring", SWAPPED), "coordinates_swapped", "coordinates"),
    ("grid", "JW01", put("ring", HALF_SWAPPED), "coordinates_swapped", "coordinates"),
    ("grid", "JW01", put("ring", IN_EUROPE), "outside_china", "coordinates"),
    ("grid", "JW01", put("ring", ["113.84,27.62"] * 5), "ring_not_points", "coordinates"),
    ("grid", "JW01", put("ring", HIGH), "ring_not_points", "coordinates"),
    ("grid", "JW01", put("ring", None), "ring_not_points", "coordinates"),
    ("grid", "JW01", put("ring", SQUARE), "grids_overlap", "coordinates"),
    ("estate", "market", put("name_en", ""), "empty", "name_en"),
    ("estate", "market", put("name_zh-CN", "菜" * 41), "name_too_long", "name_zh-CN"),
    ("estate", "market", put("name_en", "<b>Market</b>"), "markup", "name_en"),
    ("group", "env", put("name.zh-CN", "环境{{x}}"), "markup", "name.zh-CN"),
    ("estate", "market", put("aliases", "菜\u200b市场"), "hidden_characters", "aliases"),
    ("building", "market_1", put("estate", "marked"), "unknown_estate", "estate"),
    ("building", "market_1", put("grid", "JW09"), "unknown_grid", "grid"),
    ("building", "market_1", put("number", ""), "empty", "number"),
    ("building", "market_1", put("number", "2"), "number_twice", "number"),
    ("building", "market_1", put("floors", "seven"), "not_a_count", "floors"),
    ("building", "market_1", put("floors", "1000000"), "not_a_count", "floors"),
    ("category", "drain_blocked", put("urgencyx", "normal"), "unknown_field", "urgencyx"),
    ("category", "drain_blocked", put("keywords", ["下水道", ""]), "empty_word", "keywords"),
    ("building", "market_1", put("latitude", "north"), "not_a_number", "latitude"),
    ("building", "market_1", put("latitude", None), "wrong_form", "latitude"),
    ("building", "market_1", put("latitude", "0"), "outside_china", "latitude"),
    ("building", "market_1", put("latitude", "27.6217"), "outside_its_grid", "grid"),
    ("building", "market_1", put("code", "market_2"), "repeated", "code"),
    ("building", "market_1", put("code", ""), "empty", "code"),
    ("building", "market_1", put("code", "菜市场1"), "bad_code", "code"),
    ("landmark", "market_gate", put("grid", "JW01"), "outside_its_grid", "grid"),
    ("landmark", "market_gate", put("longitude", "nan"), "outside_china", "latitude"),
    ("group", "env", put("name.en", None), "language_missing", "name.en"),
    ("category", "leak", put("group", "houses"), "unknown_group", "group"),
    ("category", "leak", put("handlers", ["plumber"]), "unknown_handler", "handlers"),
    ("category", "leak", put("escalate", "plumber"), "not_a_list", "escalate"),
    ("category", "leak", put("keywords", "漏水"), "not_a_list", "keywords"),
    ("category", "leak", put("keywords", ["漏水", "停水"]), "keyword_twice", "keywords"),
    ("category", "leak", put("alarms", ["淹了"]), "alarm_unanswered", "alarms"),
    ("category", "leak", put("urgency", "soon"), "unknown_urgency", "urgency"),
    ("category", "leak", put("urgency", ["soon"]), "wrong_form", "urgency"),
    ("category", "leak", put("limits.resolve", "soon"), "not_a_time_limit", "resolve"),
    (
        "category",
        "leak",
        put("questions.0.choices.0.raises_to", "x"),
        "unknown_urgency",
        "raises_to",
    ),
    ("category", "leak", put("questions", [QUESTION, QUESTION]), "question_twice", "questions"),
    (
        "category",
        "street_light",
        put("questions.1.only_if.choice", "bulb"),
        "condition_never_met",
        "only_if",
    ),
    (
        "category",
        "street_light",
        put("questions.0.only_if", {"question": "street_stair", "choice": "street"}),
        "condition_never_met",
        "only_if",
    ),
    ("category", "street_light", put("questions.1.only_if", "street"), "wrong_form", "questions"),
    ("category", "leak", put("questions.0.choices.0.words", "x"), "not_a_list", "words"),
    (
        "category",
        "leak",
        put("questions.0.choices.0.name.en", "x" * 41),
        "name_too_long",
        "questions.1.choices.1.name.en",
    ),
    ("category", "other", put("code", "others"), "no_other", "code"),
    ("ambiguous_word", "1", put("categories", ["drains"]), "unknown_category", "categories"),
    ("ambiguous_word", "1", put("words", "堵了"), "not_a_list", "words"),
    ("staff", "worker_1", put("role", "mayor"), "unknown_role", "role"),
    ("staff", "worker_1", put("name", ""), "empty", "name"),
    ("staff", "worker_1", put("phone", "138 0000"), "not_a_phone", "phone"),
    ("staff", "worker_1", put("grids", "JW01;JW02"), "two_workers", "grids"),
    ("staff", "worker_1", put("grids", ""), "no_worker", "code"),
    ("staff", "worker_1", put("deputy_for", "JW01"), "own_deputy", "deputy_for"),
    ("staff", "worker_1", put("deputy_for", "JW05"), "two_deputies", "deputy_for"),
    ("staff", "clerk_1", put("role", "grid_worker"), "no_clerk", ""),
]


@pytest.mark.parametrize(("kind", "code", "edit", "mistake", "field"), MISTAKES)
def test_every_mistake_is_found(
    kind: str, code: str, edit: Edit, mistake: str, field: str
) -> None:
    found = check_items(edited(kind, code, edit))
    assert (mistake, field) in {(each.code, each.field) for each in found}


def test_a_mistake_names_the_thing_and_what_stands_there() -> None:
    found = check_items(edited("building", "market_1", put("grid", "JW09")))
    assert found == (Mistake("building", "market_1", "unknown_grid", "grid", "JW09"),)


def test_twenty_mistakes_are_found_at_once() -> None:
    changed = items()
    wanted = set()
    for kind, code, edit, mistake, _ in MISTAKES[:10] + MISTAKES[24:34]:
        wanted.add(mistake)
        changed += tuple(
            each for each in edited(kind, code, edit) if (each.kind, each.code) == (kind, code)
        )
    assert wanted <= {each.code for each in check_items(changed)}


def test_an_empty_folder_lacks_clerk_and_the_category_for_everything_else() -> None:
    assert {each.code for each in check_items(())} == {"no_clerk", "no_other"}


def test_a_thing_without_a_grid_is_said_once() -> None:
    found = check_items(edited("building", "market_1", take_out("longitude")))
    assert [(each.code, each.field) for each in found] == [("missing", "longitude")]


def test_deputies_may_be_written_as_list_or_with_semicolons() -> None:
    worker = next(item for item in items() if item.code == "worker_4")
    as_list = Item("staff", "worker_4", {**worker.content, "deputy_for": ["JW05", "JW03"]})
    assert read_item(as_list) == read_item(worker)


def test_a_community_needs_no_calendar() -> None:
    community = assemble([item for item in items() if item.kind != "calendar"])
    assert community.calendar.holidays == frozenset()


LIMITS = [
    ("30min", 30, "min"),
    ("4wh", 4, "wh"),
    ("2h", 2, "h"),
    ("5wd", 5, "wd"),
    ("30d", 30, "d"),
]


@pytest.mark.parametrize(("written", "amount", "unit"), LIMITS)
def test_limits_are_read_with_their_longest_unit(written: str, amount: int, unit: str) -> None:
    limit = time_limit(written, "resolve")
    assert (limit.amount, limit.unit.value) == (amount, unit)


@pytest.mark.parametrize("written", ["", "4", "wh", "-4wh", "四wh", "4 wh", "4weeks"])
def test_other_limits_are_refused(written: str) -> None:
    with pytest.raises(BadItemError) as refused:
        time_limit(written, "resolve")
    assert refused.value.code == "not_a_time_limit"
