"""The main story in the demo, clicked through in a real browser: from the drain to the photo."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from handlers.demo import Scenery, playing
from handlers.operator import operator_of
from playground.control import Showcase
from playground.phones import Phone
from playground.server import Playground
from tests.playground.browser import (
    NARROW,
    WIDE,
    Screen,
    open_browser,
    open_screen,
    reason_to_skip,
)

if TYPE_CHECKING:
    from playwright.async_api import Browser

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip()),
]
JIANGWAN = Path(__file__).parent.parent.parent / "examples" / "jiangwan"
PICTURES = os.environ.get("XIAOXIANG_PICTURES", "")
"""A folder for screenshots, for whoever wants to look at them."""
SIDES = (
    "faces => faces.map(face => face.getBoundingClientRect()).map(box => [box.left, box.right])"
)


def open_playground(port: int, scenery: Scenery) -> Playground:
    """Open the demo's Telegram as bot.py does."""
    return Playground(port=port, showcase=Showcase(hint=dict(scenery.hint), map=dict(scenery.map)))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo() -> AsyncIterator[Playground]:
    operator = operator_of({"XIAOXIANG_LANGUAGE": "zh-CN"})
    async with playing(operator, open_playground, JIANGWAN, 0) as telegram:
        assert isinstance(telegram, Playground)
        yield telegram


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator["Browser"]:
    async with open_browser() as started:
        yield started


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def screen(demo: Playground, browser: "Browser") -> AsyncIterator[Screen]:
    async with open_screen(browser, demo, WIDE) as opened:
        yield opened


def phone_of(demo: Playground, name: str) -> Phone:
    """Pick up the phone of somebody in the demo."""
    people = demo.world.people.values()
    return demo.phone(next(each.account.id for each in people if each.account.first_name == name))


async def press(screen: Screen, phone: Phone, label: str) -> None:
    """Press the newest inline button with this label."""
    await screen.phone(phone).locator(f".inline-button .label:text-is('{label}')").last.click()


async def send_photo(screen: Screen, phone: Phone, sample: str) -> None:
    """Send a sample photo by the attachment menu."""
    await screen.attach(phone, "photo")
    await screen.page.locator(f".offer[data-sample='{sample}']").click()
    await screen.page.locator(".sheet-body .wide").click()


async def picture(screen: Screen, name: str) -> None:
    """Keep a screenshot when somebody wants one."""
    if PICTURES:
        await screen.page.screenshot(path=f"{PICTURES}/{name}.png")


async def test_resident_reports_and_the_worker_of_that_building_solves_it(
    demo: Playground, screen: Screen
) -> None:
    resident, worker = phone_of(demo, "罗建华"), phone_of(demo, "邹春兰")
    await screen.sees(worker, ".row.in", "欢迎，邹春兰")
    await screen.write(resident, "江湾小区3栋2单元楼下下水道又堵了")
    await press(screen, resident, "外面冒")
    await press(screen, resident, "整个单元")
    await press(screen, resident, "不是")
    await screen.sees(resident, ".row.in", "照片吗")
    await send_photo(screen, resident, "drain")
    await screen.sees(resident, ".row.in", "收到 1 张")
    await press(screen, resident, "好了，没有了")
    await screen.sees(resident, ".inline-button", "发送")
    await picture(screen, "1-summary")
    await press(screen, resident, "发送")
    await screen.sees(resident, ".row.in", "邹春兰")
    await screen.sees(worker, ".row.in", "江湾小区3栋2单元")
    await picture(screen, "2-case")
    await press(screen, worker, "受理")
    await screen.sees(resident, ".row.in", "处理中")
    await press(screen, worker, "处理完了")
    await screen.write(worker, "疏通了，盖板已复位")
    await screen.sees(worker, ".row.in", "处理后的照片")
    await send_photo(screen, worker, "lamp")
    await screen.sees(worker, ".row.in", "收到 1 张")
    await press(screen, worker, "好了，没有了")
    await screen.sees(resident, ".row.in", "办好了")
    await picture(screen, "3-solved")
    nobody_else = (phone_of(demo, "易慧敏"), phone_of(demo, "甘志明"))
    for phone in nobody_else:
        await screen.sees(phone, ".row", "JW-", count=0)


async def test_a_danger_is_warned_of_before_any_form(demo: Playground, screen: Screen) -> None:
    neighbour = phone_of(demo, "Anna")
    await screen.write(neighbour, "a dog has bitten my daughter")
    await screen.sees(neighbour, ".row.in", "within 24 hours")
    await screen.sees(neighbour, ".inline-button", "safe")
    await picture(screen, "4-danger")


async def test_a_dispute_reaches_the_mediator_alone(demo: Playground, screen: Screen) -> None:
    neighbour, mediator = phone_of(demo, "Anna"), phone_of(demo, "费文安")
    await screen.write(neighbour, "/mediation")
    await press(screen, neighbour, "Between neighbours")
    await screen.sees(neighbour, ".row.in", "What happened?")
    await press(screen, neighbour, "Skip")
    for label in ("A neighbour", "I do not know"):
        await press(screen, neighbour, label)
    await screen.sees(neighbour, ".row.in", "What result")
    await press(screen, neighbour, "Skip")
    for label in ("Any time", "Send it"):
        await press(screen, neighbour, label)
    await screen.sees(mediator, ".row.in", "有人找您")
    await screen.sees(phone_of(demo, "甘志明"), ".row", "调解", count=0)


async def test_on_a_small_window_one_phone_fills_it(demo: Playground, browser: "Browser") -> None:
    resident = phone_of(demo, "罗建华")
    async with open_screen(browser, demo, NARROW) as small:
        box = await small.phone(resident).bounding_box()
        assert box
        assert box["width"] > NARROW[0] * 0.9
        faces = small.page.locator(".person")
        await faces.last.wait_for()
        # All at once: the page may draw them anew between two looks.
        for left, right in await faces.evaluate_all(SIDES):
            assert 0 <= left < right <= NARROW[0]
        await picture(small, "5-small")
