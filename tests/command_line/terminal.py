"""A terminal: commands run quickly inside the test, or as a real process of their own."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from typer.testing import CliRunner

from handlers.command_line import command_line
from handlers.demo import Scenery
from playground.control import Showcase
from playground.server import Playground

ROOT = Path(__file__).parents[2]
COMMUNITY = ROOT / "examples" / "jiangwan"
PATIENCE = 60.0


@dataclass(frozen=True)
class Said:
    """What a command said, on both channels together, and its exit code."""

    code: int
    words: str


@dataclass
class Terminal:
    """Settings as an operator's shell has them; `LANG` decides the language."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """Everything that a command finds in its environment."""
        known = {"XIAOXIANG_DATA": str(self.data), "LANG": "en_GB.UTF-8"}
        return {**known, **self.settings}

    def run(self, *words: str, typed: str = "") -> Said:
        """Run a command inside this process."""
        app = command_line(_open_playground, self.environment)
        with _own_logs():
            result = CliRunner().invoke(app, words, input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.output)

    async def run_process(self, *words: str) -> Said:
        """Run a command as its own process to its end."""
        async with self.process(*words) as process:
            output, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
            return Said(process.returncode or 0, output.decode())

    async def run_unread(self, *words: str) -> Said:
        """Run a command whose output nobody reads; what it says is what it complains about."""
        nobody, output = os.pipe()
        os.close(nobody)
        async with self.process(*words, output=output) as process:
            os.close(output)
            _, complaints = await asyncio.wait_for(process.communicate(), PATIENCE)
            return Said(process.returncode or 0, complaints.decode())

    @contextlib.asynccontextmanager
    async def process(
        self, *words: str, output: int | None = None
    ) -> AsyncIterator[asyncio.subprocess.Process]:
        """Start a command as its own process; it is ended with the block."""
        both = asyncio.subprocess.STDOUT if output is None else asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(ROOT / "bot.py"),
            *words,
            env=_bare(self.environment),
            stdout=asyncio.subprocess.PIPE if output is None else output,
            stderr=both,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGINT)
                await asyncio.wait_for(process.wait(), PATIENCE)


def damage(database: Path) -> None:
    """Overwrite what stands behind the first page of a database."""
    content = bytearray(database.read_bytes())
    content[4096 : 4096 * 5] = b"\xab" * 4096 * 4
    database.write_bytes(bytes(content))


@contextlib.contextmanager
def _own_logs() -> Iterator[None]:
    """Let a command set up its logs without keeping them for the tests that follow."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)


def _bare(environment: Mapping[str, str]) -> dict[str, str]:
    kept = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1"}
    return {**kept, **environment}


def _open_playground(port: int, scenery: Scenery) -> Playground:
    showcase = Showcase(hint=dict(scenery.hint), map=dict(scenery.map))
    return Playground(port=port, showcase=showcase)
