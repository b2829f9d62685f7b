"""Options of the simulation: one seed, many seeds, or the mutants."""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `--seed`, `--seeds` and `--mutants`."""
    group = parser.getgroup("simulation")
    group.addoption("--seed", type=int, default=None, help="replay one simulated world")
    group.addoption("--seeds", type=int, default=None, help="how many worlds to simulate")
    group.addoption(
        "--mutants", action="store_true", help="prove that the simulation sees mistakes"
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the mutants out unless they are asked for."""
    if collection_path.name == "test_mutants.py" and not config.getoption(
        "mutants", default=False
    ):
        return True
    return None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make one test of all seeds, or of the one that is asked for."""
    if "seeds" in metafunc.fixturenames:
        seed = metafunc.config.getoption("seed", default=None)
        number = metafunc.config.getoption("seeds", default=None) or DEFAULT_SEEDS
        seeds = range(seed, seed + 1) if seed is not None else range(1, number + 1)
        metafunc.parametrize("seeds", [seeds], ids=[f"seeds {seeds.start}-{seeds.stop - 1}"])


DEFAULT_SEEDS = 300
