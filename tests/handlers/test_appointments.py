"""Appointments at the window: booked, moved, taken back, reminded of, and seen by the clerk."""

import sqlite3

from tests.handlers.street import Street
from tests.handlers.transcripts import Stage, press

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


async def test_two_who_confirm_the_last_place_at_once_do_not_both_get_it(stage: Stage) -> None:
    """W4 has one place at a time: both stand before the last question when one is faster."""
    street = stage.street
    await stage.play("""
    罗建华: /appointment 准生证
    罗建华: [11月26日(周四)]
    罗建华: [08:30–08:50]
      → 就约这个
    易大伯: /appointment 准生证
    易大伯: [11月26日(周四)]
    易大伯: [08:30–08:50]
      → 就约这个
    """)
    names = ("罗建华", "易大伯")
    for name in names:
        press(street.people[name], "就约这个")
    await street.settle()
    assert street.rows("SELECT day, opens, place FROM appointment") == [("2026-11-26", 510, 1)]
    shown = {name: street.said_to(name)[-1].text for name in names}
    lost = [name for name, text in shown.items() if "刚被别人约走了" in text]
    assert len(lost) == 1
    await stage.play(f"""
    {lost[0]}:
      → 几点来？
      → not: 约好了
    {lost[0]}: [08:50–09:10]
    {lost[0]}: [就约这个]
      → 约好了 … 08:50–09:10
    """)


async def test_pressing_twice_books_once(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 准生证
    罗建华: [11月26日(周四)]
    罗建华: [08:30–08:50]
    """)
    phone = stage.street.people["罗建华"]
    press(phone, "就约这个")
    press(phone, "就约这个")
    await stage.street.settle()
    assert stage.street.rows("SELECT version, state FROM appointment") == [(1, "booked")]
    await stage.play("""
    罗建华:
      → 约好了
      → not: 没约上
    """)


async def test_a_time_that_has_begun_cannot_be_confirmed_any_more(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 老年证
    罗建华: [11月24日(周二)]
    罗建华: [10:30–11:00]
      → 就约这个
    time: 31 minutes
    罗建华: [就约这个]
      → 几点来？ [11:00–11:30]
    """)
    assert stage.street.rows("SELECT * FROM appointment") == []


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
      → 11月26日(周四)没有空的时间
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


async def test_days_and_times_are_taken_in_peoples_own_words(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 老年证
      → 哪一天来？
    罗建华: 星期天
      → 11月29日(周日)没有空的时间
    罗建华: 后天
      → 11月26日(周四)，几点来？ [08:30–09:00]
    罗建华: 下午
      → 11月26日(周四)，几点来？ [14:00–14:30]
      → not: [08:30–09:00]
    罗建华: 中午十二点半
      → 12:30 没有空，最近的是
    罗建华: 下午三点
      → 11月26日(周四) 15:00–15:30 … [就约这个]
    罗建华: [改：日期]
    罗建华: 周五上午
      → 11月27日(周五)，几点来？ [08:30–09:00]
      → not: [14:00–14:30]
    罗建华: 差不多吧
      → 这个时间没看懂
    罗建华: 下午3点
    罗建华: 可以
      → 约好了 … 11月27日(周五) 15:00–15:30
    """)


async def test_words_for_days_and_times_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /appointment senior citizen card
    Anna: tomorrow
      → what time?
    Anna: afternoon
      → [14:00–14:30]
      → not: [08:30–09:00]
    Anna: 3 pm
      → 15:00–15:30 … [Book it]
    """)


async def test_what_was_said_at_first_is_never_asked_again(stage: Stage) -> None:
    await stage.play("""
    罗建华: 预约明天上午办社保
      → 您要办的是哪一件？ [城乡居民养老保险参保] [城乡居民基本医保参保] [灵活就业社保补贴]
    罗建华: [城乡居民基本医保参保]
      → 城乡居民基本医保参保，社保医保窗口 … 11月25日(周三)，几点来？ [08:30–08:45] [下午]
      → not: [14:00–14:15]
    罗建华: [09:00–09:15]
    罗建华: [就约这个]
      → 约好了 … 11月25日(周三) 09:00–09:15
    易大伯: 帮我约周五下午3点办老年证
      → 老年优待证 … 11月27日(周五) 15:00–15:30 … [就约这个]
    易大伯: 不办了
    易大伯: 预约周日上午办老年证
      → 11月29日(周日) 约不了：那天不开门
    易大伯: 周一下午
      → 11月30日(周一)，几点来？ [14:00–14:30]
    易大伯: 那周二上午9点呢
      → 这里选的是 11月30日(周一) 的时间
    """)


async def test_the_same_first_words_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: book social insurance tomorrow morning
      → Which of these do you need? [Resident basic pension insurance]
    Anna: [Resident basic medical insurance]
      → Wed 25 November: what time? [08:30–08:45] [Afternoon]
    Anna: at 10
      → Wed 25 November 10:00–10:15 … [Book it]
    Anna: [Book it]
      → Your appointment … Resident basic medical insurance … 10:00–10:15
    """)
