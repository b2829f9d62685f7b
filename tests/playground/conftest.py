"""A playground for each test, a bot to talk to it, and two people."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from playground.clock import Clock
from playground.phones import Phone
from playground.server import Playground
from tests.playground.client import Client

NOON = 1_795_500_000.0


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with Playground(clock=Clock(standing_at=NOON)) as running:
        yield running


@pytest.fixture
async def client(playground: Playground) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(session, playground.url, playground.token)


@pytest.fixture
def phone(playground: Playground) -> Phone:
    neighbour = playground.add_phone("Lan", username="lan_3", language_code="zh-CN")
    neighbour.start()
    playground.world.updates.clear()
    return neighbour


@pytest.fixture
def stranger(playground: Playground) -> Phone:
    return playground.add_phone("Wei", language_code="en")
