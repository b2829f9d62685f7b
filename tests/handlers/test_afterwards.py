"""After a check or a booking people just go on talking: about the day, a paper, another time."""

from tests.handlers.transcripts import Stage

CHECKED = """
    罗奶奶: 老年证
    罗奶奶: 满了
    罗奶奶: 不是
    罗奶奶: 在
    罗奶奶: 自己办
    罗奶奶: 缺
    罗奶奶: 有
    罗奶奶: 没得
    罗奶奶: 不用
      → 先别去：2 样里还差 1 样
"""


async def test_a_whole_visit_in_ones_own_words(stage: Stage) -> None:
    await stage.play(f"""
    {CHECKED}
    罗奶奶: 那我明天下午去
      → 您打算 11月25日(周三) 去 … 11月24日(周二)18:00 提醒您
    罗奶奶: 帮我约明天下午3点
      → 老年优待证 … 11月25日(周三) 15:00–15:30 … [就约这个]
    罗奶奶: 好
      → 约好了 … 材料还差：一寸免冠照片
    罗奶奶: 照片拍好了
      → 材料齐了，按约好的时间来
      → 约好了 … 材料核对过，都齐了
    罗奶奶: 明天来不了了
      → 约好了 … 11月25日(周三) 15:00–15:30 [改时间] [取消预约]
    罗奶奶: 改到后天上午
      → 11月26日(周四)，几点来？ [08:30–09:00] [下午]
    罗奶奶: 9点
    罗奶奶: 好
      → 改好了
      → 约好了 … 11月26日(周四) 09:00–09:30
    """)
    assert stage.street.rows("SELECT count(*) FROM report_case") == [(0,)]
    assert stage.street.rows("SELECT count(*) FROM talk WHERE script = 'report'") == [(0,)]


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: senior citizen card
    Anna: yes
    Anna: no
    Anna: yes
    Anna: no
    Anna: [Some are missing]
    Anna: yes
    Anna: no
    Anna: [No]
      → Do not go yet: 1 of 2 missing
    Anna: I will go on Friday
      → You want to go on Fri 27 November
    Anna: I have the photo
      → You can go
    Anna: book it for Friday at 10
      → Fri 27 November 10:00–10:30 … [Book it]
    Anna: ok
      → Your appointment … Your papers are checked and complete
    Anna: move it to tomorrow morning
      → Wed 25 November: what time?
    Anna: 9
    Anna: ok
      → It is moved
    Anna: I can't come tomorrow
      → Your appointment … Wed 25 November 09:00–09:30 [Move it] [Cancel it]
    """)


async def test_a_day_on_which_the_window_is_closed_is_said_to_be(stage: Stage) -> None:
    await stage.play(f"""
    {CHECKED}
    罗奶奶: 我周日去
      → 11月29日(周日) 窗口不开，请换一天
    """)


async def test_words_without_any_matter_before_them_are_a_report(stage: Stage) -> None:
    await stage.play("""
    罗奶奶: 照片拍好了
      → 收到了。这是哪一类事
    易大伯: 改到后天上午
      → 收到了。这是哪一类事
    """)


async def test_a_trouble_is_never_taken_for_a_step_of_the_matter(stage: Stage) -> None:
    await stage.play(f"""
    {CHECKED}
    罗奶奶: 电梯修好了又坏了
      → 电梯
      → not: 可以去了
    """)


async def test_a_wish_for_an_appointment_in_a_report_is_not_added_to_it(stage: Stage) -> None:
    await stage.play("""
    罗奶奶: 楼道灯坏了
    罗奶奶: 江湾小区3栋2单元
    罗奶奶: 我想预约明天上午办老年证
      → 老年优待证 … 11月25日(周三)，几点来
    """)
