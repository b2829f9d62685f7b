"""HTTP/1.1 to one host over kept connections, with as little as the Bot API needs.

A request is written once. Whoever asks learns whether it was surely not sent or perhaps arrived.
"""

import asyncio
import socket
import ssl
from typing import cast
from urllib.parse import urlsplit

from handlers.http_answers import Answer, AnswerReader, BadAnswerError

CONNECT_SECONDS = 5.0
KEPT_SECONDS = 50.0
HTTPS_PORT, HTTP_PORT = 443, 80
JSON = "application/json"


class NoConnectionError(Exception):
    """The host cannot be reached; nothing was sent."""


class BrokenError(Exception):
    """The request was written, and no whole answer came back."""


class HttpClient:
    """Posts to one host. `address` is scheme, host, port and the path in front of every path."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._host = parts.hostname or ""
        self._is_secure = parts.scheme == "https"
        self._port = parts.port or (HTTPS_PORT if self._is_secure else HTTP_PORT)
        self._secrets = ssl.create_default_context() if self._is_secure else None
        self._head = f"Host: {parts.netloc.rpartition('@')[2]}\r\n"
        self._path = parts.path
        self._free: list[_Connection] = []
        self._open: set[_Connection] = set()

    @property
    def address(self) -> tuple[str, int]:
        """The host and its port."""
        return self._host, self._port

    async def post(
        self, path: str, body: bytes, seconds: float, content_type: str = JSON
    ) -> Answer:
        """Post a body and return the answer, which must be there after so many seconds."""
        connection = self._kept() or await self._connect()
        start = (
            f"POST {self._path}{path} HTTP/1.1\r\n{self._head}Content-Type: {content_type}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        try:
            answer = await connection.exchange(start.encode() + body, seconds)
        except BaseException:
            self._drop(connection)
            raise
        if answer.is_last:
            self._drop(connection)
        else:
            self._free.append(connection)
        return answer

    async def close(self) -> None:
        """Close every connection, and let the loop see that."""
        for connection in tuple(self._open):
            self._drop(connection)
        await asyncio.sleep(0)

    def _kept(self) -> "_Connection | None":
        """Return the connection that was used last, unless it rested too long to be trusted."""
        while self._free:
            connection = self._free.pop()
            if connection.is_fresh():
                return connection
            self._drop(connection)
        return None

    def _drop(self, connection: "_Connection") -> None:
        self._open.discard(connection)
        connection.close()

    async def _connect(self) -> "_Connection":
        """Try the host's addresses in turn, each for a while."""
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise NoConnectionError from error
        for *_, address in found:
            try:
                async with asyncio.timeout(CONNECT_SECONDS):
                    _, connection = await loop.create_connection(
                        _Connection,
                        str(address[0]),
                        self._port,
                        ssl=self._secrets,
                        server_hostname=self._host if self._secrets else None,
                    )
            except OSError:  # a TimeoutError and an SSLError are one too
                continue
            self._open.add(connection)
            return connection
        raise NoConnectionError


class _Connection(asyncio.Protocol):
    """One connection; one exchange at a time."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._reader = AnswerReader()
        self._waiter: asyncio.Future[Answer] | None = None
        self._rests_since = 0.0

    def is_fresh(self) -> bool:
        """Whether the other side may be believed to be there still."""
        is_open = self._transport is not None and not self._transport.is_closing()
        return is_open and self._loop.time() - self._rests_since < KEPT_SECONDS

    def close(self) -> None:
        """Close at once."""
        if self._transport:
            self._transport.abort()

    async def exchange(self, request: bytes, seconds: float) -> Answer:
        """Write a request and wait for its answer."""
        assert self._transport is not None  # noqa: S101 - it is set before anybody has the connection
        self._waiter = self._loop.create_future()
        timer = self._loop.call_later(seconds, self._fail, "no answer in time")
        try:
            self._transport.write(request)
            return await self._waiter
        finally:
            timer.cancel()
            self._waiter = None
            self._rests_since = self._loop.time()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way out."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Read on; an answer that nobody waits for ends the connection."""
        try:
            answer = self._reader.feed(data)
        except BadAnswerError:
            self._fail("no HTTP")
            return
        if self._waiter is None:
            self.close()
        elif answer:
            self._resolve(answer)

    def connection_lost(self, exc: Exception | None) -> None:
        """Say so to whoever waits."""
        rest = self._reader.at_end()
        if rest and self._waiter:
            self._resolve(rest)
        self._fail(type(exc).__name__ if exc else "closed")
        self._transport = None

    def _resolve(self, answer: Answer) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(answer)

    def _fail(self, reason: str) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_exception(BrokenError(reason))
