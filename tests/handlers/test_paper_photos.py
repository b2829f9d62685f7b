"""Photos of papers: agreed to, kept in the turn, looked at beside it, shown to the window."""

import pytest

from tests.handlers.test_pre_check import SENIOR
from tests.handlers.transcripts import Stage

VERDICT = f"""
    {SENIOR}
    罗建华: [✅ 都有了]
    罗建华: [不用记]
      → 可以去了 [📷 拍身份证给窗口看]
"""
ASKED = f"""
    {VERDICT}
    罗建华: [📷 拍身份证给窗口看]
      → 先说清楚 … 只给社区窗口 … 两天没人看，也撤掉 … 可以吗？ [可以，给窗口看] [不给看]
    罗建华: [可以，给窗口看]
      → 请拍身份证 … 一次一张
"""
SHOWN = f"""
    {ASKED}
    罗建华: (page)
      → 身份证的照片 … 照片看得清，已经给窗口的工作人员看了
      → 可以去了 … 给窗口看的照片 … 身份证：已给窗口看，还没回话
    甘志明:
      → (photo) 老年优待证 … 请看这张照片是不是：居民身份证
        … [✅ 可以] [🔁 请重拍] [❌ 不是这样材料]
"""


async def test_a_clear_photo_is_shown_to_the_window_and_found_fine(stage: Stage) -> None:
    await stage.play(f"""
    {SHOWN}
    甘志明: [✅ 可以]
      → toast: 告诉居民了
      → 老年优待证 · 居民身份证 … 甘志明看过了：可以。照片已撤
      → not: (photo)
    罗建华:
      → 身份证的照片 … 窗口看过了：可以
      → 身份证：✅ 窗口看过，可以
      → not: 拍身份证给窗口看
    """)


async def test_whoever_does_not_agree_keeps_the_photo(stage: Stage) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: [📷 拍身份证给窗口看]
    罗建华: [不给看]
      → 好的，不给看，什么也没留
    甘志明:
      → not: 请看这张照片
    """)
    assert stage.street.value("SELECT count(*) FROM photo_consent") == 0
    assert stage.street.value("SELECT count(*) FROM paper_photo") == 0


# Each row: what is sent, and what is to be done about it.
BAD = [
    ("(dark page)", "照片太暗了"),
    ("(small page)", "照片太小，字看不清"),
    ("(zip called page)", "内容和它的名字对不上"),
    ("(bomb)", "这张图片太大了，打不开"),
    ("(thumb)", "看不到字。请确认镜头没有被手指挡住"),
]


@pytest.mark.parametrize(("sent", "advice"), BAD)
async def test_what_nobody_could_read_goes_back_with_advice(
    stage: Stage, sent: str, advice: str
) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: {sent}
      → 身份证的照片 … {advice} [📷 再拍一张]
      → 身份证：看不清，请再拍一张
    甘志明:
      → not: 请看这张照片
    罗建华: [📷 再拍一张]
      → 请拍身份证
    罗建华: (page as file)
      → 照片看得清，已经给窗口的工作人员看了
    甘志明:
      → (document) … 请看这张照片是不是：居民身份证
    """)


async def test_more_than_a_bot_can_fetch_is_refused_at_once(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: (file of megabytes 21)
      → 这个文件超过 20 MB
    罗建华: (voice)
      → 请发一张照片 … 请拍身份证
    罗建华: (page)
      → 照片看得清
    """)


async def test_the_window_asks_for_another_photo_and_says_why(stage: Stage) -> None:
    await stage.play(f"""
    {SHOWN}
    甘志明: [🔁 请重拍]
      → toast: 请点原因
      → (photo) … 请看这张照片 [字看不清] [没拍全] [还要拍另一面] [已经过期]
    甘志明: [没拍全]
      → toast: 告诉居民了
      → 甘志明看过了：请重拍，没拍全
      → not: (photo)
    罗建华:
      → 窗口请您再拍一张：没拍全 [📷 再拍一张]
      → 身份证：🔁 窗口请您再拍一张：没拍全 [📷 拍身份证给窗口看]
    """)


async def test_another_paper_makes_the_trip_useless(stage: Stage) -> None:
    await stage.play(f"""
    {SHOWN}
    甘志明: [❌ 不是这样材料]
    罗建华:
      → 窗口说：这不是要的那样材料
      → 先别去：2 样里还差 1 样 … 居民身份证（在有效期内）：还不清楚有没有
    """)


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: how do I get a senior citizen card?
    Anna: yes
    Anna: no
    Anna: yes
    Anna: no
    Anna: [✅ I have them all]
    Anna: [No]
      → You can go [📷 Show to the window: Identity card]
    Anna: [📷 Show to the window]
      → Only the staff of the community's windows see it … nobody has looked for two days
    Anna: yes
      → Please photograph Identity card
    Anna: (dark page)
      → The photo is too dark [📷 Take it again]
    Anna: [📷 Take it again]
    Anna: (page)
      → The photo is clear and was shown to the staff of the window
    甘志明: [🔁 请重拍]
    甘志明: [已经过期]
    Anna:
      → this one has expired, please get a new one first: If expired or lost
      → Do not go yet … Resident identity card … expired
    """)
