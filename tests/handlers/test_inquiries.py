"""Who only asks is answered at once: no conversation begins, and no case is opened."""

from tests.handlers.transcripts import Stage

NO_TALK = "SELECT count(*) FROM talk"
NO_CASE = "SELECT count(*) FROM report_case"


async def test_questions_about_the_centre(stage: Stage) -> None:
    await stage.play("""
    罗建华: 服务中心几点开门
      → 江湾路18号 … 就业窗口（一楼大厅1号窗口）：08:30–12:00、14:00–17:30 … 现在开着 [预约]
    罗建华: 你们周六上班吗
      → 11月28日(周六) … 就业窗口 … 不开 … 综合窗口（一楼大厅5号窗口）：09:00–12:00
    罗建华: 周日开门吗
      → 11月29日(周日)，不开门 … 11月30日(周一) 08:30–12:00 开
    罗建华: 服务中心在哪里
      → 江湾社区便民服务中心 … 江湾路18号 … 菜市场大门往东走两分钟
    罗建华: 电话多少
      → 民政救助窗口：13800000013
    罗建华: 今天窗口人多吗
      → 现在排队的人 … 民政救助窗口：0 人在等 [到了，取号]
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
      → 18 Jiangwan Road … Employment (Ground floor, window 1): 08:30–12:00, 14:00–17:30
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
      → 现在排队的人
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
    罗建华: [取号]
      → 您是 1 号
    """)
