"""A loaded database to copy, streets, and a log in which no name and no secret may appear."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from handlers.loading import apply
from storage.community_folder import read_folder
from tests.handlers.logbook import Logbook
from tests.handlers.street import Street, open_street
from tests.handlers.transcripts import Stage

COMMUNITY = Path(__file__).parents[2] / "examples" / "jiangwan"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a database that knows the sample community and nobody yet."""
    folder = tmp_path_factory.mktemp("template")
    asyncio.run(apply(folder, read_folder(COMMUNITY).items))
    return folder


@pytest.fixture(autouse=True)
def logbook() -> Iterator[Logbook]:
    """Keep what is logged; a test fails on a traceback, a name, a text or a secret in it."""
    with Logbook() as kept:
        yield kept
    kept.check()


@pytest.fixture
async def street(template: Path, tmp_path: Path) -> AsyncIterator[Street]:
    """Open a street on which a worker, her deputy and a clerk have joined."""
    async with open_street(template, tmp_path / "data") as opened:
        await opened.staff("worker_4", "worker_3", "clerk_1")
        yield opened


@pytest.fixture
def stage(street: Street) -> Stage:
    """Return a stage on the street."""
    return Stage(street)


@pytest.fixture
async def offers(stage: Stage) -> Stage:
    """Let the contacts of the repair team and of the legal clinic join."""
    await stage.street.staff("org_repair", "org_law")
    return stage
