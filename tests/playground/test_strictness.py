"""A typing mistake of ours is a 400 here, where Telegram would ignore it."""

import json

import pytest

from playground.phones import Phone
from playground.server import Playground
from playground.wire import Wire
from tests.playground.client import Client

# Each row: the parameters of sendMessage, and a piece of the refusal.
MISTAKES: list[tuple[Wire, str]] = [
    ({"text": "a", "parsemode": "HTML"}, "parsemode"),
    ({"text": "a", "disable_web_page_preview": True}, "disable_web_page_preview"),
    ({"text": "a", "reply_to_message_id": 1}, "reply_to_message_id"),
    ({}, "text"),
    ({"text": 5}, "text"),
    ({"text": "a", "disable_notification": "perhaps"}, "disable_notification"),
    ({"text": "a", "reply_markup": {"inline_keybord": []}}, "reply_markup"),
    ({"text": "a", "reply_markup": {"inline_keyboard": [[{"txt": "a"}]]}}, "txt"),
    ({"text": "a", "entities": "none"}, "entities"),
]


@pytest.mark.parametrize(("given", "piece"), MISTAKES)
async def test_a_mistake_is_named(client: Client, phone: Phone, given: Wire, piece: str) -> None:
    words = await client.refusal("sendMessage", chat_id=phone.user_id, **given)
    assert words.startswith("400 Bad Request: ")
    assert piece in words


# Each row: an inline button, and the refusal.
BUTTONS: list[tuple[Wire, str]] = [
    ({"text": "a"}, "Text buttons are unallowed in the inline keyboard"),
    ({"text": "a", "callback_data": "1", "url": "https://a.example"}, "exactly one action"),
    ({"text": " ", "callback_data": "1"}, "text must be non-empty"),
    ({"text": "a", "url": "nowhere"}, "Wrong HTTP URL"),
]


@pytest.mark.parametrize(("button", "piece"), BUTTONS)
async def test_a_button_does_exactly_one_thing(
    client: Client, phone: Phone, button: Wire, piece: str
) -> None:
    keyboard = {"inline_keyboard": [[button]]}
    given: Wire = {"chat_id": phone.user_id, "text": "?", "reply_markup": keyboard}
    assert piece in await client.refusal("sendMessage", **given)


# Each row: the path after the host, and the status.
PATHS = [
    ("/bot{token}/getMe", 200),
    ("/bot{token}/GETME", 200),
    ("/bot{token}/noSuchMethod", 404),
    ("/bot1:wrong/getMe", 401),
]


@pytest.mark.parametrize(("path", "status"), PATHS)
async def test_tokens_and_methods(
    playground: Playground, client: Client, path: str, status: int
) -> None:
    url = playground.url + path.format(token=playground.token)
    async with client.session.get(url) as answer:
        body = await answer.json()
    assert (answer.status, body["ok"]) == (status, status == 200)


async def test_all_four_ways_to_pass_parameters_mean_the_same(
    playground: Playground, client: Client, phone: Phone
) -> None:
    url = f"{playground.url}/bot{playground.token}/sendMessage"
    given = {"chat_id": str(phone.user_id), "text": "好"}
    ways: list[Wire] = [{"params": given}, {"data": given}, {"json": given}]
    for way in ways:
        async with client.session.post(url, **way) as answer:
            assert answer.status == 200
    await client.form("sendMessage", **given)
    assert [message.text for message in phone.messages()[1:]] == ["好"] * 4


async def test_a_body_that_is_no_json_is_refused(playground: Playground, client: Client) -> None:
    url = f"{playground.url}/bot{playground.token}/getMe"
    headers = {"Content-Type": "application/json"}
    for body in ("{", json.dumps([1])):
        async with client.session.post(url, data=body, headers=headers) as answer:
            assert answer.status == 400
