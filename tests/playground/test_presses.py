"""Presses of inline buttons: loading, answering, too late, forged, repeated."""

import pytest

from playground.hands import PhoneError
from playground.phones import Phone
from playground.server import Playground
from playground.wire import Wire
from tests.playground.client import Client

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "one", "callback_data": "1"}, {"text": "two", "callback_data": "2"}]
    ]
}
TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


async def _asked(client: Client, phone: Phone) -> int:
    sent = await client.call("sendMessage", chat_id=phone.user_id, text="?", reply_markup=KEYBOARD)
    number: int = sent["message_id"]
    return number


async def _query(client: Client) -> Wire:
    query: Wire = (await client.updates())[-1]["callback_query"]
    return query


async def test_a_press_loads_until_it_is_answered(client: Client, phone: Phone) -> None:
    message_id = await _asked(client, phone)
    phone.press(message_id, "1")
    assert phone.message(message_id).loading == ["1"]
    query = await _query(client)
    assert (query["data"], query["message"]["message_id"]) == ("1", message_id)
    await client.call("answerCallbackQuery", callback_query_id=query["id"], text="ok")
    assert phone.message(message_id).loading == []


# Each row: seconds until the answer, and the refusal; "" where it still counts.
@pytest.mark.parametrize(("seconds", "words"), [(0, ""), (14, ""), (16, TOO_OLD), (4000, TOO_OLD)])
async def test_a_press_can_be_answered_for_some_seconds(
    playground: Playground, client: Client, phone: Phone, seconds: int, words: str
) -> None:
    phone.press(await _asked(client, phone), "1")
    query = await _query(client)
    playground.clock.move_forward(seconds)
    if words:
        refusal = await client.refusal("answerCallbackQuery", callback_query_id=query["id"])
        assert refusal == words
    else:
        assert await client.call("answerCallbackQuery", callback_query_id=query["id"]) is True


# Each row: what is answered, and how it is refused.
REFUSED = [
    ({"callback_query_id": "12345"}, TOO_OLD),
    ({"callback_query_id": "1", "text": "a" * 201}, "400 Bad Request: MESSAGE_TOO_LONG"),
]


@pytest.mark.parametrize(("given", "words"), REFUSED)
async def test_bad_answers_are_refused(client: Client, given: Wire, words: str) -> None:
    assert await client.refusal("answerCallbackQuery", **given) == words


async def test_a_second_answer_changes_nothing(client: Client, phone: Phone) -> None:
    phone.press(await _asked(client, phone), "1")
    query = await _query(client)
    for text in ("first", "second"):
        await client.call("answerCallbackQuery", callback_query_id=query["id"], text=text)
    press = phone.world.presses.open_at(query["id"], phone.world.clock.now())
    assert press.toast == "first"


async def test_a_button_that_is_not_there_cannot_be_pressed(client: Client, phone: Phone) -> None:
    message_id = await _asked(client, phone)
    with pytest.raises(PhoneError, match="no such button"):
        phone.press(message_id, "3")


async def test_a_hostile_app_can_send_anything(client: Client, phone: Phone) -> None:
    message_id = await _asked(client, phone)
    phone.forge_press(message_id, "forged")
    phone.forge_press(999_999, "old")
    forged, gone = [update["callback_query"] for update in await client.updates()]
    assert forged["data"] == "forged"
    assert gone["message"]["date"] == 0


async def test_reopening_the_app_presses_again_under_a_new_number(
    client: Client, phone: Phone
) -> None:
    phone.press(await _asked(client, phone), "1")
    first = await _query(client)
    phone.reopen()
    again = await _query(client)
    assert (again["data"], again["id"] != first["id"]) == ("1", True)
    await client.call("answerCallbackQuery", callback_query_id=again["id"])


async def test_each_press_can_come_twice(
    playground: Playground, client: Client, phone: Phone
) -> None:
    playground.world.rules.repeat_presses = True
    phone.press(await _asked(client, phone), "1")
    queries = [update["callback_query"] for update in await client.updates()]
    assert [query["data"] for query in queries] == ["1", "1"]
    assert queries[0]["id"] != queries[1]["id"]
