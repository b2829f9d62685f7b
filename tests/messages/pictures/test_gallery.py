"""Every picture can be drawn in both languages from what its message carries."""

from itertools import product

from bot.telling import Parameter, Parameters
from conversations.category import said
from handlers.desk.counter import DRAWN
from messages.pictures.canvas import WIDTH, Sign
from messages.pictures.gallery import PICTURES, Gallery
from messages.pictures.verdict_words import verdict_card
from messages.pictures.waiting_chart import Standing
from messages.pictures.waiting_words import waiting_chart
from tests.bot.jiangwan import community
from tests.messages.pictures.cards import opened
from tests.messages.samples import LANGUAGES, SAMPLES, catalogue, sentences
from tests.messages.samples_of_papers import BARE, PAPER, SERVICE
from tests.rows import each_of

SLOW: dict[str, Parameter] = {"name": SERVICE, "visits": 41, "median": 410, "ninetieth": 661}
THIN: dict[str, Parameter] = {"name": SERVICE, "visits": 1, "median": 60, "ninetieth": 60}
WAITING: Parameters = {
    "day": "2026-11-01",
    "until": "2026-11-25",
    "services": [SLOW, THIN],
    "left_out": 0,
}
GIVEN: dict[str, Parameters] = {"verdict": SAMPLES, "waiting": WAITING}


def say(key: str, parameters: Parameters) -> str:
    return catalogue().label(key, parameters, "zh-CN", "jiangwan")


@each_of(product(PICTURES, LANGUAGES))
def test_every_picture_is_drawn_in_every_language(picture: str, language: str) -> None:
    gallery = Gallery(catalogue())
    assert gallery.is_open()
    image = opened(gallery.draw(picture, GIVEN[picture], language, "jiangwan"))
    assert image.width == WIDTH
    assert gallery.draw(picture, GIVEN[picture], language, "jiangwan") == gallery.draw(
        picture, GIVEN[picture], language, "jiangwan"
    )


@each_of((picture,) for picture in PICTURES)
def test_every_picture_has_words_below_it(picture: str) -> None:
    for language in LANGUAGES:
        assert f"picture.caption.{picture}" in sentences(language)
        assert f"picture.lacking.{picture}" in sentences(language)


UNSURE = {**PAPER, "held": "pre_check.held.unsure"}
NOTHING: dict[str, Parameter] = {
    "unsure": [],
    "ask_first": False,
    "gaps": [],
    "ready": [],
    "maybe": [],
    "on_site": [],
}

# Each row: what differs, the word, the words below it, and the signs of the papers.
VERDICTS: list[tuple[dict[str, Parameter], str, str, str]] = [
    ({"go": True, "ready": [BARE]}, "可以去了", "2 样都齐了", "tick"),
    (
        {"go": True, "ready": [BARE], "unsure": [SERVICE], "ask_first": True},
        "先打电话问清再去",
        "2 样材料都齐了，还有不清楚的没问",
        "tick",
    ),
    ({"go": True, "ready": [BARE], "unsure": [SERVICE]}, "可以去了", "2 样都齐了", "tick"),
    ({"gaps": [PAPER], "ask_first": True}, "先别去", "2 样里还差 1 样", "cross"),
    ({"go": True, "number_of": 0}, "可以去了", "什么都不用带", ""),
    ({"gaps": [PAPER]}, "先别去", "2 样里还差 1 样", "cross"),
    ({"gaps": [UNSURE], "ready": [BARE]}, "先别去", "2 样里还差 1 样", "question tick"),
    ({"go": True, "maybe": [PAPER], "on_site": [BARE]}, "可以去了", "2 样都齐了", "question pen"),
    ({"ready": [BARE]}, "先核对材料", "有的材料还没有核对", "tick"),
]


@each_of(VERDICTS)
def test_the_card_says_what_the_verdict_is(
    told: dict[str, Parameter], verdict: str, tally: str, signs: str
) -> None:
    card = verdict_card(say, {**SAMPLES, **NOTHING, **told})
    assert (card.verdict, card.tally) == (verdict, tally)
    assert card.go == (verdict in {"可以去了", "先打电话问清再去"})
    assert card.ask_first == (verdict == "先打电话问清再去")
    assert " ".join(line.sign for line in card.papers) == signs


def test_a_gap_says_what_is_the_matter_and_what_to_do() -> None:
    card = verdict_card(say, {**SAMPLES, **NOTHING, "gaps": [PAPER]})
    (line,) = card.papers
    assert line.name == "1. 户口簿（首页和本人页）"
    assert line.state == "还没有复印件"
    assert line.help == (
        "可以复印：桥头打印店，出门左转，11月26日(周四) 08:30–12:00、14:00–17:30 开",
        "丢了到派出所补领。",
        "也可以用：集体户口页复印件",
    )
    assert line.sign is Sign.CROSS


def test_what_somebody_does_not_know_about_himself_stands_on_the_card() -> None:
    told: dict[str, Parameter] = {**SAMPLES, **NOTHING, "unsure": [SERVICE]}
    card = verdict_card(say, told)
    (line,) = card.questions
    assert (line.sign, line.name) == (Sign.QUESTION, "失业登记")
    assert card.questions_title == "不清楚的，出门前先打电话问窗口"


def test_the_card_names_days_because_it_is_read_later_and_elsewhere() -> None:
    card = verdict_card(say, {**SAMPLES, **NOTHING})
    assert card.where[1] == "江湾社区便民服务中心（江湾路18号）"
    assert card.where[2] == "11月26日(周四) 08:30–12:00、14:00–17:30 开"
    assert card.small_print[0].startswith("11月26日(周四) 10:35 核对")


def test_eleven_minutes_and_a_second_are_not_called_eleven() -> None:
    chart = waiting_chart(say, WAITING)
    slow, thin = chart.bars
    assert slow.ninetieth_words == "十人里九人：12 分钟"
    assert slow.standing is Standing.LATE
    assert thin.standing is Standing.TOO_FEW
    assert thin.count == "1 人，太少，只作参考"


@each_of((language,) for language in LANGUAGES)
def test_a_full_chart_is_not_so_tall_that_telegram_makes_its_letters_smaller(
    language: str,
) -> None:
    names = [each.name for each in community().services.values()]
    longest = said(max(names, key=lambda name: len(name.texts[language])))
    told: Parameters = {
        **WAITING,
        "services": [{**SLOW, "name": longest}] * DRAWN,
        "left_out": 3,
    }
    assert opened(Gallery(catalogue()).draw("waiting", told, language, "jiangwan")).height <= 2560


def test_a_chart_says_that_it_leaves_the_quickest_out() -> None:
    assert waiting_chart(say, {**WAITING, "left_out": 3}).small_print.startswith("另外 3 件事")
    assert waiting_chart(say, WAITING).small_print.startswith("11月1日")


def test_a_chart_of_nobody_says_so() -> None:
    chart = waiting_chart(say, {**WAITING, "services": []})
    assert chart.bars == ()
    png = Gallery(catalogue()).draw("waiting", {**WAITING, "services": []}, "en", "jiangwan")
    assert opened(png).width == WIDTH
