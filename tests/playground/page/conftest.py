"""One browser for all tests of the page, and for each a playground with a small bot."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import aiohttp
import pytest_asyncio

from playground.clock import Clock
from playground.control import Showcase
from playground.phones import Phone
from playground.server import Playground
from tests.playground.browser import (
    HINT,
    Screen,
    ScriptedBot,
    community_map,
    open_browser,
    open_screen,
)
from tests.playground.client import Client
from tests.playground.conftest import NOON

if TYPE_CHECKING:
    from playwright.async_api import Browser


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def browser() -> AsyncIterator["Browser"]:
    async with open_browser() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="package")
async def client(playground: Playground) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(session, playground.url, playground.token)


@pytest_asyncio.fixture(loop_scope="package")
async def playground() -> AsyncIterator[Playground]:
    showcase = Showcase(HINT, community_map())
    async with Playground(clock=Clock(standing_at=NOON), showcase=showcase) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="package")
async def bot(playground: Playground, client: Client) -> AsyncIterator[ScriptedBot]:
    scripted = ScriptedBot(client)
    running = asyncio.create_task(scripted.run())
    yield scripted
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError, aiohttp.ClientError):
        await running


@pytest_asyncio.fixture(loop_scope="package")
async def screen(
    browser: "Browser", playground: Playground, phone: Phone, stranger: Phone, bot: ScriptedBot
) -> AsyncIterator[Screen]:
    async with open_screen(browser, playground) as opened:
        yield opened
