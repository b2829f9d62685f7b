"""Photos that come by themselves: of a paper, when one is waited for or a check is fresh."""

import pytest

from tests.handlers.test_paper_photos import ASKED, SHOWN, VERDICT
from tests.handlers.test_pre_check import SENIOR
from tests.handlers.transcripts import Stage

CASES = "SELECT count(*) FROM report_case"
PHOTOS = "SELECT count(*) FROM paper_photo"


async def test_a_photo_below_the_verdict_is_one_of_a_paper(stage: Stage) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: (page)
      → 只给社区窗口的工作人员看 [可以，给窗口看] [不给看] [不是证件，是反映问题]
    甘志明:
      → not: (photo)
    罗建华: [可以，给窗口看]
      → 照片看得清，已经给窗口的工作人员看了
    甘志明:
      → (photo) … 请看这张照片是不是：居民身份证
    """)
    assert stage.street.value(CASES) == 0


async def test_it_is_a_report_instead_when_the_person_says_so(stage: Stage) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: (page)
    罗建华: [不是证件，是反映问题]
      → 按反映问题来办
      → 是哪一类事
    甘志明:
      → not: (photo)
    """)
    assert stage.street.value(PHOTOS) == 0


async def test_a_retake_that_was_asked_for_by_measuring_is_that_paper_at_once(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: (dark page)
      → 照片太暗了 [📷 再拍一张]
    罗建华: (page)
      → 照片看得清，已经给窗口的工作人员看了
      → not: 是哪一类事
    """)
    assert stage.street.value(CASES) == 0


async def test_so_is_one_that_the_clerk_asked_for(stage: Stage) -> None:
    await stage.play(f"""
    {SHOWN}
    甘志明: [🔁 请重拍]
    甘志明: [没拍全]
    罗建华: (page as file)
      → 照片看得清，已经给窗口的工作人员看了
    """)
    assert stage.street.value(CASES) == 0


async def test_an_expired_paper_needs_another_paper(stage: Stage) -> None:
    await stage.play(f"""
    {SHOWN}
    甘志明: [🔁 请重拍]
    甘志明: [已经过期]
    罗建华:
      → 窗口看了：这张过期了，先去换新的：过期或丢了，到派出所换领
      → 身份证：窗口看过：过期了，先换新的
      → not: [📷 再拍一张]
    罗建华: (page as file)
      → 这张照片是哪一样 [身份证] [不是证件，是反映问题]
    """)


async def test_a_photo_during_the_check_is_not_said_to_be_kept(stage: Stage) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: (page)
      → 照片等核对完再发，或点📷。这张我没有收 … 都齐了吗？
      → not: 收到 1 张
    罗建华: [✅ 都有了]
    罗建华: [不用记]
    罗建华: (page)
      → 只给社区窗口的工作人员看
    """)


NO_FILE = "SELECT count(*) FROM talk WHERE script = 'paper_photo' AND answers LIKE '%files%'"


@pytest.mark.parametrize("said", ["[可以，给窗口看]", "[不给看]", "[不办了]", "[不是证件"])
async def test_what_came_is_not_kept_with_the_conversation_that_is_over(
    stage: Stage, said: str
) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: (page)
    罗建华: {said.removesuffix("]")}]
    """)
    assert stage.street.value(NO_FILE) == 0


async def test_a_photo_that_nobody_agrees_to_show_is_forgotten_the_next_night(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: (page)
      → 只给社区窗口的工作人员看
    """)
    assert stage.street.value(NO_FILE) == 1
    await stage.play(f"""
    time: {25 * 60} minutes
    bot: restarts
    """)
    await stage.street.until(lambda: stage.street.value(NO_FILE) == 0)
    assert stage.street.value("SELECT count(*) FROM talk WHERE state = 'open'") == 0


async def test_trouble_below_a_photo_stays_a_report(stage: Stage) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: (page) 3号楼楼道灯坏了
      → 路灯、楼道灯
      → not: 不是证件
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
    Anna: (page)
      → Only the staff [Yes, show it to the window] [No] [Not a paper: report a problem]
    Anna: [Yes, show it to the window]
      → The photo is clear and was shown to the staff of the window
    """)
