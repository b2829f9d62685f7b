"""People: they look at their phones now and then, press, type, and make mistakes."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.simulation import updates
from tests.simulation.program import DEADLY
from tests.simulation.reality import Reality
from tests.simulation.telegram import Shown, Telegram
from tests.simulation.updates import Account, Json, Writing
from tests.simulation.words import COMMANDS_OF, MATTERS, PLACES, REMARKS, SPOTS

RESENT = 0.2
DOUBLE_TAP = 0.05
STALE = 0.08
DEADLY_CHANCE = 0.2
TYPED_LABEL = 0.1
QUIET_MINUTES = (12.0, 75.0)
# How likely a button is pressed, by the key of its label; everything else counts 10.
TASTE = {
    "talk.button.back": 1.0,
    "talk.button.cancel": 0.5,
    "talk.button.skip": 8.0,
    "report.button.send": 60.0,
    "report.button.anonymous": 12.0,
    "report.change.identity": 25.0,
    "report.button.not_this": 1.0,
    "report.button.other_category": 2.0,
    "report.button.building_list": 5.0,
    "common.button.language": 0.5,
    "common.button.report": 1.0,
    "case.button.withdraw": 0.4,
    "case.button.answer": 3.0,
    "case.button.add_files": 1.5,
    "case.button.hand_back": 3.0,
    "case.button.files": 2.0,
    "case.button.map": 2.0,
    "withdraw.button.yes": 10.0,
}
STEERING = frozenset({"talk.button.back", "talk.button.cancel", "talk.button.skip"})


@dataclass(frozen=True, slots=True)
class Temper:
    """How somebody is: seconds between two looks at the phone, and how fond of what."""

    pause: float
    initiative: float
    carelessness: float


@dataclass
class Person:
    """Somebody with a phone. `part` says what comes to mind: resident, worker or clerk."""

    account: Account
    part: str
    temper: Temper
    reality: Reality
    telegram: Telegram
    labels: Mapping[str, str]
    matters: list[str] = field(default_factory=list)
    put: dict[int, Json] = field(default_factory=dict)
    resent: int = 0
    _number: int = 0

    async def live(self) -> None:
        """Do something now and then."""
        dice = self.reality.dice
        while True:
            await asyncio.sleep(dice.expovariate(1 / self.temper.pause))
            if self.reality.calm.is_set():
                return
            if dice.random() < 0.03:
                await asyncio.sleep(60 * dice.uniform(*QUIET_MINUTES))
                continue
            await self.do_something()

    async def do_something(self) -> None:
        """Answer what is on the screen, or begin something."""
        dice = self.reality.dice
        screen = [each for each in self.telegram.phone(self.account.id).values() if each.keyboard]
        if not screen or dice.random() < self._initiative(screen[-1]):
            self.begin_something()
        elif dice.random() < self.temper.carelessness:
            self.do_something_odd()
        else:
            position = -1 if dice.random() > STALE else dice.randrange(len(screen))
            await self._answer(screen[position])

    def begin_something(self) -> None:
        """Report something, or ask for one's cases."""
        dice = self.reality.dice
        if self.part != "resident" or dice.random() < 0.12:
            self.type(dice.choice(COMMANDS_OF[self.part]))
            return
        words = self._matter()
        thrown = dice.random()
        if thrown < 0.7:
            self.type(words)
        elif thrown < 0.9:
            self.send_album(words)
        else:
            self.share_place()

    def do_something_odd(self) -> None:
        """Send what nobody asked for."""
        dice = self.reality.dice
        oddities = (
            self.send_sticker,
            self.send_nonsense,
            self.share_place,
            self.forge,
            self.edit_something,
            self.send_deadly,
            lambda: self.send_album(""),
            lambda: self.type(dice.choice(REMARKS)),
        )
        dice.choice(oddities)()

    def type(self, words: str, group: int = 0) -> None:
        """Type something."""
        self._put(updates.text(self._writing(group), words))

    def send_album(self, caption: str) -> None:
        """Send one photo, or several as an album."""
        dice = self.reality.dice
        number = dice.choice((1, 1, 2, 4))
        album = f"album-{self.account.id}-{self._next()}" if number > 1 else ""
        for position in range(number):
            unique = f"{self.account.id}-{self._next()}"
            said = caption if position == 0 else ""
            self._put(updates.photo(self._writing(), unique, said, album))

    def share_place(self) -> None:
        """Share where one is."""
        latitude, longitude = self.reality.dice.choice(SPOTS)
        self._put(updates.location(self._writing(), latitude, longitude))

    def send_sticker(self) -> None:
        """Send a sticker."""
        self._put(updates.sticker(self._writing()))

    def send_nonsense(self) -> None:
        """Send something that no library reads."""
        self._put(updates.nonsense(self._writing()))

    def send_deadly(self) -> None:
        """Send what kills the program, which is rare."""
        if self.reality.chance(DEADLY_CHANCE):
            self.type(DEADLY)

    def forge(self) -> None:
        """Press a button that never was."""
        self._press_once(self.telegram.next_message_id(), f"forged-{self._next()}.0")

    def edit_something(self) -> None:
        """Edit an earlier message."""
        writing = self._writing()
        earlier = Writing(self.account, max(1, writing.message_id - 2), writing.date)
        self._put(updates.edited(earlier, self.reality.dice.choice(REMARKS)))

    def block(self) -> None:
        """Stop the bot."""
        self.telegram.blocked.add(self.account.id)
        self.telegram.ever_blocked.add(self.account.id)
        self._put(updates.membership(self._writing(), is_blocked=True))

    def unblock(self) -> None:
        """Let the bot speak again."""
        self.telegram.blocked.discard(self.account.id)
        self._put(updates.membership(self._writing(), is_blocked=False))

    async def press(self, message_id: int, data: str) -> None:
        """Press a button; apps send it again after a reconnection, and fingers are nervous."""
        dice = self.reality.dice
        self._press_once(message_id, data)
        if dice.random() < DOUBLE_TAP:
            self._press_once(message_id, data)
        if dice.random() < RESENT:
            await asyncio.sleep(dice.uniform(0.05, 40))
            self.resent += 1
            self._press_once(message_id, data)

    def _initiative(self, newest: Shown) -> float:
        """Whoever is in the middle of something seldom begins something else."""
        keys = {self.labels.get(button["text"], "") for row in newest.keyboard for button in row}
        return self.temper.initiative * (0.2 if "talk.button.cancel" in keys else 3.0)

    async def _answer(self, shown: Shown) -> None:
        dice = self.reality.dice
        buttons = [button for row in shown.keyboard for button in row if "callback_data" in button]
        keys = [self.labels.get(button["text"], "") for button in buttons]
        if all(key in STEERING for key in keys) and dice.random() < 0.85:
            self.type(dice.choice(REMARKS) if self.part != "resident" else self._remark())
            return
        weights = [TASTE.get(key, 10.0) for key in keys]
        button = dice.choices(buttons, weights)[0]
        if dice.random() < TYPED_LABEL:
            self.type(button["text"])
        else:
            await self.press(shown.message_id, button["callback_data"])

    def _matter(self) -> str:
        """Return a matter to report, with a mark by which its case is known again."""
        dice = self.reality.dice
        mark = f"m{self.account.id}x{self._next()}e"
        self.matters.append(mark)
        place = dice.choice(PLACES) if dice.random() < 0.8 else ""
        return f"{place}{dice.choice(MATTERS)} {mark}"

    def _remark(self) -> str:
        dice = self.reality.dice
        return dice.choice(PLACES) if dice.random() < 0.5 else dice.choice(REMARKS)

    def _press_once(self, message_id: int, data: str) -> None:
        callback_id = f"press-{self.account.id}-{self._next()}"
        self.telegram.presses[callback_id] = self.reality.seconds()
        date = int(self.reality.seconds())
        writing = Writing(self.account, message_id, date)
        self._put(updates.press(writing, callback_id, data))

    def _writing(self, group: int = 0) -> Writing:
        date = int(self.reality.seconds())
        return Writing(self.account, self.telegram.next_message_id(), date, group)

    def _put(self, update: Json) -> None:
        update_id = self.telegram.queue.put(update)
        self.put[update_id] = update
        self.reality.note(f"{self.account.id} {next(iter(update))} {update_id}")

    def _next(self) -> int:
        self._number += 1
        return self._number
