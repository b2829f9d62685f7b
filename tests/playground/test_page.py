"""The page with the phones, in a real browser, with a small bot behind the playground."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest
import pytest_asyncio

from playground.clock import Clock
from playground.control import Showcase
from playground.phones import Phone
from playground.server import Playground
from tests.playground.browser import (
    NARROW,
    Screen,
    ScriptedBot,
    community_map,
    open_browser,
    open_screen,
    reason_to_skip,
)
from tests.playground.client import Client
from tests.playground.conftest import NOON

if TYPE_CHECKING:
    from playwright.async_api import Browser, FilePayload

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip()),
]
HINT = {"zh-CN": "在兰的手机上写一句话。", "en": "Write a sentence on Lan's phone."}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator["Browser"]:
    async with open_browser() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def client(playground: Playground) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(session, playground.url, playground.token)


@pytest_asyncio.fixture(loop_scope="module")
async def playground() -> AsyncIterator[Playground]:
    showcase = Showcase(HINT, community_map())
    async with Playground(clock=Clock(standing_at=NOON), showcase=showcase) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def bot(playground: Playground, client: Client) -> AsyncIterator[ScriptedBot]:
    scripted = ScriptedBot(client)
    running = asyncio.create_task(scripted.run())
    yield scripted
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError, aiohttp.ClientError):
        await running


@pytest_asyncio.fixture(loop_scope="module")
async def screen(
    browser: "Browser", playground: Playground, phone: Phone, stranger: Phone, bot: ScriptedBot
) -> AsyncIterator[Screen]:
    async with open_screen(browser, playground) as opened:
        yield opened


async def test_a_text_reaches_the_bot_and_its_answer_the_phone(
    screen: Screen, phone: Phone, stranger: Phone
) -> None:
    await screen.write(phone, "3栋下水道堵了")
    await screen.sees(phone, ".row.out .text", "3栋下水道堵了")
    await screen.sees(phone, ".row.in .text", "听到了：3栋下水道堵了")
    await screen.sees(phone, ".row.out.read", "3栋下水道堵了")
    await screen.sees(stranger, ".row", count=0)


async def test_what_people_write_is_shown_as_text_and_never_run(
    screen: Screen, phone: Phone
) -> None:
    hostile = '<img src="x" onerror="document.title=1"><b>粗</b>'
    await screen.write(phone, hostile)
    await screen.sees(phone, ".row.in .text", f"听到了：{hostile}")
    await screen.sees(phone, ".row .text img, .row .text b", count=0)
    assert await screen.page.title() == "小巷 Xiaoxiang"


async def test_a_pressed_button_loads_until_the_bot_answers_then_the_message_changes_in_place(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await screen.write(phone, "选")
    await screen.sees(phone, ".inline-button", count=3)
    bot.silent = True
    await screen.phone(phone).get_by_role("button", name="下水道").click()
    await screen.sees(phone, ".inline-button[aria-busy='true']", "下水道")
    bot.silent = False
    await screen.page.reload()
    await screen.sees(phone, ".inline-button[aria-busy='true']", "下水道")
    await screen.phone(phone).get_by_role("button", name="路灯").click()
    await screen.sees(phone, ".toast", "选了 lamp")
    await screen.sees(phone, ".row.in .text", "选了 lamp")
    await screen.sees(phone, ".inline-button", count=0)
    await screen.sees(phone, ".edited", "已编辑")


async def test_an_alert_stays_until_it_is_closed(screen: Screen, phone: Phone) -> None:
    await screen.write(phone, "选")
    await screen.phone(phone).get_by_role("button", name="别的").click()
    await screen.sees(phone, "[role='alertdialog']", "选了 other")
    await screen.page.keyboard.press("Escape")
    await screen.sees(phone, "[role='alertdialog']", count=0)


async def test_two_sample_photos_go_as_one_album_with_a_caption(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await screen.attach(phone, "photo")
    for code in ("drain", "lamp"):
        await screen.phone(phone).locator(f"[data-sample='{code}']").click()
    await screen.phone(phone).get_by_label("加一句说明").fill("楼下")
    await screen.phone(phone).get_by_role("button", name="发送 2 张").click()
    await screen.sees(phone, ".row.out .photo", count=2)
    await screen.sees(phone, ".row.out:has(.album)", "楼下")
    await screen.sees(phone, ".row.in", "收到 photo", count=2)
    photos = [u["message"] for u in bot.heard if "photo" in u["message"]]
    assert len({message["media_group_id"] for message in photos}) == 1
    await screen.phone(phone).locator(".photo").first.click()
    assert await screen.page.locator(".lightbox .count").inner_text() == "1 / 2"


async def test_an_own_picture_is_made_a_jpeg_as_the_apps_do(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    picture = await screen.page.screenshot()
    await screen.attach(phone, "photo")
    upload: FilePayload = {"name": "mine.png", "mimeType": "image/png", "buffer": picture}
    await screen.phone(phone).locator("input[type='file']").set_input_files(upload)
    await screen.phone(phone).get_by_role("button", name="发送", exact=True).last.click()
    await screen.sees(phone, ".row.in", "收到 photo")
    stored = screen.playground.world.files.of(bot.heard[-1]["message"]["photo"][-1]["file_id"])
    assert (stored.width, stored.height) == (1280, 800)
    assert stored.content.startswith(b"\xff\xd8")


async def test_a_place_is_chosen_on_the_map_and_a_building_draws_the_pin(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await screen.write(phone, "问")
    await screen.phone(phone).get_by_role("button", name="发位置").click()
    house = await screen.phone(phone).locator(".map .house").bounding_box()
    assert house is not None
    middle = (house["x"] + house["width"] / 2, house["y"] + house["height"] / 2)
    await screen.page.mouse.click(middle[0] + 3, middle[1] - 2)
    await screen.phone(phone).get_by_role("button", name="发送这个位置").click()
    await screen.sees(phone, ".row.in", "收到 location")
    await screen.sees(phone, ".row.out .place .mini-map")
    place = next(u["message"]["location"] for u in bot.heard if "location" in u["message"])
    assert place == {"latitude": 27.621, "longitude": 113.841}


async def test_a_far_away_place_and_typed_coordinates_can_be_sent(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await screen.attach(phone, "location")
    await screen.phone(phone).get_by_role("button", name="很远的地方").click()
    await screen.sees(phone, ".away", "公里")
    await screen.phone(phone).get_by_label("纬度").fill("0.5")
    await screen.phone(phone).get_by_label("经度").fill("-1.25")
    await screen.phone(phone).get_by_role("button", name="发送这个位置").click()
    await screen.sees(phone, ".row.in", "收到 location")
    assert bot.heard[-1]["message"]["location"] == {"latitude": 0.5, "longitude": -1.25}


async def test_the_reply_keyboard_asks_before_the_own_number_is_sent(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await screen.write(phone, "问")
    await screen.sees(phone, ".reply-button", count=3)
    assert await screen.phone(phone).locator(".field").get_attribute("placeholder") == "哪栋楼？"
    await screen.phone(phone).get_by_role("button", name="发号码").click()
    await screen.sees(phone, "[role='alertdialog']", phone.person.phone_number)
    await screen.phone(phone).get_by_role("button", name="发送", exact=True).last.click()
    await screen.sees(phone, ".row.out .contact", phone.person.phone_number)
    await screen.sees(phone, ".row.in", "收到 contact")
    assert bot.heard[-1]["message"]["contact"]["user_id"] == phone.user_id
    await screen.phone(phone).get_by_role("button", name="算了").click()
    await screen.sees(phone, ".row.in", "听到了：算了")


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


async def test_the_start_button_starts_and_a_deep_link_carries_its_payload(
    screen: Screen, stranger: Phone, bot: ScriptedBot
) -> None:
    await screen.phone(stranger).get_by_role("button", name="开始").click()
    await screen.sees(stranger, ".row.in", "听到了：/start")
    await bot.say(stranger.user_id, "https://t.me/xiaoxiang_bot?start=b_riverside_3 请点")
    await screen.phone(stranger).locator(".text a").first.click()
    await screen.sees(stranger, ".row.in", "听到了：/start b_riverside_3")


async def test_a_link_to_elsewhere_is_only_shown(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await bot.say(phone.user_id, "见 https://example.org/a")
    await screen.phone(phone).locator(".text a").click()
    await screen.sees(phone, "[role='alertdialog']", "https://example.org/a")
    assert len(screen.page.context.pages) == 1


async def test_the_menu_of_a_message_reacts_and_replies(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    sent = await bot.say(phone.user_id, "好了")
    text = screen.phone(phone).locator(".row.in .text").last
    await text.click(button="right")
    await screen.phone(phone).get_by_role("menuitemcheckbox", name="回应 👍").click()
    await screen.sees(phone, ".reaction[aria-pressed='true']", "👍")
    assert phone.message(sent["message_id"]).reactions == {phone.user_id: "👍"}
    await text.click(button="right")
    await screen.phone(phone).get_by_role("menuitem", name="回复").click()
    await screen.write(phone, "谢谢")
    await screen.sees(phone, ".row.out .quote", "好了")
    assert phone.messages()[-2].about["reply_to_message"]["message_id"] == sent["message_id"]


async def test_an_own_text_is_edited_by_a_double_click(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await screen.write(phone, "3东")
    await screen.sees(phone, ".row.out", "3东")
    await screen.phone(phone).locator(".row.out .text").last.dblclick()
    await screen.sees(phone, ".about", "编辑消息")
    await screen.write(phone, "3栋")
    await screen.sees(phone, ".row.out", "3栋")
    await screen.sees(phone, ".row.out", "3东", count=0)
    await screen.playground.until(lambda: "edited_message" in (bot.heard or [{}])[-1])


async def test_deleted_and_pinned_messages(screen: Screen, phone: Phone, bot: ScriptedBot) -> None:
    gone = await bot.say(phone.user_id, "会消失")
    kept = await bot.say(phone.user_id, "会留下")
    where = {"chat_id": phone.user_id}
    await bot.client.call("deleteMessage", **where, message_id=gone["message_id"])
    await bot.client.call("pinChatMessage", **where, message_id=kept["message_id"])
    await screen.sees(phone, ".row .text", "会消失", count=0)
    await screen.sees(phone, ".pinned", "会留下")
    await screen.sees(phone, ".row.service", "置顶了“会留下”")


async def test_commands_are_offered_while_a_slash_is_typed(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    commands = [("report", "报告"), ("mycases", "我的")]
    listed = [{"command": name, "description": words} for name, words in commands]
    await bot.client.call("setMyCommands", commands=listed)
    await screen.phone(phone).locator(".menu-button").wait_for()
    await screen.phone(phone).locator(".field").press_sequentially("/m")
    await screen.sees(phone, ".command-choice", "/mycases")
    await screen.page.keyboard.press("Enter")
    await screen.sees(phone, ".row.in", "听到了：/mycases")


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
