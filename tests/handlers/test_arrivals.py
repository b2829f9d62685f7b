"""Appointments at the counter: reporting, the place in the line, called, done, not there."""

from tests.handlers.transcripts import Stage, press

# It is ten o'clock.
BOOKED = """
    罗建华: /appointment 老年证
    罗建华: [11月24日(周二)]
    罗建华: [11:00–11:30]
    罗建华: [就约这个]
      → 约好了 … 11月24日(周二) 11:00–11:30 [🙋 我到了] [改时间] [取消预约]
"""
# Somebody without an appointment is there first, and somebody is at the window.
BEHIND = f"""
    {BOOKED}
    王婶: /ticket 老年证
    王婶: [取号]
      → 您是 1 号
    易大伯: /ticket 老年证
    易大伯: [取号]
      → 您是 2 号，前面还有 1 个人
    罗建华: [🙋 我到了]
      → toast: 好的，报到了
      → 您是 3 号，前面还有 2 个人 … 您约的是 11:00，到了时间先叫您 [不等了]
      → 您已经报到，是 3 号
    罗建华:
      → not: [🙋 我到了]
"""


async def test_at_its_time_an_appointment_goes_before_numbers(stage: Stage) -> None:
    await stage.play(f"""
    {BEHIND}
    甘志明: /counter
    甘志明: [民政救助窗口]
      → 在等的：3 人 … 1 号 王婶 … 2 号 易大伯 … 3 号 罗建华（约 11:00）
    time: 30 minutes
    甘志明: [🔔 叫下一位]
      → 正在办：1 号 王婶
    罗建华:
    time: 32 minutes
    罗建华:
      → 您是 3 号，下一个就是您
      → not: 到了时间先叫您
    易大伯:
      → keeps: 您是 2 号，前面还有 1 个人
    甘志明: [✅ 办完了]
    甘志明: [🔔 叫下一位]
      → 正在办：3 号 罗建华（约 11:00）
    罗建华:
      → 🔔 3 号，请到窗口来
    time: 5 minutes
    甘志明: [✅ 办完了]
    罗建华:
      → 3 号，办完了
      → 过了的预约
    甘志明: [‹ 所有窗口]
      → 老年优待证 5.0 / 32.0（2 人）
    """)
    assert stage.street.rows("SELECT state FROM appointment") == [("over",)]


async def test_the_clerk_reports_somebody_who_is_there(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    甘志明: /counter
    甘志明: [民政救助窗口]
      → 在等的：0 人 … 今天约了、还没到的 … 11:00 罗建华 · 老年优待证 [🙋 到了：11:00 罗建华]
    甘志明: [🙋 到了：11:00 罗建华]
      → toast: 好的，报到了
      → 在等的：1 人 … 1 号 罗建华（约 11:00） [🔔 叫下一位]
      → not: 还没到的
    罗建华:
      → 您是 1 号，下一个就是您
    """)


async def test_the_clerk_reports_somebody_from_the_list_of_the_day_too(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    甘志明: /window
      → 11:00 民政救助窗口 · 老年优待证 · 罗建华 [🙋 到了：11:00 罗建华]
    甘志明: [🙋 到了：11:00 罗建华]
      → 民政救助窗口 … 1 号 罗建华（约 11:00）
    甘志明: /window
      → 罗建华
      → toast: 好的，报到了
    罗建华:
      → 您是 1 号
    """)


async def test_on_the_morning_of_the_day_the_card_gets_its_button(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 老年证
    罗建华: [11月25日(周三)]
    罗建华: [09:00–09:30]
    罗建华: [就约这个]
      → 约好了 [改时间]
      → not: [🙋 我到了]
    time: 550 minutes
    罗建华:
      → 别忘了
      → not: [🙋 我到了]
    time: 820 minutes
    罗建华:
      → 约好了 … 11月25日(周三) 09:00–09:30 [🙋 我到了] [改时间]
    罗建华: [🙋 我到了]
      → 您是 1 号
    """)


async def test_a_number_for_what_is_booked_takes_the_booked_time(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    罗建华: /ticket 老年证
    罗建华: [取号]
      → 您是 1 号 … 您约的是 11:00
      → 您已经报到，是 1 号
    """)


async def test_reporting_twice_gives_one_place(stage: Stage) -> None:
    await stage.play(BOOKED)
    phone = stage.street.people["罗建华"]
    press(phone, "🙋 我到了")
    press(phone, "🙋 我到了")
    await stage.street.settle()
    assert stage.street.rows("SELECT number, state FROM ticket") == [(1, "waiting")]


async def test_who_does_not_want_to_wait_has_the_appointment_still(stage: Stage) -> None:
    await stage.play(f"""
    {BEHIND}
    罗建华: [不等了]
    罗建华: [不等了，取消这个号]
      → 3 号，取消了
      → 约好了 [🙋 我到了] [取消预约]
    """)


async def test_somebody_else_cannot_report(stage: Stage) -> None:
    """A button is bound to its person, and a clerk loses it with the post."""
    await stage.play(f"""
    {BOOKED}
    甘志明: /counter
    甘志明: [民政救助窗口]
      → [🙋 到了：11:00 罗建华]
    """)
    successor = stage.street.somebody("褚云")
    successor.start(await stage.street.invitation("clerk_1"))
    await stage.street.settle()
    await stage.play("""
    甘志明: [🙋 到了：11:00 罗建华]
      → toast: 这个预约已经没有了
    """)
    assert stage.street.value("SELECT count(*) FROM ticket") == 0


async def test_an_old_button_does_nothing_after_the_window_has_closed(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    time: 500 minutes
    罗建华: [🙋 我到了]
      → toast: 现在不用报到
    """)
    assert stage.street.value("SELECT count(*) FROM ticket") == 0


async def test_a_slip_beside_done_is_put_right(stage: Stage) -> None:
    await stage.play(f"""
    {BEHIND}
    甘志明: /counter
    甘志明: [民政救助窗口]
    甘志明: [🔔 叫下一位]
    time: 3 minutes
    甘志明: [没来]
      → 在等的：2 人 [↩️ 按错了：1 号王婶还在] [🔔 叫下一位]
    王婶:
      → 1 号，叫到时您不在
    甘志明: [↩️ 按错了：1 号王婶还在]
      → toast: 好的，人还在
      → 正在办：1 号 王婶 [✅ 办完了]
      → not: ↩️
    王婶:
      → 🔔 1 号，请到窗口来
    time: 4 minutes
    甘志明: [✅ 办完了]
    甘志明: [‹ 所有窗口]
      → 老年优待证 7.0 / 7.0（1 人）
    """)


async def test_who_booked_and_was_not_there_is_not_sent_for_a_new_number(stage: Stage) -> None:
    await stage.play(f"""
    {BEHIND}
    甘志明: /counter
    甘志明: [民政救助窗口]
    甘志明: [🔔 叫下一位]
    甘志明: [没来]
    甘志明: [🔔 叫下一位]
    甘志明: [没来]
    甘志明: [🔔 叫下一位]
    甘志明: [没来]
    罗建华:
      → 3 号，叫到时您不在。人到了，请点预约下面的「我到了」
      → not: 请重新取号
      → [🙋 我到了]
    """)


async def test_who_was_passed_over_by_a_slip_is_next_while_another_is_served(stage: Stage) -> None:
    await stage.play(f"""
    {BEHIND}
    甘志明: /counter
    甘志明: [民政救助窗口]
    甘志明: [🔔 叫下一位]
    甘志明: [没来]
    甘志明: [🔔 叫下一位]
      → 正在办：2 号 易大伯
    甘志明: [↩️ 按错了：1 号王婶还在]
      → 正在办：2 号 易大伯 … 在等的：2 人 … 1 号 王婶
    王婶:
      → 您是 1 号，下一个就是您
    """)


async def test_who_was_passed_over_before_another_was_served_is_called_anew(stage: Stage) -> None:
    """The time in which somebody else was served does not count as that of the first."""
    await stage.play(f"""
    {BEHIND}
    甘志明: /counter
    甘志明: [民政救助窗口]
    甘志明: [🔔 叫下一位]
    甘志明: [没来]
    甘志明: [🔔 叫下一位]
    time: 6 minutes
    甘志明: [✅ 办完了]
    甘志明: [↩️ 按错了：1 号王婶还在]
      → 在等的：2 人 … 1 号 王婶 [🔔 叫下一位]
    甘志明: [🔔 叫下一位]
      → 正在办：1 号 王婶
    time: 2 minutes
    甘志明: [✅ 办完了]
    甘志明: [‹ 所有窗口]
      → 老年优待证 2.0 / 6.0（2 人）
    """)


async def test_a_slip_cannot_be_put_right_later_or_with_a_new_number(stage: Stage) -> None:
    await stage.play(f"""
    {BEHIND}
    甘志明: /counter
    甘志明: [民政救助窗口]
    甘志明: [🔔 叫下一位]
    甘志明: [没来]
      → [↩️ 按错了：1 号王婶还在]
    王婶: /ticket 老年证
    王婶: [取号]
      → 您是 4 号
    甘志明: [↩️ 按错了：1 号王婶还在]
      → toast: 刚才已经变了
      → not: ↩️
    甘志明: [🔔 叫下一位]
    甘志明: [没来]
      → [↩️ 按错了：2 号易大伯还在]
    time: 11 minutes
    甘志明: [刷新]
      → not: ↩️
    """)


async def test_an_appointment_that_was_not_there_may_report_again(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    罗建华: [🙋 我到了]
    甘志明: /counter
    甘志明: [民政救助窗口]
    甘志明: [🔔 叫下一位]
    甘志明: [没来]
    罗建华:
      → 1 号，叫到时您不在
      → 约好了 [🙋 我到了]
    罗建华: [🙋 我到了]
      → 您是 2 号
    """)


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /appointment senior citizen card
    Anna: today at 11
    Anna: [Book it]
      → Your appointment [🙋 I am here]
    Anna: [🙋 I am here]
      → toast: You are in the line
      → You are number 1 … Your time is 11:00; from then on you go first
      → You are here, with number 1
    """)
