"""Mediation and legal aid: applied for, taken up, agreed on, told the truth about."""

import pytest

from tests.handlers.private_stories import ASKED, SENT, TAKEN, WORDS
from tests.handlers.transcripts import Stage, press


@pytest.fixture
async def helped(stage: Stage) -> Stage:
    """Let the mediator and the legal adviser join."""
    await stage.street.staff("mediator_1", "legal_1")
    return stage


async def test_both_sides_talk_before_they_meet(helped: Stage) -> None:
    await helped.play(f"""
    费文安:
      → 您现在是调解员
    {TAKEN}
    费文安: [对居民说]
      → 要对居民说什么
    费文安: 周五带上照片来
      → 发给居民了
    罗建华:
      → 费文安对您说 … 周五带上照片来
    罗建华: [补充、回话]
    罗建华: 上次吵是在九月
      → 发过去了
    费文安:
      → 对方来话 … 上次吵是在九月
    """)


async def test_a_dispute_goes_on_to_a_written_agreement(helped: Stage) -> None:
    await helped.play(f"""
    {TAKEN}
    费文安: [对方愿意]
      → 双方愿意
    罗建华:
      → 对方愿意调解
    费文安: [约时间]
      → 约哪一天
    费文安: [11月27日(周五)]
      → 几点
    费文安: 下午3点
      → 在哪里见
    费文安: 跳过
      → 约好了：11月27日(周五)15:00 · 法律服务窗口
    罗建华:
      → 约好了 … 11月27日(周五)15:00 · 法律服务窗口
    费文安: [谈成了]
    费文安: [书面协议]
      → 谈成了：书面协议
    罗建华:
      → 谈成了 … 有书面协议。12月24日(周四)前 … 司法确认 [已申请司法确认]
    time: 33200 minutes
    罗建华:
      → 谈成了 … 12月24日(周四)前
    罗建华: [已申请司法确认]
      → 谈成了，已申请司法确认
    """)


async def test_the_same_in_english(helped: Stage) -> None:
    helped.street.somebody("Anna", "en")
    await helped.play("""
    Anna: /mediation
      → People's mediation: free, voluntary, confidential [Rent and deposit]
    Anna: [Rent and deposit]
    Anna: He keeps my deposit
      → Who is the other side
    Anna: [Landlord or tenant]
      → agree to mediation
    Anna: no
      → nobody can make them come [Let the mediator ask once] [No, I find another way]
    Anna: [Let the mediator ask once]
    Anna: skip
    Anna: skip
      → About: Rent and deposit … Other side: landlord or tenant [Send it]
    Anna: ok
      → Received … by … TJ-261124-0001 … Only a mediator reads this
    费文安: [我来接]
    Anna:
      → 费文安 looks after it
    费文安: [对方不愿意]
      → 对方不愿意，已告诉居民别的路
    Anna:
      → The other side does not want mediation … nobody can be forced … 12348
    """)


async def test_who_is_told_no_hears_where_to_go_and_nobody_is_told(helped: Stage) -> None:
    await helped.play("""
    罗建华: 调解
    罗建华: [租房、押金]
    罗建华: 跳过
    罗建华: [房东或租客]
    罗建华: [不愿意]
      → 不能强迫 [请调解员再问一次]
    罗建华: [算了]
      → 没有发给任何人 … 12348 … 法院 … 110
    费文安:
      → not: 前请接
    """)
    assert helped.street.rows("SELECT id FROM private_matter") == []


async def test_legal_aid_with_a_limit_that_presses(helped: Stage) -> None:
    await helped.play("""
    罗建华: 律师
      → 法律援助 … 只有法律顾问看得到 [欠工资] [刑事案件]
    罗建华: [欠工资]
    罗建华: 老板三个月没发
      → 有没有期限快到了 [没有期限] [不清楚]
    罗建华: 11月28日
      → 家里经济困难吗 [困难，我承诺属实] [我属于不用查的] [不困难，想先咨询]
    罗建华: [困难，我承诺属实]
    罗建华: 跳过
      → 期限：11月28日(周六) … 困难，承诺属实 [就这样，发出去]
    罗建华: 好
      → 收到了 … FY-261124-0001
    闻素琴:
      → 有人找您 … 老板三个月没发 … 期限：11月28日(周六) [我来接]
    费文安:
      → not: 老板
    闻素琴: [我来接]
    闻素琴: [缺材料]
      → 一次说全
    闻素琴: 身份证复印件、劳动合同、工资条
      → 等居民补材料 … 劳动合同
    罗建华:
      → 还缺材料 … 身份证复印件、劳动合同、工资条
    闻素琴: [转法律援助中心]
      → 12月1日(周二)前该有决定
    罗建华:
      → 转给法律援助中心了 … 12月1日(周二)前决定 … 12月4日(周五)前派律师
    闻素琴: [办完了]
    罗建华:
      → 办完了
    """)


async def test_a_criminal_case_is_told_where_to_go(helped: Stage) -> None:
    await helped.play("""
    罗建华: /legalaid
    罗建华: [刑事案件]
      → 刑事案件向办案的公安、检察院或法院所在地的法律援助机构申请
    """)


async def test_nobody_is_there_and_the_resident_is_told_the_truth(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: [就这样，发出去]
      → 收到了 … 现在没有调解员能接 … 12348
    甘志明:
      → 有人要调解或法律援助，可还没有人能看 … TJ-261124-0001
      → not: {WORDS}
    """)
    await stage.street.staff("mediator_1")
    await stage.play(f"""
    费文安:
      → 有人找您 … {WORDS} [我来接]
    费文安: [我来接]
    甘志明:
      → 有人看过了
    """)


async def test_nobody_takes_it_up_in_time(helped: Stage) -> None:
    await helped.play(f"""
    {SENT}
    time: 1500 minutes
    费文安:
      → 有人找您 … {WORDS}
    甘志明:
      → not: TJ-261124-0001
    time: 1500 minutes
    甘志明:
      → 过了时间还没人接 … TJ-261124-0001
      → not: {WORDS}
    """)


async def test_pressing_twice_applies_once(helped: Stage) -> None:
    await helped.play(ASKED)
    phone = helped.street.people["罗建华"]
    press(phone, "就这样")
    press(phone, "就这样")
    await helped.street.settle()
    assert helped.street.value("SELECT count(*) FROM private_matter") == 1
    mediator = helped.street.people["费文安"]
    press(mediator, "我来接")
    press(mediator, "我来接")
    await helped.street.settle()
    assert helped.street.rows("SELECT state, version FROM private_matter") == [("accepted", 2)]


async def test_who_asked_for_the_papers_can_apply_at_once(helped: Stage) -> None:
    await helped.play("""
    罗建华: /papers 人民调解申请
    罗建华: [是]
    罗建华: [没有拒绝]
    罗建华: [还没有]
    罗建华: [不是]
    罗建华: [✅ 都有了]
      → 人民调解申请 … 可以去了 [现在就申请调解（保密）]
    罗建华: [现在就申请调解（保密）]
      → 只有调解员看得到您说的话 [邻居之间]
    """)


async def test_violence_goes_first(helped: Stage) -> None:
    await helped.play("""
    罗建华: /mediation
    罗建华: [家里的事]
    罗建华: 我老公打我
      → 110
    """)


MET = f"""
    {TAKEN}
    费文安: [约时间]
    费文安: [11月27日(周五)]
    费文安: 下午3点
    费文安: 跳过
      → 约好了
"""


async def test_both_are_reminded_of_a_meeting_the_evening_before_and_shortly_before(
    helped: Stage,
) -> None:
    """It is Tuesday, ten: on Thursday at seven in the evening, and on Friday at one."""
    await helped.play(f"""
    {MET}
    time: 3430 minutes
    罗建华:
      → 别忘了，约好了见面 … 11月27日(周五)15:00 · 法律服务窗口
    费文安:
      → 别忘了，约好了见面：11月27日(周五)15:00
    time: 1070 minutes
    罗建华:
      → 别忘了
    费文安:
      → 别忘了
    """)
    assert helped.street.value("SELECT count(*) FROM due WHERE kind = 'private_meeting'") == 2


async def test_nobody_is_reminded_of_a_meeting_that_was_moved_or_called_off(helped: Stage) -> None:
    await helped.play(f"""
    {MET}
    费文安: [约时间]
    费文安: [11月26日(周四)]
    费文安: [16:00]
    费文安: 跳过
    罗建华: [撤回]
    罗建华: [确定撤回]
    time: 4300 minutes
    罗建华:
      → not: 别忘了
    费文安:
      → not: 别忘了
    """)
    states = "SELECT DISTINCT state FROM due WHERE kind = 'private_meeting'"
    assert helped.street.rows(states) == [("cancelled",)]
