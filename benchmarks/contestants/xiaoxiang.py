"""Our bot as it runs: real file, full durability, no pace limit (the fake takes everything)."""

import asyncio
import sys
from pathlib import Path

import uvloop

from benchmarks.process import stay_on
from handlers.application import running
from handlers.clock import Clock
from handlers.limiter import UNLIMITED
from handlers.settings import Settings


async def run(base_url: str, token: str, folder: Path) -> None:
    """Run until the process is ended."""
    settings = Settings(token, folder, base_url, rates=UNLIMITED)
    async with running(settings, Clock()):
        print("ready", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    stay_on(0)
    uvloop.run(run(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
