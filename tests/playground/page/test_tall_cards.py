"""A card that is taller than the screen, on the page in a real browser: its buttons are seen."""

import pytest

from playground.phones import Phone
from tests.playground.browser import Screen, ScriptedBot, reason_to_skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="package"),
    pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip()),
]
TALL = "\n".join(f"第 {number} 行" for number in range(60))


def buttons(*labels: str) -> dict[str, object]:
    """Lay out one button a row."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label}] for label in labels]}


async def test_a_tall_card_shows_its_buttons(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await bot.say(phone.user_id, TALL, reply_markup=buttons("受理", "出发"))
    await screen.sees(phone, ".inline-button", count=2)
    assert await screen.is_in_sight(phone, ".inline-keyboard")


async def test_a_tall_card_without_buttons_shows_its_head(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await bot.say(phone.user_id, TALL)
    await screen.sees(phone, ".row.in", "第 59 行")
    feed = await screen.phone(phone).locator(".feed").bounding_box()
    row = await screen.phone(phone).locator(".row.in").bounding_box()
    assert feed
    assert row
    assert feed["y"] <= row["y"] < feed["y"] + 60


async def test_the_buttons_are_seen_after_an_edit_in_place_that_makes_the_card_taller(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    sent = await bot.say(phone.user_id, "短", reply_markup=buttons("一"))
    where = {"chat_id": phone.user_id, "message_id": sent["message_id"]}
    more = buttons("一", "二", "三")
    await screen.sees(phone, ".inline-button", "一")
    await bot.client.call("editMessageText", **where, text=TALL, reply_markup=more)
    await screen.sees(phone, ".inline-button", "三")
    assert await screen.is_in_sight(phone, ".inline-keyboard")


async def test_an_edit_of_the_newest_card_is_followed_from_its_head_too(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    sent = await bot.say(phone.user_id, TALL, reply_markup=buttons("一"))
    where = {"chat_id": phone.user_id, "message_id": sent["message_id"]}
    await screen.sees(phone, ".inline-button", "一")
    await _scroll_up(screen, phone)
    more = buttons("一", "二")
    await bot.client.call("editMessageText", **where, text=f"{TALL}\n受理了", reply_markup=more)
    await screen.sees(phone, ".inline-button", "二")
    assert await screen.is_in_sight(phone, ".inline-keyboard")


async def test_whoever_reads_an_old_message_is_not_moved_by_an_edit_below(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    await bot.say(phone.user_id, TALL)
    sent = await bot.say(phone.user_id, "短", reply_markup=buttons("一"))
    where = {"chat_id": phone.user_id, "message_id": sent["message_id"]}
    await screen.sees(phone, ".inline-button", "一")
    await _scroll_up(screen, phone)
    await bot.client.call("editMessageText", **where, text="长", reply_markup=buttons("二"))
    await screen.sees(phone, ".inline-button", "二")
    assert not await screen.is_in_sight(phone, ".inline-keyboard")


async def _scroll_up(screen: Screen, phone: Phone) -> None:
    feed = screen.phone(phone).locator(".feed")
    await feed.evaluate("one => one.scrollTo({ top: 0, behavior: 'instant' })")
    await screen.phone(phone).locator(".to-end").wait_for()
