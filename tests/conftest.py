"""Options of the longer tests, how the suite is shared between processes, and figures.

uv run pytest                 everything, in three processes
uv run pytest tests/bot       a part, in this process, as `-s` and `--pdb` like it
uv run pytest -n 0            everything in this process
"""

import functools
from collections.abc import Callable

import pytest
from hypothesis import settings

# No test is timed: a busy machine is no mistake.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
# For two processors: many tests wait for a browser, a process or a clock.
PROCESSES = 3
# What takes minutes begins at once, each in a process; everything else goes by beside it.
LONGEST = ("tests/simulation/test_simulation.py", "tests/crash/test_killed_on_purpose.py")
FIGURES = "figures"
Tell = Callable[[str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the operator of the tests ask for more than the default."""
    parser.addoption(
        "--kills",
        type=int,
        default=200,
        help="how often the crash test kills the bot (200 for a good look, 1000 before a release)",
    )


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Share the whole suite; what somebody asks for by its path needs no second process."""
    return PROCESSES if config.args_source is pytest.Config.ArgsSource.TESTPATHS else 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left working when the others rest."""
    items.sort(key=lambda item: _turn(item.nodeid))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what the tests counted; a second process has no other way to say it."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", "") == "call":
                for name, said in report.user_properties:
                    if name == FIGURES:
                        terminalreporter.write_line(str(said))


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Tell:
    """Return the way to tell what was counted; it is shown when everything is over."""
    return functools.partial(record_property, FIGURES)


def _turn(nodeid: str) -> int:
    file = nodeid.partition("::")[0]
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)
