"""What people do to a group: let the bot in, throw it out, make it a supergroup."""

from dataclasses import dataclass

from playground.accounts import Account
from playground.chats import Chat, Membership
from playground.hands import PhoneError
from playground.members import INSIDE, change_member
from playground.sending import Draft, post
from playground.shown import shown_phone
from playground.wire import Wire
from playground.world import World


@dataclass(slots=True)
class Group:
    """A group, as its owner handles it."""

    world: World
    chat: Chat

    @property
    def id(self) -> int:
        """The chat's number."""
        return self.chat.id

    @property
    def owner(self) -> Account:
        """Who made the group."""
        return next(m.account for m in self.chat.members.values() if m.status == "creator")

    def add(self, user_id: int) -> None:
        """Let somebody in."""
        self._place(self._account(user_id), "member")

    def remove(self, user_id: int) -> None:
        """Throw somebody out."""
        self._place(self._account(user_id), "kicked")

    def add_bot(self, status: str = "member") -> None:
        """Let the bot in, or make it an administrator."""
        self._place(self.world.bot, status)

    def remove_bot(self) -> None:
        """Throw the bot out."""
        self._place(self.world.bot, "kicked")

    def ask_to_join(self, user_id: int) -> int | None:
        """Ask as somebody outside to be let in; administrators among bots hear of it."""
        own = self.chat.members.get(self.world.bot.id)
        if own is None or own.status != "administrator":
            return None
        account = self._account(user_id)
        self.chat.asking[user_id] = account
        request = {
            "chat": self.chat.wire(),
            "from": account.wire(),
            "user_chat_id": user_id,
            "date": self.world.now_seconds(),
        }
        return self.world.updates.put("chat_join_request", request, self.chat.id)

    def migrate(self) -> "Group":
        """Make a basic group a supergroup: it gets a new id and the old one only points there."""
        if self.chat.type != "group" or self.chat.migrated_to is not None:
            raise PhoneError("no_basic_group", "Only a basic group can become a supergroup.")
        new = self.world.add_group(self.chat.title or "", "supergroup", [])
        new.members = dict(self.chat.members)
        self.chat.migrated_to = new.id
        self._service(self.chat, {"migrate_to_chat_id": new.id})
        self._service(new, {"migrate_from_chat_id": self.chat.id})
        show_group(self.world, new)
        return Group(self.world, new)

    def _place(self, account: Account, status: str) -> None:
        new = Membership(account, status, self.world.now_seconds())
        readers = set(self.chat.readers())
        change_member(self.world, self.chat, self.owner, new)
        show_group(self.world, self.chat, readers)

    def _service(self, chat: Chat, content: Wire) -> None:
        message = post(self.world, chat, self.owner, Draft(content))
        own = chat.members.get(self.world.bot.id)
        if own and own.status in INSIDE:
            self.world.updates.put("message", message.wire(), chat.id)

    def _account(self, user_id: int) -> Account:
        if user_id not in self.world.people:
            raise PhoneError("no_such_phone", "There is no such phone.")
        return self.world.people[user_id].account


def show_group(world: World, chat: Chat, before: set[int] | None = None) -> None:
    """Show a changed group on the phones of those who are or were in it."""
    world.events.touch()
    if not world.events.is_heard:
        return
    for user_id in {*chat.readers(), *(before or ())}:
        world.events.publish("phone_added", phone=shown_phone(world, user_id))
