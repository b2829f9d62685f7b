"""Appointments at the window: booked, moved, taken back, reminded of, and seen by the clerk."""

import sqlite3

from tests.handlers.street import Street
from tests.handlers.transcripts import Stage

BOOKED = """
    罗建华: /appointment 老年证
      → 老年优待证，民政救助窗口 … 哪一天来？ [11月24日(周二)] [11月25日(周三)]
    罗建华: [11月26日(周四)]
      → 11月26日(周四)，几点来？ [08:30–09:00] [09:00–09:30]
    罗建华: 9点
      → 11月26日(周四) 09:00–09:30 … 一楼大厅3号窗口 … 叫号用的名字：罗建华
        … [就约这个] [改：日期] [改：时间] [改：名字]
    罗建华: [就约这个]
      → 约好了 … 老年优待证 … 11月26日(周四) 09:00–09:30 … 民政救助窗口，一楼大厅3号窗口
        … 电话：13800000013 … 前一天晚上提醒您 [改时间] [取消预约] [看看要带什么]
"""


async def test_a_time_is_booked_and_the_clerk_sees_who_comes(stage: Stage) -> None:
    await stage.play(f"""
    罗奶奶: 预约
      → 您想办什么事？
    罗奶奶: 老年证
    罗奶奶: [11月24日(周二)]
      → 11月24日(周二)，几点来？ [10:30–11:00]
    罗奶奶: 1
    罗奶奶: [改：名字]
      → 窗口怎么叫您
    罗奶奶: 三楼罗奶奶
      → 叫号用的名字：三楼罗奶奶
    罗奶奶: 好的
      → 约好了 … 10:30–11:00
    {BOOKED}
    甘志明: /window
      → 11月24日(周二) 预约的人 … 10:30 民政救助窗口 · 老年优待证 · 三楼罗奶奶
        … [看下一个有人约的日子]
      → not: 罗建华
    甘志明: [看下一个有人约的日子]
      → 11月26日(周四) 预约的人 … 09:00 民政救助窗口 · 老年优待证 · 罗建华 [看今天]
    罗建华: /window
      → 没看懂
    """)


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /appointment senior citizen card
      → Which day?
    Anna: 2
      → what time?
    Anna: 9 o'clock
      → You are called as: Anna [Book it] [Change: day]
    Anna: ok
      → Your appointment … Senior citizen card … 09:00–09:30 [Move it] [Cancel it]
    Anna: [Cancel it]
      → cancel this appointment?
    Anna: [Yes, cancel it]
      → is cancelled
      → Cancelled appointment
    """)


async def test_it_is_moved_and_the_earlier_time_is_free_again(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    罗建华: [改时间]
      → 您原来约的是 11月26日(周四) 09:00–09:30 … 哪一天来？
    罗建华: [11月25日(周三)]
    罗建华: [10:00–10:30]
      → 原来约的 11月26日(周四) 09:00–09:30 会让出来
    罗建华: [就约这个]
      → 改好了
      → 约好了 … 11月25日(周三) 10:00–10:30
    """)
    rows = stage.street.rows("SELECT day, opens, state, version FROM appointment")
    assert rows == [("2026-11-25", 600, "booked", 2)]
    waiting = "SELECT occurrence FROM due WHERE kind = 'appointment_reminder' AND state = ?"
    assert stage.street.rows(waiting, "scheduled") == [(2,)]


async def test_the_reminder_comes_once_on_the_evening_before(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    time: 1970 minutes
    罗建华:
      → nothing
    time: 15 minutes
    罗建华:
      → 别忘了，您约了窗口 … 11月26日(周四) 09:00–09:30 [改时间] [取消预约]
    bot: restarts
    time: 60 minutes
    罗建华:
      → nothing
    """)


async def test_who_took_it_back_is_not_reminded(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    罗建华: [取消预约]
      → 确定取消这个预约吗？
    罗建华: [确定取消]
      → 预约取消了
      → 已取消的预约
    time: 2000 minutes
    罗建华:
      → nothing
    罗建华: /appointment
      → 您想办什么事？
    """)


async def test_what_is_booked_is_shown_again(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    罗建华: 预约
      → 约好了 … 09:00–09:30
      → 还要约别的事吗？ [再约一件]
    罗建华: [再约一件]
      → 您想办什么事？
    罗建华: 退役军人优待证
      → 这个窗口不用预约 … 一楼大厅右手边
    """)


async def test_a_window_that_closes_meanwhile_is_told_with_a_way_to_move(stage: Stage) -> None:
    await stage.play(BOOKED)
    await close_window(stage.street, "W3", "2026-11-26")
    await stage.play("""
    time: 2000 minutes
    罗建华:
      → 那天窗口不开，请改个时间 … 11月26日(周四) 09:00–09:30 [改时间]
    罗建华: [改时间]
      → 哪一天来？ [11月27日(周五)]
    甘志明: /window
    甘志明: [看下一个有人约的日子]
      → 罗建华 ⚠️ 窗口那时不开
    """)


async def test_who_blocked_the_bot_is_reminded_only_while_it_is_of_use(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    罗建华: (blocks)
    time: 2000 minutes
    甘志明: /window
      → 没有人预约
    time: 2000 minutes
    罗建华: (unblocks)
    罗建华: /help
      → not: 别忘了
    """)


async def test_the_verdict_on_papers_leads_to_an_appointment(stage: Stage) -> None:
    await stage.play("""
    罗建华: 老年证
    罗建华: 是
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: [✅ 都有了]
    罗建华: [不用记]
      → 可以去了 … [预约窗口]
    罗建华: [预约窗口]
      → 老年优待证，民政救助窗口 … 哪一天来？
    """)


async def test_nobody_reaches_the_appointment_of_somebody_else(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    易大伯: /appointment
      → 您想办什么事？
      → not: 09:00–09:30
    """)


async def close_window(street: Street, window: str, day: str) -> None:
    """Change the community's data and start the bot with it, as an operator would."""
    await street.stop_bot()
    connection = sqlite3.connect(street.settings.database, isolation_level=None)
    connection.execute(
        "UPDATE community_item SET content = json_set(content, '$.closed', json_array(?))"
        " WHERE kind = 'window' AND code = ?",
        (day, window),
    )
    connection.close()
    await street.start_bot()


async def end_service(street: Street, service: str, last_day: str) -> None:
    """Let a matter be done until an ISO day only, and start the bot with that."""
    await street.stop_bot()
    connection = sqlite3.connect(street.settings.database, isolation_level=None)
    connection.execute(
        "UPDATE community_item SET content = json_set(content, '$.until', ?)"
        " WHERE kind = 'service' AND code = ?",
        (last_day, service),
    )
    connection.close()
    await street.start_bot()


async def test_a_matter_that_is_withdrawn_is_told_and_not_reminded_of(stage: Stage) -> None:
    await stage.play(BOOKED)
    await end_service(stage.street, "senior_card", "2026-11-23")
    await stage.play("""
    罗建华: /appointment
      → 这件事那天已经停办，这个预约用不上了 … 老年优待证 … 电话：13800000013 [取消预约]
      → not: [改时间]
    甘志明: /window
    甘志明: [看下一个有人约的日子]
      → 罗建华 ⚠️ 窗口那时不开
    time: 2000 minutes
    罗建华:
      → 这件事那天已经停办
      → not: 别忘了
    罗建华: [取消预约]
    罗建华: [确定取消]
      → 已取消的预约
    """)


async def test_nobody_books_a_day_after_the_last_one_of_a_matter(stage: Stage) -> None:
    await end_service(stage.street, "senior_card", "2026-11-25")
    await stage.play("""
    罗建华: /appointment 老年证
      → 哪一天来？ [11月24日(周二)] [11月25日(周三)]
      → not: [11月26日(周四)]
    罗建华: 周四
      → 到 11月26日(周四) 这件事已经停办了
    """)


async def test_a_confirmation_is_refused_when_the_matter_ends_before_the_day(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 老年证
    罗建华: [11月26日(周四)]
    罗建华: [09:00–09:30]
    """)
    await end_service(stage.street, "senior_card", "2026-11-25")
    await stage.play("""
    罗建华: [就约这个]
      → 哪一天来？ [11月25日(周三)]
      → not: 约好了
    """)
    assert stage.street.rows("SELECT * FROM appointment") == []


async def test_a_waiting_number_says_that_its_matter_is_withdrawn(stage: Stage) -> None:
    await stage.play("""
    罗建华: /ticket 老年证
    罗建华: [取号]
    易大伯: /ticket 老年证
    易大伯: [取号]
    """)
    await end_service(stage.street, "senior_card", "2026-11-23")
    await stage.play("""
    罗建华: [不等了]
    罗建华: [不等了，取消这个号]
    易大伯:
      → 您是 2 号，下一个就是您 … 这件事现在停办了 [不等了]
    """)
