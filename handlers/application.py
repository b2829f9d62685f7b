"""Putting it together: lock, database, intake first, then what was left over, then everything else."""

import asyncio
import contextlib
import json
import logging
import signal
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

from bot.community import Community
from bot.community_items import Item, assemble
from handlers.clock import Clock
from handlers.crash_points import crash_point_of
from handlers.delivery import Delivery
from handlers.desk.desk import Desk
from handlers.desk.neighbourhood import neighbourhood_of
from handlers.desk.settings import DeskSettings
from handlers.intake import Polling
from handlers.lanes import Lanes
from handlers.limiter import Limiter
from handlers.lock import only_one
from handlers.menus import set_menus
from handlers.reading import ALLOWED_UPDATES
from handlers.rendering import Receiver
from handlers.sending import Postman
from handlers.settings import SettingError, Settings
from handlers.telegram import NotSentError, RefusedError, TelegramClient, UnsureError
from handlers.tick import Tick, scheduler_of
from handlers.webhook import Webhook
from messages.catalogue import Catalogue
from storage.community import community_codes, items_of
from storage.database import Database, Transaction
from storage.inbox import take_back_updates
from storage.meta import begin_epoch
from storage.sending import take_back_messages

STOP_SECONDS = 10
_log = logging.getLogger("xiaoxiang")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are at Telegram."""

    id: int
    username: str


async def run(settings: Settings, clock: Clock, ready: Callable[[], None] | None = None) -> None:
    """Run until a signal comes. Whatever kills it earlier loses nothing."""
    with only_one(settings.folder):
        async with running(settings, clock):
            if ready:
                ready()
            await _until_stopped()


@contextlib.asynccontextmanager
async def running(settings: Settings, clock: Clock) -> AsyncIterator[Identity]:
    """Run in the background of the caller's block."""
    crash_point = crash_point_of(settings.crash)
    async with (
        Database.open(settings.database, crash_point) as database,
        TelegramClient(settings.token, settings.base_url) as telegram,
    ):
        communities = await load_communities(database)
        identity = await _identity(telegram)
        catalogue = Catalogue.load(communities)
        epoch = await database.turn(begin_epoch)
        neighbourhoods = {code: neighbourhood_of(each) for code, each in communities.items()}
        first = next(iter(communities))
        desk_settings = DeskSettings(catalogue.languages, first, identity.username)
        desk = Desk(neighbourhoods, desk_settings, catalogue)
        delivery = Delivery(
            database,
            Postman(telegram, catalogue),
            Limiter(settings.rates),
            clock,
            epoch,
            Receiver(catalogue.languages[0], first),
            crash_point,
        )
        lanes = Lanes(database, desk, clock, epoch, delivery.tell, crash_point)
        tick = Tick(database, desk, clock, delivery.tell, crash_point)
        async with _intake(settings, telegram, database, clock, lanes, identity, crash_point):
            await _take_back(database, epoch)
            await set_menus(telegram, catalogue, first)
            async with _background(lanes.run(), delivery.run()), _ticking(tick):
                _log.info("running", extra={"epoch": epoch, "communities": len(communities)})
                yield identity


async def load_communities(database: Database) -> Mapping[str, Community]:
    """Read every community that is loaded; there must be one."""

    async def body(tx: Transaction) -> dict[str, Community]:
        return {code: await _community(tx, code) for code in await community_codes(tx)}

    communities = await database.turn(body)
    if not communities:
        raise SettingError("no_community", "")
    return communities


async def _community(tx: Transaction, code: str) -> Community:
    stored = await items_of(tx, code)
    return assemble([Item(each.kind, each.code, json.loads(each.content)) for each in stored])


async def _identity(telegram: TelegramClient) -> Identity:
    """Ask Telegram who we are; a wrong token ends here, an outage is waited out."""
    while True:
        try:
            me = await telegram.call("getMe", {})
            return Identity(me["id"], me.get("username", ""))
        except RefusedError as error:
            if error.refusal.code in {401, 404}:
                raise SettingError("token_refused", "XIAOXIANG_TOKEN") from error
            await asyncio.sleep(1)
        except (NotSentError, UnsureError):
            _log.warning("telegram_not_reached")
            await asyncio.sleep(1)


async def _take_back(database: Database, epoch: int) -> None:
    async def body(tx: Transaction) -> tuple[int, int]:
        return await take_back_updates(tx, epoch), await take_back_messages(tx, epoch)

    updates, messages = await database.turn(body)
    if updates or messages:
        _log.info("taken_back", extra={"updates": updates, "messages": messages})


@contextlib.asynccontextmanager
async def _intake(  # noqa: PLR0913 - it joins everything that polling and webhook need
    settings: Settings,
    telegram: TelegramClient,
    database: Database,
    clock: Clock,
    lanes: Lanes,
    identity: Identity,
    crash_point: Callable[[str], None],
) -> AsyncIterator[None]:
    if not settings.webhook_url:
        polling = Polling(telegram, database, clock, identity.id, lanes.work.set, crash_point)
        async with _background(polling.run()):
            yield
        return
    webhook = Webhook(database, clock, identity.id, settings.webhook_secret, lanes.work.set)
    runner = web.AppRunner(webhook.application("/telegram"), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", settings.webhook_port).start()
        await telegram.call(
            "setWebhook",
            {
                "url": settings.webhook_url,
                "secret_token": settings.webhook_secret,
                "allowed_updates": ALLOWED_UPDATES,
            },
        )
        yield
    finally:
        await runner.cleanup()


@contextlib.asynccontextmanager
async def _background(*endless: object) -> AsyncIterator[None]:
    tasks = [asyncio.ensure_future(each) for each in endless]  # type: ignore[call-overload]
    for task in tasks:
        task.add_done_callback(_report_end)
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks, timeout=STOP_SECONDS)


def _report_end(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and task.exception():
        _log.critical("part_ended", exc_info=task.exception())
        signal.raise_signal(signal.SIGTERM)


@contextlib.asynccontextmanager
async def _ticking(tick: Tick) -> AsyncIterator[None]:
    scheduler = scheduler_of(tick)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)


async def _until_stopped() -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    await stopped.wait()
