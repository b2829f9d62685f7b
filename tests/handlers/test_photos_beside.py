"""A photo in the middle of a booking: shown to the window first, reported, or said not kept."""

from tests.handlers.test_paper_photos import VERDICT
from tests.handlers.transcripts import Stage

BOOKING = f"""
    {VERDICT}
    罗建华: [预约窗口]
      → 哪一天
"""
PHOTOS = "SELECT count(*) FROM paper_photo"


async def test_a_photo_sent_while_booking_is_shown_and_the_booking_goes_on(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKING}
    罗建华: (page)
      → 身份证的照片给窗口看之前 [可以，给窗口看] [不是证件，是反映问题]
    罗建华: [可以，给窗口看]
      → 照片看得清
      → 哪一天
      → not: 收到 1 张
    甘志明:
      → (photo) … 请看这张照片是不是：居民身份证
    罗建华: [11月25日]
    罗建华: [09:00]
    罗建华: [就约这个]
      → 约好了
    """)
    assert stage.street.value(PHOTOS) == 1


async def test_an_album_sent_while_booking_loses_nothing(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKING}
    罗建华: (pages 2)
      → 收到 2 张，一张一张问您
    罗建华: [身份证]
    罗建华: [可以，给窗口看]
    罗建华: [这张不用]
      → 照片看得清
      → 哪一天
    """)
    assert stage.street.value(PHOTOS) == 1


async def test_whoever_has_no_check_is_told_that_the_photo_is_not_kept(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 老年证
      → 哪一天
    罗建华: (page)
      → 照片这里用不上，这张我没有留 … 哪一天
      → not: 收到 1 张
    """)
    assert '"files"' not in str(stage.street.value("SELECT answers FROM talk"))


async def test_a_voice_message_is_not_called_a_photo(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 老年证
    罗建华: (voice)
      → 语音这里听不了，这条我没有留 … 哪一天
      → not: 照片
    """)


async def test_so_is_whoever_takes_a_number(stage: Stage) -> None:
    await stage.play("""
    罗建华: /ticket 老年证
    罗建华: (page)
      → 照片这里用不上，这张我没有留
    罗建华: [取号]
      → 您是 1 号
    """)


async def test_trouble_below_the_photo_is_reported_and_the_booking_waits(stage: Stage) -> None:
    await stage.play(f"""
    {BOOKING}
    罗建华: (photo) 3号楼楼道灯坏了
      → 路灯、楼道灯
    """)


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /appointment senior citizen card
      → Which day
    Anna: (page)
      → A photo is of no use here, and I have not kept this one
    """)
