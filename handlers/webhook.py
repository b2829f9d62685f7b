"""The webhook: the secret is compared in constant time.

200 is answered after the commit, never before.
"""

import hmac
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from handlers.clock import Clock
from handlers.intake import store
from handlers.reading import read_update
from storage.database import Database

LONGEST_BODY = 128 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
_log = logging.getLogger("xiaoxiang.webhook")


@dataclass(frozen=True)
class Webhook:
    """One endpoint for Telegram's deliveries."""

    database: Database
    clock: Clock
    bot_id: int
    secret: str
    stored: Callable[[], None]

    def application(self, path: str) -> web.Application:
        """Return the web application that serves the endpoint."""
        application = web.Application(client_max_size=LONGEST_BODY)
        application.router.add_post(path, self.receive)
        return application

    async def receive(self, request: web.Request) -> web.Response:
        """Store one update; whoever does not know the secret learns nothing."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="replace"), self.secret.encode()):
            return web.Response(status=403)
        update = read_update(await request.read())
        if update is None:
            _log.warning("webhook_unreadable")
            return web.Response()
        try:
            await store(self.database, self.bot_id, [update], self.clock)
        except sqlite3.Error:
            _log.warning("webhook_not_stored")
            return web.Response(status=503, headers={"Retry-After": "5"})
        self.stored()
        return web.Response()
