"""Papers from hand to hand: the whole way, taken back, denied, taken over, left behind."""

from tests.handlers.errand_stories import ASKED, COLLECTED, HANDED_IN, HOME_AGAIN
from tests.handlers.transcripts import Stage, press


async def test_the_whole_way_and_back(stage: Stage) -> None:
    await stage.play(f"""
    {HANDED_IN}
    {HOME_AGAIN}
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
    photos = "SELECT count(*), count(DISTINCT photo_unique) FROM custody WHERE step > 0"
    assert street.rows(photos) == [(6, 6)]


async def test_taken_back_after_it_was_collected_the_papers_come_home(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [收回授权]
      → 确定收回授权吗 [确定收回] [不收回，接着办]
      → not: [不办了]
    罗建华: [不收回，接着办]
      → 好的，照常办
    罗建华: [收回授权]
    罗建华: [确定收回]
      → 您收回了授权，证件正给您送回来
    邹春兰:
      → 授权已收回，证件要送回 … 居民收回了授权 [送还（拍照）]
      → not: [交到窗口]
    邹春兰: [送还（拍照）]
    邹春兰: (photo 3)
    邹春兰: [这件这次没带]
    罗建华:
      → 您收回了授权 … 在邹春兰手上
    邹春兰: [送还（拍照）]
      → 共 1 件
    邹春兰: (photo 4)
    罗建华:
      → 送回来了
    """)


async def test_a_clerk_confirms_what_is_at_the_window(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    罗建华: [✅ 确认交接]
    邹春兰: [交到窗口]
    邹春兰: [全留下了]
    邹春兰: (photo 3)
    罗建华:
      → 身份证：在窗口 … （只有经办人拍的凭证，窗口没确认）
    甘志明:
      → 在窗口 [✅ 窗口确认收到]
    甘志明: [✅ 窗口确认收到]
      → toast: 居民看得到
    罗建华:
      → 身份证：在窗口 … （窗口已确认收件）
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
    易慧敏: (photo 3)
    易慧敏: (photo 4)
      → 在您手上 … 对方还没确认 [交到窗口]
    邹春兰:
      → 在易慧敏手上 … （等您确认） [✅ 确认交接]
      → not: [交到窗口]
    邹春兰: [✅ 确认交接]
      → toast: 记下了
      → 在易慧敏手上
      → not: 等您确认
    罗建华:
      → 在易慧敏手上 … 经办：易慧敏
    """)
    left = "SELECT count(*) FROM custody WHERE step = 2 AND given_at IS NULL"
    assert stage.street.value(left) == 0


async def test_two_who_take_over_at_once_do_not_both_have_it(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    邹春兰: [接，我去跑]
    邹春兰: /away
    邹春兰: 明天
    甘志明: /errands
    甘志明: [«number»]
      → [我来接手]
    """)
    street = stage.street
    for name in ("易慧敏", "甘志明"):
        press(street.people[name], "我来接手")
    await street.settle()
    rows = street.rows("SELECT assignee, version FROM errand")
    assert rows in ([("worker_3", 3)], [("clerk_1", 3)])
    toasts = [each.toast for each in street.playground.world.presses._in_order]  # noqa: SLF001
    assert toasts.count("好的，现在由您办") == 1
    assert toasts.count("刚刚有变化，请看最新的那条") == 1


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


async def test_one_photo_does_not_count_for_two_papers_or_a_second_move(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    邹春兰: [接，我去跑]
    邹春兰: [取材料（拍照）]
    邹春兰: (photo)
      → 第 2 件，共 2 件
    邹春兰: (photo)
      → 这张照片以前交过了
    邹春兰: (another photo)
      → 记下了
    邹春兰: [交到窗口]
    邹春兰: [全留下了]
    邹春兰: (photo)
      → 这张照片以前交过了
    邹春兰: (photo 3)
      → 记下了，居民看得到
    """)
    photos = "SELECT step, count(DISTINCT photo_unique) FROM custody WHERE step > 0 GROUP BY step"
    assert stage.street.rows(photos) == [(1, 2), (2, 1)]
