"""Putting it together: lock, database, intake, what was left over, then everything else."""

import asyncio
import contextlib
import itertools
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import asdict, dataclass

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.community import Community
from handlers.background import in_background, stoppable
from handlers.clock import Clock
from handlers.communities import load_communities
from handlers.control import Wish, open_door
from handlers.crash_points import CrashPoint, crash_point_of
from handlers.delivery import Delivery
from handlers.desk.desk import Desk
from handlers.desk.neighbourhood import neighbourhood_of
from handlers.desk.settings import DeskSettings
from handlers.easel import Easel
from handlers.errors import OperatorError
from handlers.inviting import USERNAME, Wanted, make_invitation
from handlers.lanes import Lanes
from handlers.limiter import Limiter
from handlers.lock import only_one
from handlers.operator import Operator
from handlers.photo_check import PhotoCheck
from handlers.photo_rounds import PhotoRounds
from handlers.profile import keep_profile
from handlers.receiving import Receiving
from handlers.rendering import Receiver
from handlers.request import AiohttpRequest
from handlers.sending import Postman
from handlers.settings import Settings
from handlers.telegram import TelegramClient
from handlers.tick import Tick, tick_at_start, ticking
from handlers.tidying import Tidying
from messages.catalogue import Catalogue
from messages.pictures.gallery import Gallery
from storage.database import Database, Transaction
from storage.inbox import take_back_updates
from storage.meta import begin_epoch, set_meta_value
from storage.sending import take_back_messages

# Seconds between two tries to reach Telegram at the start; the last stays. Short, for whoever
# comes back after a power cut waits for no more than that.
IDENTITY_PAUSES = (*[1.0] * 10, 5.0)
CATCHING_UP_SECONDS = 3.0
_log = logging.getLogger("xiaoxiang")


def _nothing() -> None:
    """Nobody sits at a terminal."""


@dataclass(frozen=True)
class Running:
    """The bot while it runs: its name at Telegram, its database and its communities."""

    username: str
    database: Database
    communities: Mapping[str, Community]
    clock: Clock

    async def grant_invitation(self, wish: Wish) -> Wish:
        """Make an invitation for the command line."""
        wanted = Wanted(str(wish["staff"]), int(wish["hours"]), str(wish["community"]))
        return asdict(await make_invitation(self.database, wanted, self.clock, self.username))


async def run(settings: Settings, clock: Clock, operator: Operator) -> None:
    """Run until a signal comes. Whatever kills it earlier loses nothing."""
    with only_one(settings.folder):
        async with (
            stoppable(),
            running(settings, clock, lambda: operator.say("unreached")) as bot,
            open_door(settings.folder, {"invite": bot.grant_invitation}),
        ):
            names = [each.name.in_language(operator.language) for each in bot.communities.values()]
            operator.say("running", {"bot": bot.username, "communities": [*names]})
            await asyncio.Event().wait()
        operator.say("stopped")


@contextlib.asynccontextmanager
async def running(
    settings: Settings, clock: Clock, unreached: Callable[[], None] = _nothing
) -> AsyncIterator[Running]:
    """Run in the background of the caller's block; what it does when Telegram is away is given."""
    crash_point = crash_point_of(settings.crash)
    async with (
        Database.open(settings.database, crash_point) as database,
        TelegramClient(settings.token, settings.base_url) as telegram,
        PhotoCheck() as looking,
        _bot(settings, unreached) as bot,
    ):
        communities = await load_communities(database)
        catalogue = Catalogue.load(communities)
        epoch = await database.turn(begin_epoch)
        crash_point("after_epoch")
        await database.turn(lambda tx: set_meta_value(tx, USERNAME, bot.username))
        desk = _desk(communities, catalogue, bot.username)
        first = desk.settings.first_community
        postman = Postman(telegram, catalogue, crash_point, Easel(Gallery(catalogue)))
        limiter, fallback = Limiter(settings.rates), Receiver(catalogue.languages[0], first)
        delivery = Delivery(database, postman, limiter, clock, epoch, fallback, crash_point)
        lanes = Lanes(database, desk, clock, epoch, delivery.tell, crash_point)
        tick = Tick(database, desk, clock, delivery.tell, crash_point)
        stored = lanes.work.set
        intake = Receiving(settings, bot, telegram, database, clock, stored, crash_point)
        async with intake.open():
            await _take_back(database, epoch, crash_point)
            await tick_at_start(tick)
            try:
                profile = keep_profile(bot, catalogue, first)
                night = _tidying(database, clock, communities, settings)
                photos = PhotoRounds(database, desk, telegram, looking, clock, delivery.tell)
                work = (lanes.run(), _deliver(lanes, delivery), photos.run())
                parts = in_background(*work, profile, night.run())
                async with parts, ticking(tick):
                    _log.info("running", extra={"epoch": epoch, "communities": len(communities)})
                    yield Running(bot.username, database, communities, clock)
            finally:
                await delivery.finish()


def _tidying(
    database: Database, clock: Clock, communities: Mapping[str, Community], settings: Settings
) -> Tidying:
    zone = next(iter(communities.values())).time_zone
    return Tidying(database, clock, zone, settings.periods)


async def _deliver(lanes: Lanes, delivery: Delivery) -> None:
    """Let what waits be worked off first: people get the newest state, not one after the other."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(lanes.caught_up.wait(), CATCHING_UP_SECONDS)
    await delivery.run()


def _desk(communities: Mapping[str, Community], catalogue: Catalogue, username: str) -> Desk:
    neighbourhoods = {code: neighbourhood_of(each) for code, each in communities.items()}
    settings = DeskSettings(catalogue.languages, next(iter(communities)), username)
    return Desk(neighbourhoods, settings, catalogue)


@contextlib.asynccontextmanager
async def _bot(settings: Settings, unreached: Callable[[], None]) -> AsyncIterator[Bot]:
    """Open python-telegram-bot's bot; a wrong token ends here, an outage is waited out."""
    address = f"{settings.base_url.rstrip('/')}/bot"
    request, unused = AiohttpRequest(), AiohttpRequest()
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(unused.shutdown)
        stack.push_async_callback(request.shutdown)
        try:
            bot = Bot(settings.token, address, request=request, get_updates_request=unused)
            stack.push_async_callback(bot.shutdown)
            await _initialize(bot, unreached)
        except InvalidToken as error:
            raise OperatorError("token_refused", "XIAOXIANG_TOKEN") from error
        yield bot


async def _initialize(bot: Bot, unreached: Callable[[], None]) -> None:
    """Ask until Telegram says who the bot is; that it is away is told once."""
    pauses = itertools.chain(IDENTITY_PAUSES, itertools.repeat(IDENTITY_PAUSES[-1]))
    for number, pause in enumerate(pauses):
        try:
            await bot.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            if number == 0:
                unreached()
                _log.warning("telegram_not_reached", extra={"reason": type(error).__name__})
            await asyncio.sleep(pause)
        else:
            return


async def _take_back(database: Database, epoch: int, crash_point: CrashPoint) -> None:
    async def body(tx: Transaction) -> tuple[int, int]:
        taken_back = await take_back_updates(tx, epoch), await take_back_messages(tx, epoch)
        crash_point("mid_take_back")
        return taken_back

    updates, messages = await database.turn(body)
    crash_point("after_take_back")
    if updates or messages:
        _log.info("taken_back", extra={"updates": updates, "messages": messages})
