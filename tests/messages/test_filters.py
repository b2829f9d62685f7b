"""How names, places and times are put into words."""

import pytest

from bot.telling import Parameter
from messages.catalogue import Catalogue
from tests.bot.jiangwan import community
from tests.messages.samples import THURSDAY, sentences


def say(template: str, language: str = "zh-CN", **parameters: Parameter) -> str:
    known = {each: {**sentences(each), "test.it": template} for each in ("zh-CN", "en")}
    catalogue = Catalogue(known, {"jiangwan": community()})
    return catalogue.render("test.it", parameters, language, "jiangwan")


SAID = [
    ("{{ 'leak'|category_name }}", "房屋漏水渗水", "Water leak in the home"),
    ("{{ 'gone'|category_name }}", "gone", "gone"),
    ("{{ 'market'|estate_name }}", "菜市场家属楼", "Market Quarter"),
    ("{{ 'gone'|estate_name }}", "gone", "gone"),
    ("{{ 'market_3'|building_name }}", "菜市场家属楼3栋", "Market Quarter building 3"),
    ("{{ 'gone'|building_name }}", "gone", "gone"),
    ("{{ 'market_3'|building_number }}", "3栋", "Building 3"),
    ("{{ 'gone'|building_number }}", "gone", "gone"),
    ("{{ '2'|entrance_name }}", "2单元", "entrance 2"),
    ("{{ 'market_gate'|landmark_name }}", "菜市场口", "Market gate"),
    ("{{ 'gone'|landmark_name }}", "gone", "gone"),
    ("{{ 'JW04'|grid_name }}", "江湾第四网格", "Jiangwan grid 4"),
    ("{{ 'JW09'|grid_name }}", "JW09", "JW09"),
    ("{{ 'worker_4'|staff_name }}", "邹春兰", "邹春兰"),
    ("[{{ 'gone'|staff_name }}]", "[]", "[]"),
    ("{{ 'worker_4'|staff_phone }}", "13800000004", "13800000004"),
    ("[{{ 'gone'|staff_phone }}]", "[]", "[]"),
    ("{{ 'police'|handler_name }}", "派出所", "police station (派出所)"),
    ("{{ 'gone'|handler_name }}", "gone", "gone"),
    (f"{{{{ {THURSDAY}|moment }}}}", "11月26日(周四)15:00", "Thu 26 November, 15:00"),
    (f"{{{{ {THURSDAY}|moment_in('UTC') }}}}", "11月26日(周四)07:00", "Thu 26 November, 07:00"),
    ("{{ '2026-11-26'|day }}", "11月26日(周四)", "Thu 26 November"),
    ("{{ 'urgent'|word('urgency') }}", "急", "urgent"),
    ("{{ 'language.name.en'|said({}) }}", "English", "English"),
    ("{{ {'zh-CN': '是', 'en': 'Yes'}|answer }}", "是", "Yes"),
    ("{{ '<自己写的>'|answer }}", "&lt;自己写的&gt;", "&lt;自己写的&gt;"),
    ("{{ {'zh-CN': '只有中文'}|local }}", "只有中文", "只有中文"),
    ("[{{ {}|local }}]", "[]", "[]"),
]


@pytest.mark.parametrize(("template", "chinese", "english"), SAID)
def test_names_and_times_are_said_in_each_language(
    template: str, chinese: str, english: str
) -> None:
    assert (say(template), say(template, "en")) == (chinese, english)


# Building, entrance, flat, words.
PLACES = [
    (("jiangwan_3", "2", "501", ""), "江湾小区3栋2单元501室"),
    (("jiangwan_3", "2", "", ""), "江湾小区3栋2单元"),
    (("jiangwan_3", "", "", "楼下垃圾桶"), "江湾小区3栋 · 楼下垃圾桶"),
    (("jiangwan_3", "2", "501", "3栋2单元501"), "江湾小区3栋2单元501室"),
    (("jiangwan_3", "2", "顶楼东边", ""), "江湾小区3栋2单元顶楼东边"),
    (("", "", "", "桥头"), "桥头"),
    (("", "3", "501", ""), "3单元501室"),
    (("", "", "", ""), ""),
    (("jiangwan_3", "", "", "<b>"), "江湾小区3栋 · &lt;b&gt;"),
    (("jiangwan_3", "", "", "שלום"), "江湾小区3栋 · \u2068שלום\u2069"),
]


@pytest.mark.parametrize(("place", "said"), PLACES)
def test_a_place_is_said_as_far_as_it_is_known(
    place: tuple[str, str, str, str], said: str
) -> None:
    building, entrance, flat, words = place
    assert say("{{ b|place(e, f, w) }}", b=building, e=entrance, f=flat, w=words) == said


NAMES = [
    ("Anna", "Anna"),
    ("罗建华", "罗建华"),
    ("שלום", "\u2068שלום\u2069"),
    ("Anna مرحبا", "\u2068Anna مرحبا\u2069"),
    ("<b>", "&lt;b&gt;"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "said"), NAMES)
def test_a_name_cannot_turn_or_break_the_text_around_it(name: str, said: str) -> None:
    assert say("{{ n|name }}", n=name) == said


def test_one_sentence_inside_another_is_escaped_once() -> None:
    said = say("{{ 'case.lookup_failed'|said({'typed': '<b>'}) }}")
    assert "「&lt;b&gt;」" in said


def test_inside_a_plain_label_nothing_is_escaped() -> None:
    known = {"zh-CN": {**sentences("zh-CN"), "test.it": "{{ 'data.text'|said({'text': t}) }}"}}
    catalogue = Catalogue(known, {"jiangwan": community()})
    text: Parameter = {"zh-CN": "<是>"}
    assert catalogue.label("test.it", {"t": text}, "zh-CN", "jiangwan") == "<是>"


HOUR = 3_600_000_000
LATER = [
    (THURSDAY, None, True, "nothing stands above it"),
    (THURSDAY + HOUR, THURSDAY, False, "the same day"),
    (THURSDAY + 24 * HOUR, THURSDAY, True, "the next day at the same time"),
]


@pytest.mark.parametrize(("instant", "before", "has_day", "why"), LATER)
def test_the_day_is_said_once(instant: int, before: int | None, has_day: bool, why: str) -> None:  # noqa: FBT001 - a row
    said = say("{{ instant|moment_after(before) }}", instant=instant, before=before)
    assert say("{{ instant|moment }}", instant=instant).endswith(said), why
    assert ("月" in said) == has_day
