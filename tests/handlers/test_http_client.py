"""The client against real sockets: connections are kept, and every way to break is told apart."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from handlers.http_answers import Answer
from handlers.http_client import BrokenError, HttpClient, NoConnectionError

Behave = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
HI = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"


class Host:
    """A host that does with each connection as told, and remembers what it was asked."""

    def __init__(self, behave: Behave) -> None:
        self.connections = 0
        self.asked: list[bytes] = []
        self._behave = behave
        self._tasks: list[asyncio.Task[None]] = []

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[HttpClient]:
        """Listen, and lend a client for this host."""
        server = await asyncio.start_server(self._begin, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        client = HttpClient(f"http://127.0.0.1:{port}/bot1:x/")
        try:
            yield client
        finally:
            await client.close()
            server.close()
            await server.wait_closed()
            await asyncio.gather(*self._tasks)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._tasks.append(asyncio.create_task(self._take(reader, writer)))

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
                self.asked.append(head.split(b"\r\n")[0] + b" " + await reader.readexactly(length))
                await self._behave(reader, writer)
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


async def _answers(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(HI)


async def _says_goodbye(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(HI.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))


async def _hangs_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def _hangs_up_half_way(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(HI[:-1])
    writer.close()


async def _talks_nonsense(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"220 smtp ready\r\n\r\n")


async def _is_silent(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await reader.read()


async def test_requests_after_each_other_share_a_connection() -> None:
    host = Host(_answers)
    async with host.open() as client:
        for _ in range(3):
            assert await client.post("getMe", b"{}", 5) == Answer(200, b"hi")
    assert host.connections == 1
    assert host.asked == [b"POST /bot1:x/getMe HTTP/1.1 {}"] * 3


async def test_requests_at_the_same_time_have_their_own_connections() -> None:
    host = Host(_answers)
    async with host.open() as client:
        await asyncio.gather(*(client.post("getMe", b"{}", 5) for _ in range(3)))
    assert host.connections == 3


async def test_a_connection_that_was_said_goodbye_to_is_not_used_again() -> None:
    host = Host(_says_goodbye)
    async with host.open() as client:
        for _ in range(2):
            assert (await client.post("getMe", b"{}", 5)).body == b"hi"
    assert host.connections == 2


@pytest.mark.parametrize("behave", [_hangs_up, _hangs_up_half_way, _talks_nonsense])
async def test_a_broken_answer_leaves_doubt_and_the_next_request_a_new_connection(
    behave: Behave,
) -> None:
    host = Host(behave)
    async with host.open() as client:
        for _ in range(2):
            with pytest.raises(BrokenError):
                await client.post("sendMessage", b"{}", 5)
    assert host.connections == 2


async def test_an_answer_that_does_not_come_in_time_leaves_doubt() -> None:
    host = Host(_is_silent)
    async with host.open() as client:
        with pytest.raises(BrokenError, match="no answer in time"):
            await client.post("sendMessage", b"{}", 0.05)


async def test_a_request_that_is_given_up_takes_its_connection_along() -> None:
    host = Host(_is_silent)
    async with host.open() as client:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await client.post("getUpdates", b"{}", 5)
        with pytest.raises(BrokenError):
            await client.post("getUpdates", b"{}", 0.05)
    assert host.connections == 2


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/bot1:x/", "https://127.0.0.1:1/bot1:x/"])
async def test_where_nobody_listens_nothing_was_sent(address: str) -> None:
    with pytest.raises(NoConnectionError):
        await HttpClient(address).post("getMe", b"{}", 5)


async def test_a_host_that_speaks_no_tls_has_received_nothing() -> None:
    host = Host(_answers)
    async with host.open() as client:
        port = client.address[1]
        secure = HttpClient(f"https://127.0.0.1:{port}/")
        with pytest.raises(NoConnectionError):
            await secure.post("getMe", b"{}", 5)
        await secure.close()
    assert host.asked == []
