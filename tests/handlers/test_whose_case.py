"""Whose case it is: worker, deputy, clerks or nobody; and the resident is told the truth."""

from pathlib import Path

from tests.handlers.stories import GARBAGE
from tests.handlers.street import open_street
from tests.handlers.transcripts import Stage


async def test_the_deputy_has_the_case_while_the_worker_is_away(stage: Stage) -> None:
    await stage.play(f"""
    邹春兰: /away
      → 您到哪天不在？ [到11月25日] [到11月29日]
    邹春兰: 11月30日
      → 到11月30日(周一)为止 … 易慧敏
    {GARBAGE}
      → 代班网格员易慧敏
    易慧敏:
      → 新派给您 … «number» … 由代班人接 [受理]
    邹春兰:
      → nothing
    邹春兰: /away
      → [我回来了]
    邹春兰: [我回来了]
      → 欢迎回来
    """)


async def test_an_absence_until_today_that_is_confirmed_after_midnight_is_asked_again(
    stage: Stage,
) -> None:
    await stage.play("""
    邹春兰: /away
      → 您到哪天不在？ [到11月24日] [到11月25日]
    time: 860 minutes
    邹春兰: [到11月24日]
      → 再选一次 … 您到哪天不在？ [到11月25日] [到11月26日]
      → not: 记下了
    邹春兰: [到11月25日]
      → 到11月25日(周三)为止 … 易慧敏
    """)


async def test_nobody_there_means_the_clerks_list(template: Path, tmp_path: Path) -> None:
    async with open_street(template, tmp_path / "data") as street:
        await street.staff("clerk_1")
        await Stage(street).play(f"""
        {GARBAGE}
          → 江湾第四网格的网格员现在不在 … 服务窗口 … 前有人联系您
          → not: 邹春兰
        甘志明:
          → 等窗口分派 … «number» … 网格员和代班人都不在 [受理] [派给…]
        甘志明: /start
          → 窗口待办 … «number»
        甘志明: [受理]
          → toast: 已受理
          → 已受理 [处理完了]
        罗建华:
          → 处理中 … 服务窗口甘志明
        """)


async def test_without_anybody_nobody_is_promised(template: Path, tmp_path: Path) -> None:
    async with open_street(template, tmp_path / "data") as street:
        stage = Stage(street)
        await stage.play(f"""
        {GARBAGE}
          → 已经登记，但现在没有人能收到消息 … 13800000006
          → not: 前有人联系您
          → not: 负责人
        """)
        clerk = street.somebody("甘志明")
        clerk.start(await street.invitation("clerk_1"))
        await stage.play("""
        甘志明:
          → 欢迎，甘志明
          → 窗口待办 … «number» [«number»]
        甘志明: [«number»]
          → 等窗口分派 [受理]
        """)


async def test_a_worker_who_stopped_the_bot_gets_no_case(stage: Stage) -> None:
    await stage.play(f"""
    邹春兰: (blocks)
    {GARBAGE}
      → 代班网格员易慧敏
    邹春兰: (unblocks)
      → nothing
    """)


async def test_clerks_hear_of_a_worker_who_stopped_the_bot_with_open_cases(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE}
    邹春兰: (blocks)
    甘志明:
      → 送不到 … 邹春兰 [看过了]
    甘志明: [看过了]
      → toast: 记下了
      → 有人看过了
    """)


async def test_a_case_handed_back_is_assigned_by_the_clerk(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE}
      → 网格员邹春兰
    邹春兰: [不归我]
      → 为什么不归您？ [不在我的网格] [归别的部门] [其他原因]
    邹春兰: [不在我的网格]
      → 那该归谁？ [跳过]
    邹春兰: 应该找易慧敏
      → 退回窗口
      → 已退回窗口
    罗建华:
      → 处理中 … 退回
    甘志明:
      → 已退回窗口 … «number» … 退回：应该找易慧敏 [受理] [派给…]
    甘志明: [派给…]
      → 派给谁？ [彭志远] [易慧敏]
    甘志明: [彭志远]
      → 彭志远还没加入
    甘志明: [派给…]
    甘志明: [易慧敏]
      → 已经派给易慧敏
    易慧敏:
      → 新派给您 … «number» … 窗口分派 [受理]
    罗建华:
      → 易慧敏 … 分派
    """)


async def test_both_sides_list_their_cases_and_the_resident_takes_one_back(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE}
    罗建华: /mycases
      → 您反映的事 … «number» 垃圾堆积 … 已收到 [«number»]
    邹春兰: /mycases
      → 您手上的事 … «number» … 新派给您 [«number»]
    易慧敏: /mycases
      → 您手上没有没办完的事
    邹春兰: /start
      → 您手上的事
    易慧敏: /start
      → 网格员：新的事会自动发来
    罗建华: [撤回]
      → 确定撤回吗？ [确定撤回] [不办了]
    罗建华: [确定撤回]
      → 撤回了
      → 您已撤回
    邹春兰:
      → 居民已撤回 … «number»
    罗建华: «number»
      → 您已撤回
    易慧敏: «number»
      → 没找到
    """)


async def test_an_invitation_works_once_and_for_one_person(stage: Stage) -> None:
    payload = await stage.street.invitation("worker_5")
    await stage.play(f"""
    黎国强: /start {payload}
      → 欢迎，黎国强 … 江湾第五网格
    黎国强: /start {payload}
      → 这个邀请您已经用过了
    陌生人: /start {payload}
      → 这个邀请用不了
    陌生人: /start i_made-up
      → 这个邀请用不了
    陌生人: /desk
      → 没看懂
    """)


async def test_an_invitation_ends(stage: Stage) -> None:
    payload = await stage.street.invitation("worker_5", hours=1)
    await stage.play(f"""
    time: 61 minutes
    黎国强: /start {payload}
      → 这个邀请用不了
    """)


async def test_an_answer_needs_no_button(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE}
    邹春兰: [问居民]
    邹春兰: 门禁密码是多少？
    罗建华:
      → 等您回复 … 门禁密码是多少？ [回复、补充]
    罗建华: 2468#
      → 已经告诉负责的人了
    邹春兰:
      → 居民回复：2468#
    邹春兰: [问居民]
    邹春兰: 请拍一张照片
    罗建华: (album of 3)
      → 已经告诉负责的人了
    邹春兰:
      → 已受理 [全部照片]
    邹春兰: [问居民]
    邹春兰: 还有吗？
    罗建华: 江湾小区7栋楼道灯不亮
      → 我理解是：路灯、楼道灯不亮
    """)
    assert stage.street.value("SELECT count(*) FROM case_file") == 3
    assert stage.street.value("SELECT count(*) FROM talk WHERE script = 'report'") == 2
