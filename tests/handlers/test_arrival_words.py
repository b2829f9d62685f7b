"""Whoever is there, is late or wants a number says so in words of any kind."""

import pytest

from tests.handlers.transcripts import Stage

# It is ten o'clock.
BOOKED = """
    罗建华: /appointment 老年证
    罗建华: [11月24日(周二)]
    罗建华: [11:00–11:30]
    罗建华: [就约这个]
      → 约好了 … 11月24日(周二) 11:00–11:30 [🙋 我到了] [改时间] [取消预约]
"""


async def test_whoever_says_to_be_there_is_shown_the_appointment(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
      → 人到了，请点「我到了」，到时间先叫您
      → not: 前一天晚上提醒您
    罗建华: 我到了
      → 约好了 … 11:00–11:30 [🙋 我到了]
      → 您今天约了窗口 [取号]
    罗建华: [取号]
      → 您想办什么事？
    罗建华: 不办了
    罗建华: [🙋 我到了]
      → 您是 1 号
    罗建华: 我到了
      → 您想办什么事？
    """)


@pytest.mark.parametrize(
    "words", ["我来了，在门口", "我已经到大厅了", "我约的十点，迟到了还能办吗"]
)
async def test_arrival_in_other_words_shows_the_appointment(stage: Stage, words: str) -> None:
    await stage.play(f"""
    {BOOKED}
    罗建华: {words}
      → 约好了 … 11:00–11:30 [🙋 我到了]
    罗建华: 门口的事
      → 这是哪一类事
    罗建华: 我到了
      → 约好了 … 11:00–11:30 [🙋 我到了]
    """)


async def test_arrival_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: I am here, at the entrance
      → What would you like to get done?
    """)


async def test_a_number_is_taken_with_its_matter(stage: Stage) -> None:
    await stage.play("""
    罗建华: 给我取个号办居住证
      → 居住证 … [取号]
    罗建华: 不办了
    罗建华: 居住证
    罗建华: 取号
      → 您想办什么事？
    """)
