"""Tickets of the day: taken, watched, called, finished; measured from call to end."""

from io import BytesIO

import pytest
from PIL import Image

from handlers.desk import counter
from tests.handlers.transcripts import Stage, press

TWO_WAIT = """
    罗建华: /ticket 老年证
      → 老年优待证 … 民政救助窗口，一楼大厅3号窗口 … 现在有 0 个人在等 [取号]
    罗建华: [取号]
      → 您是 1 号，下一个就是您 … 老年优待证 … 叫到您时这里马上有消息 [不等了]
    易大伯: 取号
    易大伯: 老年证
      → 现在有 1 个人在等
    易大伯: 我到了
      → 您是 2 号，前面还有 1 个人
"""


async def test_the_one_who_is_called_hears_at_once_and_the_others_move_up(stage: Stage) -> None:
    await stage.play(f"""
    {TWO_WAIT}
    罗建华:
    易大伯:
    甘志明: /counter
    甘志明: [民政救助窗口]
    甘志明: [🔔 叫下一位]
    罗建华:
      → 🔔 1 号，请到窗口来 … 一楼大厅3号窗口
    易大伯:
      → 您是 2 号，下一个就是您
    time: 8 minutes
    甘志明: [✅ 办完了]
      → toast: 好的，办完了
      → 在等的：1 人 [🔔 叫下一位]
    罗建华:
      → 1 号，办完了
    易大伯:
      → nothing
    甘志明: [🔔 叫下一位]
    甘志明: [没来]
      → 在等的：0 人
    易大伯:
      → 2 号，叫到时您不在，请重新取号
    甘志明: [‹ 所有窗口]
      → ✅ 老年优待证 8.0 / 8.0（1 人） [民政救助窗口：0 人在等]
    """)
    haste = (
        "SELECT haste FROM outbox WHERE content LIKE '%\"called\"%' AND subject LIKE 'ticket:%'"
    )
    assert set(stage.street.rows(haste)) == {(1,)}


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /ticket senior citizen card
      → People waiting now: 0 [Take a number]
    Anna: yes
      → You are number 1, and the next one [Stop waiting]
    Anna: [Stop waiting]
      → stop waiting?
    Anna: [Yes, cancel this number]
      → the number is cancelled
      → Number 1: cancelled
    """)


async def test_pressing_next_twice_calls_one_person(stage: Stage) -> None:
    await stage.play(f"""
    {TWO_WAIT}
    甘志明: /counter
    甘志明: [民政救助窗口]
    """)
    clerk = stage.street.people["甘志明"]
    press(clerk, "🔔 叫下一位")
    press(clerk, "🔔 叫下一位")
    await stage.street.settle()
    states = stage.street.rows("SELECT state FROM ticket ORDER BY number")
    assert states == [("called",), ("waiting",)]


async def test_nobody_waits_twice_at_a_window(stage: Stage) -> None:
    await stage.play(f"""
    {TWO_WAIT}
    罗建华: /ticket 老年证
    罗建华: [取号]
      → 已经有号了
      → 您是 1 号
    """)
    assert stage.street.value("SELECT count(*) FROM ticket") == 2


async def test_giving_a_number_back_moves_the_others_up(stage: Stage) -> None:
    await stage.play(f"""
    {TWO_WAIT}
    易大伯:
    罗建华: [不等了]
      → 1 号：不等了吗？
    罗建华: [不等了，取消这个号]
      → 号取消了
    易大伯:
      → 您是 2 号，下一个就是您
    """)


async def test_who_blocked_the_bot_is_called_out_by_the_clerk(stage: Stage) -> None:
    await stage.play(f"""
    {TWO_WAIT}
    罗建华: (blocks)
    甘志明: /counter
    甘志明: [民政救助窗口]
      → 1 号 罗建华 · 老年优待证（手机收不到消息）
    甘志明: [🔔 叫下一位]
      → 1 号 罗建华 · 老年优待证（手机收不到消息，请喊一声） [没来]
    甘志明: [没来]
    甘志明: [🔔 叫下一位]
      → 正在办：2 号 易大伯
    """)


async def test_a_window_that_is_closed_gives_no_numbers(stage: Stage) -> None:
    await stage.play("""
    罗建华: /ticket 老年证
      → [取号]
    time: 130 minutes
    罗建华: [取号]
      → 窗口现在没开 … 11月24日(周二) 08:30–12:00、14:00–17:30 开
    易大伯: /ticket 老年证
      → 窗口现在没开
    """)
    assert stage.street.value("SELECT count(*) FROM ticket") == 0


async def test_only_clerks_call_numbers(stage: Stage) -> None:
    await stage.play("""
    罗建华: /counter
      → 没看懂
    邹春兰: /counter
      → 没看懂
    """)


ONE_WAS_SERVED = f"""
    {TWO_WAIT}
    甘志明: /counter
    甘志明: [民政救助窗口]
    甘志明: [🔔 叫下一位]
    time: 12 minutes
    甘志明: [✅ 办完了]
"""


async def test_a_clerk_sees_as_a_picture_how_long_it_took(stage: Stage) -> None:
    await stage.play(f"""
    甘志明: /counter
      → not: [🖼 看成图片]
    {ONE_WAS_SERVED}
    甘志明: [‹ 所有窗口]
      → ⚠️ 老年优待证 12.0 / 12.0（1 人） [民政救助窗口] … [🖼 看成图片]
    甘志明: [🖼 看成图片]
      → (photo) 每件事在窗口办了多久，都在图上
    罗建华:
      → not: (photo)
    """)
    picture = next(each for each in stage.street.said_to("甘志明") if "photo" in each.content)
    files = stage.street.playground.world.files
    drawn = files.of(picture.content["photo"][-1]["file_id"]).bytes()
    assert Image.open(BytesIO(drawn)).size[0] == 1080


async def test_where_nothing_can_be_drawn_the_words_alone_are_offered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counter, "pictures_possible", lambda: False)
    await stage.play(f"""
    {ONE_WAS_SERVED}
    甘志明: [‹ 所有窗口]
      → ⚠️ 老年优待证 12.0 / 12.0（1 人）
      → not: [🖼 看成图片]
    """)


async def test_whoever_is_no_clerk_any_more_gets_no_picture(stage: Stage) -> None:
    await stage.play(f"""
    {ONE_WAS_SERVED}
    甘志明: [‹ 所有窗口]
    """)
    successor = stage.street.somebody("褚云")
    successor.start(await stage.street.invitation("clerk_1"))
    await stage.street.settle()
    await stage.play("""
    甘志明: [🖼 看成图片]
      → not: (photo)
    """)


async def test_a_break_is_said_and_at_closing_nobody_waits_on(stage: Stage) -> None:
    await stage.play(f"""
    {TWO_WAIT}
    易大伯:
    甘志明: /counter
    甘志明: [民政救助窗口]
    time: 130 minutes
    罗建华:
      → 您是 1 号，您排第一个 … 窗口休息，14:00 接着叫号
    time: 120 minutes
    罗建华:
      → 您是 1 号，下一个就是您
      → not: 窗口休息
    甘志明: [🔔 叫下一位]
    time: 220 minutes
    罗建华:
      → 1 号，请到窗口来
      → not: 窗口今天关了
    易大伯:
      → 2 号：窗口今天关了，没叫到您 [预约别的时间]
      → not: [不等了]
    time: 60 minutes
    罗建华:
      → 1 号：窗口今天关了
    易大伯: [预约别的时间]
      → 哪一天来？
    """)
    rows = stage.street.rows("SELECT state FROM ticket ORDER BY number")
    assert rows == [("left",), ("left",)]


async def test_closing_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /ticket senior citizen card
    Anna: yes
    time: 1200 minutes
    Anna:
      → the window has closed for the day before your turn [Book another time]
    """)


async def test_outside_hours_calling_asks_once(stage: Stage) -> None:
    await stage.play(f"""
    {TWO_WAIT}
    甘志明: /counter
    甘志明: [民政救助窗口]
    time: 130 minutes
    罗建华:
    甘志明: [🔔 叫下一位]
      → toast: 窗口现在没开，要叫就再点一次
      → [🔔 窗口没开，还是叫]
    罗建华:
      → nothing
    甘志明: [🔔 窗口没开，还是叫]
    罗建华:
      → 🔔 1 号，请到窗口来
    """)
