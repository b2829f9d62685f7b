"""Writing, pressing and the menus of a message, on the page in a real browser."""

import pytest

from playground.phones import Phone
from tests.playground.browser import Screen, ScriptedBot, reason_to_skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="package"),
    pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip()),
]


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
