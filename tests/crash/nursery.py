"""Where the processes of the crash tests come from.

Forked from a warm one, or started cold by the command itself.
"""

import asyncio
import contextlib
import itertools
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from tests.crash.zygote import ROOT

Environment = Mapping[str, str]


@dataclass(frozen=True)
class Running:
    """One process of the bot; `ended` brings its exit code.

    Negative for the signal that killed it.
    """

    pid: int
    ended: asyncio.Future[int]

    def kill(self) -> None:
        """Pull the plug."""
        self.signal(signal.SIGKILL)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, unless it is over already."""
        if not self.ended.done():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    async def end(self, patience: float) -> int | None:
        """Wait for its end; None when it goes on."""
        done, _ = await asyncio.wait([self.ended], timeout=patience)
        return self.ended.result() if done else None


class Nursery(Protocol):
    """Whatever starts the bot."""

    async def start(self, environment: Environment, log: Path) -> Running:
        """Start `bot.py run` with these settings; what it says goes into the log."""


@dataclass
class WarmNursery:
    """Forks from a process that has the imports behind it."""

    zygote: asyncio.subprocess.Process
    _orders: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _started: dict[int, asyncio.Future[Running]] = field(default_factory=dict)
    _ended: dict[int, asyncio.Future[int]] = field(default_factory=dict)

    @classmethod
    @contextlib.asynccontextmanager
    async def open(cls) -> AsyncIterator["WarmNursery"]:
        """Start the warm process, and end it with the block."""
        pipe = asyncio.subprocess.PIPE
        zygote = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.crash.zygote", cwd=ROOT, stdin=pipe, stdout=pipe
        )
        nursery = cls(zygote)
        assert "ready" in await nursery._heard()
        listening = asyncio.create_task(nursery._listen())
        try:
            yield nursery
        finally:
            assert zygote.stdin is not None
            zygote.stdin.close()
            await zygote.wait()
            await listening

    async def start(self, environment: Environment, log: Path) -> Running:
        """Fork."""
        order = next(self._orders)
        started = self._started[order] = asyncio.get_running_loop().create_future()
        wish = {"arguments": ["run"], "environment": dict(environment), "log": str(log)}
        assert self.zygote.stdin is not None
        self.zygote.stdin.write(json.dumps({"order": order, **wish}).encode() + b"\n")
        running: Running = await started
        return running

    async def _heard(self) -> dict[str, Any]:
        assert self.zygote.stdout is not None
        line = await self.zygote.stdout.readline()
        heard: dict[str, Any] = json.loads(line) if line else {}
        return heard

    async def _listen(self) -> None:
        while heard := await self._heard():
            if "started" in heard:
                running = Running(heard["started"], asyncio.get_running_loop().create_future())
                self._ended[running.pid] = running.ended
                self._started.pop(heard["order"]).set_result(running)
            else:
                self._ended.pop(heard["ended"]).set_result(heard["code"])


@dataclass(frozen=True)
class ColdNursery:
    """Starts the command as an operator does."""

    async def start(self, environment: Environment, log: Path) -> Running:
        """Run `bot.py run` in a new interpreter."""
        with log.open("ab") as file:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "bot.py", "run"),
                cwd=ROOT,
                env={**os.environ, **environment},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=file,
                stderr=file,
            )
        return Running(process.pid, asyncio.ensure_future(process.wait()))
