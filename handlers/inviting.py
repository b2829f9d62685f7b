"""Inviting staff: a link that works once.

It is made in the database, or by the bot itself while it runs.
"""

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from bot.community import Community
from bot.instants import HOUR, Instant, after
from handlers import control
from handlers.clock import Clock
from handlers.communities import load_communities
from handlers.errors import OperatorError
from handlers.lock import TakenError, only_one
from handlers.settings import DATABASE_NAME, folder_of, settings_of
from handlers.telegram import NotSentError, RefusedError, TelegramClient, UnsureError
from storage.database import Database, Transaction
from storage.meta import meta_value
from storage.staff import Invitation, invite

CODE_BYTES = 16
"""128 bits: 22 characters, which fit into a deep link."""
USERNAME = "bot_username"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to invite, for how long, and in which community (empty: the only one)."""

    staff: str
    hours: int
    community: str = ""


@dataclass(frozen=True, slots=True)
class Invited:
    """A link and whom it is for."""

    name: str
    link: str
    expires_at: Instant
    time_zone: str


async def invitation_link(environment: Mapping[str, str], wanted: Wanted, clock: Clock) -> Invited:
    """Return a new link for a member of staff; a running bot is asked to make it."""
    folder = folder_of(environment)
    if not (folder / DATABASE_NAME).exists():
        raise OperatorError("no_community")
    try:
        with only_one(folder):
            async with Database.open(folder / DATABASE_NAME) as database:
                await _community_of(database, wanted)
                username = await database.turn(lambda tx: meta_value(tx, USERNAME))
                username = username or await _asked_username(environment)
                return await make_invitation(database, wanted, clock, username)
    except TakenError:
        return Invited(**await control.ask(folder, "invite", asdict(wanted)))


async def make_invitation(
    database: Database, wanted: Wanted, clock: Clock, username: str
) -> Invited:
    """Store an invitation and return its link."""
    community = await _community_of(database, wanted)
    secret, now = secrets.token_urlsafe(CODE_BYTES), clock.now()
    invitation = Invitation(community.code, wanted.staff, after(now, wanted.hours * HOUR), None)

    async def body(tx: Transaction) -> None:
        await invite(tx, secret, invitation, now)

    await database.turn(body)
    link = f"https://t.me/{username}?start=i_{secret}"
    name = community.staff[wanted.staff].name
    return Invited(name, link, invitation.expires_at, community.time_zone)


async def _community_of(database: Database, wanted: Wanted) -> Community:
    """Return the community that has the wanted member of staff, or say which there are."""
    communities = await load_communities(database)
    code = wanted.community or next(iter(communities))
    if code not in communities:
        raise OperatorError("unknown_community", code)
    community = communities[code]
    if wanted.staff not in community.staff:
        raise OperatorError("unknown_staff", wanted.staff, tuple(community.staff))
    return community


async def _asked_username(environment: Mapping[str, str]) -> str:
    """Ask Telegram for the bot's name when it has never run here."""
    settings = settings_of(environment)
    async with TelegramClient(settings.token, settings.base_url) as telegram:
        try:
            me = await telegram.call("getMe", {})
        except RefusedError as error:
            raise OperatorError("token_refused", "XIAOXIANG_TOKEN") from error
        except (NotSentError, UnsureError) as error:
            raise OperatorError("telegram_not_reached") from error
    return str(me["username"])
