"""What somebody writes about the list of papers: what is not there, and what has run out."""

import pytest

from bot.events import Typed
from conversations.paper_ticks import Papers
from tests.handlers.test_pre_check import SENIOR
from tests.handlers.transcripts import Stage


@pytest.mark.parametrize("words", ["昨天过期了怎么办", "身份证过期了，照片有", "有，但过期了"])
async def test_a_paper_that_has_run_out_is_said_in_a_sentence(stage: Stage, words: str) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: {words}
    罗建华: [不用记]
      → 先别去：2 样里还差 1 样 … 居民身份证（在有效期内）：过期了
      → not: 一寸免冠照片：还没有
    """)


async def test_one_has_run_out_and_another_is_not_there(stage: Stage) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: 身份证过期了，照片没有
    罗建华: [不用记]
      → 先别去：2 样里还差 2 样 … 居民身份证（在有效期内）：过期了 … 一寸免冠照片：还没有
    """)


async def test_what_has_not_run_out_yet_is_no_such_thing(stage: Stage) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: 身份证没过期
      → 身份证
      → not: 先别去
    """)


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("it expired yesterday", "lack:;card"),
        ("the ID card is expired and no photo", "lack:photo;card"),
        ("身份证过期了，照片没有", "lack:photo;card"),
        ("就差照片", "lack:photo;"),
    ],
)
def test_the_answer_names_what_is_not_there_and_what_has_run_out(words: str, taken: str) -> None:
    names = (("card", ("身份证", "ID card")), ("photo", ("照片", "photo")))
    question = Papers("papers", "pre_check.ask.papers", (), names=names, run_out=("card",))
    assert question.take(Typed(words)) == taken
    assert question.read(taken) == taken
