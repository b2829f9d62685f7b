"""The clerk sees the checked list before the resident arrives, if the resident wants so."""

from tests.handlers.test_paper_photos import VERDICT
from tests.handlers.transcripts import Stage

BOOKED = f"""
    {VERDICT}
    罗建华: [预约窗口]
    罗建华: [11月25日]
    罗建华: [09:00]
    罗建华: [就约这个]
      → 约好了 … 要不要让窗口先看看您核对过的材料清单？ … 随时可以收回
        … [📋 让窗口先看清单] [不用]
"""


async def test_the_list_is_opened_for_an_appointment_and_closed_again(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    甘志明: /window
    甘志明: [看下一个有人约的日子]
      → 11月25日(周三) 预约的人 … 09:00 … 罗建华
      → not: 📋
    罗建华: [📋 让窗口先看清单]
      → toast: 窗口可以看了
      → 约好了 … 窗口的工作人员看得到 [不给窗口看了]
    甘志明: [看今天]
    甘志明: [看下一个有人约的日子]
      → 预约的人 [📋 09:00 罗建华]
    甘志明: [📋 09:00 罗建华]
      → 老年优待证：居民核对过的清单 … 材料齐了 … 1. 身份证：有 … 2. 一寸免冠照片：有
    罗建华: [不给窗口看了]
      → toast: 收回了
      → 约好了
      → not: 不给窗口看了
    甘志明:
      → 居民收回了这份清单
      → not: 身份证：有
    甘志明: [📋 09:00 罗建华]
      → toast: 没有清单可看
      → not: 身份证：有
    """)


async def test_whoever_does_not_want_it_is_not_asked_again(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    罗建华: [不用]
      → toast: 不给看
    罗建华: /appointment
      → 约好了
      → not: 要不要让窗口
    甘志明: /window
    甘志明: [看下一个有人约的日子]
      → 罗建华
      → not: 📋
    """)


async def test_the_list_of_a_ticket_shows_the_photo_and_its_verdict(stage: Stage) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: [📷 拍身份证给窗口看]
    罗建华: 可以
    罗建华: (page)
    甘志明: [✅ 可以]
    罗建华: /ticket 老年证
    罗建华: [取号]
      → 您是 1 号 … 要不要让窗口先看看 [📋 让窗口先看清单]
    罗建华: [📋 让窗口先看清单]
      → 您是 1 号 [不给窗口看了]
    甘志明: /counter
    甘志明: [民政救助窗口]
      → 1 号 罗建华 [📋 1 罗建华]
    甘志明: [📋 1 罗建华]
      → 身份证：有；照片：✅ 窗口看过，可以
    罗建华: [不给窗口看了]
    甘志明:
      → 居民收回了这份清单
    """)
    assert stage.street.value("SELECT count(*) FROM paper_photo") == 0
    assert stage.street.value("SELECT count(*) FROM photo_consent") == 0


async def test_a_photo_that_is_taken_back_leaves_the_clerks_chat(stage: Stage) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: [📷 拍身份证给窗口看]
    罗建华: 可以
    罗建华: (page)
    甘志明:
      → (photo) 老年优待证
    罗建华: [不给窗口看了]
      → 可以去了 [📷 拍身份证给窗口看]
      → not: 给窗口看的照片
    甘志明:
      → 居民收回了这张照片
      → not: (photo)
    """)


async def test_nobody_but_a_clerk_opens_a_list(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKED}
    罗建华: [📋 让窗口先看清单]
    甘志明: /window
    甘志明: [看下一个有人约的日子]
      → 预约的人 [📋 09:00 罗建华]
    """)
    bot = stage.street.bot
    assert bot
    await bot.database.turn(
        lambda tx: tx.run("revoke_grant", community="jiangwan", staff_code="clerk_1", now=1)
    )
    await stage.play("""
    甘志明: [📋 09:00 罗建华]
      → toast: 没有清单可看
      → not: 身份证：有
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
    Anna: /ticket senior citizen card
    Anna: [Take a number]
      → May the window see the list of papers … at any time [📋 Show my list] [No need]
    Anna: [📋 Show my list]
      → The staff of the window can see the list [Show the window nothing]
    Anna: [Show the window nothing]
      → toast: taken back
    """)
