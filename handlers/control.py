"""A door for the command line into the running bot.

A socket in the data folder that only its owner can open.
"""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from handlers.errors import OperatorError

SOCKET_NAME = "control.sock"
SECONDS = 10.0
Wish = Mapping[str, Any]
Granting = Callable[[Wish], Awaitable[Wish]]


@contextlib.asynccontextmanager
async def open_door(folder: Path, wishes: Mapping[str, Granting]) -> AsyncIterator[None]:
    """Answer the command line's wishes by name as long as the block lasts."""
    path = folder / SOCKET_NAME
    path.unlink(missing_ok=True)
    application = web.Application()
    for name, granting in wishes.items():
        application.router.add_post(f"/{name}", _answering(granting))
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        await web.UnixSite(runner, str(path)).start()
        path.chmod(0o600)
        yield
    finally:
        await runner.cleanup()
        path.unlink(missing_ok=True)


async def ask(folder: Path, name: str, wish: Wish) -> dict[str, Any]:
    """Ask the running bot for something."""
    connector = aiohttp.UnixConnector(str(folder / SOCKET_NAME))
    limits = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with (
            aiohttp.ClientSession(connector=connector, timeout=limits) as session,
            session.post(f"http://bot/{name}", json=dict(wish)) as response,
        ):
            answer: dict[str, Any] = await response.json()
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise OperatorError("control_failed", type(error).__name__) from error
    if "error" in answer:
        raise OperatorError(answer["error"], answer["detail"], tuple(answer["known"]))
    return answer


def _answering(granting: Granting) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            return web.json_response(await granting(await request.json()))
        except OperatorError as error:
            told = {"error": error.code, "detail": error.detail, "known": error.known}
            return web.json_response(told)

    return answer
