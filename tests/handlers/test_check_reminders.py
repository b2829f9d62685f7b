"""Reminders of what is missing: seldom, only what is missing, and everybody can say no."""

from dataclasses import replace

import pytest

from tests.bot.jiangwan import guide
from tests.handlers.transcripts import Stage

# It is Tuesday, 24 November, ten in the morning.
MISSING_A_PHOTO = """
    罗建华: 老年证
    罗建华: 是
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: [有的没有]
    罗建华: 有
    罗建华: [没有]
    罗建华: [不用记]
      → 先别去：2 样里还差 1 样 … 一寸免冠照片：还没有 … 提醒您
        … [✅ 有了：一寸免冠照片] [哪天去？提醒我] [⋯ 更多]
"""
NO_SERVICES = replace(guide(), services={})
THREE_DAYS, A_DAY = 3 * 24 * 60 + 600, 24 * 60


async def test_two_reminders_and_then_no_more(stage: Stage) -> None:
    await stage.play(f"""
    {MISSING_A_PHOTO}
    time: {THREE_DAYS} minutes
    罗建华:
      → 老年优待证，还差 … 一寸免冠照片：还没有 … 照相馆 … 民政救助窗口
        … [✅ 有了：一寸免冠照片] [不用再提醒]
    time: {THREE_DAYS} minutes
    罗建华:
      → 还差 … 一寸免冠照片：还没有
    time: {3 * THREE_DAYS} minutes
    罗建华:
      → nothing
    罗建华: [✅ 有了：一寸免冠照片]
      → 可以去了
    """)


async def test_what_was_found_is_not_reminded_of(stage: Stage) -> None:
    await stage.play(f"""
    {MISSING_A_PHOTO}
    罗建华: [✅ 有了：一寸免冠照片]
      → 可以去了
    time: {THREE_DAYS} minutes
    罗建华:
      → nothing
    """)


async def test_whoever_checks_the_same_matter_again_is_reminded_once(stage: Stage) -> None:
    again = MISSING_A_PHOTO.replace("    罗建华: [不用记]\n", "")
    await stage.play(f"""
    {MISSING_A_PHOTO}
    {again}
    time: {THREE_DAYS} minutes
    """)
    assert len([text for text in shown(stage) if "还差：" in text]) == 1


async def test_whoever_wants_no_reminders_gets_none(stage: Stage) -> None:
    await stage.play(f"""
    {MISSING_A_PHOTO}
    罗建华: [⋯ 更多]
    罗建华: [不用再提醒]
      → toast: 好的，不再提醒
      → not: 不用再提醒
    time: {THREE_DAYS} minutes
    罗建华:
      → nothing
    """)


async def test_the_reminder_comes_the_evening_before_the_chosen_day(stage: Stage) -> None:
    await stage.play(f"""
    {MISSING_A_PHOTO}
    罗建华: [哪天去？]
      → 您打算哪天去？ [11月24日(周二)] [11月25日(周三)] [11月26日(周四)] [11月27日(周五)]
    罗建华: 11月28日
      → 11月28日(周六) 窗口不开，请换一天
    罗建华: 11月30日
      → 您打算 11月30日(周一) 去 … 11月29日(周日)18:00 提醒您
    time: {5 * A_DAY + 540} minutes
    """)
    (told,) = [text for text in shown(stage) if "还差：" in text]
    assert "您打算 11月30日(周一) 去，还差：" in told


async def test_a_matter_that_is_no_longer_done_here_is_told_at_the_next_press(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.play(MISSING_A_PHOTO)
    monkeypatch.setattr("handlers.desk.verdict_told.guide_of", lambda _: NO_SERVICES)
    await stage.play(f"""
    罗建华: [✅ 有了：一寸免冠照片]
      → “老年优待证”的规定变了 … 请您再核对一次 [再核对一次]
    time: {THREE_DAYS} minutes
    罗建华:
      → nothing
    """)


async def test_a_check_is_gone_over_again_without_asking_what_is_known(stage: Stage) -> None:
    await stage.play(f"""
    {MISSING_A_PHOTO}
    罗建华: [⋯ 更多]
    罗建华: [重新核对]
      → 要带这 2 样 … 都齐了吗？
    罗建华: [改：我的情况]
      → 您是这样说的 … 1. 满60周岁吗？ 是 … 4. 您是替别人来办吗？ 不是 [都对] [改第 1 条]
    罗建华: [改第 4 条]
      → 您是替别人来办吗？
    罗建华: 是
      → 4. 您是替别人来办吗？ 是
    罗建华: [都对]
      → 要带这 4 样 … 代办人身份证 … 授权委托书
    罗建华: [✅ 都有了]
      → 可以去了
    """)
    assert stage.street.value("SELECT count(*) FROM pre_check") == 1


BOOKED_FOR_FRIDAY = f"""
    {MISSING_A_PHOTO}
    罗建华: [预约窗口]
    罗建华: [11月27日(周五)]
    罗建华: [09:00–09:30]
    罗建华: [就约这个]
      → 约好了 … 11月27日(周五) 09:00–09:30 … 材料还差：一寸免冠照片（还没有）
      → 备齐了再去：2 样里还差 1 样 … 您约好了 11月27日(周五) 09:00–09:30
        … 11月26日(周四)18:00 提醒您
"""
# From Tuesday at ten to Thursday, half past six and half past seven in the evening.
TO_THURSDAY = 2 * A_DAY + 8 * 60 + 30


async def test_who_books_without_all_papers_is_told_and_reminded_before_the_visit(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {BOOKED_FOR_FRIDAY}
    time: {TO_THURSDAY} minutes
    罗建华:
      → 您打算 11月27日(周五) 去，还差：… 一寸免冠照片：还没有
    time: 120 minutes
    罗建华:
      → keeps: 别忘了，您约了窗口 … 材料还差：一寸免冠照片（还没有）
    time: {THREE_DAYS} minutes
    """)
    assert len([text for text in shown(stage) if "还差：\n" in text]) == 1


async def test_the_reminder_of_the_visit_says_nothing_of_what_was_found(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED_FOR_FRIDAY}
    罗建华: [✅ 有了：一寸免冠照片]
      → 材料齐了，按约好的时间来
    time: {TO_THURSDAY + 120} minutes
    罗建华:
      → 别忘了，您约了窗口
    """)
    (told,) = [text for text in shown(stage) if "别忘了" in text]
    assert "还差" not in told
    assert not [text for text in shown(stage) if "还差：\n" in text]


async def test_the_day_of_the_trip_moves_and_goes_with_the_appointment(stage: Stage) -> None:
    day = "SELECT going_on FROM pre_check"
    await stage.play(f"""
    {BOOKED_FOR_FRIDAY}
    罗建华: [改时间]
    罗建华: [11月26日(周四)]
    罗建华: [09:00–09:30]
    罗建华: [就约这个]
      → 您约好了 11月26日(周四) 09:00–09:30 … 11月25日(周三)18:00 提醒您
    """)
    assert stage.street.value(day) == "2026-11-26"
    await stage.play("""
    罗建华: [取消预约]
    罗建华: [确定取消]
      → 已取消的预约
      → 先别去：2 样里还差 1 样
      → not: 您约好了 11月26日(周四)
    """)
    assert stage.street.value(day) == ""


async def test_the_appointment_of_another_matter_moves_no_trip(stage: Stage) -> None:
    await stage.play(f"""
    {MISSING_A_PHOTO}
    罗建华: /appointment 准生证
    罗建华: [11月26日(周四)]
    罗建华: [08:30–08:50]
    罗建华: [就约这个]
      → 约好了
      → not: 材料还差
    """)
    assert stage.street.value("SELECT going_on FROM pre_check") == ""


async def test_what_is_missing_for_a_visit_is_told_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: senior citizen card
    Anna: yes
    Anna: no
    Anna: yes
    Anna: no
    Anna: [Some are missing]
    Anna: [Yes]
    Anna: [No]
    Anna: [No]
    Anna: /appointment senior citizen card
    Anna: 2
    Anna: 1
    Anna: ok
      → Your appointment … Papers still missing:
    """)


def shown(stage: Stage) -> list[str]:
    return [each.text for each in stage.street.said_to("罗建华")]
