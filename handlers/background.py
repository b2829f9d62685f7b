"""Parts that run beside a block, most of them endless.

One that ends by a mistake ends the whole program, loudly.
"""

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Coroutine

import uvloop

STOP_SECONDS = 10
SOFTWARE_ERROR = 70
STOPPING = (signal.SIGTERM, signal.SIGINT)
_log = logging.getLogger("xiaoxiang.background")


@contextlib.asynccontextmanager
async def in_background(*endless: Coroutine[object, object, None]) -> AsyncIterator[None]:
    """Run coroutines as long as the block lasts."""
    tasks = [asyncio.create_task(each) for each in endless]
    for task in tasks:
        task.add_done_callback(_report_end)
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks, timeout=STOP_SECONDS)
        if any(_has_failed(task) for task in tasks):
            raise SystemExit(SOFTWARE_ERROR)


@contextlib.asynccontextmanager
async def stoppable() -> AsyncIterator[None]:
    """Let a signal end the block wherever it waits, as if it had come to its end.

    So a stop is polite from the first second on, also while Telegram cannot be reached.
    """
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    assert task is not None  # noqa: S101 - a coroutine runs in a task
    signalled = asyncio.Event()

    def stop() -> None:
        if not signalled.is_set():
            signalled.set()
            task.cancel()

    for number in STOPPING:
        loop.add_signal_handler(number, stop)
    try:
        yield
    except asyncio.CancelledError:
        if not signalled.is_set():
            raise
        task.uncancel()


def run_on_loop(main: Coroutine[object, object, None]) -> None:
    """Run the program's main coroutine on the faster event loop."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main)
        _ignore_further_stops()


def _ignore_further_stops() -> None:
    """Let a stop that has worked stay a good end: the launcher passes Ctrl-C on once more.

    A loop that stands still removes no handler. Left alone, its handlers gave way to the system's
    own at the interpreter's end, and a Ctrl-C in that moment ended a good stop with 130.
    """
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)


def _has_failed(task: asyncio.Task[None]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is not None


def _report_end(task: asyncio.Task[None]) -> None:
    if _has_failed(task):
        _log.critical("part_ended", exc_info=task.exception())
        signal.raise_signal(signal.SIGTERM)
