"""Options of the longer tests."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the operator of the tests ask for more than the default."""
    parser.addoption(
        "--kills",
        type=int,
        default=0,
        help="how often the crash test kills the bot (200 for a good look, 1000 before a release)",
    )
