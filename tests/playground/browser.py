"""A real browser in front of the playground's page, and a small bot behind it."""

import asyncio
import contextlib
import importlib.util
import json
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playground.phones import Phone
from playground.server import Playground
from playground.wire import Wire
from tests.playground.client import Client, RefusedError

if TYPE_CHECKING:
    from playwright.async_api import Browser, Locator, Page

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HINT = {"zh-CN": "在兰的手机上写一句话。", "en": "Write a sentence on Lan's phone."}
WIDE, NARROW = (1280, 800), (390, 844)
CHOICE = {
    "inline_keyboard": [
        [{"text": "下水道", "callback_data": "drain"}, {"text": "路灯", "callback_data": "lamp"}],
        [{"text": "别的", "callback_data": "other"}],
    ]
}
ASKING = {
    "keyboard": [
        [{"text": "发位置", "request_location": True}],
        [{"text": "发号码", "request_contact": True}, {"text": "算了"}],
    ],
    "input_field_placeholder": "哪栋楼？",
}


def reason_to_skip() -> str:
    """Say what is missing for the browser tests; empty if nothing is."""
    if not CHROMIUM.exists():
        return f"there is no {CHROMIUM}: apt-get install chromium"
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed: uv sync --all-groups"
    return ""


@dataclass(slots=True)
class ScriptedBot:
    """Answers each kind of message in one fixed way, and tries again when it is refused."""

    client: Client
    heard: list[Wire] = field(default_factory=list)
    silent: bool = False

    async def run(self) -> None:
        """Answer until cancelled."""
        while True:
            for update in await self.client.updates(timeout=20):
                self.heard.append(update)
                if not self.silent:
                    await self._answer(update)

    async def say(self, chat_id: int, text: str, **more: object) -> Any:  # noqa: ANN401  a Message
        """Send a message, however often it takes."""
        return await self._insist("sendMessage", chat_id=chat_id, text=text, **more)

    async def _answer(self, update: Wire) -> None:
        if query := update.get("callback_query"):
            await self._press(query)
        elif message := update.get("message"):
            await self._message(message)

    async def _press(self, query: Wire) -> None:
        message, is_alert = query["message"], query["data"] == "other"
        chosen = f"选了 {query['data']}"
        answer = {"callback_query_id": query["id"], "text": chosen, "show_alert": is_alert}
        await self._insist("answerCallbackQuery", **answer)
        where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
        await self._insist("editMessageText", **where, text=chosen)

    async def _message(self, message: Wire) -> None:
        chat_id, text = message["chat"]["id"], message.get("text", "")
        if text == "选":
            await self.say(chat_id, "哪一类？", reply_markup=CHOICE)
        elif text == "问":
            await self.say(chat_id, "在哪里？", reply_markup=ASKING)
        elif text:
            await self.say(chat_id, f"听到了：{text}")
        for kind in ("photo", "location", "contact", "document"):
            if kind in message:
                await self.say(chat_id, f"收到 {kind}")

    async def _insist(self, method: str, **parameters: object) -> Any:  # noqa: ANN401  any answer
        while True:
            try:
                return await self.client.call(method, **parameters)
            except RefusedError as refused:
                if refused.status not in {429, 502}:
                    raise
                await asyncio.sleep(0.05)


@dataclass(slots=True)
class Screen:
    """One open page, with short ways to what is on it."""

    page: "Page"
    playground: Playground

    def phone(self, phone: Phone) -> "Locator":
        """Find the part of the page that is this phone."""
        return self.page.locator(f"#phone-{phone.user_id}")

    async def write(self, phone: Phone, text: str) -> None:
        """Type a text and press Enter."""
        await self.phone(phone).locator(".field").fill(text)
        await self.phone(phone).locator(".field").press("Enter")

    async def attach(self, phone: Phone, kind: str) -> None:
        """Choose something from the attachment menu."""
        await self.phone(phone).get_by_role("button", name="添加附件").click()
        await self.phone(phone).locator(f".popup [data-kind='{kind}']").click()

    async def is_in_sight(self, phone: Phone, selector: str) -> bool:
        """Tell whether the newest such thing is wholly within the phone's chat."""
        feed = await self.phone(phone).locator(".feed").bounding_box()
        box = await self.phone(phone).locator(selector).last.bounding_box()
        if not feed or not box:
            return False
        is_below_head = box["y"] >= feed["y"]
        return is_below_head and box["y"] + box["height"] <= feed["y"] + feed["height"]

    async def sees(self, phone: Phone, selector: str, text: str = "", count: int = 1) -> None:
        """Wait until the phone shows exactly this."""
        from playwright.async_api import expect  # noqa: PLC0415  not installed everywhere

        found = self.phone(phone).locator(selector)
        if text:
            found = found.filter(has_text=text)
        await expect(found).to_have_count(count)


@contextlib.asynccontextmanager
async def open_browser() -> AsyncIterator["Browser"]:
    """Start Debian's chromium."""
    from playwright.async_api import async_playwright  # noqa: PLC0415  not installed everywhere

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        await browser.close()


@contextlib.asynccontextmanager
async def open_screen(
    browser: "Browser", playground: Playground, size: tuple[int, int] = WIDE
) -> AsyncIterator[Screen]:
    """Open the page for somebody new; an error on it, or a request elsewhere, fails the test."""
    trouble: list[str] = []
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="zh-CN", reduced_motion="reduce"
    )
    page = await context.new_page()
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on(
        "request",
        lambda asked: None if _is_local(asked.url, playground) else trouble.append(asked.url),
    )
    await page.goto(playground.url)
    await page.locator(".deck").wait_for()
    yield Screen(page, playground)
    await context.close()
    assert not trouble, trouble


def _is_local(url: str, playground: Playground) -> bool:
    return url.startswith((f"{playground.url}/", "data:", f"blob:{playground.url}/"))


def square(west: float, south: float, side: float) -> list[list[float]]:
    """Write the ring of a square grid."""
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def community_map() -> Wire:
    """Draw two grids and a building in the middle of the first."""
    features = [
        _feature("Polygon", [square(113.84, 27.62, 0.002)], kind="grid", name={"zh-CN": "甲格"}),
        _feature("Polygon", [square(113.842, 27.62, 0.002)], kind="grid", name={"zh-CN": "乙格"}),
        _feature("Point", [113.841, 27.621], kind="building", name="3", title="江湾3栋"),
    ]
    return {"type": "FeatureCollection", "features": features}


def _feature(form: str, coordinates: object, **properties: object) -> Wire:
    geometry = {"type": form, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def placeholders(words: str) -> set[str]:
    """List the parameters in a sentence of the page."""
    return {piece.split("}")[0] for piece in words.split("{")[1:]}


def words_of(path: Path) -> dict[str, str]:
    """Read the page's sentences of one language."""
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = [line.strip().rstrip(",") for line in lines if line.startswith('  "')]
    words: dict[str, str] = json.loads("{" + ",".join(entries) + "}")
    return words
