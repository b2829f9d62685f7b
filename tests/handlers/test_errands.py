"""Errands: asked for with an authorisation, papers from hand to hand, brought back, or not."""

import json
import sqlite3

from tests.handlers.street import Street
from tests.handlers.transcripts import Stage, press

TO_THE_SUMMARY = """
    罗建华: /errand 居民养老保险参保
      → 城乡居民养老保险参保：给谁办？ [我自己] [替别人]
    罗建华: [我自己]
      → 出门方便吗 [年纪大] [残疾、行动不便] [生病在家] [都不是]
    罗建华: [年纪大]
      → 要带走这些原件吗 … 身份证 … [这些都交] [一件一件说] [不交原件]
    罗建华: [这些都交]
      → 哪里
    罗建华: 江湾小区3栋2单元501
      → 什么时候在家？ [都在家] [上午] [下午]
    罗建华: 周四下午
      → 请您核对 … 城乡居民养老保险参保 … 优先：老人 … 江湾小区3栋2单元501 … 周四下午
        … 由网格员邹春兰办，最晚11月27日 … 不收跑腿的钱 [没错，看授权书] [改：给谁办]
"""
ASKED = f"""
    {TO_THE_SUMMARY}
    罗建华: 没错
      → 授权书（第1版） … 本人罗建华 … 授权江湾社区网格员邹春兰 … 代为办理：城乡居民养老保险参保
        … 带走下列原件 … 身份证 … 拍照、双方确认 … 有效期到12月24日 [我授权]
    罗建华: [我授权]
      → 收到了，等邹春兰接 … «number» · 城乡居民养老保险参保 … 最晚11月27日(周五)10:00办完送回
        … 证件原件在谁手上 … 身份证：在您手上 [不用跑了]
"""
COLLECTED = f"""
    {ASKED}
    邹春兰: [接，我去跑]
      → toast: 好的，居民看到了
      → 已接，等取材料 [取材料（拍照）] [有问题]
    罗建华:
      → 邹春兰接了，会来家里取材料
    邹春兰: [取材料（拍照）]
      → 请拍下收到的「身份证」（第 1 件，共 2 件） [这件没给我]
    邹春兰: (photo)
      → 请拍下收到的「 … （第 2 件，共 2 件）
    邹春兰: (another photo)
      → 记下了。居民会在手机上确认
      → 材料已取 … 身份证：在您手上 … 对方还没确认
    罗建华:
      → 材料取走了 … 身份证：在邹春兰手上，11月24日(周二)10:0 … （等您确认）
        … [✅ 确认交接] [不对，没有这回事] [收回授权] [看交接照片]
"""


async def test_the_whole_way_and_back(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [✅ 确认交接]
      → toast: 记下了
      → not: 等您确认
    邹春兰:
      → not: 对方还没确认
    邹春兰: [交到窗口]
      → 窗口留下原件了吗？ [没有，都拿回来了] [全留下了] [留了一部分]
    邹春兰: [留了一部分]
      → 身份证」留在窗口了吗
    邹春兰: [留下了]
    邹春兰: [没有]
      → 请拍下窗口开的收件凭证 … 身份证
    邹春兰: 发过去了
      → 请直接拍照
    邹春兰: (photo)
      → 记下了，居民看得到
    罗建华:
      → 交到窗口了，等结果 … 身份证：在窗口 … 在邹春兰手上
      → not: [收回授权]
    邹春兰: [结果拿到了]
      → 请拍下从窗口拿回的「身份证」（第 1 件，共 1 件）
    邹春兰: (photo)
    罗建华:
      → 办好了，正给您送回来
    邹春兰: [送还（拍照）]
      → 请拍下送还的
    邹春兰: (photo)
    邹春兰: (another photo)
      → 已送回
    罗建华:
      → 送回来了，这件事办完了 … 身份证：在您手上 … （等您确认） [✅ 确认交接]
    罗建华: [✅ 确认交接]
      → not: 等您确认
    罗建华: /errand
      → 送回来了
    """)
    street = stage.street
    chain = "SELECT giver, receiver FROM custody WHERE paper = 'id_card' ORDER BY step"
    worker = street.value("SELECT receiver FROM custody WHERE receiver LIKE 'staff:%'")
    assert street.rows(chain) == [
        ("", "resident"),
        ("resident", worker),
        (worker, "office"),
        ("office", worker),
        (worker, "resident"),
    ]
    assert street.rows("SELECT state, version FROM errand") == [("returned", 8)]


async def test_the_authorisation_is_kept_as_it_was_shown(stage: Stage) -> None:
    await stage.play(f"""
    {TO_THE_SUMMARY}
    罗建华: 没错
      → 授权书
    """)
    shown = stage.street.said_to("罗建华")[-1].text.replace("\u2068", "").replace("\u2069", "")
    await stage.play("""
    罗建华: 好的
      → 授权书 [我授权]
    罗建华: [我授权]
      → 收到了
    """)
    kept = str(stage.street.value("SELECT authorisation FROM errand"))
    assert kept.startswith("授权书（第1版）")
    assert kept in shown
    assert stage.street.rows("SELECT wording, state FROM errand") == [(1, "asked")]


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /errand senior citizen card
      → Senior citizen card: for whom is it? [For me] [For somebody else]
    Anna: [For me]
      → Is it hard to get out?
    Anna: sick
      → Shall these originals be taken along? [All of these]
    Anna: [No originals]
    Anna: 江湾小区3栋2单元501
      → When is somebody at home?
    Anna: [Any time]
      → Please check … First: ill at home … Originals: none … Jiangwan
        … [Right, show the authorisation]
    Anna: ok
      → Authorisation (version 1) … I, Anna, … authorise the grid worker 邹春兰 … No original
    Anna: [I authorise this]
      → Received: waiting for 邹春兰 … no originals [Not needed any more]
    邹春兰: [接，我去跑]
    Anna:
      → 邹春兰 has accepted
    Anna: [Not needed any more]
      → is nobody needed any more?
    Anna: [Yes, cancel it]
      → Good, nobody comes.
      → Cancelled
    邹春兰:
      → 居民取消了
    """)


async def test_for_somebody_else_it_takes_an_authorisation(stage: Stage) -> None:
    await stage.play("""
    罗建华: 跑腿
      → 您想办什么事？
    罗建华: 老年证
    罗建华: [替别人]
      → 替谁办
    罗建华: 罗奶奶
      → 罗奶奶授权您了吗？ [有本人签名的委托书] [我是监护人] [还没有授权]
    罗建华: [还没有授权]
      → 先要有罗奶奶的授权 … 委托书 … 监护人
    """)
    assert stage.street.rows("SELECT * FROM errand") == []


async def test_declined_it_comes_to_the_clerks_and_the_resident_knows(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    邹春兰: [跑不了]
      → 为什么跑不了？ [这几天没人手] [这件事要本人去]
    邹春兰: [这几天没人手]
      → 告诉居民了
    罗建华:
      → 收到了，等服务窗口接 … 原因：这几天没人手
    甘志明:
      → 请人跑腿（还没人接） [接，我去跑] [跑不了]
      → 还没有人接，请派人
    甘志明: [跑不了]
    甘志明: 我们这周全员培训
    罗建华:
      → 对不起，这件事跑不了 … 我们这周全员培训 [看看自己去要带什么]
      → not: [不用跑了]
    """)


async def test_taken_back_after_it_was_collected_the_papers_come_home(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [收回授权]
      → 确定收回授权吗
    罗建华: [确定收回]
      → 您收回了授权，证件正给您送回来
    邹春兰:
      → 授权已收回，证件要送回 … 居民收回了授权 [送还（拍照）]
      → not: [交到窗口]
    邹春兰: [送还（拍照）]
    邹春兰: (photo)
    邹春兰: [这件这次没带]
    罗建华:
      → 您收回了授权 … 在邹春兰手上
    邹春兰: [送还（拍照）]
      → 共 1 件
    邹春兰: (photo)
    罗建华:
      → 送回来了
    """)


async def test_the_resident_says_that_it_is_not_so(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [不对，没有这回事]
      → toast: 马上请窗口核实
    甘志明:
      → 居民说证件交接不对，请马上核实
    """)


async def test_a_deputy_takes_over_with_the_papers(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    邹春兰: /away
    邹春兰: 明天
    易慧敏: /errands
      → 优先：老人 · 罗建华 · 城乡居民养老保险参保 · 材料已取 · 邹春兰
    易慧敏: [«number»]
      → 现在由邹春兰办 [我来接手]
      → not: [交到窗口]
    易慧敏: [我来接手]
      → toast: 现在由您办
      → 材料已取 … 在邹春兰手上 [取材料（拍照）]
      → not: [交到窗口]
    易慧敏: [取材料（拍照）]
      → 请拍下收到的「身份证」
    易慧敏: (photo)
    易慧敏: (another photo)
      → 在您手上 … 对方还没确认 [交到窗口]
    邹春兰:
      → 在易慧敏手上 … （等您确认） [✅ 确认交接]
      → not: [交到窗口]
    邹春兰: [✅ 确认交接]
    罗建华:
      → 在易慧敏手上 … 经办：易慧敏
    """)
    left = "SELECT count(*) FROM custody WHERE step = 2 AND given_at IS NULL"
    assert stage.street.value(left) == 0


async def test_who_leaves_the_post_still_has_the_papers_and_the_clerks_know(stage: Stage) -> None:
    await stage.play(COLLECTED)
    street = stage.street
    payload = await street.invitation("worker_4")
    street.somebody("新来的").start(payload)
    await street.settle()
    await stage.play("""
    甘志明:
      → 手上还有居民的证件，请马上追回
    新来的:
      → 材料已取 … 在邹春兰手上 [取材料（拍照）]
    邹春兰: [有问题]
      → toast: 不归您办
    """)


async def test_nobody_else_gets_near_it(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    易大伯: /errands
      → 没看懂
    易大伯: /errand
      → 您想办什么事
      → not: 身份证
    """)


async def test_pressing_twice_makes_no_second_row(stage: Stage) -> None:
    await stage.play(f"""
    {TO_THE_SUMMARY}
    罗建华: 没错
      → 我授权
    """)
    street = stage.street
    resident, worker = street.people["罗建华"], street.people["邹春兰"]
    press(resident, "我授权")
    press(resident, "我授权")
    await street.settle()
    press(worker, "接，我去跑")
    press(worker, "接，我去跑")
    await street.settle()
    assert street.rows("SELECT state, version FROM errand") == [("accepted", 2)]
    await stage.play("""
    邹春兰: [取材料（拍照）]
    邹春兰: (photo)
    邹春兰: (another photo)
      → 记下了
    """)
    press(resident, "✅ 确认交接")
    press(resident, "✅ 确认交接")
    await street.settle()
    assert street.value("SELECT count(*) FROM custody WHERE step = 1") == 2
    assert street.value("SELECT version FROM errand") == 4


async def test_the_same_again_is_shown_instead(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: /errand
      → 收到了，等邹春兰接
      → 还要请人跑别的事吗？ [再请人跑一件]
    {TO_THE_SUMMARY}
    罗建华: 没错
    罗建华: [我授权]
      → 这件事您已经请人跑了
    """)
    assert stage.street.value("SELECT count(*) FROM errand") == 1


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


async def test_a_verdict_leads_to_an_errand_with_the_papers_at_hand(stage: Stage) -> None:
    await stage.play("""
    罗建华: 老年证
    罗建华: 是
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: [✅ 都有了]
    罗建华: [不用记]
      → 可以去了 … [🏃 请干部代跑]
    罗建华: [🏃 请干部代跑]
      → 老年优待证：给谁办？
    """)
    start = json.loads(str(stage.street.value("SELECT start FROM talk ORDER BY id DESC LIMIT 1")))
    assert (start["service"], start["is_checked"]) == ("senior_card", True)
    assert "id_card" in start["papers"]


async def test_confidential_matters_are_not_run(stage: Stage) -> None:
    await stage.play("""
    罗建华: /errand 法律援助
      → 干部不能代跑
    """)


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
    """)


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
    邹春兰: (photo)
    邹春兰: (another photo)
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


async def test_photos_number_and_others(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [看交接照片]
      → (photo)
    易大伯: «number»
      → not: 身份证
    罗建华: «number»
      → 材料取走了
    甘志明: «number»
      → 现在由邹春兰办 [我来接手]
    """)


async def test_the_deputy_sees_it_as_soon_as_the_worker_goes_away(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    邹春兰: /away
    邹春兰: 明天
    易慧敏:
      → 请人跑腿（还没人接） … 现在由邹春兰办 [我来接手]
    易慧敏: [我来接手]
      → 请人跑腿 [接，我去跑]
    罗建华:
      → 等易慧敏接
    邹春兰:
      → 现在由易慧敏办
      → not: [接，我去跑]
    """)


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
    assert stage.street.value("SELECT count(*) FROM custody WHERE step > 0") == 0


async def withdraw_service(street: Street, service: str) -> None:
    """Take a service out of the community's data and start the bot with what is left."""
    await street.stop_bot()
    connection = sqlite3.connect(street.settings.database, isolation_level=None)
    connection.execute("DELETE FROM community_item WHERE code = ?", (service,))
    connection.close()
    await street.start_bot()
