"""What a clerk says of a photo: once, in any order, also late and after it was taken back."""

import pytest

from tests.handlers.test_paper_photos import SHOWN, VERDICT
from tests.handlers.transcripts import Stage, press

# Each row: the clerk's presses, the settled card, what the person reads, and the verdict.
WORDS = [
    (("✅ 可以",), "看过了：可以。照片已撤", "窗口看过了：可以", "身份证：✅ 窗口看过，可以"),
    (
        ("🔁 请重拍", "字看不清"),
        "看过了：请重拍，字看不清。照片已撤",
        "窗口请您再拍一张：字看不清",
        "身份证：🔁 窗口请您再拍一张",
    ),
    (
        ("❌ 不是这样材料",),
        "看过了：不是这样材料。照片已撤",
        "窗口说：这不是要的那样材料",
        "身份证：❌ 窗口说这不是要的那样",
    ),
    (
        ("🔁 请重拍", "已经过期"),
        "看过了：过期了，要换新的。照片已撤",
        "这张过期了，先去换新的",
        "身份证：窗口看过：过期了，先换新的",
    ),
]


def pressed(presses: tuple[str, ...]) -> str:
    """Write the clerk's presses as a transcript."""
    return "\n".join(f"    甘志明: [{each}]" for each in presses)


@pytest.mark.parametrize(("presses", "card", "told", "verdict"), WORDS)
async def test_a_word_settles_the_card_and_is_told(
    stage: Stage, presses: tuple[str, ...], card: str, told: str, verdict: str
) -> None:
    await stage.play(f"""
    {SHOWN}
    {pressed(presses)}
      → {card}
      → not: (photo)
    罗建华:
      → {told}
      → {verdict}
    """)


@pytest.mark.parametrize(("presses", "card", "told", "_verdict"), WORDS)
async def test_a_word_on_the_next_photo_counts_too(
    stage: Stage, presses: tuple[str, ...], card: str, told: str, _verdict: str
) -> None:
    await stage.play(f"""
    {SHOWN}
    甘志明: [🔁 请重拍]
    甘志明: [没拍全]
    罗建华: (another page)
    {pressed(presses)}
      → {card}
    罗建华:
      → {told}
    """)


@pytest.mark.parametrize(("presses", "_card", "_told", "_verdict"), WORDS)
async def test_a_word_counts_after_the_day_of_the_appointment(
    stage: Stage, presses: tuple[str, ...], _card: str, _told: str, _verdict: str
) -> None:
    await stage.play(f"""
    {VERDICT}
    罗建华: [预约窗口]
    罗建华: [11月25日]
    罗建华: [09:00]
    罗建华: [就约这个]
      → 约好了
    罗建华: (page)
    罗建华: [可以，给窗口看]
    time: {45 * 60} minutes
    {pressed(presses)}
      → 看过了
    罗建华:
      → 身份证的照片 … 窗口
    """)


async def test_an_expired_paper_asks_for_the_renewed_one(stage: Stage) -> None:
    await stage.play(f"""
    {SHOWN}
    甘志明: [🔁 请重拍]
    甘志明: [已经过期]
    罗建华:
      → 先别去 … 过期了 [✅ 有了：身份证]
      → not: [📷 拍身份证给窗口看]
    罗建华: [✅ 有了：身份证]
      → 身份证：上次那张过期了；换好新的，可以再拍 [📷 拍身份证给窗口看]
    罗建华: [📷 拍身份证给窗口看]
    罗建华: (another page)
      → 照片看得清
    甘志明: [✅ 可以]
    罗建华:
      → 可以去了 … 身份证：✅ 窗口看过，可以
    """)


async def test_a_word_in_the_moment_of_taking_back_leaves_no_photo(stage: Stage) -> None:
    await stage.play(SHOWN)
    clerk, person = stage.street.people["甘志明"], stage.street.people["罗建华"]
    card = next(each for each in reversed(clerk.messages()) if "photo" in each.content)
    press(person, "不给窗口看了")
    clerk.press(card.message_id, card.buttons()[0]["callback_data"])
    await stage.street.settle()
    toasts = [each.toast for each in stage.street.playground.world.presses._in_order]  # noqa: SLF001
    assert toasts[-1] in {"好的，告诉居民了", "这张照片已经不在了"}
    assert stage.street.value("SELECT count(*) FROM paper_photo") == 0
    await stage.play("""
    甘志明:
      → not: (photo)
    罗建华:
      → not: [不给窗口看了]
    """)


async def test_a_second_word_of_the_same_clerk_is_answered_with_the_first(stage: Stage) -> None:
    await stage.play(SHOWN)
    clerk = stage.street.people["甘志明"]
    card = next(each for each in reversed(clerk.messages()) if "photo" in each.content)
    fine, _, wrong = (each["callback_data"] for each in card.buttons())
    for data in (fine, fine, wrong):
        clerk.press(card.message_id, data)
    await stage.street.settle()
    toasts = [each.toast or "" for each in stage.street.playground.world.presses._in_order]  # noqa: SLF001
    assert toasts[-3:-1] == ["好的，告诉居民了"] * 2
    assert toasts[-1].endswith("已经看过了：可以")
    assert stage.street.value("SELECT state FROM paper_photo") == "fine"


async def test_the_words_in_english(stage: Stage) -> None:
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
    Anna: yes
    甘志明: [🔁 请重拍]
    甘志明: [已经过期]
    Anna:
      → this one has expired, please get a new one first
    Anna: (another page)
      → Which paper is this? [Identity card (the renewed one)] [Not a paper: report a problem]
    Anna: [Identity card]
      → The photo is clear
    """)
