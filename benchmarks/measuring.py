"""Starting contestants, and reading what they cost: the CPU clock of the whole process."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.crowd import TURNS

SETTLING_SECONDS = 0.25
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Round:
    """What one round cost a contestant."""

    cpu_ms: float
    seconds: float
    updates: int
    calls: Mapping[str, int]

    @property
    def cpu_per_update(self) -> float:
        """CPU milliseconds for each update, user and system time."""
        return self.cpu_ms / self.updates

    @property
    def updates_per_second(self) -> float:
        """Updates a second by the wall clock, from the first update to the last answer."""
        return self.updates / self.seconds


class Process:
    """A Python process of ours that says one line when it is ready."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._popen = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._module = module

    def first_line(self) -> str:
        """Wait until the process is ready, and return what it says then."""
        assert self._popen.stdout is not None  # noqa: S101 - it is a pipe, as said above
        line = self._popen.stdout.readline().strip()
        if not line:
            raise RuntimeError(f"{self._module} did not start")
        return line

    def cpu_seconds(self) -> float:
        """Read the process's CPU clock: every thread, living or ended, user and system."""
        clock = (~self._popen.pid << 3) | 2  # as clock_getcpuclockid(3) makes it on Linux
        return time.clock_gettime(clock)

    def stop(self) -> None:
        """End the process."""
        self._popen.kill()
        self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout):
            if pipe:
                pipe.close()


class Telegram(Process):
    """The fake Bot API."""

    def __init__(self) -> None:
        super().__init__("benchmarks.fake_api")
        self.port = int(self.first_line())
        self.url = f"http://127.0.0.1:{self.port}"

    def let_talk(self, bot: int, first: int, people: int, together: int) -> Mapping[str, int]:
        """Let a crowd talk to a bot; return what the bot called until all were answered."""
        listens = int("BENCHMARKS_LISTEN" in os.environ)
        wish = {"bot": bot, "first": first, "people": people, "together": together}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        try:
            connection.request("POST", "/control", json.dumps({**wish, "listens": listens}))
            answer: dict[str, int] = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        return answer


class Contestant:
    """A bot that can be measured round by round; it always meets people it has not met before."""

    def __init__(self, telegram: Telegram, number: int, name: str, *command: str) -> None:
        self.name = name
        self._telegram = telegram
        self._number = number
        self._met = 0
        telegram.let_talk(number, 0, 0, 0)
        module, *arguments = command
        token = f"{number}:{'a' * 35}"
        self._process = Process(module, telegram.url, token, *arguments)

    def wait_until_ready(self) -> None:
        """Wait until the bot has started; it takes its time, and others may start meanwhile."""
        self._process.first_line()

    def meet(self, people: int, together: int) -> Mapping[str, int]:
        """Let people talk to the bot, and return what it called until all were answered."""
        calls = self._telegram.let_talk(self._number, self._met, people, together)
        self._met += people
        return calls

    def round(self, people: int, together: int) -> Round:
        """Measure what people cost the bot; what it does after the last answer counts too."""
        cpu, begin = self._process.cpu_seconds(), time.perf_counter()
        calls = self.meet(people, together)
        seconds = time.perf_counter() - begin
        time.sleep(SETTLING_SECONDS)
        cpu = self._process.cpu_seconds() - cpu
        return Round(cpu * 1000, seconds, people * len(TURNS), calls)

    def stop(self) -> None:
        """End the bot."""
        self._process.stop()
