"""A resident reports a problem: transcripts of what is asked after what."""

import pytest

from bot.commands import AnswerWorker, JoinCase, OpenCase
from bot.community import Point, Urgency
from bot.events import SentOther, SharedContact, Typed
from bot.instants import Instant
from bot.places import Place
from conversations.facts import SimilarCase
from conversations.report import ReportStart
from tests.conversations.talks import (
    BACK,
    DRAIN,
    FROM_EXTRA_TO_SUMMARY,
    SKIP,
    Change,
    Press,
    Row,
    Talk,
    at_summary,
    photo,
    pin,
    reported,
    voice,
)

SIMILAR = (SimilarCase(12, "JW-261124-0037", "drain_blocked", "jiangwan_3", Instant(0)),)


def test_free_text_says_what_and_where_so_that_only_details_are_asked() -> None:
    talk = reported(DRAIN)
    assert talk.where == "extra.inside_home_outside"
    talk.play([*FROM_EXTRA_TO_SUMMARY, ("发送", "OpenCase")])
    assert talk.command == OpenCase(
        DRAIN,
        "drain_blocked",
        Urgency.URGENT,
        Place("jiangwan_3", "2", grid="JW04", is_shared=True),
        {"inside_home_outside": "outside", "one_flat_whole": "whole_stair"},
        is_anonymous=False,
        on_behalf_of="",
    )


def test_from_nothing_every_question_is_asked() -> None:
    talk = Talk().play(
        [
            ("屋里出事了", "category"),
            (Press("none"), "category.group"),
            ("房屋物业", "category.in_group"),
            ("房屋漏水渗水", "place"),
            (Press("list"), "place.estate"),
            ("4", "place.building"),
            ("三栋", "place.entrance"),
            ("2单元", "place.flat"),
            ("五零一室", "extra.upstairs_roof_outer"),
            ("楼上邻居的洗衣机", "extra.spoken_upstairs"),
            (Press("no"), "photos"),
            (Press("done"), "send"),
            ("ok", "OpenCase"),
        ]
    )
    assert talk.command.place == Place("jiangwan_3", "2", "501", grid="JW04")
    assert talk.command.extra["upstairs_roof_outer"] == "楼上邻居的洗衣机"


def test_a_building_number_of_several_estates_is_asked() -> None:
    talk = reported("3栋2单元楼下下水道又堵了")
    assert talk.where == "place"
    assert talk.question.key == "report.ask.place_which"
    assert talk.values()[:2] == ["b:riverside_3", "b:orange_lane_3"]
    talk.play([("江湾小区3栋", "extra.inside_home_outside")])
    assert talk.answers["place"] == "b:jiangwan_3"


def test_an_ambiguous_word_asks_one_question() -> None:
    talk = reported("三栋二單元漏水了")
    assert talk.where == "category"
    assert talk.question.parameters["question"] == {
        "zh-CN": "家里漏，还是外面水管爆？",
        "en": "A leak at home, or a burst pipe outside?",
    }
    talk.play([("1", "place"), ("1", "place.flat"), ("楼道", "extra.upstairs_roof_outer")])


# What was reported, what is asked then, and what is known by the summary.
SETTLED = [
    ("江湾小区3栋楼下楼道灯不亮", "photos", {"street_stair": "stair"}),
    ("江湾小区3栋楼下路灯不亮", "extra.number", {"street_stair": "street"}),
    ("Jiangwan Estate building 3, stairwell lights out", "photos", {"street_stair": "stair"}),
    ("江湾小区3栋楼下灯不亮", "extra.street_stair", {}),
    ("江湾小区3栋楼下灯不亮，路灯和楼道灯都不亮", "extra.street_stair", {}),
    ("江湾小区3栋楼下灯不亮，不是路灯", "extra.street_stair", {}),
    ("江湾小区3栋楼下路灯不亮，不是楼道灯", "extra.number", {"street_stair": "street"}),
]


@pytest.mark.parametrize(("words", "asked", "extra"), SETTLED)
def test_what_the_words_say_is_not_asked(words: str, asked: str, extra: dict[str, str]) -> None:
    talk = reported(words)
    assert talk.where == asked
    while talk.where != "photos":
        talk.take(SKIP)
    talk.play([("没有了", "send"), ("发送", "OpenCase")])
    assert talk.command.extra == extra


def test_a_photo_without_words_asks_what_happened() -> None:
    talk = Talk().play([(photo(), "words.more"), ("井盖没了", "danger.manhole")])
    assert talk.files == 1
    talk = Talk().play(
        [(photo(), "words.more"), (photo("江湾小区3栋楼下垃圾桶满了"), "extra.many_days")]
    )
    assert talk.answers["words.more"] == "江湾小区3栋楼下垃圾桶满了"


def test_a_voice_alone_is_asked_in_one_step_what_it_is_about() -> None:
    talk = Talk().play([(voice(), "words.more"), ("市容秩序", "category.in_group")])
    talk.play([(BACK, "words.more"), (Press("housing"), "category.in_group")])
    talk.play([("房屋漏水渗水", "place"), (pin(27.6217, 113.8438), "place.point")])
    sorted_by_a_person = Talk().play([(voice(), "words.more"), ("说不清，请人来看", "place")])
    sorted_by_a_person.play([(BACK, "words.more"), (SKIP, "place")])


def test_what_a_voice_is_about_can_be_changed_from_the_summary() -> None:
    talk = Talk().play([(voice(), "words.more"), (SKIP, "place"), ("江湾小区3栋楼下", "photos")])
    talk.play([("没有了", "send"), (Change("category"), "category"), (SKIP, "send")])
    talk.play([(Change("category"), "category"), (Press("env"), "category.in_group")])
    talk.play([(Press("garbage_pile"), "extra.many_days"), (Change("words"), "words")])
    talk.play([("下水道堵了", "category"), (Press("drain_blocked"), "extra.inside_home_outside")])


def test_a_photo_with_words_is_a_report() -> None:
    talk = Talk().play([(photo("江湾小区3栋楼下垃圾桶满了"), "extra.many_days")])
    assert talk.answers["words"] == "江湾小区3栋楼下垃圾桶满了"


def test_a_photo_at_another_question_is_no_answer() -> None:
    reported(DRAIN).play([(photo(), "! talk.not_taken.file")])
    reported(DRAIN).play([(photo("看图"), "! talk.not_taken.file")])


NOT_TAKEN = [
    (SentOther("sticker"), "! talk.not_taken.other"),
    (pin(27.6217, 113.8438), "! talk.not_taken.place"),
    (SharedContact("13800000009", is_own=True), "! talk.not_taken.contact"),
    (Typed(""), "! talk.choose"),
]


@pytest.mark.parametrize("row", NOT_TAKEN)
def test_what_is_no_answer_is_refused_with_a_reason(row: Row) -> None:
    reported("屋里出事了").play([row])
    reported(DRAIN).play([row])


def test_anonymous_is_one_press_from_the_summary() -> None:
    talk = at_summary().play([(Change("identity"), "identity"), ("匿名", "send")])
    assert talk.question.parameters["anonymous"] is True
    talk.play([("发送", "OpenCase")])
    assert talk.command.is_anonymous


def test_who_may_fear_for_himself_is_asked_whether_to_stay_anonymous() -> None:
    talk = reported("江湾小区3栋楼下网格员不来，态度差").play(
        [("上周", "photos"), ("没有", "identity"), ("2", "send"), ("发送", "OpenCase")]
    )
    assert talk.command.is_anonymous


def test_one_reports_for_somebody_else() -> None:
    talk = at_summary().play(
        [(Change("on_behalf_of"), "on_behalf_of"), ("隔壁罗奶奶，敲门就行", "send")]
    )
    talk.play([("发送", "OpenCase")])
    assert talk.command.on_behalf_of == "隔壁罗奶奶，敲门就行"
    again = at_summary().play([(Change("on_behalf_of"), "on_behalf_of"), ("替我自己", "send")])
    assert again.question.parameters["on_behalf_of"] == ""


def test_a_similar_case_can_be_followed_instead() -> None:
    talk = reported(DRAIN, similar=SIMILAR).play([*FROM_EXTRA_TO_SUMMARY[:-1], ("没有了", "same")])
    talk.play([("是 JW-261124-0037 那件", "JoinCase")])
    assert talk.command == JoinCase(12)


def test_another_matter_stays_a_report_of_its_own() -> None:
    talk = reported(DRAIN, similar=SIMILAR).play([*FROM_EXTRA_TO_SUMMARY[:-1], ("没有了", "same")])
    talk.play([("不是，另一件事", "send"), ("发送", "OpenCase")])


def test_a_similar_case_that_has_been_closed_meanwhile_is_asked_no_more() -> None:
    talk = reported(DRAIN, similar=SIMILAR).play([*FROM_EXTRA_TO_SUMMARY[:-1], ("没有了", "same")])
    talk.similar = ()
    assert talk.where == "send"


def test_sensitive_matters_are_never_compared() -> None:
    talk = reported("江湾小区3栋楼下有小偷", similar=SIMILAR)
    talk.play([("报了", "photos"), ("没有", "identity")])


def test_the_summary_shows_everything_that_was_understood() -> None:
    talk = at_summary()
    assert talk.question.parameters == {
        "words": DRAIN,
        "category": "drain_blocked",
        "urgency": "urgent",
        "hint": dict(talk.among.categories["drain_blocked"].hint.texts),
        "building": "jiangwan_3",
        "entrance": "2",
        "flat": "",
        "place_words": "",
        "grid": "JW04",
        "extra": [
            {
                "question": {"zh-CN": "家里堵还是外面冒？", "en": "Inside your home or outside?"},
                "answer": {"zh-CN": "外面冒", "en": "Outside"},
            },
            {
                "question": {"zh-CN": "一户还是整个单元？", "en": "One flat or the whole stair?"},
                "answer": {"zh-CN": "整个单元", "en": "The whole stair"},
            },
        ],
        "files": 1,
        "anonymous": False,
        "on_behalf_of": "",
    }


def test_a_share_of_the_place_begins_a_report_too() -> None:
    talk = Talk({"place": "p:27.621700,113.843800"})
    assert talk.where == "words"
    talk.play([("墙发霉", "place.point"), (Press("b:jiangwan_8"), "place.entrance")])
    talk.play([("1", "place.flat"), ("201", "extra.upstairs_roof_outer")])


QR: list[tuple[str, list[Row], Place]] = [
    ("下水道堵了", [("2", "place.flat"), ("501", "")], Place("jiangwan_3", "2", "501")),
    ("2单元501下水道堵了", [], Place("jiangwan_3", "2", "501")),
    ("3栋2单元501下水道堵了", [], Place("jiangwan_3", "2", "501")),
]


@pytest.mark.parametrize(("words", "rows", "place"), QR)
def test_the_building_of_a_qr_plate_is_known(words: str, rows: list[Row], place: Place) -> None:
    talk = reported(words, start=ReportStart("jiangwan_3"))
    for given, _ in rows:
        talk.take(given)
    assert talk.where == "extra.inside_home_outside"
    talk.play([*FROM_EXTRA_TO_SUMMARY, ("发送", "OpenCase")])
    found = talk.command.place
    assert (found.building, found.entrance, found.flat) == (
        place.building,
        place.entrance,
        place.flat,
    )


def test_words_about_another_building_than_the_plates_are_asked() -> None:
    talk = reported("江湾小区5栋下水道堵了", start=ReportStart("jiangwan_3"))
    assert talk.values()[:2] == ["b:jiangwan_3", "b:jiangwan_5"]


def test_a_plate_of_a_building_that_is_gone_changes_nothing() -> None:
    assert reported(DRAIN, start=ReportStart("gone")).where == "extra.inside_home_outside"


def test_the_point_is_kept_with_the_case() -> None:
    talk = reported("下水道堵了").play(
        [(pin(27.6217, 113.8438), "place.point"), (Press("elsewhere"), "place.spot")]
    )
    talk.play(
        [("桥头", "extra.inside_home_outside"), *FROM_EXTRA_TO_SUMMARY, ("发送", "OpenCase")]
    )
    point = Point(27.6217, 113.8438)
    assert talk.command.place == Place(words="桥头", point=point, grid="JW04")


def test_unclear_words_may_belong_to_what_one_reported_before() -> None:
    talk = reported("现在越来越厉害了", own=SIMILAR).play([("1", "AnswerWorker")])
    assert talk.command == AnswerWorker(SIMILAR[0].id, "现在越来越厉害了")
    reported("现在越来越厉害了", own=SIMILAR).play([("不是，另一件事", "category")])


def test_clear_words_are_a_new_report_at_once() -> None:
    assert reported(DRAIN, own=SIMILAR).where != "about"
