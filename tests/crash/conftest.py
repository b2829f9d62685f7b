"""What every crash test starts from.

How many kills, a prepared folder, a warm process to fork from.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.server import Playground
from tests.crash.alley import Alley, Prepared, prepare
from tests.crash.nursery import ColdNursery, WarmNursery


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return asyncio.run(prepare(tmp_path_factory.mktemp("prepared")))


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    ordered: int = request.config.getoption("--kills")
    return ordered


@pytest.fixture
async def warm() -> AsyncIterator[WarmNursery]:
    async with WarmNursery.open() as nursery:
        yield nursery


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with Playground() as telegram:
        yield telegram


@pytest.fixture
async def alley(
    prepared: Prepared, playground: Playground, tmp_path: Path
) -> AsyncIterator[Alley]:
    """Give an alley whose bot is started by the command itself."""
    alley = Alley.of(prepared, playground, tmp_path / "alley", ColdNursery())
    yield alley
    await alley.stop()
