"""What happens to errands when time passes, or the data changes in the middle."""

import sqlite3

from tests.handlers.errand_stories import (
    ASKED,
    COLLECTED,
    HANDED_IN,
    HOME_AGAIN,
    IN_ENGLISH,
    TO_THE_SUMMARY,
)
from tests.handlers.street import Street
from tests.handlers.transcripts import Stage


async def test_nobody_accepts_it(stage: Stage) -> None:
    """Eight working hours are over on Wednesday morning; four more on Wednesday afternoon."""
    await stage.play(f"""
    {ASKED}
    time: 1510 minutes
    邹春兰:
      → ⏰ 超过时间了 … 请人跑腿
    甘志明:
      → not: 过了时间还没人接
    time: 420 minutes
    甘志明:
      → 过了时间还没人接，请派人
    罗建华:
      → 已经告诉服务窗口
    bot: restarts
    time: 600 minutes
    甘志明:
      → nothing
    """)


async def test_papers_that_stay_too_long_come_to_the_clerks_once(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    time: 2900 minutes
    邹春兰:
      → ⏰ 超过时间了
    time: 460 minutes
    甘志明:
      → 居民的证件在别人手上太久
    time: 4000 minutes
    罗建华:
      → 已经告诉服务窗口
    """)
    fired = "SELECT count(*) FROM due WHERE kind = 'errand_custody_clerks' AND state = 'fired'"
    assert stage.street.value(fired) == 1
    assert stage.street.value("SELECT count(*) FROM task WHERE kind = 'errand_custody'") == 1


async def test_whoever_has_the_papers_is_reminded_also_when_somebody_else_does_it(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {COLLECTED}
    邹春兰: /away
    邹春兰: 明天
    易慧敏: /errands
    易慧敏: [«number»]
    易慧敏: [我来接手]
    time: 2900 minutes
    易慧敏:
      → ⏰ 超过时间了
    邹春兰:
      → ⏰ 超过时间了 … 在您手上
    """)


async def test_papers_that_are_back_in_time_lead_to_nothing(stage: Stage) -> None:
    await stage.play(f"""
    {HANDED_IN}
    {HOME_AGAIN}
    time: 20000 minutes
    罗建华:
      → nothing
    邹春兰:
      → not: 超过时间了
    甘志明:
      → not: 太久
    """)
    fired = "SELECT kind FROM due WHERE kind LIKE 'errand_custody_clerks' AND state = 'fired'"
    assert stage.street.rows(fired) == []
    assert stage.street.value("SELECT count(*) FROM task WHERE done_at IS NULL") == 0


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    {IN_ENGLISH}
    time: 2900 minutes
    邹春兰:
      → ⏰ 超过时间了
    Anna:
      → not: takes longer than it should
    time: 460 minutes
    甘志明:
      → 居民的证件在别人手上太久
    Anna:
      → Sorry, this takes longer than it should. The service window has been told
    time: 4000 minutes
    邹春兰: [交到窗口]
    邹春兰: [真的交了]
    邹春兰: [没有，都拿回来了]
    邹春兰: [结果拿到了]
    邹春兰: [拿到了]
    邹春兰: [送还（拍照）]
    邹春兰: (photo 3)
    邹春兰: (photo 4)
    Anna:
      → Brought back: it is done
    time: 20000 minutes
    Anna:
      → Have your papers come back? Please confirm
    """)
    told = "SELECT count(*) FROM task WHERE kind = 'errand_custody'"
    assert stage.street.value(told) == 1


async def test_what_is_late_is_told_once_and_only_while_it_stands(stage: Stage) -> None:
    """Promised until Friday at ten; fetched back on Friday evening, so nothing more comes."""
    await stage.play(f"""
    {ASKED}
    邹春兰: [接，我去跑]
    time: 4330 minutes
    邹春兰:
      → ⏰ 超过时间了
    time: 100 minutes
    罗建华: [不用跑了]
    罗建华: [确定不用了]
    time: 3000 minutes
    甘志明:
      → not: 过了答应的时间
    """)
    late = "SELECT kind, state FROM due WHERE kind LIKE 'errand_promise%' ORDER BY kind"
    assert stage.street.rows(late) == [
        ("errand_promise", "fired"),
        ("errand_promise_clerks", "fired"),
    ]


async def test_a_matter_that_is_withdrawn_meanwhile_leaves_the_papers_in_sight(
    stage: Stage,
) -> None:
    await stage.play(COLLECTED)
    await withdraw_service(stage.street, "resident_pension")
    await stage.play("""
    罗建华: /errand
      → （这件事已停办） … 身份证：在邹春兰手上
    邹春兰: /errands
    邹春兰: [«number»]
      → 这件事已停办，请把证件送回 [有问题]
    邹春兰: [有问题]
    邹春兰: 停办了
    邹春兰: [送还（拍照）]
    邹春兰: (photo 3)
    邹春兰: (photo 4)
    罗建华:
      → 送回来了
    """)


async def test_a_matter_that_is_withdrawn_while_somebody_asks(stage: Stage) -> None:
    await stage.play(TO_THE_SUMMARY)
    await withdraw_service(stage.street, "resident_pension")
    await stage.play("""
    罗建华: 没错
      → not: 授权书
    """)
    assert stage.street.rows("SELECT * FROM errand") == []


async def test_an_authorisation_that_has_run_out_moves_no_paper(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    邹春兰: [接，我去跑]
    time: 45000 minutes
    邹春兰: [取材料（拍照）]
    邹春兰: (photo)
    邹春兰: (another photo)
      → 授权书已经过期
    """)
    assert stage.street.value("SELECT answers FROM talk ORDER BY id DESC LIMIT 1") == "[]"
    assert stage.street.value("SELECT count(*) FROM custody WHERE step > 0") == 0


async def test_a_problem_is_told_and_solved(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    邹春兰: [有问题]
      → 遇到什么问题
    邹春兰: 身份证快过期了，窗口不收
      → 告诉居民和窗口了
    罗建华:
      → 遇到问题，正在处理 … 说明：身份证快过期了，窗口不收
    甘志明:
      → 一件跑腿遇到问题
    邹春兰: [问题解决了，继续]
      → toast: 好的，继续
      → 材料已取 [交到窗口]
    罗建华:
      → not: 窗口不收
    甘志明:
      → 有人看过了
    """)
    assert stage.street.value("SELECT count(*) FROM task WHERE done_at IS NULL") == 0


async def test_a_problem_does_not_keep_the_resident_from_taking_it_back(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    邹春兰: [有问题]
    邹春兰: 窗口今天停电
    罗建华:
      → 遇到问题，正在处理 [收回授权]
    罗建华: [收回授权]
    罗建华: [确定收回]
      → 您收回了授权，证件正给您送回来
    邹春兰:
      → 授权已收回，证件要送回 [送还（拍照）]
      → not: [问题解决了，继续]
    """)


async def test_after_the_end_only_the_confirmation_is_late(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    邹春兰: [交到窗口]
    邹春兰: [没有，都拿回来了]
    邹春兰: [结果拿到了]
    邹春兰: [拿到了]
    邹春兰: [送还（拍照）]
    邹春兰: (photo 3)
    邹春兰: (photo 4)
    罗建华:
      → 送回来了，这件事办完了
    time: 20000 minutes
    罗建华:
      → 证件送回来了吗
    time: 6000 minutes
    罗建华:
      → 送回来的证件您还没确认。已经请服务窗口核实。 … 这件事办完了
    """)
    said = "\n".join(each.text for each in stage.street.said_to("罗建华"))
    assert "由他们催办" not in said


async def withdraw_service(street: Street, service: str) -> None:
    """Take a service out of the community's data and start the bot with what is left."""
    await street.stop_bot()
    connection = sqlite3.connect(street.settings.database, isolation_level=None)
    connection.execute("DELETE FROM community_item WHERE code = ?", (service,))
    connection.close()
    await street.start_bot()
