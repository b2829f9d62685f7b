"""A hand-over that the resident denies: what stays behind, what goes on, and how it ends."""

from tests.handlers.errand_stories import COLLECTED, IN_ENGLISH
from tests.handlers.transcripts import Stage

DENIED = f"""
    {COLLECTED}
    罗建华: [不对，没有这回事]
      → 哪一件不对？ [身份证] [户口簿] [都不对]
    罗建华: [身份证]
      → 马上请窗口核实，结果会告诉您
      → 身份证：在邹春兰手上 … （您说不对，窗口正在核实）
        … 户口簿 … （等您确认） [✅ 确认交接] [没错了，收回异议]
    甘志明:
      → 居民说证件交接不对，请马上核实 … «number» [打开看看] [看过了]
    邹春兰:
      → 材料已取 … 居民说不对，核实前不能交窗口
        … 先不要交给窗口：身份证（缺了窗口一般不收） … 怎么办 [交到窗口]
"""
OPEN = "SELECT paper FROM custody WHERE disputed_at IS NOT NULL AND settled_at IS NULL"


async def test_the_rest_goes_on_and_what_is_settled_follows(stage: Stage) -> None:
    await stage.play(f"""
    {DENIED}
    罗建华: [✅ 确认交接]
    邹春兰: [交到窗口]
      → 这些有异议，这次不交 … 身份证（缺了窗口一般不收，先打电话问） [先交其余的]
    邹春兰: [先交其余的]
      → 窗口留下原件了吗？ … 户口簿
      → not: 窗口留下原件了吗？ … 身份证
    邹春兰: [全留下了]
    邹春兰: (photo 3)
    罗建华:
      → 交到窗口了，等结果 … 身份证：在邹春兰手上 … 窗口正在核实 … 户口簿 … 在窗口
    邹春兰:
      → not: [补交到窗口]
    甘志明: [打开看看]
      → 现在由邹春兰办 [核实清楚了，写结果]
    甘志明: [核实清楚了，写结果]
      → 「身份证」说是取走了，居民说没有交 [取走了] [没有取走，还在居民家]
    甘志明: [取走了]
      → 有异议的：身份证
    甘志明: 问过双方，身份证在邹春兰手上
      → 居民和经办人都看得到
    罗建华:
      → 说明：问过双方，身份证在邹春兰手上 [✅ 确认交接]
      → not: [不对，没有这回事]
    邹春兰:
      → 说明：问过双方 [补交到窗口]
    邹春兰: [补交到窗口]
    邹春兰: [全留下了]
    邹春兰: (photo 4)
    罗建华:
      → 身份证：在窗口
    """)
    assert stage.street.rows(OPEN) == []
    assert stage.street.value("SELECT count(*) FROM task WHERE done_at IS NULL") == 0


async def test_the_resident_takes_the_objection_back(stage: Stage) -> None:
    await stage.play(f"""
    {DENIED}
    罗建华: [✅ 确认交接]
      → toast: 记下了
      → 您说不对，窗口正在核实
      → not: 户口簿 … 等您确认
    罗建华: [没错了，收回异议]
      → toast: 记下了
      → not: 窗口正在核实
    邹春兰:
      → 材料已取 [交到窗口]
      → not: 先不要交给窗口
    """)
    assert stage.street.rows(OPEN) == []


async def test_what_comes_back_is_not_disputed_any_more(stage: Stage) -> None:
    await stage.play(f"""
    {DENIED}
    邹春兰: [有问题]
    邹春兰: 居民不要我办身份证
    邹春兰: [送还（拍照）]
    邹春兰: (photo 3)
    邹春兰: [这件这次没带]
    罗建华:
      → 身份证：在您手上 [✅ 确认交接]
    罗建华: [✅ 确认交接]
      → not: 窗口正在核实
      → not: [没错了，收回异议]
    邹春兰: [问题解决了，继续]
      → [交到窗口]
    """)
    assert stage.street.rows(OPEN) == []


async def test_somebody_else_neither_denies_nor_settles(stage: Stage) -> None:
    await stage.play(f"""
    {DENIED}
    邹春兰:
      → not: [核实清楚了
      → not: [没错了
    易大伯: «number»
      → not: 身份证
    """)


async def test_a_denial_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    {IN_ENGLISH}
    Anna: [No, that is not so]
      → which one is not right? [Identity card] [None of them is right]
    Anna: [Identity card]
      → This paper is not handed in before
      → you said that it is not so; the window looks into it … (please confirm)
        … [✅ Confirm the hand-over] [It is right after all]
    甘志明: «number»
    甘志明: [核实清楚了，写结果]
    甘志明: [取走了]
    甘志明: It was the old card; it is fine
    Anna:
      → Note: It was the old card; it is fine [✅ Confirm the hand-over]
    Anna: [✅ Confirm the hand-over]
      → toast: Noted, thank you
      → not: please confirm
    """)


async def test_a_receipt_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    {IN_ENGLISH}
    Anna: [✅ Confirm the hand-over]
    邹春兰: [交到窗口]
    邹春兰: [全留下了]
    邹春兰: (photo 3)
    Anna:
      → Handed in: waiting for the result … at the window
        … only the worker’s photo of a receipt; the window has not confirmed
    甘志明: [✅ 窗口确认收到]
    Anna:
      → at the window … (confirmed by the window)
    """)


async def test_two_who_settle_at_once_do_it_once(stage: Stage) -> None:
    await stage.play(f"""
    {DENIED}
    甘志明: «number»
    甘志明: [核实清楚了，写结果]
    甘志明: [取走了]
      → 核实的结果写一句
    罗建华: [没错了，收回异议]
      → toast: 记下了
    甘志明: 问过了
      → 刚刚有变化，请看最新的那条
    """)
    assert stage.street.value("SELECT reason FROM errand") == ""


async def test_a_paper_named_in_a_sentence_is_heard(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [不对，没有这回事]
    罗建华: 户口簿没给他
      → 马上请窗口核实
      → 户口簿：在邹春兰手上 … （您说不对，窗口正在核实）
    """)
    assert stage.street.rows(OPEN) == [("hukou",)]
