"""How updates come in: by polling, or by a webhook when the operator has set one."""

import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from handlers.background import in_background
from handlers.clock import Clock
from handlers.crash_points import CrashPoint
from handlers.errors import port_trouble
from handlers.intake import Polling
from handlers.reading import ALLOWED_UPDATES
from handlers.settings import Settings
from handlers.telegram import TelegramClient
from handlers.webhook import Webhook
from storage.database import Database

PATH = "/telegram"
HOST = "127.0.0.1"
_log = logging.getLogger("xiaoxiang.receiving")


@dataclass(frozen=True)
class Receiving:
    """Everything that taking updates in needs."""

    settings: Settings
    bot: Bot
    telegram: TelegramClient
    database: Database
    clock: Clock
    stored: Callable[[], None]
    crash_point: CrashPoint

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Take updates in as long as the block lasts."""
        way = self._webhook() if self.settings.webhook_url else self._polling()
        async with way:
            yield

    @contextlib.asynccontextmanager
    async def _polling(self) -> AsyncIterator[None]:
        await self._order(self._no_webhook())
        polling = Polling(
            self.telegram,
            self.database,
            self.clock,
            self.bot.id,
            self.stored,
            self.crash_point,
        )
        async with in_background(polling.run()):
            yield

    @contextlib.asynccontextmanager
    async def _webhook(self) -> AsyncIterator[None]:
        secret = self.settings.webhook_secret
        webhook = Webhook(self.database, self.clock, self.bot.id, secret, self.stored)
        runner = web.AppRunner(webhook.application(PATH), access_log=None)
        await runner.setup()
        try:
            await self._listen(runner)
            await self._order(
                self.bot.set_webhook(
                    self.settings.webhook_url,
                    secret_token=secret,
                    allowed_updates=ALLOWED_UPDATES,
                )
            )
            yield
        finally:
            await runner.cleanup()

    async def _listen(self, runner: web.AppRunner) -> None:
        """Listen; the port may have been taken since the start, while Telegram was waited for."""
        port = self.settings.webhook_port
        try:
            await web.TCPSite(runner, HOST, port).start()
        except OSError as error:
            raise port_trouble(error, port) from error

    async def _no_webhook(self) -> None:
        """Take an earlier webhook away; what waits at Telegram stays there for us."""
        if (await self.bot.get_webhook_info()).url:
            await self.bot.delete_webhook(drop_pending_updates=False)

    async def _order(self, wish: Awaitable[object]) -> None:
        """Ask Telegram for the way we want; an outage must not keep the bot from starting."""
        try:
            await wish
        except TelegramError as error:
            _log.warning("way_not_ordered", extra={"reason": type(error).__name__})
