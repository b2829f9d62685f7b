"""`check`: each mistake about people, places, categories and days is named with file and line."""

from pathlib import Path

import pytest

from tests.command_line.spoilt import Spoilt, is_named
from tests.command_line.terminal import Terminal

COMMUNITY_MISTAKES = {
    "two workers": Spoilt(
        "staff.csv",
        "worker_5,黎国强,grid_worker,JW05",
        "worker_5,黎国强,grid_worker,JW04",
        "two grid workers",
    ),
    "a grid without worker": Spoilt(
        "staff.csv",
        "worker_5,黎国强,grid_worker,JW05,,",
        "worker_5,黎国强,grid_worker,,,",
        "no grid worker",
        "grids.geojson:8",
    ),
    "no clerk": Spoilt("staff.csv", "甘志明,clerk", "甘志明,grid_worker", "clerk", "staff.csv:1"),
    "an unknown role": Spoilt(
        "staff.csv", "罗小梅,grid_worker", "罗小梅,mayor", "no role “mayor”"
    ),
    "an odd telephone": Spoilt("staff.csv", "13800000002", "138 0000 0002", "telephone"),
    "the own deputy": Spoilt("staff.csv", "JW01,JW02,", "JW01,JW01,", "deputy"),
    "an unknown grid": Spoilt(
        "buildings.csv", "riverside,1,JW01", "riverside,1,JW99", "no grid “JW99”"
    ),
    "a price of what is free": Spoilt(
        "organisations.toml",
        'price_kind = "free"\nby_arrangement = true',
        'price_kind = "free"\nby_arrangement = true\nprice = 5',
        "free has no price",
        "organisations.toml:98",
    ),
    "no price of what is paid": Spoilt(
        "organisations.toml", 'price_kind = "paid"\nprice = 50\n', 'price_kind = "paid"\n', "price"
    ),
    "a contact who is none": Spoilt(
        "organisations.toml", 'contact = "org_law"', 'contact = "clerk_1"', "another role"
    ),
    "an offer of nobody": Spoilt(
        "organisations.toml",
        'organisation = "clear_word"',
        'organisation = "clear_words"',
        "no organisation “clear_words”",
    ),
    "an errand for no service": Spoilt(
        "errands.toml", 'code = "senior_card"', 'code = "moon_card"', "moon_card"
    ),
    "an errand within no time": Spoilt(
        "errands.toml", "promise_days = 3", "promise_days = 0", "from 1 to 60"
    ),
    "papers away for longer than is promised": Spoilt(
        "errands.toml", "promise_days = 3", "promise_days = 1", "longer than", "errands.toml:13"
    ),
    "an unknown estate": Spoilt(
        "buildings.csv", "riverside_2,riverside", "riverside_2,seaside", "no estate “seaside”"
    ),
    "a code twice": Spoilt("buildings.csv", "riverside_3,", "riverside_2,", "twice"),
    "swapped coordinates": Spoilt(
        "buildings.csv", "27.62432,113.84252", "113.84252,27.62432", "wrong way round"
    ),
    "another country": Spoilt("buildings.csv", "27.62432,113.84252", "48.85,2.35", "not in China"),
    "outside its grid": Spoilt(
        "buildings.csv", "27.62432,113.84252", "27.60,113.80", "does not lie in its grid"
    ),
    "no number": Spoilt("buildings.csv", "27.62432,", "north,", "not a number"),
    "an uneven row": Spoilt(
        "buildings.csv",
        "riverside_4,riverside,4,",
        "riverside_4,riverside,4,4,",
        "more or fewer cells",
    ),
    "a missing column": Spoilt("staff.csv", "deputy_for", "deputy", "column", "staff.csv:1"),
    "an unknown urgency": Spoilt(
        "categories.toml", 'urgency = "normal"', 'urgency = "soon"', "no urgency “soon”"
    ),
    "an unknown group": Spoilt(
        "categories.toml", 'group = "env"', 'group = "sky"', "no group “sky”"
    ),
    "an odd time limit": Spoilt(
        "categories.toml", 'acknowledge = "2wh"', 'acknowledge = "soon"', "time limit"
    ),
    "a keyword twice": Spoilt("categories.toml", '"装修垃圾"', '"生活垃圾"', "another category"),
    "no text in Chinese": Spoilt(
        "categories.toml", '{ "zh-CN" = "垃圾堆积", en', '{ zh = "垃圾堆积", en', "“name"
    ),
    "broken TOML": Spoilt(
        "categories.toml", "calls = []", "calls = [", "TOML", "categories.toml:42"
    ),
    "no holiday": Spoilt("calendar.toml", '"2026-04-06"', '"6 April"', "not a day"),
    "office hours": Spoilt(
        "community.toml", 'opens = "08:30"', 'opens = "half past"', "not a time"
    ),
    "no telephone": Spoilt(
        "community.toml", "duty_phone", "duty_fax", "duty_phone", "community.toml:1"
    ),
    "an open ring": Spoilt(
        "grids.geojson",
        "[113.8423, 27.625], [113.842, 27.6228]]",
        "[113.8423, 27.625]]",
        "not closed",
    ),
    "a holiday that is foreseen on no day": Spoilt(
        "calendar.toml", '"2027-06-09"', '"2027-02-30"', "not a day"
    ),
    "foreseen holidays without a source": Spoilt(
        "calendar.toml",
        "confidence =",
        "sure =",
        "“provisional.confidence” is missing",
        "calendar.toml:15",
    ),
    "a grid without properties": Spoilt(
        "grids.geojson",
        '{"type": "Feature", "properties": {"code": "JW02"',
        '{"type": "Feature", "properties": null, "old": {"code": "JW02"',
        "does not have the form",
    ),
    "a grid that is a list": Spoilt(
        "grids.geojson",
        '"features": [\n',
        '"features": [\n["JW00"],\n',
        "does not have the form",
        "grids.geojson:4",
    ),
    "a grid without code": Spoilt(
        "grids.geojson", '{"code": "JW04"', '{"cod": "JW04"', "“code” is missing"
    ),
    "no list of grids": Spoilt(
        "grids.geojson", '"features"', '"grids"', "“features” is missing", "grids.geojson:1"
    ),
    "broken JSON": Spoilt(
        "grids.geojson", '"features": [', '"features": [[', "JSON", "grids.geojson:10"
    ),
}


@pytest.mark.parametrize("mistake", COMMUNITY_MISTAKES.values(), ids=COMMUNITY_MISTAKES)
def test_each_mistake_is_named_with_file_and_line(
    terminal: Terminal, folder: Path, mistake: Spoilt
) -> None:
    is_named(terminal, folder, mistake)
