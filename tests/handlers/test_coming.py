"""Clerks see what will change at the centre before it holds; nobody else does."""

from tests.handlers.transcripts import Stage


async def test_a_clerk_sees_what_will_change(stage: Stage) -> None:
    await stage.play("""
    甘志明: /coming
      → 将来的变化 … 从 2027年1月1日(周五) 起 … 城乡居民基本医保参保 … 不再说：现在是集中缴费期
        … 改成说：集中缴费期过了 … 请核对
    """)


async def test_it_is_no_matter_of_residents(stage: Stage) -> None:
    await stage.play("""
    罗建华: /coming
      → not: 将来的变化
    """)
