"""Sending photos, places and contacts from the page."""

from typing import TYPE_CHECKING

import pytest

from playground.phones import Phone
from tests.playground.browser import Screen, ScriptedBot, reason_to_skip

if TYPE_CHECKING:
    from playwright.async_api import FilePayload

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="package"),
    pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip()),
]


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
    drawn = screen.phone(phone).locator(".map .house")
    await drawn.click(trial=True)  # until it stands still
    house = await drawn.bounding_box()
    assert house is not None
    await screen.sees(phone, ".map .number", "3")
    middle = (house["x"] + house["width"] / 2, house["y"] + house["height"] / 2)
    await screen.page.mouse.click(middle[0] + 3, middle[1] - 2)
    await screen.sees(phone, ".map .pin-name", "江湾3栋")
    await screen.phone(phone).get_by_role("button", name="发送这个位置").click()
    await screen.sees(phone, ".row.in", "收到 location")
    await screen.sees(phone, ".row.out .place .mini-map .pin-name", "江湾3栋")
    place = next(u["message"]["location"] for u in bot.heard if "location" in u["message"])
    assert place == {"latitude": 27.621, "longitude": 113.841}


async def test_the_pin_of_a_case_is_named_after_the_building_else_after_the_grid(
    screen: Screen, phone: Phone, bot: ScriptedBot
) -> None:
    for longitude, name in ((113.84101, "江湾3栋"), (113.8425, "乙格")):
        point = {"latitude": 27.621, "longitude": longitude}
        await bot.client.call(
            "sendVenue", chat_id=phone.user_id, **point, title="JW-1", address="JW-1"
        )
        await screen.sees(phone, ".mini-map .pin-name", name)
        await screen.phone(phone).locator(".place").last.click()
        await screen.sees(phone, ".map .map-pin", name)
        await screen.page.keyboard.press("Escape")


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
