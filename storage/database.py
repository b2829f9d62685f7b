"""The one writer: a thread owns the only writing connection and runs transactions in one hop."""

import asyncio
import contextlib
import queue
import sqlite3
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

import aiosqlite

from storage.migrations import migrate
from storage.named_queries import named_queries
from storage.opening import open_for_reading, open_for_writing
from storage.transactions import Body, Outcome, Transaction, run_together

__all__ = ["Database", "Transaction"]

T = TypeVar("T")
GROUP = 32
CommitHook = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    body: Body[object]
    future: asyncio.Future[object]


def _nothing(_: str) -> None:
    """Crash points are off."""


class Database:
    """A SQLite file. `turn` runs one transaction; `reader` lends a read-only connection."""

    def __init__(self, path: Path, at_commit: CommitHook = _nothing) -> None:
        self.path = path
        self._at_commit = at_commit
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="writer", daemon=True)
        self._connection = open_for_writing(path)
        self._transaction = Transaction(self._connection, named_queries())
        self._loop: asyncio.AbstractEventLoop | None = None

    @classmethod
    @contextlib.asynccontextmanager
    async def open(cls, path: Path, at_commit: CommitHook = _nothing) -> AsyncIterator["Database"]:
        """Open the file, bring its schema up to date and start the writer."""
        database = cls(path, at_commit)
        migrate(database._connection)
        database._loop = asyncio.get_running_loop()
        database._thread.start()
        try:
            yield database
        finally:
            await asyncio.to_thread(database._close)

    async def turn(self, body: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run `body` in one transaction; a cancelled caller never splits it."""
        assert self._loop is not None  # noqa: S101 - open() has set it
        future: asyncio.Future[object] = self._loop.create_future()
        self._queue.put(_Waiting(body, future))
        return cast("T", await asyncio.shield(future))

    @contextlib.asynccontextmanager
    async def reader(self) -> AsyncIterator[aiosqlite.Connection]:
        """Lend a read-only connection for lists and exports."""
        connection = await open_for_reading(self.path)
        try:
            yield connection
        finally:
            await connection.close()

    def _write(self) -> None:
        """Take what waits, at most a group, and answer all of it with one wake-up of the loop."""
        while (first := self._queue.get()) is not None:
            group = [first]
            stop = False
            while len(group) < GROUP and not self._queue.empty():
                following = self._queue.get()
                if following is None:
                    stop = True
                    break
                group.append(following)
            self._answer(group, self._run(group))
            if stop:
                return

    def _run(self, group: list[_Waiting]) -> list[Outcome]:
        bodies = [waiting.body for waiting in group]
        return run_together(self._connection, self._transaction, bodies, self._at_commit)

    def _answer(self, group: list[_Waiting], outcomes: list[Outcome]) -> None:
        assert self._loop is not None  # noqa: S101 - open() has set it
        with contextlib.suppress(RuntimeError):  # the loop is gone: nobody waits any more
            self._loop.call_soon_threadsafe(_resolve, group, outcomes)

    def _close(self) -> None:
        self._queue.put(None)
        self._thread.join()
        self._connection.close()


class InlineDatabase:
    """The same transactions without a thread, for simulations on a virtual clock."""

    def __init__(self, connection: sqlite3.Connection, at_commit: CommitHook = _nothing) -> None:
        self._connection = connection
        self._transaction = Transaction(connection, named_queries())
        self._at_commit = at_commit

    async def turn(self, body: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run `body` in one transaction, here and now."""
        generic = cast("Body[object]", body)
        outcomes = run_together(self._connection, self._transaction, [generic], self._at_commit)
        if outcomes[0].error:
            raise outcomes[0].error
        return cast("T", outcomes[0].value)


def _resolve(group: list[_Waiting], outcomes: list[Outcome]) -> None:
    for waiting, outcome in zip(group, outcomes, strict=True):
        if waiting.future.done():
            continue
        if outcome.error:
            waiting.future.set_exception(outcome.error)
        else:
            waiting.future.set_result(outcome.value)
