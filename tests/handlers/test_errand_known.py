"""An errand begun from a verdict or an appointment: nobody answers twice, and who sees what."""

from tests.handlers.transcripts import Stage

CHECKED = """
    罗建华: 老年证
    罗建华: 是
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: [✅ 都有了]
    罗建华: [不用记]
      → 可以去了 … [🏃 请干部代跑]
"""
TO_THE_LIST = f"""
    {CHECKED}
    罗建华: [🏃 请干部代跑]
      → 老年优待证：本人出门方便吗？
    罗建华: [年纪大]
      → 要带走这些原件吗 … 身份证 … 另外要用的 … 一寸免冠照片：1 张
      → not: 居住证：原件
      → not: 代办人身份证
    罗建华: [这些都交]
      → 核对出来的清单，给跑腿的干部看吗？ [给看] [不给看]
"""
SENT = """
    罗建华: 江湾小区3栋2单元501
    罗建华: [都在家]
      → 请您核对 … 清单{shown}
    罗建华: 没错
    罗建华: [我授权]
      → 收到了，等邹春兰接
"""


async def test_the_worker_takes_exactly_what_the_check_found(stage: Stage) -> None:
    await stage.play(f"""
    {TO_THE_LIST}
    罗建华: [给看]
    {SENT.format(shown="给干部看")}
    邹春兰:
      → 还要带上 … 一寸免冠照片：1 张 … 代办人身份证
      → not: 居住证：原件
    罗建华: 预约老年证
    罗建华: [11月25日(周三)]
    罗建华: [09:00]
    罗建华: [就约这个]
    罗建华: [不用]
    邹春兰:
      → 留在家里 … 居住证（“户口在这里吗？”答“不是”的才要）
    """)


async def test_who_keeps_the_list_to_himself_is_not_asked_again(stage: Stage) -> None:
    await stage.play(f"""
    {CHECKED}
    罗建华: 预约老年证
    罗建华: [11月25日(周三)]
    罗建华: [09:00]
    罗建华: [就约这个]
      → 11月25日 … [🏃 请干部代跑]
    罗建华: [不用]
    罗建华: [🏃 请干部代跑]
    罗建华: [年纪大]
    罗建华: [这些都交]
      → 在哪里
    罗建华: 江湾小区3栋2单元501
      → 请您核对 … 清单不给看 … 在家：11月25日(周三)上午 … [改：给不给看清单]
    罗建华: 没错
    罗建华: [我授权]
      → 收到了，等邹春兰接
      → 您预约了 11月25日(周三) 09:00 [取消预约]
    邹春兰:
      → 在家：11月25日(周三)上午 … 留在家里 … 居住证（“户口在这里吗？”答“不是”的才要）
    罗建华: [取消预约]
      → 确定
    """)


async def test_what_is_still_missing_is_on_the_workers_card(stage: Stage) -> None:
    await stage.play("""
    罗建华: 老年证
    罗建华: 是
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: [有的没有，一样一样看]
    罗建华: 有
    罗建华: 没有
    罗建华: [不用记]
      → 先别去 … [🏃 请干部代跑]
    罗建华: [🏃 请干部代跑]
    罗建华: [年纪大]
    罗建华: [这些都交]
    罗建华: [给看]
    罗建华: 江湾小区3栋2单元501
    罗建华: [都在家]
      → 还缺：一寸免冠照片。请在干部来以前准备好
    罗建华: 没错
    罗建华: [我授权]
    邹春兰:
      → 核对时还缺：一寸免冠照片。去以前打个电话问
    """)


async def test_photos_of_the_check_are_seen_by_the_worker_only_with_a_word(stage: Stage) -> None:
    await stage.play(f"""
    {CHECKED}
    罗建华: [📷 拍身份证给窗口看]
    罗建华: (page)
    罗建华: [可以，给窗口看]
    罗建华: [🏃 请干部代跑]
    罗建华: [年纪大]
    罗建华: [这些都交]
      → 核对出来的清单和您拍的照片（1 张） [清单和照片都给看] [只给看清单] [都不给看]
    罗建华: [清单和照片都给看]
    {SENT.format(shown="和照片给干部看")}
    邹春兰:
      → 请人跑腿 … «number» [📷 看核对时的照片]
    邹春兰: [📷 看核对时的照片]
      → (photo)
    易大伯: «number»
      → not: 身份证
    罗建华: [不给窗口看了]
    邹春兰:
      → not: [📷 看核对时的照片]
    """)


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: senior citizen card
    Anna: yes
    Anna: no
    Anna: yes
    Anna: no
    Anna: [✅ I have them all]
    Anna: [No]
    Anna: [🏃 Let a cadre do it]
      → Senior citizen card: is it hard to get out?
    Anna: old
      → Shall these originals be taken along? … Please have this ready too … 1-inch portrait photo
      → not: Identity card of the agent
    Anna: [All of these]
      → may the cadre who goes see the list that was checked? [Yes] [No]
    Anna: [Yes]
    Anna: 江湾小区3栋2单元501
    Anna: [Mornings]
      → Please check … the list is shown to the cadre … At home: mornings
    """)
