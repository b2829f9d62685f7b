"""What is around the chats: clock, faults, blocking, languages, gaps, windows of all sizes."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from playground.phones import Phone
from playground.server import Playground
from tests.playground.browser import HINT, NARROW, Screen, ScriptedBot, open_screen, reason_to_skip

if TYPE_CHECKING:
    from playwright.async_api import Browser

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="package"),
    pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip()),
]


async def test_blocking_and_unblocking(screen: Screen, phone: Phone, bot: ScriptedBot) -> None:
    await screen.phone(phone).get_by_role("button", name="这部手机").click()
    await screen.phone(phone).get_by_role("menuitem", name="屏蔽机器人").click()
    await screen.sees(phone, ".subtitle", "您屏蔽了这个机器人")
    assert phone.person.blocked
    assert "blocked" in await bot.client.refusal("sendMessage", chat_id=phone.user_id, text="?")
    await screen.phone(phone).get_by_role("button", name="解除屏蔽").click()
    await screen.write(phone, "回来了")
    await screen.sees(phone, ".row.in", "听到了：回来了")


async def test_the_clock_moves_forward_on_the_page_and_in_the_playground(
    screen: Screen, phone: Phone
) -> None:
    await screen.write(phone, "早")
    await screen.sees(phone, ".day", "今天")
    before = await screen.page.locator(".clock-face .time").inner_text()
    await screen.page.get_by_role("button", name="+1 小时").click()
    await screen.page.locator(".clock-face.moved").wait_for()
    after = await screen.page.locator(".clock-face .time").inner_text()
    assert (int(after[:2]) - int(before[:2])) % 24 == 1
    assert after[2:] == before[2:]
    await screen.page.get_by_role("button", name="+1 天").click()
    await screen.sees(phone, ".day", "昨天")
    assert screen.playground.clock.forward == 90_000


async def test_a_fault_hits_the_bot_and_wears_off(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await screen.page.locator(".fault").click()
    await screen.page.get_by_text("服务器出错（502）").click()
    await screen.page.get_by_text("10 次").click()
    await screen.page.locator(".begin").click()
    await screen.page.locator(".fault.on").filter(has_text="服务器出错（502） · 剩").wait_for()
    faults = screen.playground.world.faults
    assert faults.active[0].count is not None
    faults.active[0].count = 2
    faults.active[0].methods = frozenset({"sendmessage"})
    await screen.write(phone, "还在吗")
    await screen.sees(phone, ".row.in", "听到了：还在吗")
    statuses = [call.status for call in screen.playground.world.calls.of("sendmessage")]
    assert statuses == [502, 502, 200]
    await screen.page.locator(".fault:not(.on)").wait_for()


async def test_a_fault_can_be_lifted(screen: Screen) -> None:
    await screen.page.locator(".fault").click()
    await screen.page.get_by_text("一直").click()
    await screen.page.locator(".begin").click()
    await screen.page.locator(".fault.on").click()
    await screen.page.get_by_role("button", name="解除故障").click()
    await screen.page.locator(".fault:not(.on)").wait_for()
    assert screen.playground.world.faults.active == []


async def test_unsent_text_is_kept_for_each_phone(
    screen: Screen, phone: Phone, stranger: Phone, bot: ScriptedBot
) -> None:
    stranger.start()
    await screen.phone(phone).locator(".field").fill("还没写完")
    await screen.phone(stranger).locator(".field").fill("not yet")
    await screen.page.reload()
    assert await screen.phone(phone).locator(".field").input_value() == "还没写完"
    assert await screen.phone(stranger).locator(".field").input_value() == "not yet"


async def test_after_a_gap_the_page_reads_everything_again(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await screen.write(phone, "一")
    await screen.sees(phone, ".row.in", "听到了：一")
    screen.playground.world.events.close()
    await bot.say(phone.user_id, "间隔里的话")
    await screen.sees(phone, ".row.in", "间隔里的话")
    await bot.say(phone.user_id, "之后的话")
    await screen.sees(phone, ".row.in", "之后的话")


async def test_a_reset_empties_the_page(screen: Screen, phone: Phone) -> None:
    await screen.playground.reset()
    await screen.page.locator(".nobody").wait_for()
    newcomer = screen.playground.add_phone("Ming")
    await screen.phone(newcomer).get_by_role("button", name="开始").wait_for()


async def test_the_page_speaks_english_and_stays_so(screen: Screen, phone: Phone) -> None:
    await screen.page.get_by_role("button", name="English").click()
    await screen.page.get_by_text(HINT["en"]).wait_for()
    await screen.page.reload()
    await screen.page.get_by_role("button", name="+10 min").wait_for()
    assert await screen.page.locator("html").get_attribute("lang") == "en"


async def test_three_hundred_messages_are_all_there_and_the_newest_is_in_sight(
    browser: "Browser", playground: Playground, phone: Phone
) -> None:
    for number in range(1, 300):
        phone.type(f"第 {number} 条")
    async with open_screen(browser, playground) as screen:
        await screen.sees(phone, ".row", count=300)
        last = screen.phone(phone).locator(".row").last
        box = await last.bounding_box()
        assert box is not None
        assert 0 < box["y"] < 800
        phone.type("再来一条")
        await screen.sees(phone, ".row", "再来一条")


async def test_of_a_flood_only_the_newest_three_hundred_stay(screen: Screen, phone: Phone) -> None:
    for number in range(400):
        phone.type(f"洪水 {number}")
    await screen.sees(phone, ".row", "洪水 399")
    await screen.sees(phone, ".row", count=300)


async def test_a_message_that_is_taller_than_the_screen_shows_its_head(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    rows = [[{"text": f"{number} 栋", "callback_data": str(number)}] for number in range(30)]
    await bot.say(phone.user_id, "哪一栋？", reply_markup={"inline_keyboard": rows})
    await screen.sees(phone, ".inline-button", count=30)
    question = await screen.phone(phone).get_by_text("哪一栋？").bounding_box()
    feed = await screen.phone(phone).locator(".feed").bounding_box()
    assert question is not None
    assert feed is not None
    assert feed["y"] < question["y"] < feed["y"] + 60
    await bot.say(phone.user_id, "下一句")
    await screen.sees(phone, ".row", "下一句")
    newest = await screen.phone(phone).locator(".row").last.bounding_box()
    assert newest is not None
    assert newest["y"] + newest["height"] <= feed["y"] + feed["height"]


async def test_on_a_narrow_window_one_phone_fills_it_and_the_others_count_what_is_new(
    browser: "Browser", playground: Playground, phone: Phone, stranger: Phone, bot: ScriptedBot
) -> None:
    stranger.start()
    async with open_screen(browser, playground, NARROW) as screen:
        assert await screen.phone(stranger).is_hidden()
        box = await screen.phone(phone).bounding_box()
        assert box is not None
        assert box["width"] == NARROW[0]
        await bot.say(stranger.user_id, "one")
        await bot.say(stranger.user_id, "two")
        tab = screen.page.locator(f"[data-person='{stranger.user_id}']")
        await tab.locator(".badge").filter(has_text="2").wait_for()
        await tab.click()
        await screen.phone(stranger).wait_for()
        await tab.locator(".badge").wait_for(state="detached")
        overflow = "document.documentElement.scrollWidth > innerWidth"
        assert not await screen.page.evaluate(overflow)


async def test_every_control_has_a_name_and_room_for_a_finger(
    browser: "Browser", playground: Playground, phone: Phone, bot: ScriptedBot
) -> None:
    async with open_screen(browser, playground, NARROW) as screen:
        await screen.write(phone, "问")
        await screen.sees(phone, ".reply-button", count=3)
        await screen.write(phone, "选")
        await screen.sees(phone, ".inline-button", count=3)
        poor = await screen.page.evaluate(
            """() => [...document.querySelectorAll("button, a[href], input, textarea")]
                .filter((one) => one.checkVisibility() && !one.closest("[hidden]"))
                .filter((one) => {
                  const { width, height } = one.getBoundingClientRect();
                  const name = one.getAttribute("aria-label") || one.textContent.trim();
                  return !name || (height && (height < 34 || width < 34));
                })
                .map((one) => one.outerHTML)"""
        )
        assert poor == []


async def test_the_transcript_can_be_downloaded(
    screen: Screen, phone: Phone, tmp_path: Path
) -> None:
    await screen.write(phone, "留个底")
    await screen.sees(phone, ".row.in", "听到了：留个底")
    await screen.phone(phone).get_by_role("button", name="这部手机").click()
    async with screen.page.expect_download() as started:
        await screen.phone(phone).get_by_role("menuitem", name="下载聊天记录").click()
    download = await started.value
    await download.save_as(tmp_path / "chat.txt")
    assert "Lan: 留个底" in (tmp_path / "chat.txt").read_text(encoding="utf-8")
