"""Beside an open confidential matter, what is plainly meant is done, and nothing else is lost."""

import pytest

from tests.handlers.test_private_words import TOLD, helped, nobody_else_has
from tests.handlers.transcripts import Stage, looks_of

__all__ = ["helped"]
SECRET = "她今天又来骂我了"
WHOSE = "这是说给谁的"
TAKEN = """
    罗建华: /mediation
    罗建华: [邻居之间]
    罗建华: 楼上半夜拖椅子
    罗建华: 跳过
    罗建华: [愿意]
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [就这样，发出去]
    费文安: [我来接]
"""
PLAIN = {
    "我要办居住证": "户口在外地吗",
    "周六开门吗": "09:00–12:00",
    "单身证明在哪开": "婚姻状况证明",
    "护照哪里办": "出入境",
    "预约明天上午九点居住证": "11月25日(周三)",
    "我要取号": "办什么",
    "请人来家里取材料办高龄津贴": "高龄津贴",
}


@pytest.mark.parametrize(("words", "shown"), PLAIN.items(), ids=PLAIN)
async def test_what_is_plainly_meant_is_done_and_does_not_go_to_the_mediator(
    helped: Stage, words: str, shown: str
) -> None:
    await helped.play(f"""
    {TOLD}
    罗建华: {words}
      → {shown}
      → not: {WHOSE}
    费文安:
      → not: {words}
    """)


@pytest.mark.parametrize(("words", "shown"), PLAIN.items(), ids=PLAIN)
async def test_it_is_done_too_while_it_is_asked_whom_other_words_are_for(
    helped: Stage, words: str, shown: str
) -> None:
    await helped.play(f"""
    {TAKEN}
    罗建华: {SECRET}
      → {WHOSE}
    罗建华: {words}
      → {shown}
    罗建华: TJ-261124-0001
      → 人民调解 TJ-261124-0001
    time: 120 minutes
    甘志明: /desk
      → not: {SECRET}
    """)


@pytest.mark.parametrize("words", ["他藏了我的居住证", "他不让我预约居住证", "想剪头发"])
async def test_what_could_be_both_is_asked_about_once(helped: Stage, words: str) -> None:
    await helped.play(f"""
    {TOLD}
    罗建华: {words}
      → {WHOSE} [回话给调解员（TJ-261124-0001）] [是另一件事]
    罗建华: [回话给调解员]
      → 发过去了
    费文安:
      → 对方来话 … {words}
    """)
    nobody_else_has(helped, words)


async def test_neither_leads_where_the_words_lead(helped: Stage) -> None:
    await helped.play(f"""
    {TOLD}
    罗建华: 想剪头发
    罗建华: [是另一件事]
      → 上门理发
    费文安:
      → not: 想剪头发
    """)


async def test_all_that_is_said_before_the_answer_goes_along(helped: Stage) -> None:
    await helped.play(f"""
    {TAKEN}
    罗建华: 昨天的事
      → {WHOSE}
    罗建华: {SECRET}
      → 您刚才的 2 条都记着
    罗建华: (photo) 您看看
      → 您刚才的 3 条都记着
    罗建华: [回话给调解员]
      → 照片和文件没有留下
      → 发过去了
    费文安:
      → 昨天的事 … {SECRET} … 您看看
    """)
    nobody_else_has(helped, SECRET, "昨天的事")


async def test_cancelled_all_of_it_is_forgotten(helped: Stage) -> None:
    await helped.play(f"""
    {TAKEN}
    罗建华: 昨天的事
    罗建华: {SECRET}
    罗建华: 取消
      → 不办了
    """)
    assert not helped.street.rows("SELECT id FROM talk WHERE start LIKE '%骂%'")
    assert not helped.street.rows("SELECT id FROM talk WHERE start LIKE '%昨天的事%'")
    nobody_else_has(helped, SECRET, "昨天的事")


async def test_the_same_in_english(helped: Stage) -> None:
    helped.street.somebody("Anna", "en")
    await helped.play("""
    Anna: /mediation
    Anna: [Rent and deposit]
    Anna: skip
    Anna: [Landlord or tenant]
    Anna: yes
    Anna: skip
    Anna: skip
    Anna: ok
    Anna: It happened again
      → Whom is this for? [Answer the mediator (TJ-261124-0001)] [It is something else]
    Anna: passport
      → 12367
    Anna: She shouted at me
      → I have kept your last 2 messages
    Anna: [Answer the mediator]
      → It is sent
    费文安:
      → It happened again … She shouted at me
    """)


async def test_what_was_said_leaves_the_mediators_chat_when_it_is_taken_back(
    helped: Stage,
) -> None:
    await helped.play(
        """
    {TAKEN}
    罗建华: [补充、回话]
    罗建华: 存折藏在米缸里
    费文安:
      → 对方来话 … 存折藏在米缸里 [回话]
    费文安: [对居民说]
    费文安: 好的
    罗建华: [撤回]
    罗建华: [确定撤回]
    费文安:
      → 撤回了，这句话删掉了
    """.replace("{TAKEN}", TAKEN)
    )
    now = "\n".join(looks_of(each) for each in helped.street.said_to("费文安"))
    assert "存折" not in now
