"""Whom a bot may write to, and what it may ask them for."""

from collections.abc import Callable

import pytest

from playground.phones import Phone
from playground.server import Playground
from playground.wire import Wire
from tests.playground.client import Client

STRANGER = "403 Forbidden: bot can't initiate conversation with a user"
BLOCKED = "403 Forbidden: bot was blocked by the user"
NOT_FOUND = "400 Bad Request: chat not found"

# Each row: what the person did, and how sending, editing and typing are refused.
PEOPLE: list[tuple[Callable[[Phone], object], str]] = [
    (lambda _: None, STRANGER),
    (lambda phone: (phone.start(), phone.block()), BLOCKED),
    (lambda phone: (phone.start(), phone.deactivate()), "403 Forbidden: user is deactivated"),
]


@pytest.mark.parametrize(("deed", "words"), PEOPLE)
@pytest.mark.parametrize("method", ["sendMessage", "sendChatAction", "editMessageText"])
async def test_who_cannot_be_written_to(
    client: Client, stranger: Phone, method: str, deed: Callable[[Phone], object], words: str
) -> None:
    deed(stranger)
    content: dict[str, Wire] = {
        "sendMessage": {"text": "a"},
        "sendChatAction": {"action": "typing"},
        "editMessageText": {"message_id": 1, "text": "a"},
    }
    assert await client.refusal(method, chat_id=stranger.user_id, **content[method]) == words


@pytest.mark.parametrize("chat_id", [1, -100, "@nobody_here"])
async def test_a_chat_that_nobody_knows(client: Client, chat_id: int | str) -> None:
    assert await client.refusal("sendMessage", chat_id=chat_id, text="a") == NOT_FOUND


async def test_blocking_is_told_and_start_unblocks(client: Client, phone: Phone) -> None:
    phone.block()
    phone.start()
    blocked, unblocked, started = await client.updates()
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert started["message"]["text"] == "/start"
    await client.call("sendMessage", chat_id=phone.user_id, text="a")


# Each row: what happens to the group, and how sending is refused then.
GROUPS = [("group", "group chat"), ("supergroup", "supergroup chat")]


@pytest.mark.parametrize(("kind", "name"), GROUPS)
async def test_a_group_that_threw_the_bot_out(
    playground: Playground, client: Client, phone: Phone, kind: str, name: str
) -> None:
    group = playground.add_group("三组", [phone.user_id], kind)
    await client.call("sendMessage", chat_id=group.id, text="a")
    group.remove_bot()
    assert await client.refusal("sendMessage", chat_id=group.id, text="a") == (
        f"403 Forbidden: bot was kicked from the {name}"
    )


async def test_a_group_that_moved_tells_its_new_number(
    playground: Playground, client: Client, phone: Phone
) -> None:
    group = playground.add_group("三组", [phone.user_id], "group")
    new = group.migrate()
    words = await client.refusal("sendMessage", chat_id=group.id, text="a")
    assert words == "400 Bad Request: group chat was upgraded to a supergroup chat"
    await client.call("sendMessage", chat_id=new.id, text="a")


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(
    playground: Playground, client: Client, phone: Phone
) -> None:
    group = playground.add_group("三组", [phone.user_id])
    sent = await client.call("sendMessage", chat_id=group.id, text="?")
    await client.updates()
    phone.type("among us", chat_id=group.id)
    phone.type("/help", chat_id=group.id)
    phone.type("hello @xiaoxiang_bot", chat_id=group.id)
    phone.type("yes", reply_to_message_id=sent["message_id"], chat_id=group.id)
    heard = [update["message"]["text"] for update in await client.updates()]
    assert heard == ["/help", "hello @xiaoxiang_bot", "yes"]


HTTPS_ONLY = "Only HTTPS links are allowed"

# Each row: a button of the keyboard below, and the refusal in a group.
ONLY_IN_PRIVATE: list[tuple[Wire, str]] = [
    ({"request_contact": True}, "phone number can be requested in private chats only"),
    ({"request_location": True}, "location can be requested in private chats only"),
    ({"web_app": {"url": "https://a.example"}}, "Web App can be requested in private chats only"),
]


@pytest.mark.parametrize(("asking", "words"), ONLY_IN_PRIVATE)
async def test_what_can_be_asked_only_in_private(
    playground: Playground, client: Client, phone: Phone, asking: Wire, words: str
) -> None:
    group = playground.add_group("三组", [phone.user_id])
    keyboard = {"keyboard": [[{"text": "x", **asking}]]}
    given = {"text": "?", "reply_markup": keyboard}
    assert await client.refusal("sendMessage", chat_id=group.id, **given) == (
        f"400 Bad Request: {words}"
    )
    await client.call("sendMessage", chat_id=phone.user_id, **given)


async def test_web_apps_want_https(client: Client, phone: Phone) -> None:
    button = {"text": "x", "web_app": {"url": "http://a.example"}}
    for keyboard in ({"keyboard": [[button]]}, {"inline_keyboard": [[button]]}):
        given = {"chat_id": phone.user_id, "text": "?", "reply_markup": keyboard}
        assert (await client.refusal("sendMessage", **given)).endswith(HTTPS_ONLY)
    menu = {"type": "web_app", "text": "x", "web_app": {"url": "http://a.example"}}
    assert (await client.refusal("setChatMenuButton", menu_button=menu)).endswith(HTTPS_ONLY)


async def test_the_phone_answers_a_request_with_the_own_contact_or_a_place(
    client: Client, phone: Phone
) -> None:
    rows = [
        [{"text": "number", "request_contact": True}],
        [{"text": "place", "request_location": True}],
    ]
    keyboard = {"keyboard": rows, "one_time_keyboard": False}
    await client.call("sendMessage", chat_id=phone.user_id, text="?", reply_markup=keyboard)
    phone.reply_button("number")
    phone.reply_button("place", latitude=27.62, longitude=113.84)
    contact, place = await client.updates()
    assert contact["message"]["contact"]["user_id"] == phone.user_id
    assert place["message"]["location"] == {"latitude": 27.62, "longitude": 113.84}
