"""A photo goes where its words say: trouble is no paper, and a paper is no part of a report."""

from tests.handlers.test_paper_photos import VERDICT
from tests.handlers.transcripts import Stage

ROUND = f"""
    {VERDICT}
    罗建华: (page)
      → 身份证的照片给窗口看之前 [可以，给窗口看]
"""


async def test_trouble_below_a_photo_is_a_report_and_the_paper_waits(stage: Stage) -> None:
    await stage.play(f"""
    {ROUND}
    罗建华: (photo) 江湾小区3栋1单元楼道灯坏了
      → 楼道灯
    罗建华: [不办了]
      → 身份证的照片给窗口看之前 [可以，给窗口看]
    罗建华: [可以，给窗口看]
      → 照片看得清
    """)


async def test_a_paper_named_below_a_photo_is_no_part_of_a_report(stage: Stage) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: (voice)
      → 哪一类事
    罗建华: (page) 身份证
      → 身份证的照片给窗口看之前 [可以，给窗口看]
      → not: 收到 2 张
    """)


async def test_what_is_no_photo_is_refused_at_once(stage: Stage) -> None:
    await stage.play(f"""
    {ROUND}
    罗建华: (voice)
      → 请发一张照片
    """)


async def test_a_matter_of_the_centre_goes_first_and_the_photo_waits(stage: Stage) -> None:
    await stage.play(f"""
    {ROUND}
    罗建华: 高龄津贴
      → 满80周岁
    罗建华: [不办了]
      → 身份证的照片给窗口看之前
    """)


async def test_a_paper_is_kept_out_of_a_report_without_an_open_check(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区3栋1单元楼道灯坏了
      → 楼道灯
    罗建华: (page) 我的身份证
      → 照片上写的是「身份证」，没有放进反映里，我也没有留
      → not: 收到 1 张
    罗建华: (photo)
      → not: 收到 2 张
    """)


async def test_a_paper_is_kept_out_of_a_report_that_a_photo_began_while_booking(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: 预约居住证
    罗建华: (photo) 楼道灯坏了
      → 我理解是：路灯、楼道灯不亮
    罗建华: (page) 身份证
      → 没有放进反映里
      → not: 收到 2 张
    """)


async def test_a_paper_is_kept_out_in_english(stage: Stage) -> None:
    stage.street.somebody("Emma", "en")
    await stage.play("""
    Emma: the hall light is broken
    Emma: (page) my ID card
      → “id card”: I did not put it into the report, nor keep it
    """)


async def test_a_paper_that_nobody_asked_for_begins_no_report(stage: Stage) -> None:
    await stage.play("""
    罗建华: (page) 我的病历
      → 照片上写的是「病历」，我没有留
      → not: 哪一类事
    """)
