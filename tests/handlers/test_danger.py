"""Danger goes first, whatever somebody is doing: numbers to call, and nothing is swallowed."""

import pytest

from tests.handlers.stories import GARBAGE, GARBAGE_TO_SUMMARY
from tests.handlers.transcripts import Stage

BETWEEN = {
    "at a question about the matter": "罗建华: 江湾小区2栋楼道里有人乱扔垃圾\n  → 堆了几天了？",
    "at the place": "罗建华: 路灯不亮\n  → 在哪里？",
    "at the summary": GARBAGE_TO_SUMMARY,
}
FIRE = "不好了，江湾小区3栋着火了！"


@pytest.mark.parametrize("before", BETWEEN.values(), ids=BETWEEN)
async def test_a_fire_is_heard_in_the_middle_of_another_report(stage: Stage, before: str) -> None:
    await stage.play(f"""
    {before}
    罗建华: {FIRE}
      → 119
    罗建华: [我安全，帮我记下来]
      → 江湾小区3栋
    """)


async def test_what_waits_behind_a_danger_is_asked_again_afterwards(stage: Stage) -> None:
    await stage.play(f"""
    罗建华: 路灯不亮
      → 在哪里？
    罗建华: {FIRE}
      → 119
    罗建华: [不办了]
      → 在哪里？
    """)


async def test_a_button_that_names_a_danger_is_an_answer(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区3栋1单元有人不见了，老人走失
      → 先打 … 110 … 现在危险吗？
    罗建华: 有危险
      → 110
    """)


async def test_a_word_of_alarm_needs_no_question(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区3栋1单元有人要跳楼
      → 110
      → not: 现在危险吗
    """)


async def test_more_words_about_an_open_case_are_heard_too(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE}
    罗建华: [回复、补充]
      → 请打字回复
    罗建华: 家里着火了，快来
      → 119
    """)


async def test_violence_brings_the_numbers_into_mediation_and_stays_confidential(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: /mediation
    罗建华: [家里的事]
    罗建华: 儿子不给赡养费，打我
      → 对方是谁
    """)
    said = [each.text for each in stage.street.said_to("罗建华")]
    assert "110" in said[-2]
    assert "只有接这件事的人看得到" in said[-2]
    assert "对方是谁" in said[-1]
    await stage.play("""
    time: 120 minutes
    甘志明: /desk
      → not: 打我
    """)


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /mediation
    Anna: [Rent and deposit]
    Anna: My landlord hit me
      → Who
    """)
    assert "110" in stage.street.said_to("Anna")[-2].text


AT = {
    "at the photos of a report": "路灯不亮 / 江湾小区3栋2单元 / 跳过",
    "in a pre-check": "身份证怎么办",
    "while booking": "/appointment 居住证",
    "while giving an errand": "/errand",
    "when nothing is begun": "",
}


@pytest.mark.parametrize("words", ["救命", "有人打我", "我爸心口疼"])
@pytest.mark.parametrize("before", AT.values(), ids=AT)
async def test_a_cry_for_help_is_heard_wherever_somebody_is(
    stage: Stage, before: str, words: str
) -> None:
    for line in filter(None, before.split(" / ")):
        await stage.play(f"罗建华: {line}")
    await stage.play(f"""
    罗建华: {words}
      → 120 … 110 … [我安全，帮我记下来]
    """)


@pytest.mark.parametrize("before", ["the hall light is broken", "/appointment", ""])
async def test_a_cry_for_help_is_heard_in_english(stage: Stage, before: str) -> None:
    stage.street.somebody("Anna", "en")
    if before:
        await stage.play(f"Anna: {before}")
    await stage.play("""
    Anna: my mother fell and does not move
      → 120
    """)


async def test_who_does_not_want_to_live_reads_the_number_for_it_in_mediation(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: /mediation
    罗建华: [家里的事]
    罗建华: 我不想活了
    """)
    assert "12356" in stage.street.said_to("罗建华")[-2].text


async def test_money_saved_for_a_lifetime_is_no_cry_for_help(stage: Stage) -> None:
    await stage.play("""
    罗建华: 骗了我的救命钱
      → not: 120
    """)
