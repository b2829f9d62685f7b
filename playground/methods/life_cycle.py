"""getMe, getUpdates, webhooks, good-bye."""

import asyncio
import contextlib
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from playground import limits
from playground.errors import bad_request, conflict
from playground.kinds import Fields, File, ListOf
from playground.methods.method import Method
from playground.shapes import BOOLEAN, INTEGER, NOTHING, TEXT
from playground.wire import Wire, present
from playground.world import World

WEBHOOK_IS_SET = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
SECRET_CHARACTERS = re.compile(r"[A-Za-z0-9_-]*")
LONGEST_SECRET = 256
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PEEKING_SECONDS = 3.0
PEEKING_FAST_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Poll:
    """One getUpdates call."""

    offset: int
    limit: int
    timeout: float


_WEBHOOK: Fields = {
    "certificate": File(),
    "ip_address": TEXT,
    "max_connections": INTEGER,
    "allowed_updates": ListOf(TEXT),
    "drop_pending_updates": BOOLEAN,
    "secret_token": TEXT,
}
_POLL: Fields = {
    "offset": INTEGER,
    "limit": INTEGER,
    "timeout": INTEGER,
    "allowed_updates": ListOf(TEXT),
}


def get_me(world: World, _given: Wire) -> Wire:
    """Answer getMe."""
    return {
        **world.bot.wire(),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.rules.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(world: World, given: Wire) -> list[Wire]:
    """Answer getUpdates; a second caller ends the waiting of the first."""
    if world.webhook.url:
        raise conflict(WEBHOOK_IS_SET)
    wanted = Poll(
        given.get("offset", 0),
        min(max(given.get("limit", limits.UPDATES_AT_ONCE), 1), limits.UPDATES_AT_ONCE),
        min(max(given.get("timeout", 0), 0), limits.LONG_POLL_SECONDS),
    )
    world.updates.subscribe(given.get("allowed_updates"))
    world.updates.confirm(wanted.offset)
    return await _long_poll(world, _punished(world, wanted))


def _punished(world: World, poll: Poll) -> Poll:
    offset, at = world.updates.last_poll
    age = world.clock.now() - at
    world.updates.last_poll = (poll.offset, world.clock.now())
    if not world.rules.punish_peeking or offset != poll.offset or age >= PEEKING_SECONDS:
        return poll
    limit = 1 if age < PEEKING_FAST_SECONDS else poll.limit
    return Poll(poll.offset, limit, max(poll.timeout, PEEKING_SECONDS))


async def _long_poll(world: World, poll: Poll) -> list[Wire]:
    number = world.updates.begin_poll()
    found = world.updates.read(poll.limit)
    if found or not poll.timeout:
        return found
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(poll.timeout):
            while not found and not world.updates.closed:
                await world.updates.arrival()
                if number != world.updates.polls and not world.updates.closed:
                    raise conflict(OTHER_POLL)
                found = world.updates.read(poll.limit)
    return found


def set_webhook(world: World, given: Wire) -> bool:
    """Answer setWebhook; an empty url removes it."""
    url = given["url"]
    if not url:
        return delete_webhook(world, given)
    _check_webhook(url, given.get("secret_token"))
    world.updates.subscribe(given.get("allowed_updates"))
    if given.get("drop_pending_updates"):
        world.updates.clear()
    world.updates.begin_poll()
    world.webhook.set(url, given.get("secret_token"), given.get("max_connections", 40))
    return True


def delete_webhook(world: World, given: Wire) -> bool:
    """Answer deleteWebhook."""
    world.webhook.set("", None, 40)
    if given.get("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, _given: Wire) -> Wire:
    """Answer getWebhookInfo."""
    webhook, allowed = world.webhook, world.updates.allowed_as_given
    info = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": world.updates.waiting(),
    }
    if webhook.url:
        info |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
    if webhook.last_error_date:
        info["last_error_date"] = webhook.last_error_date
        info["last_error_message"] = webhook.last_error_message
    return present(**info, allowed_updates=list(allowed) if allowed else None)


def say_good_bye(_world: World, _given: Wire) -> bool:
    """Answer logOut and close: this Telegram has only one server to be logged in to."""
    return True


def _check_webhook(url: str, secret: str | None) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: the playground delivers to this computer only")
    if secret and len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if secret and not SECRET_CHARACTERS.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")


METHODS = (
    Method("getMe", NOTHING, NOTHING, get_me),
    Method("getUpdates", NOTHING, _POLL, get_updates),
    Method("setWebhook", {"url": TEXT}, _WEBHOOK, set_webhook),
    Method("deleteWebhook", NOTHING, {"drop_pending_updates": BOOLEAN}, delete_webhook),
    Method("getWebhookInfo", NOTHING, NOTHING, get_webhook_info),
    Method("logOut", NOTHING, NOTHING, say_good_bye),
    Method("close", NOTHING, NOTHING, say_good_bye),
)
