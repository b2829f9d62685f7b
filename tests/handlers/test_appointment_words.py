"""An appointment in people's own words: the day, the time, and what was said at first."""

from tests.handlers.transcripts import Stage


async def test_days_and_times_are_taken_in_peoples_own_words(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 老年证
      → 哪一天来？
    罗建华: 星期天
      → 11月29日(周日) 窗口不开门
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
      → 11月29日(周日) 窗口不开门
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


async def test_a_day_before_its_holidays_are_announced_says_so(stage: Stage) -> None:
    """From Tuesday, 24 November, to Monday, 28 December 2026."""
    await stage.play(f"""
    time: {34 * 24 * 60} minutes
    罗建华: 预约1月1号上午办老年证
      → 1月1日(周五) 是节假日，窗口不开
    罗建华: 1月4号上午9点
      → 1月4日(周一) 09:00–09:30 … 节假日安排还没公布
    罗建华: 好
      → 约好了 … 1月4日(周一) 09:00–09:30 … 节假日安排还没公布
    """)


async def test_a_holiday_is_said_to_be_one_and_no_full_day(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 失业登记
    罗建华: 元旦
      → 1月1日(周五) 是节假日，窗口不开
    罗建华: 大年初一
      → 2月6日(周六)
      → not: 约满
    罗建华: 12月15日
      → 12月15日(周二) 还太早，只能约两个星期以内的
    罗建华: 不办了
    罗建华: 预约元旦办老年证
      → 老年优待证 … 1月1日(周五) 是节假日，窗口不开
    """)


async def test_a_number_chooses_from_the_list_that_is_shown(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    罗建华: 低保
    罗建华: [‹ 返回]
      → 您想办什么事？ [就业窗口]
    罗建华: 1
      → not: 没有现成的清单
      → [都不是]
    罗建华: 不办了
    罗建华: /ticket 1
      → 您想办什么事？ [就业窗口]
    罗建华: 99
      → not: 没有现成的清单
    罗建华: 不办了
    罗建华: /papers 1
      → 您想办什么事？ [就业窗口]
    Anna: /appointment 1
      → What would you like to get done?
    Anna: 1
      → not: no ready list
    """)


async def test_a_day_behind_the_command_is_heard(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    罗建华: /appointment 居住证 明天上午
      → 居住证 … 11月25日(周三) … [09:00–09:15]
    罗建华: /appointment 居住证 12月26号
      → 12月26日(周六)
    罗建华: 不办了
    罗建华: /appointment 明天
      → 您想办什么事？
    罗建华: 不办了
    罗建华: 明天九点半能约居住证吗
      → 11月25日(周三) 09:30–09:45
    Anna: /appointment residence permit tomorrow
      → Wed 25 November
    """)


async def test_a_day_that_is_over_is_said_to_be_over(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    罗建华: 预约居住证 昨天
      → 居住证 … 11月23日(周一) 已经过去了
    罗建华: 前天
      → 11月22日(周日) 已经过去了
    Anna: /appointment residence permit
    Anna: yesterday
      → Mon 23 November is over
    """)


async def test_a_holiday_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /appointment senior citizen card
    Anna: New Year
      → is a public holiday and the window is closed
    Anna: Sunday
      → The window is closed on Sun 29 November
    """)
