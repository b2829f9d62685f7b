"""A check and an appointment know each other: the papers are judged for the day that is booked."""

from tests.handlers.transcripts import Stage

BOOKED = """
    罗建华: 预约后天上午9点办老年证
    罗建华: [就约这个]
      → 约好了 … 11月26日(周四) 09:00–09:30
"""
TO_TICKS = """
    罗建华: 老年证
    罗建华: 是
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: [有的没有，一样一样看]
      → 请看看上面的日期 … [有，快到期了] [有，但过期了]
"""


async def test_a_check_after_a_booking_is_judged_for_that_day(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    {TO_TICKS}
    罗建华: 11月25号到期
      → 一寸免冠照片
    罗建华: [有]
    罗建华: [不用记]
      → 备齐了再去：2 样里还差 1 样 … 到那天就过期了（11月25日(周三)到期）
        … 您约好了 11月26日(周四) 09:00–09:30 … 11月25日(周三)18:00 提醒您
      → 约好了 … 材料还差：身份证（到那天就过期了，11月25日(周三)到期）
      → not: [预约窗口]
    罗建华: [改时间]
    罗建华: [11月25日(周三)]
    罗建华: [09:00–09:30]
    罗建华: [就约这个]
      → 材料齐了，按约好的时间来 … 您约好了 11月25日(周三) 09:00–09:30
      → 约好了 … 材料核对过，都齐了
    """)
    assert stage.street.value("SELECT last_days FROM pre_check") == '{"id_card": "2026-11-25"}'


async def test_a_paper_that_is_good_for_a_week_only_warns_before_the_time_is_booked(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {TO_TICKS}
    罗建华: 11月25号到期
    罗建华: [有]
    罗建华: [不用记]
      → 可以去了 … 身份证11月25日(周三)到期，请在那之前去
    罗建华: 预约后天上午9点办老年证
      → 11月26日(周四) 09:00–09:30 … 身份证11月25日(周三)到期，那天已经不能用了 … [就约这个]
    罗建华: 取消
    罗建华: 预约明天上午9点办老年证
      → 11月25日(周三) 09:00–09:30 … [就约这个]
      → not: 不能用了
    """)


async def test_a_date_alone_after_a_verdict_is_the_day_of_the_trip(stage: Stage) -> None:
    await stage.play(f"""
    {TO_TICKS}
    罗建华: 11月25号到期
    罗建华: [有]
    罗建华: [不用记]
      → 可以去了
    罗建华: 11月26日
      → 先别去：2 样里还差 1 样 … 到那天就过期了（11月25日(周三)到期） … 您打算 11月26日(周四) 去
    """)


async def test_the_same_warning_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: senior citizen card
    Anna: yes
    Anna: no
    Anna: yes
    Anna: no
    Anna: it expires on Nov 25
    Anna: yes
    Anna: no
      → You can go … Identity card: good until
    Anna: book the senior citizen card on Thursday at 9
      → it is of no use on the day above … [Book it]
    """)


async def test_what_expired_yesterday_counts_as_missing(stage: Stage) -> None:
    await stage.play(f"""
    {TO_TICKS}
    罗建华: [有，快到期了]
      → 上面的有效期写到哪一天？
    罗建华: 记不清
      → 没看懂这个日子
    罗建华: 昨天
    罗建华: [有]
    罗建华: [不用记]
      → 先别去：2 样里还差 1 样 … 过期了（11月23日(周一)到期） … 到派出所换领
    罗建华: [✅ 有了：身份证]
      → 可以去了
    """)
    assert stage.street.value("SELECT last_days FROM pre_check") == "{}"


async def test_a_paper_that_is_good_for_life_is_just_there(stage: Stage) -> None:
    await stage.play(f"""
    {TO_TICKS}
    罗建华: 长期
    罗建华: [有]
    罗建华: [不用记]
      → 可以去了
    """)


async def test_the_calm_verdict_keeps_the_rest_behind_one_button(stage: Stage) -> None:
    await stage.play(f"""
    {TO_TICKS}
    罗建华: [没有]
    罗建华: [没有]
    罗建华: [不用记]
      → 先别去：2 样里还差 2 样 … [✅ 有了：身份证] [✅ 有了：一寸免冠照片] [哪天去？提醒我]
        … [预约窗口] [⋯ 更多]
      → not: [不用再提醒]
    """)
    verdict = stage.street.people["罗建华"].messages()[-1].reply_markup
    assert verdict is not None
    assert len(verdict["inline_keyboard"]) <= 5
    await stage.play("""
    罗建华: [⋯ 更多]
      → [不用再提醒] [重新核对] [‹ 收起]
    罗建华: [‹ 收起]
      → [✅ 有了：身份证] [⋯ 更多]
    罗建华: [⋯ 更多]
    罗建华: [不用再提醒]
      → toast: 好的，不再提醒
    罗建华: [⋯ 更多]
      → not: [不用再提醒]
    """)


async def test_the_same_answers_again_make_one_card_and_others_a_second(stage: Stage) -> None:
    again = """
    罗建华: 老年证
    罗建华: 是
    罗建华: 不是
    罗建华: 是
    """
    await stage.play(f"""
    {TO_TICKS}
    罗建华: [没有]
    罗建华: [有]
    罗建华: [不用记]
      → 先别去
    {again}
    罗建华: 不是
    罗建华: [✅ 都有了]
      → 可以去了
      → not: 先别去
    """)
    assert stage.street.value("SELECT count(*) FROM pre_check") == 1
    await stage.play(f"""
    {again}
    罗建华: 是
    罗建华: [✅ 都有了]
      → 可以去了
    """)
    assert stage.street.value("SELECT count(*) FROM pre_check") == 2


async def test_a_picture_that_is_older_than_the_verdict_is_said_to_be(stage: Stage) -> None:
    await stage.play(f"""
    {TO_TICKS}
    罗建华: [没有]
    罗建华: [有]
    罗建华: [不用记]
      → not: 前面那张图片
    罗建华: [做成图片发家人]
      → (photo) 老年优待证
    罗建华: [✅ 有了：身份证]
      → 可以去了 … 前面那张图片是改之前的
    罗建华: [做成图片发家人]
    罗建华: [⋯ 更多]
      → not: 前面那张图片
    """)


FROM_QUESTION_TO_BOOKING = """
    Anna: what do I need for a senior citizen card
      → Senior citizen card … Is the person 60 or over?
    Anna: yes
    Anna: no
    Anna: yes
    Anna: no
      → Resident identity card … 1-inch portrait photo … [✅ I have them all]
    Anna: [Some are missing]
      → If it runs out soon, just write that date [Yes, but it runs out soon]
    Anna: Nov 26
    Anna: [Yes]
    Anna: [No]
      → You can go … [Book a time at the window] [⋯ More]
    Anna: [Book a time at the window]
    Anna: Friday at 9
      → Fri 27 November 09:00–09:30 … [Book it]
    Anna: ok
      → Your appointment … it runs out before that day, good until Thu 26 November
      → Get ready before you go: 1 of 2 missing … You have booked Fri 27 November 09:00–09:30
    Anna: [Move it]
    Anna: tomorrow morning
    Anna: 10 am
    Anna: [Book it]
      → Your papers are complete: come at the time that you have booked
      → Your appointment … Wed 25 November 10:00–10:30 … Your papers are checked and complete
"""


async def test_the_whole_way_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    {FROM_QUESTION_TO_BOOKING}
    time: 1440 minutes
    Anna: /ticket senior citizen card
      → People waiting now: 0 [Take a number]
    Anna: ok
      → You are number 1, and the next one
    Anna: how many people are ahead of me
      → You are number 1
    甘志明: /counter
    甘志明: [民政救助窗口]
    甘志明: [🔔 叫下一位]
    Anna:
      → Number 1, please come to the window
    甘志明: [✅ 办完了]
    Anna:
      → Number 1: done, goodbye
    """)
