"""One transaction, or several that share a commit: bodies are driven to their end at one go."""

import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from storage.errors import ForeignAwaitError

T = TypeVar("T")
Value = str | int | float | bytes | None


class Transaction:
    """What a body may await: named statements on the writing connection."""

    __slots__ = ("_connection", "_queries")

    def __init__(self, connection: sqlite3.Connection, queries: Mapping[str, str]) -> None:
        self._connection = connection
        self._queries = queries

    async def one(self, query: str, /, **parameters: Value) -> sqlite3.Row | None:
        """Return the first row of a query, or None."""
        row: sqlite3.Row | None = self._execute(query, parameters).fetchone()
        return row

    async def all(self, query: str, /, **parameters: Value) -> list[sqlite3.Row]:
        """Return every row of a query."""
        return self._execute(query, parameters).fetchall()

    async def run(self, query: str, /, **parameters: Value) -> int:
        """Run a statement and return how many rows it changed."""
        return self._execute(query, parameters).rowcount

    async def insert(self, query: str, /, **parameters: Value) -> int:
        """Run an INSERT and return the new row's id."""
        return self._execute(query, parameters).lastrowid or 0

    async def add(self, query: str, /, **parameters: Value) -> int | None:
        """Run an INSERT that may be a repetition: the new row's id, or None for a repetition."""
        cursor = self._execute(query, parameters)
        return cursor.lastrowid if cursor.rowcount == 1 else None

    def _execute(self, query: str, parameters: Mapping[str, Value]) -> sqlite3.Cursor:
        return self._connection.execute(self._queries[query], parameters)


Body = Callable[[Transaction], Awaitable[T]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a body: its value, or the error that undid it."""

    value: object = None
    error: BaseException | None = None


def run_together(
    connection: sqlite3.Connection,
    transaction: Transaction,
    bodies: Sequence[Body[object]],
    at_commit: Callable[[str], None],
) -> list[Outcome]:
    """Run the bodies in one transaction, a savepoint each: one that fails undoes only itself."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        if len(bodies) == 1:
            outcomes = [Outcome(_drive(bodies[0](transaction)))]
        else:
            outcomes = [_behind_savepoint(connection, transaction, body) for body in bodies]
        at_commit("before_commit")
        connection.execute("COMMIT")
    except Exception as error:  # noqa: BLE001 - every waiting caller gets it
        _undo(connection)
        return [Outcome(error=error)] * len(bodies)
    except BaseException:
        _undo(connection)
        raise
    at_commit("after_commit")
    return outcomes


def _behind_savepoint(
    connection: sqlite3.Connection, transaction: Transaction, body: Body[object]
) -> Outcome:
    connection.execute("SAVEPOINT body")
    try:
        outcome = Outcome(_drive(body(transaction)))
    except sqlite3.OperationalError:
        raise  # the disk or the file: nothing of the group can be trusted to be stored
    except Exception as error:  # noqa: BLE001 - only this body's caller gets it
        connection.execute("ROLLBACK TO body")
        outcome = Outcome(error=error)
    connection.execute("RELEASE body")
    return outcome


def _drive(awaitable: Awaitable[T]) -> T:
    """Run a coroutine to its end; it cannot wait for anything, because nothing here ever waits."""
    coroutine = awaitable
    if not isinstance(coroutine, Coroutine):
        raise TypeError("the body of a turn is an async function")
    try:
        coroutine.send(None)
    except StopIteration as stop:
        value: T = stop.value
        return value
    coroutine.close()
    raise ForeignAwaitError("a turn may await nothing but its own statements")


def _undo(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")
