"""An end that is denied, an end without a result, and what a problem leaves open."""

from tests.handlers.errand_stories import ASKED, COLLECTED, IN_ENGLISH
from tests.handlers.transcripts import Stage

ACCEPTED = f"""
    {ASKED}
    邹春兰: [接，我去跑]
"""
RETURN_DENIED = f"""
    {COLLECTED}
    罗建华: [✅ 确认交接]
    罗建华: [收回授权]
    罗建华: [确定收回]
    邹春兰: [送还（拍照）]
    邹春兰: (photo 3)
    邹春兰: (photo 4)
    罗建华:
      → 您收回了授权，这件事没有办，证件送回来了 [✅ 确认交接] [不对，没有这回事]
      → not: 这件事办完了
    罗建华: [不对，没有这回事]
    罗建华: [身份证]
      → 您说证件没有送到，窗口正在核实 … 身份证：经办人说送还了，您说没收到
      → not: 身份证：在您手上
    邹春兰:
      → 居民说没收到送还的证件 [是我弄错了，没有交接]
      → not: [送还（拍照）]
    甘志明: [打开看看]
      → 说没收到 [核实清楚了，写结果]
"""
CLOSED = "SELECT state, closed_at IS NOT NULL FROM errand"


async def test_a_clerk_finds_that_a_paper_was_not_returned(stage: Stage) -> None:
    await stage.play(f"""
    {RETURN_DENIED}
    甘志明: [核实清楚了，写结果]
      → 说是送还了，居民说没收到 [送到了] [没有送到，还要找]
    甘志明: [没有送到，还要找]
    甘志明: 身份证还在邹春兰包里
    罗建华:
      → 说明：身份证还在邹春兰包里 … 身份证：在邹春兰手上
    邹春兰:
      → 身份证：在您手上 [送还（拍照）]
    邹春兰: [送还（拍照）]
      → 「身份证」（第 1 件，共 1 件）
    邹春兰: (photo 5)
    罗建华: [✅ 确认交接]
      → 证件送回来了
      → not: 等您确认
    """)
    assert stage.street.rows(CLOSED) == [("returned", 1)]


async def test_a_clerk_finds_that_it_was_returned_and_it_ends(stage: Stage) -> None:
    await stage.play(f"""
    {RETURN_DENIED}
    甘志明: [核实清楚了，写结果]
    甘志明: [送到了]
    甘志明: 夹在户口簿里，找到了
    罗建华:
      → 证件送回来了 … 身份证：在您手上
    """)
    assert stage.street.rows(CLOSED) == [("returned", 1)]
    assert stage.street.value("SELECT count(*) FROM task WHERE done_at IS NULL") == 0


async def test_the_worker_admits_that_it_was_not_returned(stage: Stage) -> None:
    await stage.play(f"""
    {RETURN_DENIED}
    邹春兰: [是我弄错了，没有交接]
      → toast: 记下了
      → 身份证：在您手上 [送还（拍照）]
    罗建华:
      → 身份证：在邹春兰手上
      → not: 正在核实
    """)
    assert stage.street.rows(CLOSED) == [("recalled", 0)]
    assert stage.street.value("SELECT count(*) FROM task WHERE done_at IS NULL") == 0


async def test_the_resident_finds_the_paper_after_all(stage: Stage) -> None:
    await stage.play(f"""
    {RETURN_DENIED}
    罗建华: [没错了，收回异议]
      → 证件送回来了 … 身份证：在您手上
    邹春兰:
      → 已送回（没有办成）
      → not: [是我弄错了，没有交接]
    """)
    assert stage.street.rows(CLOSED) == [("returned", 1)]


async def test_a_denied_end_does_not_hinder_a_new_errand(stage: Stage) -> None:
    await stage.play(f"""
    {RETURN_DENIED}
    罗建华: /errand 居民养老保险参保
    罗建华: [不核对，都列出来]
    罗建华: [我自己]
    罗建华: [年纪大]
    罗建华: [这些都交]
    罗建华: 江湾小区3栋2单元501
    罗建华: [都在家]
    罗建华: 没错
    罗建华: [我授权]
      → 收到了，等邹春兰接
    """)
    assert stage.street.value("SELECT count(*) FROM errand WHERE closed_at IS NULL") == 2


async def test_who_denied_the_fetching_may_deny_the_return_too(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [不对，没有这回事]
    罗建华: [身份证]
    邹春兰: [有问题]
    邹春兰: 居民说没有交
    邹春兰: [送还（拍照）]
    邹春兰: (photo 3)
    邹春兰: (photo 4)
    罗建华:
      → 这件事没有办 [✅ 确认交接] [不对，没有这回事]
    罗建华: [不对，没有这回事]
      → [身份证] [户口簿]
    罗建华: [身份证]
      → 您说证件没有送到
    """)
    open_ones = "SELECT step FROM custody WHERE disputed_at IS NOT NULL AND settled_at IS NULL"
    assert stage.street.rows(f"{open_ones} ORDER BY step") == [(1,), (2,)]


async def test_a_paper_that_was_never_fetched_is_at_home(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [不对，没有这回事]
    罗建华: [身份证]
    邹春兰: [是我弄错了，没有交接]
    罗建华:
      → 身份证：在您手上 … 户口簿：在邹春兰手上
    甘志明: «number»
      → not: [核实清楚了
    """)


async def test_a_problem_before_anything_was_fetched(stage: Stage) -> None:
    await stage.play(f"""
    {ACCEPTED}
    邹春兰: [有问题]
    邹春兰: 敲门没人
      → not: [送还（拍照）]
    罗建华:
      → 说明：敲门没人 [不用跑了]
    邹春兰: [跑不了]
    邹春兰: [找不到人]
    罗建华:
      → 收到了，等服务窗口接
    罗建华: [不用跑了]
    罗建华: [确定不用了]
      → 已取消
    """)
    assert stage.street.value("SELECT count(*) FROM task WHERE done_at IS NULL") == 0


async def test_a_problem_at_the_window_leaves_the_authorisation_to_be_taken_back(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {COLLECTED}
    邹春兰: [有问题]
    邹春兰: 窗口说缺材料
    罗建华:
      → 说明：窗口说缺材料 [收回授权]
    罗建华: [收回授权]
    罗建华: [确定收回]
      → 您收回了授权，证件正给您送回来
    """)


async def test_a_denied_return_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    {IN_ENGLISH}
    Anna: [Take the authorisation back]
    Anna: [Yes, take it back]
    邹春兰: [送还（拍照）]
    邹春兰: (photo 3)
    邹春兰: (photo 4)
    Anna:
      → You took the authorisation back: it was not done; the papers are brought back
    Anna: [No, that is not so]
    Anna: [Identity card]
      → You say that papers have not come back … the worker says that it is back, you say
    邹春兰: [是我弄错了，没有交接]
    Anna:
      → Identity card: with 邹春兰
    """)
