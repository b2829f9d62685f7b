"""The Bot API over HTTP: token, method, faults, limits, answer."""

import asyncio
import inspect
import logging

from aiohttp import web

from playground.calls import Call
from playground.errors import BotApiError, too_many_requests
from playground.faults import Fault
from playground.kinds import Upload
from playground.methods.registry import METHODS
from playground.requests import read_parameters
from playground.wire import Wire, encode
from playground.world import World

LOG = logging.getLogger("playground")
_SENDING = ("send", "copy", "forward", "edit")
_TOO_MANY = 429
_NOT_LOGGED = frozenset({"getupdates"})


class CutError(Exception):
    """The connection was cut on purpose."""


async def answer_request(world: World, request: web.Request) -> web.StreamResponse:
    """Answer one request of a bot."""
    method, given = request.match_info["method"].lower(), Wire()
    try:
        _check_token(world, request.match_info["token"])
        given = await read_parameters(request)
        result = await _faulty_call(world, method, given)
    except BotApiError as refusal:
        _log(world, method, given, refusal.code)
        return _refused(refusal)
    except CutError:
        _log(world, method, given, 0)
        return _cut(request)
    _log(world, method, given, 200)
    return web.Response(
        body=encode({"ok": True, "result": result}), content_type="application/json"
    )


async def answer_download(world: World, request: web.Request) -> web.StreamResponse:
    """Hand out a file that getFile named."""
    stored = world.files.by_path.get(request.match_info["path"])
    if request.match_info["token"] != world.token or stored is None:
        return _refused(BotApiError(404, "Not Found"))
    return web.Response(body=stored.bytes(), content_type="application/octet-stream")


async def call(world: World, method_name: str, given: Wire) -> object:
    """Run one method with parameters as they came."""
    method = METHODS.get(method_name.lower())
    if method is None:
        raise BotApiError(404, "Not Found: method not found")
    values = method.read(given)
    _check_rate(world, method_name, values)
    result = method.answer(world, values)
    return await result if inspect.isawaitable(result) else result


async def _faulty_call(world: World, method: str, given: Wire) -> object:
    fault = world.faults.take(method, _number(given.get("chat_id")))
    if fault is None:
        return await call(world, method, given)
    world.events.publish("faults", **world.faults.wire())
    if fault.after:
        result = await call(world, method, given)
        await _suffer(fault)
        return result
    await _suffer(fault)
    return await call(world, method, given)


async def _suffer(fault: Fault) -> None:
    if fault.mode == "slow":
        await asyncio.sleep(fault.delay_seconds)
    elif fault.mode == "too_many_requests":
        raise too_many_requests(fault.retry_after)
    elif fault.mode == "cut_connection":
        raise CutError
    else:
        raise BotApiError(fault.code, fault.description)


def _check_token(world: World, token: str) -> None:
    if token != world.token:
        raise BotApiError(401, "Unauthorized")


def _check_rate(world: World, method: str, values: Wire) -> None:
    if not world.rules.rates or not method.startswith(_SENDING) or method == "sendchataction":
        return
    chat = world.chats.get(_number(values.get("chat_id")) or 0)
    wait = world.rates.take(chat.id) if chat else 0
    if wait:
        raise too_many_requests(wait)


def _number(chat_id: object) -> int | None:
    try:
        return int(str(chat_id))
    except ValueError:
        return None


def _refused(refusal: BotApiError) -> web.Response:
    headers = {}
    if refusal.code == _TOO_MANY and refusal.parameters:
        headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return web.Response(
        body=encode(refusal.wire()),
        status=refusal.code,
        headers=headers,
        content_type="application/json",
    )


def _cut(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()


def _log(world: World, method: str, given: Wire, status: int) -> None:
    if method in _NOT_LOGGED:
        return
    shown = {k: v.file_name if isinstance(v, Upload) else v for k, v in given.items()}
    world.calls.add(Call(world.clock.now(), method, shown, status))
