"""Photos are measured in a process of its own: the bot goes on, and a hostile file kills nothing.

The process starts with the first photo. One that takes too long is killed with it.
"""

import asyncio
import logging
import os
import sys
from pathlib import Path
from typing import Self

import orjson

from bot.file_kinds import FileKind, kind_of
from bot.photo_quality import Fault, Judgement, PhotoMeasures

LENGTH_BYTES = 4
SECONDS = 10.0
LARGEST = 20 * 1024 * 1024
ROOT = Path(__file__).parent.parent
ROOM = 1 << 16
# One thread: a numeric library would reserve memory for each core of a large machine.
ALONE = {"OPENBLAS_NUM_THREADS": "1"}
_log = logging.getLogger("xiaoxiang.photos")


class PhotoTooLargeError(Exception):
    """More bytes than a bot can have from Telegram."""


class PhotoCheck:
    """Measures one photo after the other."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._in_turn = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def check_photo(self, content: bytes) -> PhotoMeasures:
        """Measure a photo; when it takes too long or kills the process, the answer says so."""
        if len(content) > LARGEST:
            raise PhotoTooLargeError(len(content))
        async with self._in_turn:
            try:
                async with asyncio.timeout(self._seconds):
                    return await self._measured(content)
            except (OSError, asyncio.IncompleteReadError) as error:  # a TimeoutError is one too
                _log.warning("photo_not_measured", extra={"reason": type(error).__name__})
                await self.close()
                return PhotoMeasures(kind_of(content), Fault.GAVE_UP)
            except asyncio.CancelledError:
                await self.close()  # its answer would be taken for that of the next photo
                raise

    async def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        if process.stdin:
            process.stdin.close()
        await process.communicate()

    async def _measured(self, content: bytes) -> PhotoMeasures:
        process = self._process or await self._start()
        assert process.stdin is not None  # noqa: S101 - both are pipes, as below
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(len(content).to_bytes(LENGTH_BYTES) + content)
        await process.stdin.drain()
        line = await process.stdout.readuntil(b"\n")
        read = orjson.loads(line)
        return PhotoMeasures(
            **{**read, "kind": FileKind(read["kind"]), "fault": Fault(read["fault"])}
        )

    async def _start(self) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "handlers.photo_worker",
            cwd=ROOT,
            env={**os.environ, **ALONE},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=ROOM,
            start_new_session=True,  # Ctrl-C is for the bot, which then ends the process
        )
        return self._process


def advice_key(code: Judgement) -> str:
    """Return the key of what to do about a photo."""
    return f"photo.advice.{code}"
