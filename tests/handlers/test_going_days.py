"""The verdict is for the day of the trip: its hours at the window and at the shop."""

from tests.handlers.test_appointments import end_service
from tests.handlers.transcripts import Stage

# It is Tuesday, ten o'clock.
WITHOUT_A_COPY = """
    罗建华: 高龄津贴怎么办
    罗建华: 是
    罗建华: 是
    罗建华: 不是
    罗建华: [有的没有]
    罗建华: [有]
    罗建华: [有]
    罗建华: [没有]
    罗建华: [不用记]
      → 还差 1 样 … 银行卡 … 复印 … 现在开着 … 民政救助窗口
        … 今天 08:30–12:00、14:00–17:30，现在开着
"""


async def test_another_day_has_its_own_hours(stage: Stage) -> None:
    await stage.play(f"""
    {WITHOUT_A_COPY}
    罗建华: [哪天去]
    罗建华: 星期五
      → 还差 1 样 … 复印 … 11月27日(周五) 08:00 … 民政救助窗口
        … 11月27日(周五) 08:30–12:00、14:00–17:30 开 … 您打算 11月27日(周五) 去
    罗建华:
      → not: 现在开着
    """)


async def test_no_day_after_the_last_one_of_the_matter_can_be_chosen(stage: Stage) -> None:
    await end_service(stage.street, "old_age_allowance", "2026-11-25")
    await stage.play(f"""
    {WITHOUT_A_COPY}
    罗建华: [哪天去]
      → [11月24日(周二)] [11月25日(周三)]
      → not: [11月26日(周四)]
    罗建华: 11月26日
      → 11月26日(周四)
      → not: 您打算 11月26日
    """)


async def test_whoever_has_all_papers_for_a_residence_permit_calls_first(stage: Stage) -> None:
    await stage.play("""
    罗建华: 居住证怎么办
    罗建华: 在外地
    罗建华: 住满了
    罗建华: 有
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: 不是
    罗建华: [✅ 都有了]
      → 先打电话问清再去 … 受了公安委托才能收材料 … 电话：13800000017
      → not: 可以去了
    """)
