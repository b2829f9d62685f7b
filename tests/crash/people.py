"""People who report and people who work, as fast as they can.

Whatever the bot is going through.
"""

import asyncio
import itertools
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from playground.phones import Phone
from playground.samples import sample_bytes
from tests.crash.deeds import Deeds
from tests.crash.frames import Frame, frames, newest_messages, press
from tests.crash.labels import Labels
from tests.simulation.tastes import PHOTOGRAPHED, is_open

NUMBER = re.compile(r"JW-\d{6}-\d{4,}")
CONSONANTS = "bcdfghjklmnpqrstvwxz"
BETWEEN_CANCELS = 0.5
JOINED = 0.25
SAMPLES = ("drain", "lamp", "dog")
# What staff does for the centre before everything else.
FOR_THE_CENTRE = (
    "move_errand accept",
    "begin errand_collect",
    "begin errand_hand_in",
    "begin errand_fetch",
    "begin errand_bring_back",
    "judge_photo fine",
)
PROBLEMS = {
    "zh-CN": (
        "江湾小区3栋2单元楼下下水道又堵了",
        "河边新村2栋路灯不亮",
        "柑园巷1栋垃圾堆没人收",
        "机械厂宿舍2栋电梯坏了",
        "市场家属楼1栋楼道堆物",
        "江湾小区5栋井盖松动",
        "河边新村1栋楼上漏水",
    ),
    "en": (
        "Jiangwan Estate building 3: blocked drain",
        "Orange Lane building 1: street light broken",
        "Riverside building 2: garbage pile",
    ),
}


@dataclass(eq=False)
class Somebody:
    """A person with a phone; `busy` as long as something that was begun is not finished."""

    phone: Phone
    labels: Labels
    luck: random.Random
    closing: asyncio.Event
    deeds: Deeds
    busy: bool = False
    doing: str = ""
    _settled: set[str] = field(default_factory=set)

    async def live(self) -> None:
        """Do what such a person does, until the siege is over."""
        raise NotImplementedError

    def question(self) -> Frame | None:
        """Look at the newest question, unless it is answered already."""
        question = next(filter(self.is_question, frames(self.phone)), None)
        return None if question is None or question.token in self._settled else question

    def cards(self) -> Iterator[Frame]:
        """Look at the cards that nothing was done about."""
        unsettled = (each for each in frames(self.phone) if each.token not in self._settled)
        return (frame for frame in unsettled if not self.is_question(frame))

    def press_one_of(self, deeds: Sequence[str]) -> bool:
        """Press a button that does one of these on a card that nothing was done about."""
        for frame in self.cards():
            for (label, _), meaning in zip(frame.buttons, self.deeds.of(frame), strict=False):
                if not set(deeds).isdisjoint(meaning.names):
                    self._settled.add(frame.token)
                    self.doing = f"pressing {label}"
                    press(self.phone, frame, label)
                    return True
        return False

    def send_new_photo(self) -> None:
        """Send a photo that was never sent before: what follows a picture's end is not seen."""
        self.phone.send_photo(sample_bytes("paper") + self.luck.randbytes(8))

    async def pause(self) -> None:
        """Take a breath."""
        await asyncio.sleep(self.luck.uniform(0.02, 0.12))

    def answer(self, frame: Frame) -> None:
        """Answer a question in one of the ways in which it can be answered."""
        self._settled.add(frame.token)
        answers = frame.answers(self.labels)
        if not answers and frame.has(self.labels.of("talk.button.skip")):
            answers = (self.labels.of("talk.button.skip"),)
        if not answers:
            self.phone.type("两天了")
            return
        label = self.luck.choice(answers)
        self.doing = f"answering {label}"
        if self.luck.random() < 0.25:
            self.phone.type(label)
        else:
            press(self.phone, frame, label)

    def is_question(self, frame: Frame) -> bool:
        """Tell a conversation's message from a card or a list."""
        return frame.has(self.labels.of("talk.button.cancel"))


@dataclass(eq=False)
class Resident(Somebody):
    """Reports one matter after the other; each report has a text of its own."""

    language: str = "zh-CN"
    reported: list[str] = field(default_factory=list)
    _numbers: set[str] = field(default_factory=set)

    async def live(self) -> None:
        """Report until the day is over, and finish what was begun."""
        self.phone.start()
        while not self.closing.is_set():
            await self._report()

    async def _report(self) -> None:
        self.busy = True
        key = "x" + "".join(self.luck.choices(CONSONANTS, k=9))
        words = f"{self.luck.choice(PROBLEMS[self.language])} {key}"
        self._begin(words)
        self.reported.append(key)
        has_sent_photos = False
        while not self._is_done():
            await self.pause()
            frame = self.question()
            if frame is None:
                continue
            if frame.has(self.labels.of("report.button.send")) and key not in frame.text:
                await self._start_over(words)
                continue
            if frame.has(self.labels.of("files.button.done")) and not has_sent_photos:
                has_sent_photos = True
                self._send_photos(frame)
                continue
            self._step(frame)
        self.busy = False

    async def _start_over(self, words: str) -> None:
        """Give up what is unfinished and say it again.

        For what is about to be sent is not the matter: an answer that was typed below a question
        which had just been settled is taken for a report of its own.
        """
        self.doing = f"starting over with {words}"
        last = max(self.phone.chat().messages)
        nothing = self.labels.of("talk.nothing_to_cancel")
        while not any(
            message.message_id > last and message.text == nothing
            for message in newest_messages(self.phone)
        ):
            self.phone.type("/cancel")
            await asyncio.sleep(BETWEEN_CANCELS)
        self.phone.type(words)

    def _begin(self, words: str) -> None:
        """Say what the matter is: typed, below a photo, below an album.

        Or after a plate or a command.
        """
        self.doing = f"beginning {words}"
        way = self.luck.randrange(6)
        if way == 0:
            self.phone.send_photo(self.luck.choice(SAMPLES), caption=words)
        elif way == 1:
            self.phone.send_album(list(SAMPLES), caption=words)
        elif way == 2:
            self.phone.start("b_jiangwan_3")
            self.phone.type(words)
        elif way == 3:
            self.phone.type("/report")
            self.phone.type(words)
        else:
            self.phone.type(words)

    def _send_photos(self, frame: Frame) -> None:
        way = self.luck.randrange(3)
        if way == 0:
            self._settled.add(frame.token)
            self.phone.send_photo(self.luck.choice(SAMPLES))
        elif way == 1:
            self._settled.add(frame.token)
            self.phone.send_album(list(SAMPLES))

    def _step(self, frame: Frame) -> None:
        """Go one question on."""
        send = self.labels.of("report.button.send")
        if frame.has(send):
            self._settled.add(frame.token)
            self.doing = "sending"
            press(self.phone, frame, send)
            return
        if any(map(NUMBER.search, frame.labels)):
            self._settled.add(frame.token)
            self._say_whether_it_is_the_same(frame)
            return
        self.answer(frame)

    def _say_whether_it_is_the_same(self, frame: Frame) -> None:
        """Join a case now and then, but none whose card is here already.

        Only a card that was not there before shows that the joining is done.
        """
        others = [
            label
            for label in frame.labels
            if (found := NUMBER.search(label)) and found[0] not in self._numbers
        ]
        label = self.labels.of("report.button.new_case")
        if others and self.luck.random() < JOINED:
            label = others[0]
        self.doing = f"answering {label}"
        press(self.phone, frame, label)

    def _is_done(self) -> bool:
        """Look for the card of a case that was not there before."""
        for message in newest_messages(self.phone):
            found = NUMBER.search(message.text)
            is_card = not any(
                button["text"] == self.labels.of("talk.button.cancel")
                for button in message.buttons()
            )
            if found and is_card and found[0] not in self._numbers:
                self._numbers.add(found[0])
                return True
        return False


@dataclass(eq=False)
class Worker(Somebody):
    """Accepts cases, sets out, solves some of them."""

    async def live(self) -> None:
        """Work until the day is over, and finish what was begun."""
        for turn in itertools.count():
            await self.pause()
            question = self.question()
            self.busy = question is not None
            if question:
                self._say_what_was_done(question)
            elif self.closing.is_set() or turn % 3 or self.press_one_of(FOR_THE_CENTRE):
                continue
            else:
                self._take_up()

    def _say_what_was_done(self, frame: Frame) -> None:
        meanings = self.deeds.of(frame)
        if meanings and meanings[0].script in PHOTOGRAPHED and is_open(meanings):
            self._settled.add(frame.token)
            self.doing = "photographing a paper"
            self.send_new_photo()
            return
        done = self.labels.of("files.button.done")
        if frame.has(done) and self.luck.random() < 0.5:
            self._settled.add(frame.token)
            self.phone.send_photo(self.luck.choice(SAMPLES))
            return
        self.answer(frame)

    def _take_up(self) -> None:
        """Press one of the buttons on a card that nothing was done about."""
        cards = list(self.cards())
        if not cards:
            return
        card = self.luck.choice(cards)
        self._settled.add(card.token)
        moves = ("accept", "set_out", "solve")
        wanted = [self.labels.of(f"case.button.{move}") for move in moves]
        possible = [label for label in wanted if card.has(label)]
        if possible:
            label = possible[0] if self.luck.random() < 0.7 else possible[-1]
            self.doing = f"pressing {label}"
            press(self.phone, card, label)
