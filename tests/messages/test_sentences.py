"""Every sentence, said in both languages: it can be sent, and it sounds as it should."""

import html
import re
from itertools import product
from typing import Any

from bot.telling import Parameter
from messages.catalogue import LANGUAGES
from tests.messages.samples import (
    SAMPLES,
    catalogue,
    is_label,
    parameters_of,
    sentences,
    used_by,
)
from tests.rows import each_of

KEYS = sorted(sentences("zh-CN"))
# The operator reads in a terminal, and forms are parts of other sentences.
SAID = [key for key in KEYS if not key.startswith(("operator.", "forms."))]
LABELS = [key for key in SAID if is_label(key)]
LONGEST_LABEL = 40
LONGEST_TOAST = 200
LONGEST_TEXT = 4096
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z]+)>")
ALLOWED_TAGS = {"b", "i", "code"}
WITHOUT_FORMULAS = [
    "高度重视",
    "正在积极协调",
    "望予理解",
    "该用户",
    "诉求",
    "结案",
    "办结",
    "受理单位",
]
EVIL = "</b><script>&\"'"


def say(key: str, language: str, **more: Any) -> str:  # noqa: ANN401 - any parameter
    return catalogue().render(key, parameters_of(key, **more), language, "jiangwan")


def label(key: str, language: str) -> str:
    return catalogue().label(key, parameters_of(key), language, "jiangwan")


def is_balanced(text: str) -> bool:
    """Whether every tag is allowed and closed, in order, and nothing else looks like one."""
    opened: list[str] = []
    for match in TAG.finditer(text):
        if match["name"] not in ALLOWED_TAGS:
            return False
        if not match["end"]:
            opened.append(match["name"])
        elif not opened or opened.pop() != match["name"]:
            return False
    rest = TAG.sub("", text)
    return not opened and "<" not in rest and ">" not in rest


@each_of(product(KEYS, LANGUAGES))
def test_every_sentence_can_be_said(key: str, language: str) -> None:
    said = say(key, language)
    assert said or key == "forms.between"
    assert said == said.strip()
    assert "\n\n\n" not in said
    assert is_balanced(said), said
    assert len(html.unescape(TAG.sub("", said))) <= LONGEST_TEXT


@each_of(product(SAID, LANGUAGES))
def test_no_lines_run_into_one_another(key: str, language: str) -> None:
    assert "  \n" not in say(key, language)
    assert "\n " not in say(key, language)


EMPTY: dict[str, Parameter] = {
    name: [] if isinstance(value, list) else "" for name, value in SAMPLES.items()
}
KEPT = ("number", "category", "state", "urgency", "hint", "question", "parameters", "text", "how")
OPTIONAL = {
    name: value
    for name, value in EMPTY.items()
    if name not in KEPT and not isinstance(SAMPLES[name], int | dict)
}
WITHOUT = [
    "case.place",
    "case.resident.card",
    "case.follower.card",
    "case.staff.card",
    "list.my_cases",
    "list.desk",
    "report.ask.send",
    "staff.invitation.accepted",
    "common.help",
    "answer_worker.ask.words",
    "pre_check.verdict",
    "pre_check.ask.papers",
]


@each_of(product(WITHOUT, LANGUAGES))
def test_what_is_not_known_leaves_no_hole(key: str, language: str) -> None:
    more = {name: OPTIONAL[name] for name in used_by(key) if name in OPTIONAL}
    if "route_reason" in used_by(key):
        more["route_reason"] = {"code": "place_unknown", "grid": ""}
    said = say(key, language, **more)
    assert is_balanced(said), said
    assert "()" not in said
    assert "（）" not in said
    assert "\n\n\n" not in said


@each_of(product(SAID, LANGUAGES))
def test_html_in_anything_that_people_typed_is_escaped(key: str, language: str) -> None:
    evil = dict.fromkeys(("words", "place_words", "on_behalf_of", "typed", "flat", "name"), EVIL)
    more: dict[str, Parameter] = {name: evil[name] for name in used_by(key) if name in evil}
    said = say(key, language, **more)
    assert is_balanced(said), said
    assert "<script" not in said


@each_of(product(LABELS, LANGUAGES))
def test_buttons_are_short(key: str, language: str) -> None:
    said = label(key, language)
    assert 0 < len(said) <= LONGEST_LABEL, said
    assert "\n" not in said
    assert not TAG.search(said)


def test_every_name_of_the_data_fits_a_button() -> None:
    known = catalogue()
    community = known._communities["jiangwan"]  # noqa: SLF001 - the same one the filters see
    choices = [
        choice
        for category in community.categories.values()
        for question in category.questions
        for choice in question.choices
    ]
    for language in LANGUAGES:
        names = [
            *(
                known.label("data.category", {"category": each}, language, "")
                for each in community.categories
            ),
            *(
                known.label("data.building", {"building": each}, language, "")
                for each in community.buildings
            ),
            *(
                known.label("data.estate", {"estate": each}, language, "")
                for each in community.estates
            ),
            *(
                known.label("data.staff", {"staff": each}, language, "")
                for each in community.staff
            ),
            *(choice.name.in_language(language) for choice in choices),
        ]
        for name in names:
            assert 0 < len(name) <= LONGEST_LABEL, name


def test_a_case_on_a_button_is_short_for_every_category() -> None:
    community = catalogue()._communities["jiangwan"]  # noqa: SLF001 - the same one the filters see
    for category, language in product(community.categories, LANGUAGES):
        parameters = {"number": "JW-261124-0037", "category": category}
        said = catalogue().label("list.button.case", parameters, language, "")
        assert len(said) <= LONGEST_LABEL, said


TOASTS = [
    "talk.settled",
    "case.not_yours",
    "case.unknown",
    "case.moved_meanwhile",
    "case.done.accept",
    "case.done.set_out",
    "common.button.unknown",
    "list.task_done",
]


@each_of(product(TOASTS, LANGUAGES))
def test_toasts_fit_telegrams_limit(key: str, language: str) -> None:
    assert len(label(key, language)) <= LONGEST_TOAST


# What people type (`….typed.…`) is not said by the bot: they say 你好 to it.
@each_of((key,) for key in KEYS if ".typed." not in key)
def test_the_bot_says_nin_and_no_formulas(key: str) -> None:
    written = sentences("zh-CN")[key]
    for word in (*WITHOUT_FORMULAS, "你", "亲，", "！"):
        assert word not in written, written


@each_of((key,) for key in SAID)
def test_chinese_sentences_have_chinese_punctuation(key: str) -> None:
    plain = re.sub(r"{[{%].*?[%}]}|<[^>]*>", "", sentences("zh-CN")[key])
    if ".typed." in key:
        return
    assert not re.search(r"[\u4e00-\u9fff][,;?]", plain), plain


@each_of((key,) for key in SAID)
def test_english_sentences_are_english(key: str) -> None:
    if ".typed." in key or key.startswith(("language.", "demo.")):
        return
    written = re.sub(r"\([\u4e00-\u9fff]+\)", "", sentences("en")[key])
    written = written.replace("换语言 /", "").replace("/ 语言", "").replace("语言 Language", "")
    assert not re.search(r"[\u4e00-\u9fff]", written), written


def long_card(key: str) -> dict[str, Any]:
    words = "漏" * 4096
    line = {"question": {"zh-CN": "问" * 60, "en": "Q" * 90}, "answer": "答" * 1000}
    entry = {"move": "answer", "at": SAMPLES["on_site_by"], "staff": "", "words": "话" * 1000}
    more: dict[str, Any] = {
        "words": words,
        "extra": [line] * 4,
        "entries": [entry] * 4,
        "on_behalf_of": "罗" * 1000,
        "place_words": "桥" * 200,
    }
    return {name: value for name, value in more.items() if name in used_by(key)}


CARDS = ["case.resident.card", "case.staff.card", "case.follower.card", "report.ask.send"]


@each_of(product(CARDS, LANGUAGES))
def test_the_longest_cards_still_fit(key: str, language: str) -> None:
    said = say(key, language, **long_card(key))
    assert len(html.unescape(TAG.sub("", said))) <= LONGEST_TEXT


@each_of((language,) for language in LANGUAGES)
def test_the_longest_lists_still_fit(language: str) -> None:
    case = {**SAMPLES, "category": "fire_lane"}
    many = {name: [case] * 8 for name in ("assigned", "reported", "followed")}
    assert len(say("list.my_cases", language, **many)) <= LONGEST_TEXT
    about = {"kind": "dead_letter", "detail": "坏" * 500, "created_at": SAMPLES["on_site_by"]}
    task = {**about, "number": 3}
    assert len(say("list.desk", language, cases=[case] * 8, tasks=[task] * 8)) <= LONGEST_TEXT


def test_an_emergencys_number_stands_alone_on_the_first_line() -> None:
    for language in LANGUAGES:
        assert say("report.danger", language).splitlines()[0] == "<b>119</b>"


def test_the_result_comes_first() -> None:
    first = say("case.resident.card", "zh-CN").splitlines()
    assert first[0] == "<b>已收到</b> · 下水道堵塞、污水外溢"
    assert first[1] == "<code>JW-261124-0037</code>"
    assert "江湾小区3栋2单元501室 · 楼下" in first[2]


def test_who_and_when_are_said() -> None:
    said = say("case.resident.card", "zh-CN")
    assert "网格员邹春兰 13800000004" in said
    assert "11月26日(周四)15:00前" in said
    english = say("case.resident.card", "en")
    assert "Thu 26 November, 15:00" in english
