"""Somebody leaves the post with papers in hand: all see it, and the papers go on confirmed."""

from tests.handlers.errand_stories import COLLECTED
from tests.handlers.transcripts import Stage


async def leaves_the_post(stage: Stage) -> None:
    await stage.play(COLLECTED)
    payload = await stage.street.invitation("worker_4")
    stage.street.somebody("新来的").start(payload)
    await stage.street.settle()


async def test_everybody_sees_it_and_the_new_worker_takes_over(stage: Stage) -> None:
    await leaves_the_post(stage)
    await stage.play("""
    甘志明:
      → 手上还有居民的证件，请马上追回
    罗建华:
      → 身份证：在邹春兰手上（已不在岗位或联系不上，窗口在追）
    罗建华: [✅ 确认交接]
    邹春兰:
      → 您已不在这个岗位，手上还有居民的证件，请马上交还 … 身份证：在您手上 … 请交给邹春兰
      → not: [✅ 确认交接]
    新来的:
      → 材料已取 … 在邹春兰手上 [取材料（拍照）]
      → not: [交到窗口]
    新来的: [取材料（拍照）]
    新来的: (photo 3)
    新来的: (photo 4)
      → 在您手上 … 对方还没确认 [交到窗口]
    邹春兰:
      → 您经手过的证件 … 在邹春兰手上 … （等您确认） [✅ 确认交接]
    邹春兰: [✅ 确认交接]
      → toast: 记下了
      → not: [✅ 确认交接]
    新来的:
      → not: 对方还没确认
    罗建华:
      → not: 已不在岗位
    """)
    street = stage.street
    assert street.value("SELECT count(*) FROM custody WHERE step = 2 AND given_at IS NULL") == 0
    assert street.value("SELECT count(*) FROM task WHERE done_at IS NULL") == 0


async def test_who_left_reaches_nothing_else(stage: Stage) -> None:
    await leaves_the_post(stage)
    await stage.play("""
    邹春兰: [有问题]
      → toast: 不归您办
    邹春兰: /errands
      → 没看懂
    邹春兰: «number»
      → 您已不在这个岗位
      → not: 罗建华手上 … 江湾小区3栋2单元501 … 还要带上
    """)


async def test_who_cannot_be_reached_any_more_counts_as_gone(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    邹春兰: (blocks)
    甘志明:
      → 手上还有居民的证件，请马上追回
      → 材料已取 … 现在由邹春兰办 [我来接手]
    罗建华:
      → 身份证：在邹春兰手上（已不在岗位或联系不上，窗口在追）
    甘志明: [我来接手]
      → toast: 现在由您办
    甘志明: [取材料（拍照）]
    甘志明: (photo 3)
    甘志明: (photo 4)
    罗建华:
      → 身份证：在甘志明手上
      → not: 联系不上
    """)
    assert stage.street.value("SELECT count(*) FROM task WHERE done_at IS NULL") == 0


async def test_nobody_hears_it_twice_when_others_join(stage: Stage) -> None:
    await leaves_the_post(stage)
    before = stage.street.value("SELECT count(*) FROM outbox WHERE content LIKE '%errand%'")
    payload = await stage.street.invitation("worker_1")
    stage.street.somebody("又一位").start(payload)
    await stage.street.settle()
    after = stage.street.value("SELECT count(*) FROM outbox WHERE content LIKE '%errand%'")
    assert after == before != 0


async def test_who_left_is_reminded_of_what_is_overdue(stage: Stage) -> None:
    await leaves_the_post(stage)
    await stage.play("""
    time: 2900 minutes
    新来的:
      → ⏰ 超过时间了
    邹春兰:
      → 手上还有居民的证件，请马上交还
    """)
