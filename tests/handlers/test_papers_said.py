"""What somebody writes about the list of papers: what is not there, and what has run out."""

from datetime import date

import pytest

from bot.events import Typed
from conversations.paper_ticks import Papers
from tests.handlers.test_pre_check import SENIOR
from tests.handlers.transcripts import Stage

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("words", ["昨天过期了怎么办", "身份证昨天过期了", "有，但过期了"])
async def test_a_paper_that_has_run_out_is_said_in_a_sentence(stage: Stage, words: str) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: {words}
    罗建华: 有
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


@pytest.mark.parametrize(
    ("words", "asked"), [("没有照片", "居民身份证"), ("身份证昨天过期了", "一寸免冠照片")]
)
async def test_what_nobody_spoke_of_is_asked_about(stage: Stage, words: str, asked: str) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: {words}
      → 第 1 样，共 1 样 … {asked} [有] [没有]
      → not: 先别去
    罗建华: [没有]
    罗建华: [不用记]
      → 先别去：2 样里还差 2 样
    """)


@pytest.mark.parametrize("words", ["身份证过期了，照片有", "身份证过期了，其他都有"])
async def test_whoever_spoke_of_all_of_them_is_asked_no_more(stage: Stage, words: str) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: {words}
    罗建华: [不用记]
      → 先别去：2 样里还差 1 样 … 居民身份证（在有效期内）：过期了
    """)


async def test_until_when_a_paper_is_good_is_said_in_a_sentence(stage: Stage) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: 有，月底过期
      → 第 1 样，共 1 样 … 一寸免冠照片
    罗建华: [有]
    罗建华: [不用记]
      → 可以去了
    """)
    assert "2026-11-30" in str(stage.street.value("SELECT last_days FROM pre_check"))


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
        ("it expired yesterday", "spoken:card=expired"),
        ("the ID card is expired and no photo", "spoken:card=expired,photo=missing"),
        ("身份证过期了，照片没有", "spoken:card=expired,photo=missing"),
        ("就差照片", "spoken:card=have,photo=missing"),
        ("没有照片", "spoken:photo=missing"),
        ("除了照片，都有", "spoken:card=have,photo=missing"),
        ("no photo, I have the rest", "spoken:card=have,photo=missing"),
        ("没有照片，别的也没有", "spoken:photo=missing"),
        ("身份证下个月底到期", "spoken:card=until:2026-12-31"),
        ("it expires on Dec 3", "spoken:card=until:2026-12-03"),
    ],
)
def test_the_answer_names_what_is_not_there_and_what_has_run_out(words: str, taken: str) -> None:
    names = (("card", ("身份证", "ID card")), ("photo", ("照片", "photo")))
    question = Papers(
        "papers", "pre_check.ask.papers", (), names=names, run_out=("card",), today=TODAY
    )
    assert question.take(Typed(words)) == taken
    assert question.read(taken) == taken
