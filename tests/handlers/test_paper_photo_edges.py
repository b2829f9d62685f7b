"""Shaky hands, odd files, several photos at once: each gets a plain sentence, none is lost."""

import pytest

from tests.handlers.test_paper_photos import ASKED, SHOWN, VERDICT
from tests.handlers.transcripts import Stage

STATES = "SELECT paper || ' ' || state FROM paper_photo ORDER BY id"
RENTS = """
    罗建华: 居住证怎么办
    罗建华: 是
    罗建华: 是
    罗建华: 是
    罗建华: 不是
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: 不是
    罗建华: [✅ 都有了]
      → 先打电话问清再去 [📷 拍照给窗口看]
"""
ENGLISH = """
    Anna: how do I get a senior citizen card?
    Anna: yes
    Anna: no
    Anna: yes
    Anna: no
    Anna: [✅ I have them all]
    Anna: [No]
    Anna: [📷 Show to the window]
    Anna: [Yes, show it to the window]
"""

# Each row: what is sent, and what is said of it in Chinese and in English.
BACK_WITH_ADVICE = [
    ("(heic)", "这种格式的照片这里打不开", "Photos of this kind cannot be opened here"),
    ("(pdf called page)", "内容和它的名字对不上", "is not what its name says"),
    ("(web page called page)", "内容和它的名字对不上", "is not what its name says"),
    ("(zip called page)", "内容和它的名字对不上", "is not what its name says"),
    ("(bomb)", "这张图片太大了，打不开", "This picture is too large to open"),
    ("(swelling picture)", "照片太暗了", "The photo is too dark"),
    ("(half a page)", "没有传完整", "did not arrive whole"),
    ("(nothing called page)", "这个文件是空的", "This file is empty"),
    ("(thumb)", "看不到字", "There is nothing to read"),
]


@pytest.mark.parametrize(("sent", "chinese", "_"), BACK_WITH_ADVICE)
async def test_what_is_no_good_photo_comes_back_with_advice(
    stage: Stage, sent: str, chinese: str, _: str
) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: {sent}
      → 身份证的照片 … {chinese} [📷 再拍一张]
      → 身份证：看不清，请再拍一张
    甘志明:
      → not: 请看这张照片
    """)


@pytest.mark.parametrize(("sent", "_", "english"), BACK_WITH_ADVICE)
async def test_the_advice_in_english(stage: Stage, sent: str, _: str, english: str) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    {ENGLISH}
    Anna: {sent}
      → {english} [📷 Take it again]
    """)


async def test_a_certificate_as_pdf_goes_to_the_window_and_is_not_called_clear(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: (pdf)
      → 收到一份 PDF，已经给窗口的工作人员看了 … 他们看过，我马上告诉您
      → not: 照片看得清
    甘志明:
      → (document) … 机器没能看清不清楚，请您看
    """)


async def test_a_picture_that_is_named_as_another_kind_of_picture_is_no_lie(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: (jpeg called png)
      → 照片看得清
    """)


async def test_a_video_or_a_sticker_is_answered_with_how_to_send_a_photo(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: (video)
      → 请发一张照片 … 请拍身份证
    罗建华: (sticker)
      → 请发一张照片 … 请拍身份证
    罗建华: (forwarded page)
      → 照片看得清
    """)


async def test_a_photo_that_somebody_else_has_taken_is_as_good(stage: Stage) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: (forwarded page)
      → 只给社区窗口的工作人员看
    罗建华: [可以，给窗口看]
      → 照片看得清
    """)


async def test_the_same_photo_again_shows_how_it_stands(stage: Stage) -> None:
    await stage.play(f"""
    {SHOWN}
    罗建华: (page)
      → 这张照片是哪一样 [身份证（换掉上一张）] [不是证件，是反映问题]
    """)
    assert [each for (each,) in stage.street.rows(STATES)] == ["id_card shown"]


async def test_a_photo_of_a_paper_that_is_fine_is_not_shown_again(stage: Stage) -> None:
    await stage.play(f"""
    {SHOWN}
    甘志明: [✅ 可以]
    罗建华: (another page)
      → 这张照片是哪一样 [身份证（窗口已说可以）] [不是证件，是反映问题]
    罗建华: [身份证]
      → 窗口说过可以的，不用再拍
    甘志明:
      → not: (photo)
    """)
    assert [each for (each,) in stage.street.rows(STATES)] == ["id_card fine"]


async def test_of_an_album_each_photo_is_asked_about_and_each_reaches_the_window(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {RENTS}
    罗建华: (pages 3)
      → 收到 3 张，一张一张问您 … 第 1 张（共 3 张）是哪一样 [身份证] [租房合同] [这张不用]
    罗建华: [身份证]
      → 身份证的照片给窗口看之前
    罗建华: [可以，给窗口看]
      → 第 2 张（共 3 张）是哪一样 [身份证（换掉上一张）] [租房合同]
    罗建华: [租房合同]
      → 第 3 张
    罗建华: [这张不用]
      → 身份证的照片 … 照片看得清
      → 租房合同的照片 … 照片看得清
    甘志明:
      → 请看这张照片是不是：居民身份证
      → 请看这张照片是不是：租房合同
    """)
    found = [each for (each,) in stage.street.rows(STATES)]
    assert found == ["id_card shown", "lease shown"]


async def test_a_second_photo_that_was_not_asked_for_is_asked_about_by_itself(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: (pages 2)
      → 照片看得清
      → 这张照片是哪一样 [身份证（换掉上一张）]
      → not: 来晚了
    罗建华: [身份证]
      → 照片看得清
    """)
    found = [each for (each,) in stage.street.rows(STATES)]
    assert found == ["id_card replaced", "id_card shown"]
    assert stage.street.value("SELECT count(*) FROM report_case") == 0


async def test_retakes_of_two_papers_at_once_are_both_asked_about(stage: Stage) -> None:
    await stage.play(f"""
    {RENTS}
    罗建华: (pages 2)
    罗建华: [身份证]
    罗建华: [可以，给窗口看]
    罗建华: [租房合同]
    甘志明: [🔁 请重拍]
    甘志明: [没拍全]
    甘志明: [🔁 请重拍]
    甘志明: [字看不清]
    罗建华: (pages 2 5)
      → 第 1 张（共 2 张）是哪一样 [身份证] [租房合同]
    罗建华: [租房合同]
    罗建华: [身份证]
      → 身份证的照片 … 照片看得清
      → 租房合同的照片 … 照片看得清
    """)


# Each row: the hours since the check, and what an uncaptioned photo is taken for then.
LATER = [(29, "只给社区窗口的工作人员看"), (31, "是哪一类事")]


@pytest.mark.parametrize(("hours", "asked"), LATER)
async def test_for_thirty_hours_after_a_check_a_photo_is_one_of_a_paper(
    stage: Stage, hours: int, asked: str
) -> None:
    await stage.play(f"""
    {VERDICT}
    time: {hours * 60} minutes
    罗建华: (page)
      → {asked}
    """)


RETAKES = [(7 * 24 - 1, "照片看得清"), (7 * 24 + 1, "是哪一类事")]


@pytest.mark.parametrize(("hours", "said"), RETAKES)
async def test_for_seven_days_a_retake_is_of_its_paper_at_once(
    stage: Stage, hours: int, said: str
) -> None:
    await stage.play(f"""
    {SHOWN}
    甘志明: [🔁 请重拍]
    甘志明: [没拍全]
    time: {hours * 60} minutes
    罗建华: (another page)
      → {said}
    """)
