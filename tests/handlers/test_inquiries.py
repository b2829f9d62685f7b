"""Who only asks is answered at once: no conversation begins, and no case is opened."""

from tests.handlers.transcripts import Stage

NO_TALK = "SELECT count(*) FROM talk"
NO_CASE = "SELECT count(*) FROM report_case"


async def test_questions_about_the_centre(stage: Stage) -> None:
    await stage.play("""
    罗建华: 服务中心几点开门
      → 现在开着，到 12:00 … 全部窗口：08:30–12:00、14:00–17:30 … 江湾路18号 [预约]
    罗建华: 你们周六上班吗
      → 11月28日(周六) … 综合窗口：09:00–12:00 … 其他窗口不开
    罗建华: 周日开门吗
      → 11月29日(周日)，不开门 … 11月30日(周一) 08:30–12:00、14:00–17:30 开
    罗建华: 服务中心在哪里
      → 江湾社区便民服务中心 … 江湾路18号 … 菜市场大门往东走两分钟
    罗建华: 电话多少
      → 民政救助窗口：13800000013
    罗建华: 今天窗口人多吗
      → 现在没有人在排队 [到了，取号]
    """)
    assert stage.street.rows(NO_TALK) == [(0,)]
    assert stage.street.rows(NO_CASE) == [(0,)]


async def test_questions_about_a_matter(stage: Stage) -> None:
    await stage.play("""
    罗建华: 老年证多少钱
      → 老年优待证 … 费用：不收费 … 办多久：当场至数日 … 民政救助窗口 … 依据 … 请以窗口答复为准
        … [看要带什么] [预约]
    罗建华: 低保在哪里办
      → 最低生活保障 … 民政救助窗口，一楼大厅3号窗口
    罗建华: 居住证要多久办好
      → 居住证 … 办多久
    """)
    assert stage.street.rows(NO_TALK) == [(0,)]
    await stage.play("""
    罗建华: [看要带什么]
      → 居住证
    """)
    assert stage.street.rows(NO_TALK) == [(1,)]
    assert stage.street.rows(NO_CASE) == [(0,)]


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: When does the centre open?
      → Open now, until 12:00 … All windows: 08:30–12:00, 14:00–17:30 … 18 Jiangwan Road
    Anna: where is the centre?
      → Two minutes east of the market gate
    Anna: how long does a residence permit take
      → Residence permit … Fee: … How long: … please confirm [What to bring] [Book a time]
    Anna: [Book a time]
      → Residence permit … General
    """)
    assert stage.street.rows(NO_CASE) == [(0,)]


async def test_wishes_begin_what_is_wished_for(stage: Stage) -> None:
    await stage.play("""
    罗建华: 我想预约窗口
      → 您想办什么事
    罗建华: 老年证
      → 老年优待证 … 哪一天
    罗建华: 不办了
    罗建华: 我想预约明天上午办老年证
      → 老年优待证 … 11月25日(周三)，几点来
    罗建华: 不办了
    罗建华: 能不能帮我妈妈跑一趟
      → 您想办什么事
    罗建华: 不办了
    罗建华: 我妈走不动，怎么办高龄津贴
      → 高龄津贴
      → not: 120
    罗建华: 不办了
    罗建华: 有没有免费理发
      → 理发
    """)


async def test_a_lamp_at_the_gate_is_a_report(stage: Stage) -> None:
    await stage.play("""
    罗建华: 门口的灯几点都不亮
      → not: 江湾路18号
    """)
    assert stage.street.rows(NO_TALK) == [(1,)]


async def test_who_waits_is_shown_the_own_number(stage: Stage) -> None:
    await stage.play("""
    罗建华: 排到我了吗
      → 现在没有人在排队
    罗建华: /ticket 老年证
    罗建华: [取号]
    罗建华: 前面还有几个人
      → 您是 1 号，下一个就是您
    """)


async def test_a_question_in_the_middle_leaves_the_conversation_where_it_is(stage: Stage) -> None:
    await stage.play("""
    罗建华: /ticket 老年证
      → 现在有 0 个人在等
    罗建华: 你们几点下班
      → 江湾路18号
    罗建华: 多少钱
      → 老年优待证 … 费用：不收费
    罗建华: [取号]
      → 您是 1 号
    """)


async def test_only_the_day_that_the_law_fixes_is_told_as_free(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    罗建华: 元旦开门吗
      → 元旦放假：2027年1月1日(周五)，不开门 … 法律定下的是这一天 … 照各窗口平常的时间
      → not: 1月3日
    罗建华: 清明节开门吗
      → 清明节放假：2027年4月5日(周一)，不开门
      → not: 4月3日
    罗建华: 2027年1月2日开门吗
      → 2027年1月2日(周六) … 09:00–12:00 … 还没公布，去前请打电话问
    罗建华: 1月2号开门吗
      → 2027年1月2日(周六) … 09:00–12:00 … 还没公布
    罗建华: 12点到2点中间有人吗
      → 中午休息，不开门
    Anna: are you open on New Year's Day?
      → New Year: closed Fri 1 January 2027 … This day is fixed by law
    """)


async def test_windows_are_known_by_their_short_names_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: where is the health window
      → Health and family: Ground floor, window 4
    Anna: what time does the health desk open?
      → Health and family: 08:30–12:00, 14:00–17:30
    Anna: phone number of the civil affairs window
      → Civil affairs and assistance: 13800000013
    """)


async def test_festivals_are_told_from_the_real_calendar(stage: Stage) -> None:
    await stage.play("""
    罗建华: 国庆放假吗
      → 国庆节放假：2027年10月1日(周五)到10月3日(周日)，不开门 … 怎么调休还没公布
    罗建华: 春节开门吗
      → 春节放假：2027年2月5日(周五)到2月8日(周一)，不开门 … 公布以后再问我
    罗建华: 初八上班了吗
      → 春节放假
    罗建华: 10月1号上班吗
      → 2027年10月1日(周五)，放假，不开门 … 还没公布，去前请打电话问 … 2027年10月4日(周一)
    """)
    assert stage.street.rows(NO_TALK) == [(0,)]
    assert stage.street.rows(NO_CASE) == [(0,)]


async def test_the_answer_to_what_was_asked_comes_first(stage: Stage) -> None:
    await stage.play("""
    罗建华: 你们中午休息吗
      → 中午休息，不开门
    罗建华: 晚上有人吗
      → 晚上不开门
    罗建华: 下周三上班吗
      → 12月2日(周三) … 法律服务窗口：08:30–12:00 … 其他窗口：08:30–12:00、14:00–17:30
    罗建华: 周末开门吗
      → 11月28日(周六) … 综合窗口：09:00–12:00 … 11月29日(周日)，不开门
    罗建华: 老年证周六能办吗
      → 11月28日(周六)，不开门 … 11月30日(周一) 08:30–12:00、14:00–17:30 开
    罗建华: 社保窗口电话多少
      → 社保医保窗口：13800000012
      → not: 13800000011
    罗建华: 哪里可以复印
      → 桥头打印店：出服务中心左转 … 今天 08:00–20:00，现在开着 … 小江照相馆
    罗建华: 照相馆在哪
      → 小江照相馆：菜市场大门对面
    罗建华: 要预约吗
      → 不预约也可以直接来 … 退役军人服务站 [预约]
    time: 150 minutes
    罗建华: 现在去还来得及吗
      → 现在中间休息，14:00 再开
    time: 360 minutes
    罗建华: 你们几点关门
      → 今天已经下班了 … 11月25日(周三) 08:30–12:00、14:00–17:30 开
    """)
    assert stage.street.rows(NO_TALK) == [(0,)]


async def test_whose_matter_is_not_clear_is_asked_for_it_alone(stage: Stage) -> None:
    await stage.play("""
    罗建华: 社保要多少钱
      → 您要办的是哪一件？ [城乡居民基本医保参保]
    罗建华: [城乡居民基本医保参保]
      → 城乡居民基本医保参保 … 费用：每年公布 [看要带什么] [预约]
    罗建华: 多久能拿到
      → 您问的是哪一件事？
    罗建华: 居住证
      → 居住证 … 办多久：受理后15日内
    罗建华: 带什么
      → 您想办什么事
    """)
    assert stage.street.rows(NO_CASE) == [(0,)]


async def test_many_questions_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: are you open on national day?
      → National Day: closed from Fri 1 October to Sun 3 October 2027 … not announced yet
    Anna: do you work on saturday
      → Sat 28 November … General: 09:00–12:00 … The other windows are closed
    Anna: are you open at lunch time
      → Closed for lunch
    Anna: how long is the queue
      → Nobody is waiting now
    Anna: do I need an appointment
      → You can just come and take a number
    Anna: how much is a senior citizen card
      → Fee: free of charge
    Anna: when will my residence permit be ready
      → Residence permit … How long
    Anna: where can I get copies
      → Bridge print shop: Left from the centre
    Anna: employment window phone
      → Employment: 13800000011
    Anna: what is your phone number
      → Employment: 13800000011
    """)
    assert stage.street.rows(NO_TALK) == [(0,)]
    await stage.play("""
    Anna: how long does it take
      → Which matter do you mean?
    Anna: senior citizen card
      → How long: At once, or within some days
    """)
