"""Reactions: one for each person, and only those that Telegram has."""

import pytest

from playground.hands import PhoneError
from playground.phones import Phone
from playground.wire import Wire
from tests.playground.client import Client


def _emoji(*emoji: str) -> list[Wire]:
    return [{"type": "emoji", "emoji": each} for each in emoji]


# Each row: what the bot sets, and the refusal; "" where it is taken.
SET: list[tuple[list[Wire], str]] = [
    (_emoji("👍"), ""),
    (_emoji("❤"), ""),
    ([], ""),
    (_emoji("❤\ufe0f"), "REACTION_INVALID"),
    (_emoji("🏠"), "REACTION_INVALID"),
    (_emoji("👍", "👎"), "REACTIONS_TOO_MANY"),
    ([{"type": "custom_emoji", "custom_emoji_id": "1"}], "REACTION_INVALID"),
]


@pytest.mark.parametrize(("reaction", "words"), SET)
async def test_what_a_bot_may_set(
    client: Client, phone: Phone, reaction: list[Wire], words: str
) -> None:
    where = {"chat_id": phone.user_id, "message_id": phone.type("a").message_id}
    given = {**where, "reaction": reaction}
    if words:
        assert await client.refusal("setMessageReaction", **given) == f"400 Bad Request: {words}"
    else:
        assert await client.call("setMessageReaction", **given) is True


async def test_a_bot_hears_no_bots_and_each_change_of_a_person(
    client: Client, phone: Phone
) -> None:
    await client.updates(allowed_updates=["message_reaction"])
    message_id = phone.type("a").message_id or 0
    where = {"chat_id": phone.user_id, "message_id": message_id}
    await client.call("setMessageReaction", **where, reaction=_emoji("👀"))
    for emoji in ("👍", "❤", ""):
        phone.react(message_id, emoji)
    changes = [update["message_reaction"] for update in await client.updates()]
    assert [(c["old_reaction"], c["new_reaction"]) for c in changes] == [
        ([], _emoji("👍")),
        (_emoji("👍"), _emoji("❤")),
        (_emoji("❤"), []),
    ]
    assert list(phone.message(message_id).reactions.values()) == ["👀"]


async def test_a_person_cannot_use_what_telegram_lacks(client: Client, phone: Phone) -> None:
    message_id = phone.type("a").message_id or 0
    with pytest.raises(PhoneError, match="no such reaction"):
        phone.react(message_id, "🏠")
