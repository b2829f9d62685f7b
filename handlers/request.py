"""python-telegram-bot's requests on aiohttp, for what is rare: who we are, menus, webhook."""

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from handlers.telegram import CONNECT_SECONDS, READ_SECONDS, new_session


class AiohttpRequest(BaseRequest):
    """Requests of python-telegram-bot: a third of the cost of its own client."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds until an answer is given up."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            self._session = new_session()

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917 - the library fixes the signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - same
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - same
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - same
    ) -> tuple[int, bytes]:
        """Send one request; files go as a form, everything else as JSON."""
        await self.initialize()
        assert self._session is not None  # noqa: S101 - initialize() has opened it
        seconds = read_timeout if isinstance(read_timeout, int | float) else READ_SECONDS
        limits = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, sock_read=seconds)
        try:
            async with self._session.request(
                method, url, data=_form(request_data), timeout=limits
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"aiohttp {type(error).__name__}") from error


def _form(data: RequestData | None) -> aiohttp.FormData | None:
    if data is None:
        return None
    form = aiohttp.FormData(dict(data.json_parameters))
    for name, (file_name, content, mime_type) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=file_name, content_type=mime_type)
    return form
