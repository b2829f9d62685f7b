"""The way to Telegram: kept connections, and errors sorted by what they mean."""

from dataclasses import dataclass
from typing import Any, Self

import aiohttp
import orjson

from handlers.http_client import JSON, BrokenError, HttpClient, NoConnectionError
from handlers.multipart import Form, Upload, as_form

CONNECT_SECONDS = 5.0
READ_SECONDS = 20.0
UPLOAD_SECONDS = 60.0
JsonValue = Any  # what Telegram answers; every caller picks out what it knows


class NotSentError(Exception):
    """The request surely never reached Telegram."""


class UnsureError(Exception):
    """The request may have reached Telegram: the connection broke, or the answer made no sense."""


class TooMuchError(Exception):
    """A file has more bytes than anybody wants to have."""


class RefusedError(Exception):
    """Telegram read the request and refused it."""

    def __init__(self, refusal: "Refusal") -> None:
        super().__init__(f"{refusal.code} {refusal.description}")
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Refusal:
    """Telegram's answer with `ok: false`."""

    code: int
    description: str
    retry_after: int = 0
    migrate_to_chat_id: int = 0


class TelegramClient:
    """Calls methods of the Bot API and hands files over; knows the token and never shows it."""

    def __init__(self, token: str, base_url: str) -> None:
        self._http = HttpClient(f"{base_url.rstrip('/')}/bot{token}/")
        self._files = f"{base_url.rstrip('/')}/file/bot{token}/"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.close()

    async def call(
        self, method: str, parameters: dict[str, object], read_seconds: float = READ_SECONDS
    ) -> JsonValue:
        """Call a method and return its `result`."""
        form = Form(JSON, orjson.dumps(parameters))
        return _read(method, *await self._post(method, form, read_seconds))

    async def send_file(
        self, method: str, parameters: dict[str, object], upload: Upload
    ) -> JsonValue:
        """Call a method with a file that goes along, and return its `result`."""
        form = as_form(parameters, upload)
        return _read(method, *await self._post(method, form, UPLOAD_SECONDS))

    async def fetch_updates(self, parameters: dict[str, object], read_seconds: float) -> bytes:
        """Call getUpdates and return the raw answer: every update's own bytes are kept."""
        form = Form(JSON, orjson.dumps(parameters))
        _, answer = await self._post("getUpdates", form, read_seconds)
        return answer

    async def download(self, path: str, at_most: int) -> bytes:
        """Return the bytes of the file at a path of getFile; more than `at_most` are too much."""
        limits = aiohttp.ClientTimeout(total=UPLOAD_SECONDS, sock_connect=CONNECT_SECONDS)
        try:
            async with (
                new_session() as session,
                session.get(self._files + path, timeout=limits) as answer,
            ):
                if answer.status != 200:  # noqa: PLR2004 - a path holds for an hour, then it is asked for anew
                    raise UnsureError(f"file: status {answer.status}")
                return await _at_most(answer.content, at_most)
        except aiohttp.ClientConnectorError as error:
            raise NotSentError("file: no connection") from error
        except (aiohttp.ClientError, TimeoutError) as error:
            raise UnsureError(f"file: {type(error).__name__}") from error

    async def _post(self, method: str, form: Form, read_seconds: float) -> tuple[int, bytes]:
        try:
            answer = await self._http.post(method, form.body, read_seconds, form.content_type)
        except NoConnectionError as error:
            raise NotSentError(f"{method}: no connection") from error
        except BrokenError as error:
            raise UnsureError(f"{method}: {error}") from error
        return answer.status, answer.body


async def _at_most(content: aiohttp.StreamReader, at_most: int) -> bytes:
    """Read a stream to its end, unless there is too much of it."""
    received = bytearray()
    async for chunk in content.iter_any():
        received += chunk
        if len(received) > at_most:
            raise TooMuchError
    return bytes(received)


def _read(method: str, status: int, answer: bytes) -> JsonValue:
    """Return the `result` of an answer, or say what it means that there is none."""
    try:
        read = orjson.loads(answer)
        is_ok = read["ok"]
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise UnsureError(f"{method}: status {status} without a readable answer") from error
    if is_ok:
        return read["result"]
    refusal = _refusal(status, read)
    if refusal.code >= 500:  # noqa: PLR2004 - the server stumbled, perhaps after it had worked
        raise UnsureError(f"{method}: status {refusal.code}")
    raise RefusedError(refusal)


def new_session() -> aiohttp.ClientSession:
    """Open a session that keeps its connections."""
    connector = aiohttp.TCPConnector(limit=16, keepalive_timeout=60)
    return aiohttp.ClientSession(connector=connector, auto_decompress=True)


def _refusal(status: int, read: dict[str, JsonValue]) -> Refusal:
    parameters = read.get("parameters") or {}
    return Refusal(
        int(read.get("error_code", status)),
        str(read.get("description", "")),
        int(parameters.get("retry_after", 0)),
        int(parameters.get("migrate_to_chat_id", 0)),
    )
