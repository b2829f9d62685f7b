"""Looking at chats and their members."""

from playground.chats import Chat, Membership
from playground.errors import bad_request
from playground.kinds import Integer
from playground.members import INSIDE, PERMISSIONS, member_wire
from playground.methods.fields import CHAT
from playground.methods.method import Method
from playground.sending import writable_chat
from playground.shapes import BOOLEAN, NOTHING
from playground.wire import Wire
from playground.world import World

GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)
MOST_REACTIONS = 11


def get_chat(world: World, given: Wire) -> Wire:
    """Answer getChat."""
    chat = _known_chat(world, given)
    body = {
        **chat.wire(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": MOST_REACTIONS,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if chat.person is None:
        body["permissions"] = {p: chat.permissions.get(p, True) for p in PERMISSIONS}
    elif chat.person.account.username:
        body["active_usernames"] = [chat.person.account.username]
    if chat.pinned and chat.pinned[-1] in chat.messages:
        body["pinned_message"] = chat.messages[chat.pinned[-1]].quoted()
    return body


def get_chat_member(world: World, given: Wire) -> Wire:
    """Answer getChatMember."""
    return member_wire(member_of(world, _known_chat(world, given), given["user_id"]))


def get_chat_administrators(world: World, given: Wire) -> list[Wire]:
    """Answer getChatAdministrators; other bots are left out unless asked for."""
    chat = _known_chat(world, given)
    if chat.person:
        raise bad_request("there are no administrators in the private chat")
    leading = [m for m in chat.members.values() if m.status in {"creator", "administrator"}]
    return [member_wire(member) for member in leading]


def get_chat_member_count(world: World, given: Wire) -> int:
    """Answer getChatMemberCount."""
    chat = _known_chat(world, given)
    return 2 if chat.person else sum(m.status in INSIDE for m in chat.members.values())


def member_of(world: World, chat: Chat, user_id: int) -> Membership:
    """Find somebody's place in a chat; a known stranger has left."""
    if user_id in chat.members:
        return chat.members[user_id]
    account = world.bot if user_id == world.bot.id else None
    if user_id in world.people:
        account = world.people[user_id].account
    if account is None:
        raise bad_request("user not found")
    inside = chat.person is not None and user_id in {chat.id, world.bot.id}
    return Membership(account, "member" if inside else "left")


def _known_chat(world: World, given: Wire) -> Chat:
    chat = world.chat(given["chat_id"])
    if chat.person is None:
        return writable_chat(world, given)
    if not chat.person.started:
        raise bad_request("chat not found")
    return chat


METHODS = (
    Method("getChat", CHAT, NOTHING, get_chat),
    Method("getChatMember", {**CHAT, "user_id": Integer()}, NOTHING, get_chat_member),
    Method("getChatAdministrators", CHAT, {"return_bots": BOOLEAN}, get_chat_administrators),
    Method("getChatMemberCount", CHAT, NOTHING, get_chat_member_count),
)
