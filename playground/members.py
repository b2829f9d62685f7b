"""Who is in a chat, how that is written, and what the bot is told when it changes."""

from playground.accounts import Account
from playground.chats import Chat, Membership
from playground.sending import Draft, post
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
    "can_send_welcome_messages",
)
OPTIONAL_RIGHTS = (
    "can_post_messages",
    "can_edit_messages",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_direct_messages",
    "can_manage_tags",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
INSIDE = frozenset({"creator", "administrator", "member", "restricted"})


def member_wire(member: Membership) -> Wire:
    """Write a ChatMember."""
    body: Wire = {"user": member.account.wire(), "status": member.status}
    if member.status == "kicked":
        body["until_date"] = 0
    elif member.status == "creator":
        body["is_anonymous"] = False
    elif member.status == "administrator":
        body |= {"can_be_edited": False, "is_anonymous": False}
        body |= {right: member.rights.get(right, True) for right in ADMINISTRATOR_RIGHTS}
    elif member.status == "restricted":
        body |= {"is_member": True, "until_date": 0}
        body |= {right: member.rights.get(right, False) for right in PERMISSIONS}
    return body


def change_member(world: World, chat: Chat, by: Account, new: Membership) -> int | None:
    """Give somebody a new place in a group and tell everybody who should know."""
    old = chat.members.get(new.account.id) or Membership(new.account, "left")
    chat.members[new.account.id] = new
    was_inside, is_inside = old.status in INSIDE, new.status in INSIDE
    if is_inside and not was_inside:
        _service(world, chat, by, {"new_chat_members": [new.account.wire()]})
    elif was_inside and not is_inside:
        _service(world, chat, by, {"left_chat_member": new.account.wire()})
    return tell_bot(world, chat, by, old, new)


def tell_bot(  # a change has five sides
    world: World, chat: Chat, by: Account, old: Membership, new: Membership
) -> int | None:
    """Send my_chat_member about the bot itself, chat_member about anybody else."""
    kind = "my_chat_member" if new.account.id == world.bot.id else "chat_member"
    change = {
        "chat": chat.wire(),
        "from": by.wire(),
        "date": world.now_seconds(),
        "old_chat_member": member_wire(old),
        "new_chat_member": member_wire(new),
    }
    return world.updates.put(kind, change, chat.id)


def _service(world: World, chat: Chat, by: Account, content: Wire) -> None:
    if chat.type == "channel":
        return
    message = post(world, chat, by, Draft(content))
    own = chat.members.get(world.bot.id)
    if own and own.status in INSIDE:
        world.updates.put("message", message.wire(), chat.id)
