"""The guide of one day: what has ended or has yet to come is not in it."""

import json
from dataclasses import replace
from typing import TypeVar

from bot.centre import Centre
from bot.community_items import Item, assemble
from bot.guide import guide_on
from bot.services import Confidence, Fact, Grounds, Shop, Window
from storage.community_folder import canonical
from tests.bot.jiangwan import community, guide, items
from tests.rows import each_of

_Thing = TypeVar("_Thing", Window, Shop, Centre)


def _until(thing: _Thing, day: str) -> _Thing:
    return replace(thing, grounds=replace(thing.grounds, until=day))


SEASON = [
    ("2026-08-31", "", "before the season"),
    ("2026-09-01", "现在是集中缴费期", "its first day"),
    ("2026-12-31", "现在是集中缴费期", "its last day"),
    ("2027-01-01", "集中缴费期过了", "the day after"),
    ("2027-08-31", "集中缴费期过了", "the end of waiting"),
    ("2027-09-01", "", "the next season, which is not written yet"),
]


@each_of(SEASON)
def test_what_is_said_about_the_season_changes_by_the_day(day: str, begins: str, why: str) -> None:
    service = guide_on(community(), day).services["resident_medical_insurance"]
    said = [each.text.in_language("zh-CN") for each in service.advice if not each.when]
    assert [text.startswith(begins) for text in said] == ([True] if begins else [])


def test_a_service_that_has_not_begun_is_not_offered() -> None:
    assert "childcare_subsidy" not in guide_on(community(), "2024-12-31").services
    assert "childcare_subsidy" in guide_on(community(), "2025-01-01").services


def test_a_change_with_a_future_date_can_be_seen_beforehand() -> None:
    service = community().services["residence_permit"]
    old, new = replace(service.times[0]), service.times[0]
    until = Grounds(new.grounds.source, Confidence.VERIFIED, until="2026-12-31")
    since = Grounds(new.grounds.source, Confidence.MIXED, since="2027-01-01")
    changing = replace(service, times=(Fact(old.text, until), Fact(new.text, since)))
    future = replace(community(), services={service.code: changing})
    for day, expected in (("2026-12-31", until), ("2027-01-01", since)):
        assert guide_on(future, day).services[service.code].time.grounds == expected


def test_a_paper_that_is_no_longer_used_is_not_in_the_guide() -> None:
    paper = community().papers["promise"]
    ended = replace(paper, grounds=replace(paper.grounds, until="2026-06-30"))
    without = replace(community(), papers={**community().papers, "promise": ended})
    assert "promise" not in guide_on(without, "2026-07-01").papers


def test_windows_shops_and_the_centre_may_begin_and_end() -> None:
    known = community()
    window, shop, centre = known.windows["W6"], known.shops["photo_shop"], known.centres["centre"]
    moved = replace(
        known,
        windows={**known.windows, "W6": _until(window, "2026-12-31")},
        shops={**known.shops, "photo_shop": _until(shop, "2026-12-31")},
        centres={"centre": _until(centre, "2026-12-31")},
    )
    before, after = guide_on(moved, "2026-12-31"), guide_on(moved, "2027-01-01")
    assert before.centre
    assert {"W6", "photo_shop"} <= {*before.windows, *before.shops}
    assert after.centre is None
    assert not {"W6", "photo_shop"} & {*after.windows, *after.shops}


def test_the_window_for_everything_else_is_the_one_that_says_so() -> None:
    windows = dict(reversed(list(community().windows.items())))
    assert (
        guide_on(replace(community(), windows=windows), "2026-11-26").general_window.code == "W7"
    )


def test_windows_that_were_stored_without_a_source_still_open() -> None:
    bare = ("source", "confidence", "takes_anything")
    old = [
        Item(each.kind, each.code, {k: v for k, v in each.content.items() if k not in bare})
        if each.kind in {"window", "shop"}
        else each
        for each in items()
        if each.kind != "centre"
    ]
    opened = guide_on(assemble(old), "2026-11-26")
    assert opened.centre is None
    assert opened.general_window.code == "W7"


def test_what_settles_a_question_comes_before_it() -> None:
    order = [question.code for question in guide().in_order]
    assert order.index("new_graduate") < order.index("left_forces") < order.index("released")


SERVICE_KINDS = {"centre", "window", "shop", "paper", "question", "service", "proof"}


def test_a_community_that_was_stored_before_there_were_services_still_opens() -> None:
    before = assemble([item for item in items() if item.kind not in SERVICE_KINDS])
    assert before.categories == community().categories
    assert guide_on(before, "2026-11-26").services == {}


def test_services_are_read_back_as_they_were_stored() -> None:
    stored = [Item(item.kind, item.code, json.loads(canonical(item))) for item in items()]
    assert assemble(stored) == community()
