"""Who is in a chat and what the bot is told when that changes."""

from playground.accounts import Account
from playground.chats import Chat
from playground.wire import Wire
from playground.world import World

ADMINISTRATOR_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


def member_wire(account: Account, status: str) -> Wire:
    """Write a ChatMember."""
    body: Wire = {"user": account.wire(), "status": status}
    if status == "kicked":
        body["until_date"] = 0
    elif status == "creator":
        body["is_anonymous"] = False
    elif status == "administrator":
        body |= {"can_be_edited": False, "is_anonymous": False}
        body |= dict.fromkeys(ADMINISTRATOR_RIGHTS, True)
    return body


def bot_changed(
    world: World, chat: Chat, by: Account, before_after: tuple[str, str]
) -> int | None:
    """Tell the bot that its own place in a chat changed."""
    before, after = before_after
    change = _change(world, chat, by)
    change["old_chat_member"] = member_wire(world.bot, before)
    change["new_chat_member"] = member_wire(world.bot, after)
    return world.updates.put("my_chat_member", change, chat.id)


def _change(world: World, chat: Chat, by: Account) -> Wire:
    return {"chat": chat.wire(), "from": by.wire(), "date": world.now_seconds()}
