"""People: they look at their phones now and then, press, type, photograph, and make mistakes."""

import asyncio
from dataclasses import dataclass, field

from tests.simulation import updates
from tests.simulation.meanings import Meaning, Meanings
from tests.simulation.program import DEADLY
from tests.simulation.reality import Reality
from tests.simulation.tastes import BUSINESS, CONFIDENTIAL, ORDINARY, PHOTOGRAPHED, is_open, liking
from tests.simulation.telegram import Shown, Telegram
from tests.simulation.updates import Account, Json, Writing
from tests.simulation.words import COMMANDS_OF, MATTERS, PLACES, REMARKS, SECRETS, SPOTS

RESENT = 0.2
DOUBLE_TAP = 0.05
STALE = 0.06
DEADLY_CHANCE = 0.2
TYPED_LABEL = 0.1
LOOKS_FOR_BUSINESS = 0.6
PUTS_AWAY = 0.6
WISHES = 0.8
RESTS = 0.01
DOES_AS_ASKED = 0.85
QUIET_MINUTES = (12.0, 75.0)


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
    meanings: Meanings
    wishes: tuple[str, ...]
    secrets: list[str] = field(default_factory=list)
    matters: list[str] = field(default_factory=list)
    put: dict[int, Json] = field(default_factory=dict)
    resent: int = 0
    _number: int = 0
    _seen: tuple[int, int] = (0, 0)

    async def live(self) -> None:
        """Do something now and then."""
        dice = self.reality.dice
        while True:
            await asyncio.sleep(dice.expovariate(1 / self.temper.pause))
            if self.reality.calm.is_set():
                return
            if not self.reality.awake.is_set():
                await self.reality.awake.wait()
                continue
            if dice.random() < RESTS:
                await asyncio.sleep(60 * dice.uniform(*QUIET_MINUTES))
                continue
            await self.do_something()

    async def do_something(self) -> None:
        """Answer what is on the screen, or begin something."""
        dice = self.reality.dice
        screen = [each for each in self.telegram.phone(self.account.id).values() if each.keyboard]
        if dice.random() < self._initiative(screen):
            self.begin_something()
        elif not screen:
            return
        elif dice.random() < self.temper.carelessness:
            self.do_something_odd()
        elif shown := self._looked_at(screen):
            await self._answer(shown)

    def begin_something(self) -> None:
        """Report something, or ask for one's cases."""
        dice = self.reality.dice
        if self.part != "resident" or dice.random() < 0.12:
            self.type(dice.choice(COMMANDS_OF[self.part]))
            return
        if self.wishes and dice.random() < WISHES:
            self.type(dice.choice(self.wishes))
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

    def send_photo(self) -> None:
        """Send one photo of something."""
        self._put(updates.photo(self._writing(), f"{self.account.id}-{self._next()}", "", ""))

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

    def _looked_at(self, screen: list[Shown]) -> Shown | None:
        """Return the newest message, any, or one on which something waits to be done.

        Where nothing is new people mostly put the phone away again.
        """
        dice, before = self.reality.dice, self._seen
        self._seen = (screen[-1].message_id, screen[-1].row)
        if dice.random() < STALE:
            return screen[dice.randrange(len(screen))]
        if self._seen != before:
            return screen[-1]
        if dice.random() < LOOKS_FOR_BUSINESS:
            return next(filter(self._is_business, reversed(screen)), None)
        return None if dice.random() < PUTS_AWAY else screen[-1]

    def _is_business(self, shown: Shown) -> bool:
        return any(BUSINESS.intersection(each.names) for _, each in self._buttons(shown))

    def _initiative(self, screen: list[Shown]) -> float:
        """Whoever is in the middle of something seldom begins something else."""
        if not screen:
            return 1.0 if self.part == "resident" else 3 * self.temper.initiative
        newest = [each for shown in screen[-3:] for each in self._buttons(shown)]
        is_amid = any("steer" in meaning.names for _, meaning in newest)
        return self.temper.initiative * (0.1 if is_amid else 3.0)

    async def _answer(self, shown: Shown) -> None:
        dice = self.reality.dice
        buttons = self._buttons(shown)
        meanings = [meaning for _, meaning in buttons]
        if is_open(meanings) and dice.random() < DOES_AS_ASKED:
            self._do_as_asked(meanings[0].script)
            return
        weights = [liking(each, position) for position, each in enumerate(meanings)]
        if dice.random() > sum(weights) / ORDINARY:
            return
        button = dice.choices(buttons, weights)[0][0]
        if dice.random() < TYPED_LABEL:
            self.type(button["text"])
        else:
            await self.press(shown.message_id, button["callback_data"])

    def _do_as_asked(self, script: str) -> None:
        """Send a photo, or write what is asked for."""
        dice = self.reality.dice
        if script in PHOTOGRAPHED:
            self.send_photo()
        elif script in CONFIDENTIAL:
            self.type(self._secret())
        else:
            self.type(dice.choice(REMARKS) if self.part != "resident" else self._remark())

    def _secret(self) -> str:
        """Return something that nobody else may know, with its mark."""
        mark = f"s{self.account.id}x{self._next()}e"
        self.secrets.append(mark)
        return f"{self.reality.dice.choice(SECRETS)} {mark}"

    def _buttons(self, shown: Shown) -> list[tuple[dict[str, str], Meaning]]:
        """Return the buttons of a message with what they do."""
        buttons = [button for row in shown.keyboard for button in row if "callback_data" in button]
        return list(zip(buttons, self.meanings.of(buttons), strict=True))

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
