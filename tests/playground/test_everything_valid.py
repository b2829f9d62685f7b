"""Every method answers, and every update looks, as aiogram's models of Telegram say."""

import pytest

from playground.methods.registry import METHODS
from playground.phones import Phone
from playground.samples import sample_bytes
from playground.server import Playground
from playground.wire import Wire
from tests.playground.client import Client
from tests.playground.independent import _METHODS, check_update

KEYBOARD = {"inline_keyboard": [[{"text": "好", "callback_data": "1"}]]}
POINT = {"latitude": 31.3, "longitude": 121.5}

ANSWERED: list[tuple[str, Wire]] = [
    ("getMe", {}),
    ("getUpdates", {}),
    ("getWebhookInfo", {}),
    ("deleteWebhook", {}),
    ("logOut", {}),
    ("close", {}),
    ("setMyCommands", {"commands": [{"command": "help", "description": "帮助"}]}),
    ("getMyCommands", {}),
    ("deleteMyCommands", {}),
    ("setMyName", {"name": "小巷"}),
    ("getMyName", {}),
    ("setMyDescription", {"description": "小巷"}),
    ("getMyDescription", {}),
    ("setMyShortDescription", {"short_description": "小巷"}),
    ("getMyShortDescription", {}),
    ("setChatMenuButton", {"menu_button": {"type": "commands"}}),
    ("getChatMenuButton", {}),
    ("sendMessage", {"text": "<b>好</b> @lan_3 https://a.example", "parse_mode": "HTML"}),
    ("sendMessage", {"text": "好", "reply_markup": KEYBOARD, "protect_content": True}),
    ("sendMessage", {"text": "好", "link_preview_options": {"is_disabled": True}}),
    ("sendLocation", {**POINT, "horizontal_accuracy": 12.5}),
    ("sendVenue", {**POINT, "title": "中心", "address": "1号"}),
    ("sendContact", {"phone_number": "+8613800000000", "first_name": "Lan"}),
    ("sendDice", {}),
    ("sendPoll", {"question": "去吗", "options": ["去", {"text": "不去"}]}),
    ("sendPoll", {"question": "?", "options": ["1", "2"], "type": "quiz", "correct_option_id": 1}),
    ("sendChatAction", {"action": "typing"}),
    ("getChat", {}),
    ("getChatMember", {"user_id": 10_001}),
    ("getChatMemberCount", {}),
]
IN_NO_CHAT = ("getMe", "getUpdates", "getWebhookInfo", "deleteWebhook", "logOut", "close")


@pytest.mark.parametrize(("method", "parameters"), ANSWERED)
async def test_answer_is_telegrams(
    client: Client, phone: Phone, method: str, parameters: Wire
) -> None:
    in_chat = "chat_id" in METHODS[method.lower()].required
    where = {"chat_id": phone.user_id} if in_chat else {}
    await client.call(method, **where, **parameters)


MEDIA = ("photo", "document", "voice", "audio", "video", "animation", "sticker")


@pytest.mark.parametrize("kind", MEDIA)
async def test_file_is_sent_and_sent_again_by_its_id(
    client: Client, phone: Phone, kind: str
) -> None:
    method, file = f"send{kind.capitalize()}", sample_bytes("drain")
    first = await client.form(method, chat_id=phone.user_id, **{kind: file})
    one = first[kind][-1] if kind == "photo" else first[kind]
    again = await client.call(method, chat_id=phone.user_id, **{kind: one["file_id"]})
    assert again[kind] == first[kind]
    info = await client.call("getFile", file_id=one["file_id"])
    path = f"{client.url}/file/bot{client.token}/{info['file_path']}"
    async with client.session.get(path) as answer:
        assert await answer.read() == file


KINDS = ["message", "edited_message", "callback_query", "message_reaction", "poll", "poll_answer"]


async def test_every_update_is_telegrams(
    playground: Playground, client: Client, phone: Phone
) -> None:
    playground.world.updates.subscribe(KINDS)
    asked = await client.call(
        "sendMessage", chat_id=phone.user_id, text="?", reply_markup=KEYBOARD
    )
    poll = await client.call(
        "sendPoll",
        chat_id=phone.user_id,
        question="?",
        options=["1", "2"],
        is_anonymous=False,
    )
    first = phone.type("3栋2单元 #下水道 /help https://a.example @xiaoxiang_bot 😀")
    phone.type("更正", reply_to_message_id=asked["message_id"])
    phone.edit(first.message_id or 0, "改了")
    phone.press(asked["message_id"], "1")
    phone.forge_press(999, "gone")
    phone.react(asked["message_id"], "👍")
    phone.vote(poll["message_id"], [1])
    phone.send_photo("lamp", caption="灯 /x")
    phone.send_album(["lamp", "dog"], caption="两张")
    phone.send_location(31.3, 121.5, horizontal_accuracy=20)
    phone.send_contact()
    phone.send_document("a.pdf", size=1000)
    phone.send_voice()
    phone.send_sticker()
    phone.send_poll()
    kinds = [next(k for k in u if k != "update_id") for u in await client.updates()]
    assert set(kinds) == set(KINDS)
    assert len(kinds) == 17


async def test_every_group_update_is_telegrams(
    playground: Playground, client: Client, phone: Phone, stranger: Phone
) -> None:
    subscribed = ["message", "my_chat_member", "chat_member", "chat_join_request"]
    await client.updates(allowed_updates=subscribed)
    group = playground.add_group("三组", [phone.user_id], "group")
    group.add(stranger.user_id)
    group.add_bot("administrator")
    group.remove(stranger.user_id)
    group.ask_to_join(stranger.user_id)
    new = group.migrate()
    where = {"chat_id": new.id, "user_id": stranger.user_id}
    await client.call("approveChatJoinRequest", **where) if new.chat.asking else None
    permissions = {"can_send_messages": False}
    await client.call("unbanChatMember", **where)
    await client.call("restrictChatMember", **where, permissions=permissions)
    await client.call("getChatMember", **where)
    await client.call("promoteChatMember", **where, can_manage_chat=True)
    await client.call("getChatAdministrators", chat_id=new.id)
    await client.call("getChat", chat_id=new.id)
    await client.call("setChatTitle", chat_id=new.id, title="四组")
    await client.call("setChatPermissions", chat_id=new.id, permissions=permissions)
    await client.call("exportChatInviteLink", chat_id=new.id)
    await client.call("createChatInviteLink", chat_id=new.id, creates_join_request=True)
    await client.call("leaveChat", chat_id=new.id)
    kinds = {next(k for k in u if k != "update_id") for u in await client.updates()}
    assert kinds == set(subscribed)


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
def test_parameters_are_those_of_the_documentation(method: object) -> None:
    ours = METHODS[method.name.lower()]  # type: ignore[attr-defined]
    known = _METHODS[ours.name.lower()].model_fields
    assert set(ours.required) | set(ours.optional) <= set(known)
    required = {name for name, field in known.items() if field.is_required()}
    assert required <= set(ours.required)


def test_the_second_opinion_finds_a_missing_and_a_misspelt_field() -> None:
    good = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}
    check_update({"update_id": 1, "message": good})
    with pytest.raises(ValueError, match="type"):
        check_update({"update_id": 1, "message": {**good, "chat": {"id": 1}}})
    with pytest.raises(AssertionError, match="txet"):
        check_update({"update_id": 1, "message": {**good, "txet": "x"}})
