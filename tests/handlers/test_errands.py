"""Errands: asked for with an authorisation, listed, declined, never asked for twice."""

import json

from tests.handlers.errand_stories import ASKED, COLLECTED, TO_THE_SUMMARY
from tests.handlers.transcripts import Stage, press


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
    assert kept.startswith("授权书（第2版）")
    assert kept in shown
    assert stage.street.rows("SELECT wording, state FROM errand") == [(2, "asked")]
    await stage.play("""
    罗建华: [看授权书]
      → 11月24日(周二)10:00同意的授权书，原文： … 本人罗建华 … 代为办理：城乡居民养老保险参保
    邹春兰: [看授权书]
      → 原文： … 本人罗建华
    """)
    # Home, name and reason stand in the errand alone, which goes when it is long over.
    assert stage.street.rows("SELECT start, answers FROM talk") == [("{}", "[]")]


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /errand senior citizen card
      → some papers are only for some people [Check the papers first] [Just list everything]
    Anna: [Just list everything]
      → Senior citizen card: for whom is it? [For me] [For somebody else]
    Anna: [For me]
      → is it hard to get out?
    Anna: sick
      → Shall these originals be taken along? [All of these]
    Anna: [No originals]
      → Residence permit (only if the answer to “Is the household registration here?” is “no”)
    Anna: [No]
    Anna: 江湾小区3栋2单元501
      → When is somebody at home?
    Anna: [Any time]
      → Please check … First: ill at home … Originals: none … Jiangwan
        … [Right, show the authorisation]
    Anna: ok
      → Authorisation (version 2) … I, Anna, … authorise the grid worker 邹春兰 … No original
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
    罗建华: [不核对，都列出来]
    罗建华: [替别人]
      → 替谁办
    罗建华: 罗奶奶
      → 罗奶奶授权您了吗？ [有本人签名的委托书] [我是监护人] [还没有授权]
    罗建华: [还没有授权]
      → 先要有罗奶奶的授权 … 请干部上门问本人 … 监护人 … 委托书 … 我叫罗奶奶 … 老年优待证 … 日期
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
      → not: [我来接手]
      → 还没有人接，请派人
    甘志明: [跑不了]
    甘志明: 我们这周全员培训
    罗建华:
      → 对不起，这件事跑不了 … 我们这周全员培训 [看看自己去要带什么]
      → not: [不用跑了]
    """)


async def test_who_is_ill_stands_before_who_is_not(stage: Stage) -> None:
    ask = """
    {who}: /errand 居民养老保险参保
    {who}: [不核对，都列出来]
    {who}: [我自己]
    {who}: [{why}]
    {who}: [不交原件]
    {who}: 江湾小区3栋2单元501
    {who}: [都在家]
    {who}: 没错
    {who}: [我授权]
      → 收到了
    """
    await stage.play(ask.format(who="易大伯", why="都不是"))
    await stage.play(ask.format(who="罗奶奶", why="生病在家"))
    await stage.play("""
    邹春兰: /errands
      → 1. 优先：病人 · 罗奶奶 … 2. 普通 · 易大伯
    甘志明: /errands
      → 1. 优先：病人 · 罗奶奶 … 2. 普通 · 易大伯
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
    assert stage.street.value("SELECT count(*) FROM talk WHERE answers LIKE '%501%'") == 0
    assert stage.street.value("SELECT count(*) FROM errand") == 1


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
      → 老年优待证：本人出门方便吗？
    """)
    start = json.loads(str(stage.street.value("SELECT start FROM talk ORDER BY id DESC LIMIT 1")))
    assert (start["service"], start["is_checked"]) == ("senior_card", True)
    assert "id_card" in start["papers"]


async def test_asked_for_directly_everything_that_may_be_needed_is_said(stage: Stage) -> None:
    await stage.play("""
    罗建华: /errand 老年证
      → 有些材料只有一部分人要带 [先核对材料] [不核对，都列出来]
    罗建华: [不核对，都列出来]
    罗建华: [我自己]
    罗建华: [年纪大]
      → 要带走这些原件吗 … 身份证 … 另外要用的 … 照片 … 1 张
        … 居住证：原件，窗口复印 1 份（“户口在这里吗？”答“不是”的才要）
    罗建华: [这些都交]
      → 居住证（“户口在这里吗？”答“不是”的才要）。交给干部吗？ [交] [不交]
    罗建华: [交]
    罗建华: 江湾小区3栋2单元501
    罗建华: [都在家]
      → 请您核对 … 身份证 … 居住证
    罗建华: 没错
    罗建华: [我授权]
    邹春兰:
      → 请人跑腿 … 证件原件在谁手上 … 居住证 … 还要带上 … 照片 … 1 张
        … 去哪里办 … 3号窗口 … 江湾 … 电话
    """)


async def test_who_checks_first_comes_back_with_the_result(stage: Stage) -> None:
    await stage.play("""
    罗建华: /errand 老年证
    罗建华: [先核对材料]
    罗建华: 是
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: [✅ 都有了]
    罗建华: [不用记]
      → 可以去了 … [🏃 请干部代跑]
    罗建华: [🏃 请干部代跑]
      → 老年优待证：本人出门方便吗？
    """)


FOR_GRANDMOTHER = """
    罗建华: /errand 居民养老保险参保
    罗建华: [不核对，都列出来]
    罗建华: [替别人]
    罗建华: 罗奶奶
    罗建华: [有本人签名的委托书]
    罗建华: [年纪大]
    罗建华: [这些都交]
    罗建华: 江湾小区3栋2单元501
    罗建华: [都在家]
      → 请您核对 … 原件：授权委托书、 … 身份证
    罗建华: 没错
    罗建华: [我授权]
      → 授权委托书：在罗奶奶手上
    邹春兰:
      → 请人跑腿 … 先看本人签名的委托书，再收证件，没有就一件也不要收
    邹春兰: [接，我去跑]
    罗建华:
      → 请备好本人签名的委托书，干部看过才收证件 … [委托书怎么写]
    邹春兰: [取材料（拍照）]
      → 先看罗奶奶本人签名的委托书 … （第 1 件，共 3 件） [没有委托书]
"""


async def test_without_the_signed_authorisation_it_ends_and_says_so(stage: Stage) -> None:
    await stage.play(f"""
    {FOR_GRANDMOTHER}
    邹春兰: [没有委托书]
      → 一件也不能收。怎么办？ [我当面问过，本人愿意] [请居民准备好，我再来]
        … [不办了，居民看得到原因]
    邹春兰: [不办了，居民看得到原因]
      → 停办了，居民看得到原因
    罗建华:
      → 对不起，这件事跑不了 … 原因：没有看到授权或监护的证明，证件一件也没收
    """)
    assert stage.street.value("SELECT state FROM errand") == "declined"
    assert stage.street.value("SELECT count(*) FROM custody WHERE step > 0") == 0


async def test_the_signed_authorisation_travels_like_an_original(stage: Stage) -> None:
    await stage.play(f"""
    {FOR_GRANDMOTHER}
    邹春兰: (photo)
      → 请拍下收到的「身份证」
    邹春兰: (another photo)
    邹春兰: [这件没给我]
      → 邹春兰 11月24日(周二)10:00 看过本人签名的委托书
    罗建华:
      → 材料取走了 … 邹春兰 11月24日(周二)10:00 看过本人签名的委托书 … 委托书：在邹春兰手上
    """)
    moved = "SELECT paper FROM custody WHERE step = 1 ORDER BY paper"
    assert stage.street.rows(moved) == [("authorisation",), ("id_card",)]
