"""getUpdates: what comes, what comes again, and who may ask."""

import asyncio

import pytest

from playground.phones import Phone
from playground.server import Playground
from playground.updates import DEFAULT_KINDS, KINDS
from tests.playground.client import Client

TWO_POLLS = (
    "409 Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "409 Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


async def _texts(client: Client, **parameters: object) -> list[str]:
    updates = await client.call("getUpdates", **parameters)
    return [update["message"]["text"] for update in updates]


async def _ids(client: Client) -> list[int]:
    return [update["update_id"] for update in await client.call("getUpdates")]


# Each row: the offset as a step from the first update's number, and what comes then.
OFFSETS = [
    (0, ["a", "b", "c"]),
    (1, ["b", "c"]),
    (3, []),
    (5, []),
    (1000, ["a", "b", "c"]),
]


@pytest.mark.parametrize(("step", "expected"), OFFSETS)
async def test_a_positive_offset_confirms_what_is_before_it(
    client: Client, phone: Phone, step: int, expected: list[str]
) -> None:
    first = phone.type("a").update_id or 0
    phone.type("b")
    phone.type("c")
    assert await _texts(client, offset=first + step) == expected
    assert await _texts(client) == expected


@pytest.mark.parametrize(
    ("offset", "expected"), [(-1, ["c"]), (-2, ["b", "c"]), (-9, ["a", "b", "c"])]
)
async def test_a_negative_offset_keeps_only_the_tail(
    client: Client, phone: Phone, offset: int, expected: list[str]
) -> None:
    for text in "abc":
        phone.type(text)
    assert await _texts(client, offset=offset) == expected
    assert await _texts(client) == expected


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (0, 1), (-5, 1), (100, 100), (500, 100)])
async def test_the_limit_is_between_one_and_a_hundred(
    client: Client, phone: Phone, limit: int, count: int
) -> None:
    for number in range(120):
        phone.type(str(number))
    assert len(await client.call("getUpdates", limit=limit)) == count


async def test_unconfirmed_updates_come_again_under_their_old_number(
    client: Client, phone: Phone
) -> None:
    phone.type("a")
    assert await _ids(client) == await _ids(client)


async def test_a_waiting_poll_ends_when_something_arrives(client: Client, phone: Phone) -> None:
    waiting = asyncio.create_task(_texts(client, timeout=30))
    await asyncio.sleep(0.05)
    phone.type("now")
    assert await waiting == ["now"]


async def test_a_second_poll_ends_the_first(client: Client, phone: Phone) -> None:
    first = asyncio.create_task(client.refusal("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(_texts(client, timeout=30))
    assert await first == TWO_POLLS
    phone.type("for the second")
    assert await second == ["for the second"]


async def test_no_poll_while_a_webhook_is_set(client: Client) -> None:
    await client.call("setWebhook", url="http://127.0.0.1:1/")
    assert await client.refusal("getUpdates") == WEBHOOK_ACTIVE
    await client.call("deleteWebhook")
    assert await client.call("getUpdates") == []


async def test_setting_a_webhook_ends_a_waiting_poll(client: Client) -> None:
    waiting = asyncio.create_task(client.refusal("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await client.call("setWebhook", url="http://127.0.0.1:1/")
    assert (await waiting).startswith("409 Conflict")


# Each row: what was subscribed one call after the other, and what is in force then.
SUBSCRIPTIONS = [
    ([], DEFAULT_KINDS),
    ([["message"]], {"message"}),
    ([["message"], None], {"message"}),
    ([["message"], []], DEFAULT_KINDS),
    ([["chat_member", "no_such_kind"]], {"chat_member"}),
]


@pytest.mark.parametrize(("calls", "expected"), SUBSCRIPTIONS)
async def test_a_subscription_holds_until_another_is_given(
    playground: Playground, client: Client, calls: list[list[str] | None], expected: set[str]
) -> None:
    for kinds in calls:
        await client.call("getUpdates", **({} if kinds is None else {"allowed_updates": kinds}))
    assert playground.world.updates.allowed == expected


def test_reactions_and_members_come_only_on_request() -> None:
    left_out = set(KINDS) - DEFAULT_KINDS
    assert left_out == {"chat_member", "message_reaction", "message_reaction_count"}


async def test_an_update_of_a_kind_that_is_not_wanted_is_never_queued(
    client: Client, phone: Phone
) -> None:
    sent = phone.type("a").message_id or 0
    assert phone.react(sent, "👍").update_id is None
    await client.call("getUpdates", allowed_updates=["message_reaction"])
    assert phone.react(sent, "👎").update_id is not None
    assert phone.type("b").update_id is None


async def test_updates_wait_a_day_and_presses_less_than_three_minutes(
    playground: Playground, client: Client, phone: Phone
) -> None:
    keyboard = {"inline_keyboard": [[{"text": "1", "callback_data": "1"}]]}
    asked = await client.call(
        "sendMessage", chat_id=phone.user_id, text="?", reply_markup=keyboard
    )
    phone.type("stays")
    phone.press(asked["message_id"], "1")
    assert len(await client.call("getUpdates")) == 2
    playground.clock.move_forward(151)
    assert await _texts(client) == ["stays"]
    playground.clock.move_forward(24 * 3600)
    assert await _texts(client) == []


async def test_an_update_can_be_handed_out_once_more(
    playground: Playground, client: Client, phone: Phone
) -> None:
    number = phone.type("twice").update_id or 0
    assert await _texts(client, offset=number + 1) == []
    playground.repeat(number)
    assert await _ids(client) == [number]
    assert await _ids(client) == []


async def test_drop_pending_updates_drops_them(client: Client, phone: Phone) -> None:
    phone.type("gone")
    await client.call("deleteWebhook", drop_pending_updates=True)
    assert await _texts(client) == []
