"""Mediation and legal aid: applied for, taken up, agreed on, taken back, read by nobody else."""

import json

import pytest

from tests.handlers.logbook import Logbook
from tests.handlers.street import Row, Street
from tests.handlers.transcripts import Stage, looks_of, press

WORDS = "他家鞋柜堵住楼道半年了"
ASKED = f"""
    罗建华: /mediation
      → 人民调解：免费、双方自愿、保密 … 只有调解员看得到 [邻居之间] [家里的事]
    罗建华: [邻居之间]
      → 发生了什么 [跳过]
    罗建华: {WORDS}
      → 对方是谁 [邻居] [别人]
    罗建华: 楼上老周
      → 对方愿意调解吗 [愿意] [还不知道] [不愿意]
    罗建华: 不知道
      → 您希望怎样解决
    罗建华: 把鞋柜搬走
      → 什么时候方便联系您 [随时] [晚上]
    罗建华: [晚上]
      → 事由：邻居之间 … 经过：{WORDS} … 对方：楼上老周 … 还不知道 … 把鞋柜搬走 … 晚上
        … 只有调解员看得到 [就这样，发出去] [改：对方]
"""
SENT = f"""
    {ASKED}
    罗建华: [就这样，发出去]
      → 收到了 … 前有人接 … TJ-261124-0001 … {WORDS} … 只有调解员看得到内容 [补充、回话] [撤回]
    费文安:
      → 有人找您 … 前请接 … TJ-261124-0001 … {WORDS} … 楼上老周 [我来接]
"""
TAKEN = f"""
    {SENT}
    费文安: [我来接]
      → toast: 好的，归您了
      → 您接了 … {WORDS} [对居民说] [对方愿意] [对方不愿意] [约时间] [谈成了] [没谈成]
    罗建华:
      → 费文安接了 … {WORDS}
"""
SECRETS = (WORDS, "鞋柜", "老周", "搬走", "上次吵", "周五带", "neighbours")


@pytest.fixture
async def helped(stage: Stage) -> Stage:
    """Let the mediator and the legal adviser join."""
    await stage.street.staff("mediator_1", "legal_1")
    return stage


async def test_a_dispute_goes_on_to_a_written_agreement(helped: Stage) -> None:
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
      → 收到了 … 现在还没有调解员用上小巷 … 12348
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


async def test_taken_back_and_forgotten_at_once(helped: Stage) -> None:
    await helped.play(f"""
    {TAKEN}
    罗建华: [撤回]
      → 确定撤回吗
    罗建华: [确定撤回]
      → 撤回了，内容已经删掉
      → 您撤回了 … TJ-261124-0001
      → not: {WORDS}
    费文安:
      → 居民撤回了
      → not: {WORDS}
    """)
    assert tables_with(helped.street, WORDS) == set()


async def test_nobody_else_and_no_row_no_log_holds_a_word_of_it(
    helped: Stage, logbook: Logbook
) -> None:
    await helped.play(f"""
    {TAKEN}
    费文安: [对居民说]
    费文安: 周五带上照片来
    罗建华: [补充、回话]
    罗建华: 上次吵是在九月
    甘志明: /desk
    甘志明: TJ-261124-0001
      → 没找到
    邹春兰: /mycases
    """)
    street = helped.street
    for name in ("甘志明", "邹春兰", "易慧敏", "闻素琴"):
        seen = "\n".join(looks_of(each) for each in street.said_to(name))
        assert not [secret for secret in SECRETS if secret in seen], name
    kept = {"private_matter_content", "private_matter_note"}
    assert tables_with(street, *SECRETS) - {"community_item"} == kept
    assert logbook.lines
    assert not [secret for secret in SECRETS if secret in "\n".join(map(str, logbook.lines))]


async def test_what_is_given_up_is_forgotten_too(helped: Stage) -> None:
    await helped.play(f"{ASKED}\n罗建华: 取消\n → 不办了")
    assert tables_with(helped.street, WORDS) == set()


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


async def test_a_mediator_who_lost_the_role_reads_and_does_nothing_more(helped: Stage) -> None:
    await helped.play(SENT)
    street = helped.street
    other = street.somebody("新调解员")
    other.start(await street.invitation("mediator_1"))
    await street.settle()
    await helped.play(f"""
    费文安: [我来接]
      → toast: 不归您办
    新调解员:
      → 有人找您 … {WORDS} [我来接]
    新调解员: [我来接]
    罗建华: [补充、回话]
    罗建华: 上次吵是在九月
    新调解员:
      → 上次吵是在九月
    费文安:
      → not: 上次吵是在九月
    """)


async def test_commands_and_cards_are_nobody_elses(helped: Stage) -> None:
    await helped.play(f"""
    {TAKEN}
    甘志明: /matters
      → 没看懂
    闻素琴: /matters
      → 现在没有等着您的
    易大伯: /mycases
      → not: TJ-261124-0001
    罗建华: /mycases
      → 费文安接了 … {WORDS}
    罗建华: TJ-261124-0001
      → 费文安接了 … {WORDS}
    """)


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


async def test_a_dispute_that_was_reported_becomes_confidential(helped: Stage) -> None:
    await helped.play("""
    罗建华: 邻居占我地方，鞋柜堵门
      → 这件事想让谁知道 [网格员来管] [调解员来管（保密）]
    罗建华: [调解员来管（保密）]
      → 只有调解员看得到您说的话 [邻居之间]
    罗建华: [邻居之间]
      → 对方是谁
    罗建华: [邻居]
    罗建华: [愿意]
    罗建华: 跳过
    罗建华: 跳过
      → 经过：邻居占我地方，鞋柜堵门
    罗建华: [就这样，发出去]
      → 收到了 … 鞋柜堵门
    """)
    assert tables_with(helped.street, "鞋柜堵门") == {"private_matter_content"}
    assert helped.street.rows("SELECT id FROM report_case") == []
    await helped.play("""
    time: 120 minutes
    甘志明:
      → not: 鞋柜
    """)


async def test_violence_goes_first(helped: Stage) -> None:
    await helped.play("""
    罗建华: /mediation
    罗建华: [家里的事]
    罗建华: 我老公打我
      → 110
    """)


def _tables(street: Street) -> set[str]:
    rows = street.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    return {str(row[0]) for row in rows}


def tables_with(street: Street, *secrets: str) -> set[str]:
    """Return the tables in which one of the words can be read."""
    found = set()
    for table in _tables(street):
        rows = str(_readable(street.rows(f"SELECT * FROM {table}")))  # noqa: S608 - our own names
        if any(secret in rows for secret in secrets):
            found.add(table)
    return found


def _readable(rows: list[Row]) -> list[list[object]]:
    """Return rows with raw updates as the words in them."""
    return [[_words(each) if isinstance(each, bytes) else each for each in row] for row in rows]


def _words(raw: bytes) -> str:
    try:
        return str(json.loads(raw))
    except ValueError:
        return raw.hex()
