"""A terminal with an empty data folder, and a copy of the sample community to spoil."""

import shutil
from pathlib import Path

import pytest

from tests.command_line.terminal import COMMUNITY, Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Return a terminal with an empty data folder."""
    return Terminal(tmp_path / "data")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the sample community."""
    return Path(shutil.copytree(COMMUNITY, tmp_path / "jiangwan"))
