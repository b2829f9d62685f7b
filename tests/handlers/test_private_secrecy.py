"""What is confided is read by the two sides alone, and forgotten when it is taken back."""

import pytest

from tests.handlers.logbook import Logbook
from tests.handlers.private_stories import ASKED, SECRETS, SENT, TAKEN, WORDS, tables_with
from tests.handlers.transcripts import Stage, looks_of


@pytest.fixture
async def helped(stage: Stage) -> Stage:
    """Let the mediator and the legal adviser join."""
    await stage.street.staff("mediator_1", "legal_1")
    return stage


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
