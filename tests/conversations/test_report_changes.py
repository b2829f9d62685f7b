"""A resident changes his mind: change, back, and the stages of a report."""

import pytest

from conversations.report import STAGES
from tests.conversations.talks import (
    BACK,
    DRAIN,
    SKIP,
    Change,
    Press,
    Row,
    Talk,
    at_summary,
    reported,
)

CHANGES: list[tuple[str, list[Row]]] = [
    ("words", [("江湾小区3栋2单元楼下下水道冒水", "send")]),
    ("place", [("别的地方，我来说", "place.spot"), ("桥头", "send")]),
    ("photos", [("没有了", "send")]),
    ("identity", [("不用匿名", "send")]),
    (
        "extra",
        [
            (SKIP, "extra.one_flat_whole"),
            (SKIP, "extra.dirty_water_entering"),
            ("是", "send"),
        ],
    ),
    ("category", [("都不是，我来选", "category.group"), ("6", "category.in_group")]),
]


@pytest.mark.parametrize(("part", "rows"), CHANGES)
def test_every_part_can_be_changed_from_the_summary(part: str, rows: list[Row]) -> None:
    talk = at_summary()
    assert part in {option.value for option in talk.question.changeable}
    talk.take(Change(part))
    talk.play(rows)


def test_a_changed_mind_drops_only_what_no_longer_applies() -> None:
    talk = at_summary().play(
        [
            (Change("category"), "category"),
            (Press("none"), "category.group"),
            (Press("facilities"), "category.in_group"),
            (Press("street_light"), "extra.street_stair"),
            ("楼道灯", "send"),
            ("发送", "OpenCase"),
        ]
    )
    assert talk.command.category == "street_light"
    assert talk.command.extra == {"street_stair": "stair"}
    assert talk.command.place.building == "jiangwan_3"


def test_what_the_words_have_settled_can_be_changed_too() -> None:
    talk = reported("江湾小区3栋楼下楼道灯不亮").play(
        [
            ("没有了", "send"),
            (Change("extra"), "extra.street_stair"),
            ("路灯", "extra.number"),
            ("0815", "send"),
            ("发送", "OpenCase"),
        ]
    )
    assert talk.command.extra == {"street_stair": "street", "number": "0815"}


def test_changed_words_are_understood_anew() -> None:
    talk = at_summary().play(
        [(Change("words"), "words"), ("江湾小区5栋楼下垃圾桶满了", "extra.many_days")]
    )
    assert talk.standing.path[1].default == "garbage_pile"


def test_a_category_without_questions_offers_no_change_of_details() -> None:
    talk = Talk({"words": "江湾小区3栋楼下", "category": "other", "photos": "done"})
    assert "extra" not in {option.value for option in talk.question.changeable}


def test_back_goes_through_what_was_answered_unasked_too() -> None:
    reported(DRAIN).play(
        [
            (BACK, "place.flat"),
            (BACK, "place.entrance"),
            (BACK, "place"),
            (BACK, "category"),
            (BACK, "words"),
            (BACK, "words"),
            (DRAIN, "extra.inside_home_outside"),
        ]
    )


def test_back_from_the_summary_takes_one_answer_after_the_other() -> None:
    at_summary().play(
        [
            (BACK, "photos"),
            (BACK, "extra.dirty_water_entering"),
            (BACK, "extra.one_flat_whole"),
            ("一户", "extra.dirty_water_entering"),
        ]
    )


def test_the_stages_follow_one_another() -> None:
    talk = reported("3栋下水道堵了")
    seen = []
    while talk.where != "OpenCase":
        seen.append(talk.question.stage)
        options = talk.values()
        talk.take(Press(options[0])) if options else talk.take("501")
    assert list(dict.fromkeys(seen)) == ["where", "details", "send"]
    assert Talk().question.stage == STAGES[0]
