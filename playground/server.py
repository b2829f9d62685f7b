"""The playground itself: one port on this computer with the Bot API, the page and the phones."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Self

from aiohttp import web

from playground import bot_api, control
from playground.accounts import Account
from playground.clock import Clock
from playground.control import Showcase
from playground.errors import BotApiError
from playground.faults import Fault
from playground.groups import Group
from playground.limits import UPLOAD_BYTES
from playground.people import add_group, add_phone, phone_of
from playground.phones import Phone
from playground.webhook import Deliverer
from playground.wire import Wire
from playground.world import Rules, World, new_world

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"  # noqa: S105  the playground's public token
HOST = "127.0.0.1"
BOT_NAME = "Xiaoxiang"
BOT_USERNAME = "xiaoxiang_bot"
STATIC = Path(__file__).parent / "static"
SHUTDOWN_SECONDS = 0.2
_ROOM_FOR_FORM = 1024 * 1024
_PAGE_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The page reaches this computer only, runs no script from a message, and is never stale."""


class Playground:
    """A local Telegram: `async with Playground(port=0) as playground:` answers at `.url`."""

    def __init__(
        self,
        *,
        port: int = 0,
        token: str = TOKEN,
        clock: Clock | None = None,
        rules: Rules | None = None,
        showcase: Showcase | None = None,
    ) -> None:
        self.clock = clock or Clock()
        self.showcase = showcase or Showcase()
        self._token = token
        self._rules = rules or Rules()
        self._port = port
        self.world = self._new_world()
        self._runner: web.AppRunner | None = None
        self._deliverer: Deliverer | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_trouble: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Open the port; port 0 takes a free one."""
        app = web.Application(client_max_size=UPLOAD_BYTES + _ROOM_FOR_FORM)
        app.add_routes(self._routes())
        app.on_response_prepare.append(_guard)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self._start_deliverer()

    async def stop(self) -> None:
        """Close everything."""
        self.world.events.close()
        self.world.updates.close()
        if self._deliverer:
            await self._deliverer.close()
        if self._runner:
            await self._runner.cleanup()

    @property
    def url(self) -> str:
        """Where it answers, without a slash at the end."""
        return f"http://{HOST}:{self._port}"

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.token

    async def reset(self) -> None:
        """Forget everybody and everything, but keep the port and the listening pages."""
        old = self.world
        old.updates.close()
        if self._deliverer:
            await self._deliverer.close()
        self.clock.reset()
        self.world = self._new_world()
        self.world.events.listeners = old.events.listeners
        self.world.events.last_id = old.events.last_id
        self.world.updates.next_id = old.updates.next_id
        self._start_deliverer()
        self.world.events.publish("reset")

    def add_phone(
        self, first_name: str, *, title: Wire | None = None, **user: str | int | None
    ) -> Phone:
        """Give somebody a phone; `user` may hold id, last_name, username, language_code."""
        return add_phone(self.world, {"first_name": first_name, **user}, title or {})

    def phone(self, user_id: int) -> Phone:
        """Pick up somebody's phone."""
        return phone_of(self.world, user_id)

    def add_group(self, title: str, members: list[int], kind: str = "supergroup") -> Group:
        """Open a group with these people and the bot in it."""
        return add_group(self.world, title, members, kind)

    def inject(self, raw: Wire) -> int:
        """Queue an update exactly as it is given, under a new update_id."""
        return self.world.updates.put_raw(raw)

    def repeat(self, update_id: int) -> None:
        """Hand out an update once more under its old id."""
        self.world.updates.repeat(update_id)

    def add_fault(self, fault: Fault) -> None:
        """Order trouble."""
        self.world.faults.add(fault)
        self.world.events.publish("faults", **self.world.faults.wire())

    async def until(self, holds: Callable[[], object], patience: float = 10.0) -> None:
        """Wait until something holds in this world; look again at each change."""
        async with asyncio.timeout(patience):
            while not holds():
                await self.world.events.change()

    def _new_world(self) -> World:
        bot_id = int(self._token.partition(":")[0])
        bot = Account(bot_id, BOT_NAME, is_bot=True, username=BOT_USERNAME)
        return new_world(self._token, bot, self.clock, replace(self._rules))

    def _start_deliverer(self) -> None:
        world = self.world
        pause = world.rules.webhook_retry_seconds
        self._deliverer = Deliverer(world.webhook, world.updates, self._run_answer, pause)
        self._deliverer.start()

    async def _run_answer(self, method: str, given: Wire) -> None:
        with contextlib.suppress(BotApiError):
            await bot_api.call(self.world, method, given)

    def _routes(self) -> list[web.RouteDef | web.StaticDef]:
        return [
            web.route("*", "/bot{token}/{method}", self._bot_api),
            web.get("/file/bot{token}/{path:.+}", self._file),
            web.get("/file-view/{unique_id}", self._file_view),
            web.get("/", self._page),
            web.static("/static", STATIC),
            *control.routes(self),
        ]

    async def _bot_api(self, request: web.Request) -> web.StreamResponse:
        return await bot_api.answer_request(self.world, request)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        return await bot_api.answer_download(self.world, request)

    async def _file_view(self, request: web.Request) -> web.StreamResponse:
        stored = self.world.files.by_unique_id.get(request.match_info["unique_id"])
        if stored is None:
            raise web.HTTPNotFound
        mime = stored.mime_type if stored.kind == "photo" else "application/octet-stream"
        return web.Response(body=stored.bytes(), content_type=mime)

    async def _page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC / "index.html")


async def _guard(request: web.Request, response: web.StreamResponse) -> None:
    if not request.path.startswith("/bot"):
        for name, value in _PAGE_HEADERS.items():
            response.headers.setdefault(name, value)
