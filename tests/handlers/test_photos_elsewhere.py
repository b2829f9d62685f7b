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
