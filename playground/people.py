"""Letting people in, and opening groups."""

from playground.accounts import Account, Person
from playground.chats import Membership
from playground.groups import Group, show_group
from playground.hands import PhoneError
from playground.members import tell_bot
from playground.phones import Phone
from playground.shown import shown_phone
from playground.wire import Wire
from playground.world import World

FIRST_USER_ID = 10_001
FIRST_PHONE_NUMBER = 8_613_800_000_000
GROUP_KINDS = frozenset({"group", "supergroup", "channel"})


def add_phone(world: World, user: Wire, title: dict[str, str]) -> Phone:
    """Give somebody a phone; without an id the next free one is taken."""
    user_id = user.get("id") or max([FIRST_USER_ID - 1, *world.people]) + 1
    if user_id in world.chats:
        raise PhoneError("id_taken", f"There is already somebody with the id {user_id}.")
    account = Account(**{**user, "id": user_id})
    number = f"+{FIRST_PHONE_NUMBER + user_id}"
    world.add_person(Person(account, title, phone_number=number))
    world.events.touch()
    world.events.publish("phone_added", phone=shown_phone(world, user_id))
    return Phone(world, user_id)


def phone_of(world: World, user_id: int) -> Phone:
    """Pick up somebody's phone."""
    if user_id not in world.people:
        raise PhoneError("no_such_phone", "There is no such phone.")
    return Phone(world, user_id)


def add_group(world: World, title: str, members: list[int], kind: str) -> Group:
    """Open a group with these people; the first of them owns it and adds the bot."""
    if kind not in GROUP_KINDS or not members:
        raise PhoneError("bad_group", "A group needs members and a known type.")
    accounts = [phone_of(world, user_id).account for user_id in members]
    chat = world.add_group(title, kind, accounts)
    chat.members[members[0]].status = "creator"
    status = "administrator" if kind == "channel" else "member"
    own = Membership(world.bot, status, world.now_seconds())
    chat.members[world.bot.id] = own
    tell_bot(world, chat, accounts[0], Membership(world.bot, "left"), own)
    show_group(world, chat)
    return Group(world, chat)
