"""The desk: everything that a turn decides and writes, inside one transaction."""

from dataclasses import dataclass

from bot.events import (
    BlockedBot,
    ChatKind,
    Commanded,
    Happened,
    Pressed,
    UnblockedBot,
)
from bot.instants import DAY, Instant
from bot.photo_quality import Seen
from bot.telling import Say
from handlers.desk.commanding import on_command
from handlers.desk.danger import heard_danger
from handlers.desk.dead_letters import words_in
from handlers.desk.firing import FIRING, clock_event, identity_of
from handlers.desk.leaving import lose
from handlers.desk.neighbourhood import Neighbourhood, Neighbourhoods
from handlers.desk.newcomers import person_of, welcome_back
from handlers.desk.paper_photos import photo_measured
from handlers.desk.pressing import on_press
from handlers.desk.scene import Scene, Words
from handlers.desk.settings import DeskSettings
from handlers.desk.talking import on_input
from handlers.desk.tasks import Board
from storage.database import Transaction
from storage.due import Due
from storage.inbox import raw_update
from storage.outbox import tell
from storage.paper_photo import photo_by_id
from storage.person import Person, person_by_id
from storage.pre_check import check_by_id
from storage.private_matter import is_private_chat
from storage.staff import grants_of_person
from storage.talk import forget_raw_update
from storage.task import DEAD_LETTER, NewTask

# What is told when a photo was looked at must not be taken for what a plan of that number told.
PHOTO_TURNS = 10**12


@dataclass(frozen=True)
class Desk:
    """Hosts conversations and cases; it only uses the transaction it is given."""

    neighbourhoods: Neighbourhoods
    settings: DeskSettings
    words: Words

    async def handle(self, tx: Transaction, happened: Happened, now: Instant) -> None:
        """Take in one event."""
        if happened.chat_kind is ChatKind.GROUP:
            await self._in_group(tx, happened, now)
        elif happened.chat_kind is ChatKind.PRIVATE:
            scene = await self._scene(tx, happened, now)
            await _respond(scene)
            if await is_private_chat(tx, happened.chat_id):
                await forget_raw_update(tx, happened.inbox)

    async def fire(self, tx: Transaction, due: Due, now: Instant) -> None:
        """Do what was planned, if its subject still stands."""
        firing = FIRING[due.plan.kind]
        subject = await firing.find(tx, identity_of(due))
        person = await person_by_id(tx, subject.person_id) if subject else None
        if person:
            scene = await self._scene_of(tx, clock_event(person, now, due.id), person, now)
            await firing.act(scene, subject, due)

    async def photo_measured(self, tx: Transaction, photo: int, seen: Seen, now: Instant) -> None:
        """Keep what looking at the photo of a paper has led to, if it was not taken back."""
        looked_at = await photo_by_id(tx, photo)
        check = await check_by_id(tx, looked_at.new.check_id) if looked_at else None
        person = await person_by_id(tx, check.person_id) if check else None
        if looked_at and check and person:
            happened = clock_event(person, now, PHOTO_TURNS + photo)
            scene = await self._scene_of(tx, happened, person, now)
            await photo_measured(scene, check, looked_at, seen)

    async def _scene(self, tx: Transaction, happened: Happened, now: Instant) -> Scene:
        person = await person_of(tx, happened.sender, self.settings, now)
        return await self._scene_of(tx, happened, person, now)

    async def _scene_of(
        self, tx: Transaction, happened: Happened, person: Person, now: Instant
    ) -> Scene:
        grants = await grants_of_person(tx, person.id)
        return Scene(tx, now, happened, person, grants, self._neighbourhood(person), self.words)

    def _neighbourhood(self, person: Person) -> Neighbourhood:
        known = self.neighbourhoods.get(person.community)
        return known or self.neighbourhoods[self.settings.first_community]

    async def _in_group(self, tx: Transaction, happened: Happened, now: Instant) -> None:
        """Say once a day that reports belong into the private chat."""
        if isinstance(happened.event, Commanded):
            once = f"group:{happened.chat_id}:{now // DAY}"
            parameters = {"bot": self.settings.bot_username}
            say = Say(once, happened.chat_id, "common.private_only", parameters, audience="group")
            await tell(tx, say, now=now, inbox=happened.inbox)

    async def unreadable(
        self, tx: Transaction, inbox: int, chat_id: int | None, now: Instant
    ) -> None:
        """Hand what the machine could not take in to a person, and say so to the sender."""
        community = self.settings.first_community
        is_private = chat_id is not None and await is_private_chat(tx, chat_id)
        said = "" if is_private else words_in(await raw_update(tx, inbox))
        task = NewTask(f"dead:{inbox}", community, DEAD_LETTER, f"inbox:{inbox}", said)
        await Board(tx, community, now, inbox).add(task)
        if chat_id is not None and chat_id > 0:
            await welcome_back(tx, chat_id)
            say = Say(f"dead:{inbox}", chat_id, "common.a_person_will_read", {})
            await tell(tx, say, now=now, inbox=inbox)


async def _respond(scene: Scene) -> None:
    match scene.happened.event:
        case Commanded() as event:
            await on_command(scene, event)
        case Pressed() as event:
            await on_press(scene, event)
        case BlockedBot():
            await lose(scene)
        case UnblockedBot():
            pass  # writing to us again has marked the person active already
        case event if await heard_danger(scene, event):
            pass  # what was asked is asked again when the report of the danger is over
        case event:
            await on_input(scene, event)
