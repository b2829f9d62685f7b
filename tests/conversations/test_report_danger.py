"""Danger in a report: the numbers come first, and what follows depends on the answers."""

import pytest

from bot.community import Urgency
from tests.bot.jiangwan import community
from tests.conversations.talks import (
    BACK,
    SKIP,
    Press,
    reported,
)


def test_danger_is_warned_before_anything_is_asked() -> None:
    talk = reported("江湾小区8栋有人被狗咬了")
    assert talk.where == "danger.dog_bite"
    assert talk.question.key == "report.danger"
    assert talk.question.parameters["urgency"] == "urgent"
    calls = talk.question.parameters["calls"]
    assert isinstance(calls, list)
    assert [call["number"] for call in calls if isinstance(call, dict)] == ["120", "110"]
    talk.play([("不安全", "! talk.choose"), ("我安全", "place.entrance")])


EMERGENCIES = ["着火了", "有煤气味", "电线掉下来了", "他打老婆", "building on fire"]


@pytest.mark.parametrize("words", EMERGENCIES)
def test_every_emergency_shows_numbers_first(words: str) -> None:
    talk = reported(words)
    assert talk.where.startswith("danger.")
    assert talk.question.parameters["urgency"] == "emergency"


def test_the_first_line_of_every_warning_is_a_number_to_call() -> None:
    warned_of = [each for each in community().categories.values() if each.calls]
    assert [each.code for each in warned_of if not each.calls[0].number] == []


def test_the_first_question_decides_whether_it_is_an_emergency() -> None:
    trapped = reported("江湾小区3栋2单元楼道电梯停了")
    assert trapped.where == "extra.anyone_inside_now"
    assert not trapped.question.is_optional
    trapped.play([(SKIP, "! talk.cannot_skip"), ("有", "danger.elevator")])
    empty = reported("江湾小区3栋2单元楼下电梯停了").play(
        [
            ("没有", "extra.building_and_lift"),
            (SKIP, "photos"),
            ("好了", "send"),
            ("发", "OpenCase"),
        ]
    )
    assert empty.command.urgency is Urgency.NORMAL


def test_an_answer_that_reveals_danger_warns_at_once() -> None:
    talk = reported("江湾小区3栋楼下积水").play(
        [
            ("膝盖", "extra.anyone_trapped"),
            ("有", "danger.waterlogging"),
            (Press("safe"), "photos"),
            (BACK, "danger.waterlogging"),
            (BACK, "extra.anyone_trapped"),
            ("没有", "photos"),
        ]
    )
    assert "danger" not in talk.where


def test_a_smell_of_gas_found_out_late_is_an_emergency_too() -> None:
    talk = reported("江湾小区3栋楼下油烟").play(
        [("像", "danger.fumes"), ("安全", "extra.place_and_time"), (SKIP, "photos")]
    )
    talk.play([("没有", "send"), ("发送", "OpenCase")])
    assert talk.command.urgency is Urgency.EMERGENCY
