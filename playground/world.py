"""Everything that this Telegram knows, in one place that a test can throw away."""

from dataclasses import dataclass, field

from playground import limits
from playground.accounts import Account, Person
from playground.callbacks import Presses
from playground.calls import CallLog
from playground.chats import Chat, Membership
from playground.clock import Clock
from playground.errors import bad_request
from playground.events import Broadcaster
from playground.faults import Faults
from playground.files import Files
from playground.polls import Polls
from playground.profile import Profile
from playground.rates import Rates
from playground.updates import UpdateQueue
from playground.webhook import WebhookSettings

SUPERGROUP_IDS = -1_001_000_000_000
GROUP_IDS = -5_000_000


@dataclass(slots=True)
class Rules:
    """Which of Telegram's habits are on."""

    privacy: bool = True
    """In groups the bot sees only commands, mentions, replies to it and service messages."""
    repeat_presses: bool = False
    """Every press comes twice, with two update ids, as after a reconnect."""
    rates: bool = False
    """Refuse with 429 what is sent too fast."""
    punish_peeking: bool = False
    """Slow down getUpdates with an offset that was just asked, as the real server does."""
    callback_answer_seconds: float = limits.CALLBACK_ANSWER_SECONDS
    """How long a press may be answered."""
    webhook_retry_seconds: float = 1.0
    """The first pause before a webhook delivery is tried again."""


@dataclass(slots=True)
class World:
    """All state of one playground."""

    clock: Clock
    bot: Account
    token: str
    rules: Rules
    updates: UpdateQueue
    events: Broadcaster
    presses: Presses
    files: Files
    rates: Rates
    profile: Profile
    faults: Faults = field(default_factory=Faults)
    calls: CallLog = field(default_factory=CallLog)
    webhook: WebhookSettings = field(default_factory=WebhookSettings)
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    polls: Polls = field(default_factory=Polls)
    last_message_id: int = 0
    groups_made: int = 0

    def now_seconds(self) -> int:
        """Tell the time as Telegram's dates do."""
        return int(self.clock.now())

    def chat(self, reference: int | str) -> Chat:
        """Find a chat by number or @name, or refuse like Telegram."""
        chat = self.chats.get(reference) if isinstance(reference, int) else self._named(reference)
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def add_person(self, person: Person) -> Chat:
        """Let somebody in, with an empty private chat."""
        self.people[person.account.id] = person
        chat = Chat(person.account.id, "private", person=person)
        self.chats[chat.id] = chat
        return chat

    def add_group(self, title: str, kind: str, members: list[Account]) -> Chat:
        """Open a group."""
        self.groups_made += 1
        base = GROUP_IDS if kind == "group" else SUPERGROUP_IDS
        chat = Chat(base - self.groups_made, kind, title=title)
        joined = self.now_seconds()
        chat.members = {a.id: Membership(a, "member", joined) for a in members}
        self.chats[chat.id] = chat
        return chat

    def next_message_id(self, chat: Chat) -> int:
        """Count messages: supergroups and channels on their own, all other chats together."""
        if chat.type in {"supergroup", "channel"}:
            chat.last_message_id += 1
            return chat.last_message_id
        self.last_message_id += 1
        return self.last_message_id

    def _named(self, name: str) -> Chat | None:
        wanted = name.removeprefix("@").lower()
        for person in self.people.values():
            if (person.account.username or "").lower() == wanted:
                return self.chats[person.account.id]
        return None


def new_world(token: str, bot: Account, clock: Clock, rules: Rules) -> World:
    """Make an empty world."""
    return World(
        clock=clock,
        bot=bot,
        token=token,
        rules=rules,
        updates=UpdateQueue(clock),
        events=Broadcaster(),
        presses=Presses(rules.callback_answer_seconds),
        files=Files(bot.id),
        rates=Rates(clock),
        profile=Profile(),
    )
