"""Somebody who has to do with the centre: books times, lets errands be run, photographs papers."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from tests.crash.frames import Frame, press
from tests.crash.people import Somebody
from tests.simulation.meanings import Meaning
from tests.simulation.tastes import PHOTOGRAPHED, is_open

HOME = "江湾小区3栋2单元501"
# What is written, by conversation: until when a paper is good; everywhere else a place.
WRITTEN = {"pre_check": "长期"}
SAYS_IT_AGAIN = 40
"""Looks at the phone without any question on it."""


@dataclass(frozen=True)
class Wish:
    """What is said, and how many there are of what comes of it (for an account at Telegram)."""

    words: str
    kept: str


def _errand(name: str, code: str) -> Wish:
    return Wish(f"/errand {name}", f"{_OF}errand WHERE service = '{code}' AND {_OWN}")


def _booking(name: str, code: str) -> Wish:
    kept = f"{_OF}appointment WHERE service = '{code}' AND {_OWN}"
    return Wish(f"/appointment {name}", kept)


_OF = "SELECT count(*) FROM "
_OWN = "person_id = (SELECT id FROM person WHERE telegram_id = ?)"
_PHOTO = f"{_OF}paper_photo JOIN pre_check ON pre_check.id = check_id WHERE {_OWN}"
# By the codes of the sample community; each is wished for once.
WISHES = (
    _errand("居民养老保险参保", "resident_pension"),
    _booking("老年优待证", "senior_card"),
    Wish("/papers 老年优待证", _PHOTO),
    _errand("老年优待证", "senior_card"),
    _booking("居民养老保险参保", "resident_pension"),
    _errand("退役军人优待证", "veteran_card"),
)
WANTED = (
    "errand.how=list_all",
    "errand.whom=self",
    "errand.papers=all",
    "errand.send",
    "errand.authorise",
    "appointment.book",
    "paper_photo.agree=agree",
)
WHERE = "errand.place"
REPORT = "report"
IS_TALKING = "SELECT count(*) FROM talk WHERE state = 'open' AND chat_id = ?"
ON_CARDS = ("move_errand confirm", "begin paper_photo")


@dataclass(eq=False)
class Visitor(Somebody):
    """Wishes for one thing after the other, and goes on until it is there."""

    fulfilled: int = 0

    async def live(self) -> None:
        """Have every wish fulfilled, unless the day is over; confirm what changes hands."""
        self.phone.start()
        for wish in WISHES:
            if self.closing.is_set():
                break
            self.busy = True
            await self._have(wish)
            self.busy = False
            self.fulfilled += 1
        while not self.closing.is_set():
            await self.pause()
            self.press_one_of(ON_CARDS[:1])

    async def _have(self, wish: Wish) -> None:
        self.doing = wish.words
        self.phone.type(wish.words)
        # A photo begun from an old list would keep what is wished for now waiting behind it.
        on_cards = ON_CARDS if wish.kept == _PHOTO else ON_CARDS[:1]
        for looks in itertools.count(1):
            await self.pause()
            if self.deeds.count(wish.kept, self.phone.user_id):
                return
            question = self.question()
            if question:
                self._answer_as_wanted(question)
            elif not self.press_one_of(on_cards) and looks % SAYS_IT_AGAIN == 0:
                self._say_again(wish)

    def _say_again(self, wish: Wish) -> None:
        """Answer the question once more, whose answer may be lost; without one, wish once more."""
        if self.deeds.count(IS_TALKING, self.phone.user_id):
            self._settled.clear()
        else:
            self.phone.type(wish.words)

    def _answer_as_wanted(self, frame: Frame) -> None:
        meanings = self.deeds.of(frame)
        if not meanings:
            return
        self._settled.add(frame.token)
        if meanings[0].script == REPORT:
            # What came when nothing was asked any more began a report; she has none to make.
            self.phone.type("/cancel")
            return
        answers = [
            (label, each.names)
            for (label, _), each in zip(frame.buttons, meanings, strict=True)
            if "answer" in each.names
        ]
        if is_open(meanings) or any(WHERE in names for _, names in answers):
            self._send_what_is_asked(meanings)
        else:
            wanted = [label for label, names in answers if set(WANTED).intersection(names)]
            press(self.phone, frame, self.luck.choice(wanted or [label for label, _ in answers]))

    def _send_what_is_asked(self, meanings: Sequence[Meaning]) -> None:
        if meanings[0].script in PHOTOGRAPHED:
            self.send_new_photo()
        else:
            self.phone.type(WRITTEN.get(meanings[0].script, HOME))
