"""Edits, as strict as Telegram's."""

import pytest

from playground.phones import Phone
from playground.samples import sample_bytes
from playground.wire import Wire
from tests.playground.client import Client

KEYBOARD = {"inline_keyboard": [[{"text": "1", "callback_data": "1"}]]}
REPLY_KEYBOARD = {"keyboard": [[{"text": "1"}]]}
NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)

# Each row: what was sent before, the edit, and how it is refused.
REFUSED: list[tuple[Wire, tuple[str, Wire], str]] = [
    ({"text": "a"}, ("editMessageText", {"text": "a"}), NOT_MODIFIED),
    (
        {"text": "a", "reply_markup": KEYBOARD},
        ("editMessageText", {"text": "a", "reply_markup": KEYBOARD}),
        NOT_MODIFIED,
    ),
    (
        {"text": "<b>a</b>", "parse_mode": "HTML"},
        ("editMessageText", {"text": "*a*", "parse_mode": "MarkdownV2"}),
        NOT_MODIFIED,
    ),
    ({"text": "a"}, ("editMessageReplyMarkup", {}), NOT_MODIFIED),
    (
        {"text": "a"},
        ("editMessageText", {"text": "b", "message_id": 999_999}),
        "400 Bad Request: message to edit not found",
    ),
    (
        {"text": "a", "reply_markup": REPLY_KEYBOARD},
        ("editMessageText", {"text": "b"}),
        "400 Bad Request: message can't be edited",
    ),
    (
        {"text": "a"},
        ("editMessageCaption", {"caption": "b"}),
        "400 Bad Request: there is no caption in the message to edit",
    ),
    ({"text": "a"}, ("editMessageText", {"text": ""}), "400 Bad Request: message text is empty"),
]


@pytest.mark.parametrize(("before", "edit", "words"), REFUSED)
async def test_a_bad_edit_is_refused(
    client: Client, phone: Phone, before: Wire, edit: tuple[str, Wire], words: str
) -> None:
    sent = await client.call("sendMessage", chat_id=phone.user_id, **before)
    where = {"chat_id": phone.user_id, "message_id": sent["message_id"]}
    method, given = edit
    assert await client.refusal(method, **{**where, **given}) == words


async def test_the_text_of_a_photo_cannot_be_edited(client: Client, phone: Phone) -> None:
    sent = await client.form("sendPhoto", chat_id=phone.user_id, photo=sample_bytes("lamp"))
    where = {"chat_id": phone.user_id, "message_id": sent["message_id"]}
    assert await client.refusal("editMessageText", **where, text="b") == (
        "400 Bad Request: there is no text in the message to edit"
    )
    assert (await client.call("editMessageCaption", **where, caption="b"))["caption"] == "b"


async def test_somebody_elses_message_cannot_be_edited(client: Client, phone: Phone) -> None:
    typed = phone.type("a").message_id
    where = {"chat_id": phone.user_id, "message_id": typed}
    assert await client.refusal("editMessageText", **where, text="b") == (
        "400 Bad Request: message can't be edited"
    )


async def test_editing_the_text_without_a_keyboard_takes_the_keyboard_away(
    client: Client, phone: Phone
) -> None:
    sent = await client.call("sendMessage", chat_id=phone.user_id, text="a", reply_markup=KEYBOARD)
    where = {"chat_id": phone.user_id, "message_id": sent["message_id"]}
    edited = await client.call("editMessageText", **where, text="b")
    assert "reply_markup" not in edited
    assert edited["edit_date"] == edited["date"]
    assert phone.message(sent["message_id"]).text == "b"


async def test_a_keyboard_alone_can_be_exchanged(client: Client, phone: Phone) -> None:
    sent = await client.call("sendMessage", chat_id=phone.user_id, text="a")
    where = {"chat_id": phone.user_id, "message_id": sent["message_id"]}
    edited = await client.call("editMessageReplyMarkup", **where, reply_markup=KEYBOARD)
    assert edited["reply_markup"] == KEYBOARD
    assert edited["text"] == "a"


async def test_a_person_edits_the_own_text_and_the_bot_is_told(
    client: Client, phone: Phone
) -> None:
    typed = phone.type("a").message_id or 0
    phone.edit(typed, "b")
    _, update = await client.updates()
    assert update["edited_message"]["text"] == "b"
    assert update["edited_message"]["message_id"] == typed
    assert update["edited_message"]["edit_date"] == update["edited_message"]["date"]


# Each row: how old the message is in hours, and how deleting it is refused; "" where it works.
AGES = [(0, ""), (47, ""), (49, "400 Bad Request: message can't be deleted")]


@pytest.mark.parametrize(("hours", "words"), AGES)
async def test_only_young_messages_can_be_deleted(
    client: Client, phone: Phone, hours: int, words: str
) -> None:
    sent = await client.call("sendMessage", chat_id=phone.user_id, text="a")
    phone.world.clock.move_forward(hours * 3600)
    where = {"chat_id": phone.user_id, "message_id": sent["message_id"]}
    if not words:
        assert await client.call("deleteMessage", **where) is True
    gone = "400 Bad Request: message to delete not found"
    assert await client.refusal("deleteMessage", **where) == (words or gone)
