"""`uv run python -m benchmarks`: what our complete durable turn costs beside plain echo bots."""

import argparse
import contextlib
import importlib.util
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.comparing import Results, Size, table, take_turns
from benchmarks.measuring import SETTLING_SECONDS, Contestant, Telegram
from benchmarks.preparing import count_cases, prepare
from handlers.clock import Clock

OURS = "小巷"
SMALL, LARGE = 1_000, 1_000_000
EVERY_BUILDING = 50
CONTESTANTS = "benchmarks.contestants"


class Stage:
    """Where contestants are started, and ended when the block is over."""

    def __init__(self, telegram: Telegram, folder: Path, stack: contextlib.ExitStack) -> None:
        self._telegram = telegram
        self._folder = folder
        self._stack = stack
        self.contestants: list[Contestant] = []

    def start(self, name: str, module: str, *more: str) -> None:
        """Start a bot."""
        number = len(self.contestants) + 1
        contestant = Contestant(self._telegram, number, name, f"{CONTESTANTS}.{module}", *more)
        self._stack.callback(contestant.stop)
        self.contestants.append(contestant)

    def start_ours(self, name: str, cases: int = 0) -> Path:
        """Start our bot on a database of its own and return where that is."""
        folder = self._folder / name
        folder.mkdir()
        prepare(folder / "xiaoxiang.db", Clock().now(), cases)
        self.start(name, "xiaoxiang", str(folder))
        return folder / "xiaoxiang.db"

    def measure(self, size: Size, warm_up: int) -> Results:
        """Warm everybody up (reports one after the other, then a whole round), then measure."""
        for each in self.contestants:
            each.wait_until_ready()
        for each in self.contestants:
            each.meet(warm_up, 1)
            each.meet(size.people, size.together)
        time.sleep(SETTLING_SECONDS)
        return take_turns(self.contestants, size)


def main(arguments: Sequence[str]) -> str:
    """Measure, and return the table."""
    given = _parser().parse_args(arguments)
    size = Size(given.rounds, given.people, min(given.together, given.people))
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        telegram = Telegram()
        stack.callback(telegram.stop)
        stage = Stage(telegram, folder, stack)
        if given.cases:
            return _with_cases(stage, size, given)
        return _with_others(stage, size, given.warm_up)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--people", type=int, default=100, help="in a round; six updates each")
    parser.add_argument("--together", type=int, default=50, help="people who talk at once")
    parser.add_argument(
        "--warm-up",
        type=int,
        default=EVERY_BUILDING,
        help="reports before anything is measured: at each building, one after the other",
    )
    parser.add_argument(
        "--cases",
        type=int,
        nargs="?",
        const=LARGE,
        help="compare a thousand old cases with so many instead",
    )
    return parser


def _with_others(stage: Stage, size: Size, warm_up: int) -> str:
    """Compare with plain echo bots; every report must have become a case."""
    path = stage.start_ours(OURS)
    for name, module, *more in _others():
        stage.start(name, module, *more)
    results = stage.measure(size, warm_up)
    opened, reported = count_cases(path), warm_up + (size.rounds + 1) * size.people
    if opened != reported:
        raise SystemExit(f"{reported} reports, but {opened} cases")
    return table(results, OURS)


def _with_cases(stage: Stage, size: Size, given: argparse.Namespace) -> str:
    """Compare with ourselves before the database grew."""
    numbers = (given.cases, SMALL)
    names = [f"{OURS}, {cases:,} cases" for cases in numbers]
    for name, cases in zip(names, numbers, strict=True):
        stage.start_ours(name, cases)
    return table(stage.measure(size, given.warm_up), names[0])


def _others() -> Iterator[tuple[str, ...]]:
    if importlib.util.find_spec("sniffio"):
        yield ("echo, stock PTB 22.8 and sniffio", "stock_ptb", "as_installed")
    yield ("echo, stock PTB 22.8", "stock_ptb", "without_sniffio")
    yield ("echo, aiogram 3.31", "aiogram_echo")


if __name__ == "__main__":
    print(main(sys.argv[1:]))
