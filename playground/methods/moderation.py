"""What a bot with rights does to a group and its members."""

import secrets

from playground.chats import Chat, Membership
from playground.errors import bad_request
from playground.groups import show_group
from playground.kinds import Fields, Integer, Shape
from playground.members import (
    ADMINISTRATOR_RIGHTS,
    INSIDE,
    OPTIONAL_RIGHTS,
    PERMISSIONS,
    change_member,
)
from playground.methods.chats import member_of
from playground.methods.fields import CHAT
from playground.methods.method import Method
from playground.sending import writable_chat
from playground.shapes import BOOLEAN, INTEGER, NOTHING, TEXT
from playground.wire import Wire, present
from playground.world import World

_USER: Fields = {**CHAT, "user_id": Integer()}
CHAT_PERMISSIONS = Shape("ChatPermissions", NOTHING, dict.fromkeys(PERMISSIONS, BOOLEAN))
_RIGHTS: Fields = dict.fromkeys((*ADMINISTRATOR_RIGHTS, *OPTIONAL_RIGHTS), BOOLEAN)


def ban_chat_member(world: World, given: Wire) -> bool:
    """Answer banChatMember."""
    return _place(world, given, "kicked")


def unban_chat_member(world: World, given: Wire) -> bool:
    """Answer unbanChatMember: a banned person may come back, one inside is thrown out."""
    chat = _led_chat(world, given)
    inside = member_of(world, chat, given["user_id"]).status in INSIDE
    if given.get("only_if_banned") and inside:
        return True
    return _place(world, given, "left")


def restrict_chat_member(world: World, given: Wire) -> bool:
    """Answer restrictChatMember; all permissions given back make a plain member again."""
    rights = given["permissions"]
    free = all(rights.get(right) for right in PERMISSIONS)
    return _place(world, given, "member" if free else "restricted", rights)


def promote_chat_member(world: World, given: Wire) -> bool:
    """Answer promoteChatMember; no right given takes the office away."""
    rights = {right: given.get(right, False) for right in _RIGHTS}
    return _place(world, given, "administrator" if any(rights.values()) else "member", rights)


def set_chat_permissions(world: World, given: Wire) -> bool:
    """Answer setChatPermissions."""
    _led_chat(world, given).permissions = given["permissions"]
    return True


def set_chat_title(world: World, given: Wire) -> bool:
    """Answer setChatTitle."""
    chat = _led_chat(world, given)
    if not given["title"].strip():
        raise bad_request("chat title is empty")
    chat.title = given["title"]
    show_group(world, chat)
    return True


def leave_chat(world: World, given: Wire) -> bool:
    """Answer leaveChat."""
    chat = writable_chat(world, given)
    if chat.person:
        raise bad_request("chat not found")
    change_member(world, chat, world.bot, Membership(world.bot, "left"))
    return True


def export_chat_invite_link(world: World, given: Wire) -> str:
    """Answer exportChatInviteLink."""
    link: str = _link(world, given)["invite_link"]
    return link


def create_chat_invite_link(world: World, given: Wire) -> Wire:
    """Answer createChatInviteLink."""
    return _link(world, given)


def approve_chat_join_request(world: World, given: Wire) -> bool:
    """Answer approveChatJoinRequest."""
    _take_request(world, given)
    return _place(world, given, "member")


def decline_chat_join_request(world: World, given: Wire) -> bool:
    """Answer declineChatJoinRequest."""
    _take_request(world, given)
    return True


def _take_request(world: World, given: Wire) -> None:
    if _led_chat(world, given).asking.pop(given["user_id"], None) is None:
        raise bad_request("HIDE_REQUESTER_MISSING")


def _place(world: World, given: Wire, status: str, rights: Wire | None = None) -> bool:
    chat = _led_chat(world, given)
    old = member_of(world, chat, given["user_id"])
    if old.status == "creator":
        raise bad_request("can't remove chat owner")
    if old.status == "administrator" and status in {"kicked", "left", "restricted"}:
        raise bad_request("user is an administrator of the chat")
    readers = set(chat.readers())
    new = Membership(old.account, status, world.now_seconds(), rights or {})
    change_member(world, chat, world.bot, new)
    show_group(world, chat, readers)
    return True


def _led_chat(world: World, given: Wire) -> Chat:
    chat = writable_chat(world, given)
    if chat.person:
        raise bad_request("method is available only for groups and supergroups")
    if chat.members[world.bot.id].status != "administrator":
        raise bad_request("not enough rights to restrict/unrestrict chat member")
    return chat


def _link(world: World, given: Wire) -> Wire:
    _led_chat(world, given)
    return present(
        invite_link=f"https://t.me/+{secrets.token_urlsafe(12)}",
        creator=world.bot.wire(),
        creates_join_request=given.get("creates_join_request", False),
        is_primary=False,
        is_revoked=False,
        name=given.get("name"),
        expire_date=given.get("expire_date"),
        member_limit=given.get("member_limit"),
    )


_LINK: Fields = {
    "name": TEXT,
    "expire_date": INTEGER,
    "member_limit": INTEGER,
    "creates_join_request": BOOLEAN,
}
_INDEPENDENT: Fields = {"use_independent_chat_permissions": BOOLEAN}
_PERMITTED: Fields = {"permissions": CHAT_PERMISSIONS}

METHODS = (
    Method(
        "banChatMember",
        _USER,
        {"until_date": INTEGER, "revoke_messages": BOOLEAN},
        ban_chat_member,
    ),
    Method("unbanChatMember", _USER, {"only_if_banned": BOOLEAN}, unban_chat_member),
    Method(
        "restrictChatMember",
        {**_USER, **_PERMITTED},
        {**_INDEPENDENT, "until_date": INTEGER},
        restrict_chat_member,
    ),
    Method("promoteChatMember", _USER, {"is_anonymous": BOOLEAN, **_RIGHTS}, promote_chat_member),
    Method("setChatPermissions", {**CHAT, **_PERMITTED}, _INDEPENDENT, set_chat_permissions),
    Method("setChatTitle", {**CHAT, "title": TEXT}, NOTHING, set_chat_title),
    Method("leaveChat", CHAT, NOTHING, leave_chat),
    Method("exportChatInviteLink", CHAT, NOTHING, export_chat_invite_link),
    Method("createChatInviteLink", CHAT, _LINK, create_chat_invite_link),
    Method("approveChatJoinRequest", _USER, NOTHING, approve_chat_join_request),
    Method("declineChatJoinRequest", _USER, NOTHING, decline_chat_join_request),
)
