"""What the page and the tests steer the playground with."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from aiohttp import web

from playground.actions import ACTIONS
from playground.errors import BotApiError
from playground.faults import Fault
from playground.hands import PhoneError
from playground.kinds import Fields, ListOf, Shape, UnreadableError, read_fields
from playground.people import add_group, add_phone, phone_of
from playground.requests import read_parameters
from playground.samples import listed
from playground.shapes import BOOLEAN, INTEGER, NOTHING, NUMBER, TEXT
from playground.shown import shown_phone
from playground.transcript import transcript
from playground.wire import Wire, encode
from playground.world import World

HEARTBEAT_SECONDS = 15
RECONNECT_MILLISECONDS = 500


@dataclass(frozen=True, slots=True)
class Showcase:
    """What the program that starts the playground gives to the page."""

    hint: dict[str, str] | None = None
    map: Wire | None = None


class Host(Protocol):
    """The playground as the control sees it."""

    world: World
    showcase: Showcase

    async def reset(self) -> None:
        """Start over."""


Handler = Callable[[Host, web.Request], Awaitable[object]]

USER: Fields = {
    "id": INTEGER,
    "first_name": TEXT,
    "last_name": TEXT,
    "username": TEXT,
    "language_code": TEXT,
}
TITLE = Shape("title", NOTHING, {"zh-CN": TEXT, "en": TEXT})
NEW_PHONE = Shape(
    "phone",
    {"user": Shape("user", {"first_name": TEXT}, USER)},
    {"title": TITLE, "phone_number": TEXT},
)
NEW_GROUP = Shape("group", {"title": TEXT, "members": ListOf(INTEGER)}, {"type": TEXT})
CLOCK = Shape("clock", {"forward_seconds": NUMBER}, NOTHING)
FAULT = Shape(
    "fault",
    {"mode": TEXT},
    {
        "count": INTEGER,
        "methods": ListOf(TEXT),
        "chat_id": INTEGER,
        "retry_after": INTEGER,
        "delay_seconds": NUMBER,
        "after": BOOLEAN,
        "code": INTEGER,
        "description": TEXT,
    },
)
RULES = Shape(
    "rules",
    NOTHING,
    {
        "privacy": BOOLEAN,
        "repeat_presses": BOOLEAN,
        "rates": BOOLEAN,
        "punish_peeking": BOOLEAN,
    },
)


def routes(host: Host) -> list[web.RouteDef]:
    """List the routes below /control."""
    return [
        web.get("/control/state", _answering(host, state)),
        web.get("/control/events", _events_of(host)),
        web.get("/control/transcript", _transcript_of(host)),
        web.post("/control/phones", _answering(host, new_phone)),
        web.post("/control/phones/{user_id}/{action}", _answering(host, act)),
        web.post("/control/groups", _answering(host, new_group)),
        web.post("/control/clock", _answering(host, move_clock)),
        web.post("/control/faults", _answering(host, order_fault)),
        web.post("/control/rules", _answering(host, change_rules)),
        web.post("/control/reset", _answering(host, reset)),
    ]


async def state(host: Host, _request: web.Request) -> Wire:
    """Write everything that the page shows."""
    world = host.world
    return {
        "last_event_id": world.events.last_id,
        "clock": clock_wire(world),
        "bot": world.bot.wire(),
        "hint": host.showcase.hint,
        "map": host.showcase.map,
        "samples": listed(),
        "faults": world.faults.wire(),
        "phones": [shown_phone(world, user_id) for user_id in world.people],
    }


async def new_phone(host: Host, request: web.Request) -> Wire:
    """Let somebody in."""
    given = read_fields(NEW_PHONE, await read_parameters(request))
    phone = add_phone(host.world, given["user"], given.get("title", {}))
    return shown_phone(host.world, phone.user_id)


async def act(host: Host, request: web.Request) -> Wire:
    """Do something on a phone."""
    action = ACTIONS.get(request.match_info["action"])
    if action is None:
        raise PhoneError("no_such_action", f"A phone can: {', '.join(ACTIONS)}.")
    phone = phone_of(host.world, _number(request.match_info["user_id"]))
    given = read_fields(action.shape, await read_parameters(request))
    return action.run(phone, given)


async def new_group(host: Host, request: web.Request) -> Wire:
    """Open a group."""
    given = read_fields(NEW_GROUP, await read_parameters(request))
    group = add_group(
        host.world, given["title"], given["members"], given.get("type", "supergroup")
    )
    return group.chat.wire()


async def move_clock(host: Host, request: web.Request) -> Wire:
    """Move the clock forward."""
    given = read_fields(CLOCK, await read_parameters(request))
    host.world.clock.move_forward(given["forward_seconds"])
    host.world.events.publish("clock", **clock_wire(host.world))
    host.world.events.touch()
    return clock_wire(host.world)


async def order_fault(host: Host, request: web.Request) -> Wire:
    """Order trouble, or lift it with mode «none»."""
    given = read_fields(FAULT, await read_parameters(request))
    given["methods"] = frozenset(name.lower() for name in given.get("methods", []))
    host.world.faults.add(Fault(**given))
    host.world.events.publish("faults", **host.world.faults.wire())
    return host.world.faults.wire()


async def change_rules(host: Host, request: web.Request) -> Wire:
    """Switch habits of this Telegram on or off."""
    given = read_fields(RULES, await read_parameters(request))
    for name, value in given.items():
        setattr(host.world.rules, name, value)
    return {name: getattr(host.world.rules, name) for name in RULES.optional}


async def reset(host: Host, _request: web.Request) -> Wire:
    """Forget everything."""
    await host.reset()
    return {}


def clock_wire(world: World) -> Wire:
    """Write the time."""
    clock = world.clock
    return {"now": clock.now(), "forward": clock.forward, "stands": clock.stands}


def _answering(host: Host, handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            return _json(await handler(host, request))
        except PhoneError as error:
            return _json({"error": error.code, "message": str(error)}, 409)
        except (UnreadableError, ValueError) as error:
            return _json({"error": "bad_request", "message": f"The request {error}."}, 400)
        except BotApiError as error:
            return _json({"error": "bad_request", "message": error.description}, error.code)

    return answer


def _events_of(host: Host) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(request: web.Request) -> web.StreamResponse:
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        with contextlib.suppress(ConnectionResetError):
            await _stream(host, request, response)
        return response

    return answer


async def _stream(host: Host, request: web.Request, response: web.StreamResponse) -> None:
    """Listen before the page hears that it is connected, so that nothing falls in between."""
    events = host.world.events
    listener = events.listen()
    try:
        await response.prepare(request)
        await response.write(b"retry: %d\n\n" % RECONNECT_MILLISECONDS)
        while (line := await _next_line(listener.queue)) is not None:
            await response.write(line)
    finally:
        # A world that was set up anew in the meantime has taken the listeners over.
        host.world.events.leave(listener)
        events.leave(listener)


async def _next_line(queue: asyncio.Queue[tuple[int, Wire] | None]) -> bytes | None:
    try:
        item = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
    except TimeoutError:
        return b": still here\n\n"
    if item is None:
        return None
    number, event = item
    return b"id: %d\ndata: %s\n\n" % (number, encode(event))


def _transcript_of(host: Host) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        user_id = _number(request.query.get("phone", ""))
        if user_id not in host.world.people:
            return _json({"error": "no_such_phone", "message": "There is no such phone."}, 404)
        return web.Response(text=transcript(host.world, user_id))

    return answer


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else 0


def _json(body: object, status: int = 200) -> web.Response:
    return web.Response(body=encode(body), status=status, content_type="application/json")
