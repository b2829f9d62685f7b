"""What resident and worker tell one another: words, that a proof is missing, what stays home."""

from tests.handlers.errand_stories import COLLECTED
from tests.handlers.test_errands import FOR_GRANDMOTHER
from tests.handlers.transcripts import Stage


async def test_both_sides_write_and_answer(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [给经办人留言]
      → 想说什么？写一句
    罗建华: 我妈下午三点以后在家
      → 发过去了
    邹春兰:
      → «number» · 城乡居民养老保险参保 … 居民罗建华说 … 我妈下午三点以后在家 [回话]
    邹春兰: [回话]
    邹春兰: 好的，三点半到
    罗建华:
      → 邹春兰说 … 好的，三点半到 [回话]
    """)
    assert stage.street.value("SELECT count(*) FROM audit WHERE detail LIKE '%三点%'") == 0


async def test_nobody_else_writes_and_nobody_after_the_end(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [给经办人留言]
    罗建华: 到哪里了
    罗建华: [收回授权]
    罗建华: [确定收回]
    邹春兰: [送还（拍照）]
    邹春兰: (photo 3)
    邹春兰: (photo 4)
    邹春兰: [回话]
      → not: 想说什么
    """)


async def test_that_there_is_no_letter_is_said_on_the_card(stage: Stage) -> None:
    await stage.play(f"""
    {FOR_GRANDMOTHER}
    邹春兰: [不办了]
    邹春兰: [没有委托书]
      → 没有委托书，证件一件也不能收 [我当面问过，本人愿意] [请居民准备好，我再来]
    邹春兰: [我当面问过，本人愿意]
      → 请拍下收到的「身份证」
    邹春兰: (photo)
    邹春兰: (photo 2)
      → 材料已取
    """)
    assert stage.street.value("SELECT proof FROM errand") == "in_person"


async def test_originals_that_stay_at_home_are_not_asked_for(stage: Stage) -> None:
    await stage.play("""
    罗建华: /errand 居民养老保险参保
    罗建华: [不核对，都列出来]
    罗建华: [我自己]
    罗建华: [年纪大]
    罗建华: [不交原件]
    罗建华: 江湾小区3栋2单元501
    罗建华: [都在家]
    罗建华: 没错
    罗建华: [我授权]
    邹春兰:
      → 不经手原件 … 还要带上 … 代办人身份证：原件 … 这些原件居民不交，留在家里 … 身份证
      → not: · 居民身份证：原件
      → not: · 户口簿：原件
    """)


async def test_words_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /errand resident pension
    Anna: [Just list everything]
    Anna: [For me]
    Anna: old
    Anna: [No originals]
    Anna: 江湾小区3栋2单元501
    Anna: [Any time]
    Anna: ok
    Anna: [I authorise this]
    Anna: [Write to the worker]
    Anna: Please ring twice
      → Sent
    邹春兰:
      → 居民Anna说 … Please ring twice” [回话]
    """)
