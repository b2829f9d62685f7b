"""Somebody asks for papers that are under way, or for what no cadre does, in words of any kind."""

from tests.handlers.errand_stories import COLLECTED, IN_ENGLISH
from tests.handlers.transcripts import Stage


async def test_who_asks_for_papers_that_are_under_way_sees_where_they_are(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: 身份证什么时候还我
      → 材料取走了 … 身份证：在邹春兰手上
    易大伯: 身份证什么时候还我
      → not: 材料取走了
    罗建华: 江湾小区3栋楼下下水道堵了，什么时候修好
      → 我理解是
    """)


async def test_who_asks_for_papers_in_the_middle_of_a_report_sees_them_too(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: 门口的事
      → 这是哪一类事
    罗建华: 跑腿的到哪了
      → 材料取走了 … 身份证：在邹春兰手上
    罗建华: 取消跑腿
      → 材料取走了
    罗建华: 身份证在谁那里
      → 材料取走了
      → not: 加到您说的话里
    """)


async def test_who_asks_for_them_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    {IN_ENGLISH}
    Anna: where is my identity card?
      → The papers are fetched … Identity card: with 邹春兰
    """)


async def test_confidential_matters_are_not_run(stage: Stage) -> None:
    await stage.play("""
    罗建华: /errand 法律援助
      → 干部不能代跑
    """)
