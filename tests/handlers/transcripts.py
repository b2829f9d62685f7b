"""Transcripts: who does what, and what the bot shows then. A transcript is also documentation.

    罗建华: 江湾小区3栋楼下下水道又堵了       somebody types
    罗建华: 楼下下水道又堵了                  somebody types
    罗建华: [外面冒]                          somebody presses
      → toast: 好的                           the press was answered with this toast
    邹春兰:                                   somebody only looks
      → (photo) 新派给您 … «number»           the case's number is noted and may be used later
        … [受理]                              a longer line goes on
    time: 11 minutes                          everybody's clock moves
    bot: restarts

Further expectations: `→ nothing` (no message has changed), `→ not: words` (nowhere in the chat),
`→ keeps: words` (a message that need not have changed). `_DEEDS` lists the deeds in parentheses.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from playground.messages import StoredMessage
from playground.phones import Phone
from playground.samples import sample_bytes
from tests.handlers.photos.deeds import PHOTO_DEEDS
from tests.handlers.street import Street

ISOLATES = str.maketrans("", "", "\u2068\u2069")
NOTES = {"number": r"JW-\d{6}-\d{4}", "code": r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}"}
MEGABYTE = 1024 * 1024
_LINE = re.compile(r"(?P<who>[^:→]+):\s*(?P<deed>.*)")
_BUTTON = re.compile(r"\[([^\]]+)\]")
_NOTED = re.compile("«(\\w+)»")
_GOES_ON = re.compile(r"\n\s*… ?")
_THING = re.compile(r"\((?P<name>[a-z ]+?)(?P<numbers>(?: -?[\d.]+)*)\)\s*(?P<words>.*)")
Shown = Mapping[int, str]


@dataclass
class Stage:
    """A street while a transcript is played; `noted` is what it noted from the bot's words."""

    street: Street
    noted: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, Shown] = field(default_factory=dict)
    _before: Shown = field(default_factory=dict)
    _who: str = ""

    async def play(self, transcript: str) -> None:
        """Play a transcript and check every expectation in it."""
        for line in filter(None, map(str.strip, _GOES_ON.sub(" … ", transcript).splitlines())):
            if line.startswith("→"):
                self._expect(line.removeprefix("→").strip())
            elif not line.startswith("#"):
                await self._do(line)

    async def _do(self, line: str) -> None:
        match = _LINE.fullmatch(line)
        assert match, f"nobody knows how to play «{line}»"
        who, deed = match["who"], _NOTED.sub(lambda note: self.noted[note[1]], match["deed"])
        if who == "time":
            await self.street.pass_time(float(deed.split()[0]))
        elif who == "bot":
            await self.street.stop_bot()
            await self.street.start_bot()
        else:
            self._who = who
            phone = self.street.people.get(who) or self.street.somebody(who)
            if deed:
                self._seen[who] = self._shown()
                act(phone, deed)
            await self.street.settle()
            self._before, self._seen[who] = self._seen.get(who, {}), self._shown()

    def _shown(self) -> Shown:
        return {each.message_id: looks_of(each) for each in self.street.said_to(self._who)}

    def _expect(self, wanted: str) -> None:
        now = self._shown()
        changed = [text for number, text in now.items() if self._before.get(number) != text]
        kind, _, words = wanted.partition(": ")
        if wanted == "nothing":
            assert not changed, f"{self._who} should see nothing new, but: {changed}"
        elif kind == "not":
            assert not any(self._fits(words, text) for text in now.values()), (self._who, words)
        elif kind == "toast":
            assert words in self._toast(), f"{self._who} saw the toast «{self._toast()}»"
        else:
            among = list(now.values()) if kind == "keeps" else changed
            self._find(words if kind == "keeps" else wanted, among)

    def _find(self, wanted: str, among: list[str]) -> None:
        found = any(self._fits(wanted, text) for text in reversed(among))
        shown = "\n---\n".join(among) or "(nothing)"
        assert found, f"{self._who} should see «{wanted}», but sees:\n{shown}"

    def _fits(self, wanted: str, text: str) -> bool:
        words = [each.strip() for each in _BUTTON.sub("", wanted).split("…")]
        notes = dict(self.noted)
        for each in filter(None, words):
            found = re.search(_NOTED.sub(self._pattern, re.escape(each)), text)
            if not found:
                return False
            notes |= found.groupdict()
        buttons = [_NOTED.sub(lambda note: notes[note[1]], each) for each in _buttons(wanted)]
        if not all(f"\n[{button}" in text for button in buttons):
            return False
        self.noted = notes
        return True

    def _pattern(self, note: re.Match[str]) -> str:
        name = note[1]
        known = self.noted.get(name)
        return re.escape(known) if known else f"(?P<{name}>{NOTES[name]})"

    def _toast(self) -> str:
        user_id = self.street.people[self._who].user_id
        mine = [
            press
            for press in self.street.playground.world.presses._in_order  # noqa: SLF001
            if press.user_id == user_id
        ]
        return mine[-1].toast or ""


def _buttons(wanted: str) -> list[str]:
    return [str(each) for each in _BUTTON.findall(wanted)]


def looks_of(message: StoredMessage) -> str:
    """Write a message as it looks: things in parentheses, words, buttons in brackets."""
    things = [f"({each}) " for each in ("photo", "venue", "document") if each in message.content]
    venue = message.content.get("venue")
    words = venue["title"] if venue else message.text.translate(ISOLATES)
    buttons = [f"\n[{each['text'].translate(ISOLATES)}]" for each in message.buttons()]
    return "".join([*things, words, *buttons])


def act(phone: Phone, deed: str) -> None:
    """Do on a phone what a line says."""
    button = _BUTTON.fullmatch(deed)
    if button:
        press(phone, button[1])
        return
    thing = _THING.fullmatch(deed)
    if thing and thing["name"] in _DEEDS:
        numbers = [float(each) for each in thing["numbers"].split()]
        _DEEDS[thing["name"]](phone, numbers, thing["words"])
    else:
        phone.type(deed)


def press(phone: Phone, label: str) -> None:
    """Press the newest button whose label starts with these words."""
    for message in reversed(phone.messages()):
        for button in message.buttons():
            said = button["text"].translate(ISOLATES)
            if said.startswith(label) and "callback_data" in button:
                phone.press(message.message_id, button["callback_data"])
                return
    raise AssertionError(f"there is no button «{label}»")


def _edit_last(phone: Phone, _: list[float], words: str) -> None:
    own = [each for each in phone.messages() if each.sender.id == phone.user_id]
    phone.edit(own[-1].message_id, words)


def _album(phone: Phone, numbers: list[float], words: str) -> None:
    phone.send_album([picture(each) for each in range(int(numbers[0]))], caption=words)


def picture(number: int) -> bytes:
    """Return a picture that differs from those of other numbers."""
    return sample_bytes("drain") + bytes([number])


def _large_button(phone: Phone, numbers: list[float], _: str) -> None:
    label = phone.chat().reply_keyboard["keyboard"][0][0]["text"]  # type: ignore[index]
    phone.reply_button(label, latitude=numbers[0], longitude=numbers[1])


def _file(phone: Phone, numbers: list[float], _: str) -> None:
    phone.send_document("plan.pdf", size=int(numbers[0] * MEGABYTE), mime_type="application/pdf")


_DEEDS: Mapping[str, Callable[[Phone, list[float], str], object]] = {
    "photo": lambda phone, numbers, words: phone.send_photo(
        picture(int(numbers[0])) if numbers else "drain", caption=words
    ),
    "another photo": lambda phone, _, words: phone.send_photo("lamp", caption=words),
    "album of": _album,
    "place": lambda phone, numbers, _: phone.send_location(numbers[0], numbers[1]),
    "large button at": _large_button,
    "file of megabytes": _file,
    "voice": lambda phone, _numbers, _words: phone.send_voice(),
    "sticker": lambda phone, _numbers, _words: phone.send_sticker(),
    "poll": lambda phone, _numbers, _words: phone.send_poll(),
    "contact": lambda phone, _numbers, _words: phone.send_contact(),
    "blocks": lambda phone, _numbers, _words: phone.block(),
    "unblocks": lambda phone, _numbers, _words: phone.unblock(),
    "edits it": _edit_last,
    **PHOTO_DEEDS,
}
