"""A Telegram for one world: it shows, refuses, loses answers, and remembers everything."""

import asyncio
from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field

import orjson

from handlers.telegram import NotSentError, Refusal, RefusedError, UnsureError
from tests.simulation.reality import Reality
from tests.simulation.requests import body_of, keyboard_of
from tests.simulation.update_queue import UpdateQueue
from tests.simulation.updates import Json
from tests.simulation.weather import Luck, Weather

PRESS_ANSWERABLE_SECONDS = 15.0
BLACK_HOLE_SECONDS = 20.0
FORBIDDEN = 403


@dataclass(frozen=True, slots=True)
class Errand:
    """The row of the outbox that a request belongs to, its attempt, and when that began."""

    row: int
    attempt: int
    began: float


ERRAND: ContextVar[Errand] = ContextVar("ERRAND")


@dataclass
class Shown:
    """A message on a phone. `row` is the outbox row that it shows now."""

    message_id: int
    body: str
    keyboard: list[list[dict[str, str]]]
    has_photo: bool
    row: int


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that appeared on a phone: a new message (`send…`) or an edited one."""

    errand: Errand
    chat_id: int
    method: str
    message_id: int
    is_repeat: bool = False


@dataclass
class Telegram:
    """The server's side."""

    reality: Reality
    weather: Weather
    queue: UpdateQueue
    phones: dict[int, dict[int, Shown]] = field(default_factory=dict)
    effects: list[Effect] = field(default_factory=list)
    answers: list[tuple[float, int]] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)
    ever_blocked: set[int] = field(default_factory=set)
    presses: dict[str, float] = field(default_factory=dict)
    held: dict[int, tuple[float, int]] = field(default_factory=dict)
    early: list[str] = field(default_factory=list)
    lost_removals: Counter[int] = field(default_factory=Counter)
    lives: int = 0
    _last_message_id: int = 0

    def next_message_id(self) -> int:
        """Return a new message number."""
        self._last_message_id += 1
        return self._last_message_id

    def phone(self, chat_id: int) -> dict[int, Shown]:
        """Return what a chat shows of the bot."""
        return self.phones.setdefault(chat_id, {})

    def process(self, method: str, parameters: Json) -> Json | bool:
        """Do what a request says, or refuse."""
        handler = METHODS.get(method)
        if handler is None:
            raise _refused(404, "Not Found: method not found")
        return handler(self, method, parameters)

    def hold(self, chat_id: int, seconds: int) -> RefusedError:
        """Refuse, and remember until when nothing may come to this chat."""
        self.held[chat_id] = (self.reality.seconds() + seconds, self.lives)
        words = f"Too Many Requests: retry after {seconds}"
        return RefusedError(Refusal(429, words, seconds))

    def check_hold(self, chat_id: int, method: str) -> None:
        """Remember a request that came too early, unless the program has died since."""
        until, life = self.held.get(chat_id, (0.0, 0))
        if self.reality.seconds() < until - 0.001 and life == self.lives:
            self.early.append(f"{method} to {chat_id} before the pause was over")

    def show(self, method: str, parameters: Json) -> Json:
        """Show a new message."""
        chat_id = self._reachable(parameters)
        shown = Shown(
            self.next_message_id(),
            body_of(parameters),
            keyboard_of(parameters),
            method == "sendPhoto",
            ERRAND.get().row,
        )
        self.phone(chat_id)[shown.message_id] = shown
        self._remember(chat_id, method, shown.message_id)
        return {"message_id": shown.message_id}

    def edit(self, method: str, parameters: Json) -> Json:
        """Change a shown message."""
        chat_id = self._reachable(parameters)
        shown = self.phone(chat_id).get(int(str(parameters["message_id"])))
        if shown is None:
            raise _refused(400, "Bad Request: message to edit not found")
        if method == "editMessageText" and shown.has_photo:
            raise _refused(400, "Bad Request: there is no text in the message to edit")
        body, keyboard = body_of(parameters), keyboard_of(parameters)
        is_same = (shown.body, shown.keyboard) == (body, keyboard)
        shown.body, shown.keyboard, shown.row = body, keyboard, ERRAND.get().row
        self._remember(chat_id, method, shown.message_id, is_repeat=is_same)
        if is_same:
            raise _refused(400, "Bad Request: message is not modified")
        return {"message_id": shown.message_id}

    def delete(self, _: str, parameters: Json) -> bool:
        """Take a message away."""
        chat_id = self._reachable(parameters)
        if self.phone(chat_id).pop(int(str(parameters["message_id"])), None) is None:
            raise _refused(400, "Bad Request: message to delete not found")
        return True

    def answer(self, _: str, parameters: Json) -> bool:
        """End a button's waiting."""
        pressed = self.presses.pop(str(parameters["callback_query_id"]), None)
        if pressed is None or self.reality.seconds() - pressed > PRESS_ANSWERABLE_SECONDS:
            raise _refused(400, "Bad Request: query is too old and response timeout expired")
        self.answers.append((ERRAND.get().began, ERRAND.get().row))
        return True

    def react(self, method: str, parameters: Json) -> bool:
        """Put a small reaction under somebody's message."""
        chat_id = self._reachable(parameters)
        self._remember(chat_id, method, int(str(parameters["message_id"])))
        return True

    def _reachable(self, parameters: Json) -> int:
        chat_id = int(str(parameters["chat_id"]))
        if chat_id in self.blocked:
            raise _refused(403, "Forbidden: bot was blocked by the user")
        return chat_id

    def _remember(
        self, chat_id: int, method: str, message_id: int, *, is_repeat: bool = False
    ) -> None:
        effect = Effect(ERRAND.get(), chat_id, method, message_id, is_repeat)
        self.effects.append(effect)
        self.reality.note(f"telegram {method} {chat_id} {message_id} row {effect.errand.row}")


METHODS: dict[str, Callable[[Telegram, str, Json], Json | bool]] = {
    "sendMessage": Telegram.show,
    "sendPhoto": Telegram.show,
    "sendVenue": Telegram.show,
    "sendMediaGroup": Telegram.show,
    "editMessageText": Telegram.edit,
    "editMessageCaption": Telegram.edit,
    "editMessageMedia": Telegram.edit,
    "deleteMessage": Telegram.delete,
    "answerCallbackQuery": Telegram.answer,
    "setMessageReaction": Telegram.react,
}


@dataclass
class Line:
    """One program's way to Telegram, with the real client's `call` and `fetch_updates`."""

    telegram: Telegram
    check_alive: Callable[[], None]

    async def call(
        self, method: str, parameters: Json, read_seconds: float = BLACK_HOLE_SECONDS
    ) -> Json | bool:
        """Call a method; what became of it may stay unknown."""
        self.check_alive()
        try:
            return await self._call(method, parameters, read_seconds)
        except (NotSentError, UnsureError, RefusedError) as error:
            missing = isinstance(error, RefusedError) and error.refusal.code != FORBIDDEN
            if method == "deleteMessage" and not missing:
                self.telegram.lost_removals[int(str(parameters["chat_id"]))] += 1
            raise

    async def _call(self, method: str, parameters: Json, read_seconds: float) -> Json | bool:
        await self._connect(read_seconds)
        luck = self.telegram.weather.luck()
        if luck is Luck.REFUSED_CONNECTION:
            raise NotSentError(method)
        await self._travel(method, parameters, luck)
        if luck is Luck.LOST_REQUEST:
            raise await self._silence(method, read_seconds)
        result = self._answer(method, parameters, luck)
        await asyncio.sleep(self._delay())
        if luck is Luck.LOST_ANSWER:
            raise await self._silence(method, read_seconds)
        return result

    async def fetch_updates(self, parameters: Json, read_seconds: float) -> bytes:
        """Fetch updates; the offset is taken to heart even when the answer is lost."""
        self.check_alive()
        await self._connect(read_seconds)
        return await answer_get_updates(self.telegram, parameters)

    async def _travel(self, method: str, parameters: Json, luck: Luck) -> None:
        """Let a request be on its way; a program that dies meanwhile does not call it back."""
        try:
            await asyncio.sleep(self._delay())
        except asyncio.CancelledError:
            if luck is Luck.FINE and self.telegram.reality.chance(0.5):
                self._process_quietly(method, parameters)
            raise

    async def _silence(self, method: str, patience: float) -> UnsureError:
        """Wait for an answer that never comes: the connection breaks, or patience ends."""
        reality = self.telegram.reality
        if reality.chance(0.5):
            await asyncio.sleep(reality.dice.uniform(0.0, patience))
        return UnsureError(method)

    def _process_quietly(self, method: str, parameters: Json) -> None:
        try:
            self.telegram.process(method, parameters)
        except RefusedError:
            return

    def _answer(self, method: str, parameters: Json, luck: Luck) -> Json | bool:
        chat_id = int(str(parameters.get("chat_id", 0)))
        is_message = method.startswith(("send", "edit"))
        if is_message:
            self.telegram.check_hold(chat_id, method)
            if luck is Luck.TOO_MANY:
                raise self.telegram.hold(chat_id, self.telegram.reality.dice.choice((1, 3, 35)))
            if luck is Luck.FORBIDDEN:
                raise _refused(403, "Forbidden: bot can't send messages to the user")
        if luck is Luck.STUMBLED:
            if self.telegram.reality.chance(0.5):
                self._process_quietly(method, parameters)
            raise UnsureError(method)
        return self.telegram.process(method, parameters)

    async def _connect(self, patience: float) -> None:
        reality = self.telegram.reality
        if self.telegram.weather.is_out(asyncio.get_running_loop().time()):
            if reality.chance(0.7):
                await asyncio.sleep(0.01)
                raise NotSentError("no connection")
            await asyncio.sleep(min(patience, BLACK_HOLE_SECONDS))
            raise UnsureError("no answer")

    def _delay(self) -> float:
        dice = self.telegram.reality.dice
        return dice.uniform(0.02, 0.12) if dice.random() < 0.98 else dice.uniform(0.5, 4.0)


async def answer_get_updates(telegram: Telegram, parameters: Json) -> bytes:
    """Answer getUpdates as the server does: well, twice the same, with an error, or not at all."""
    reality = telegram.reality
    telegram.queue.confirm(int(str(parameters["offset"])))
    if reality.mishap(0.003):
        return b'{"ok":false,"error_code":409,"description":"Conflict: terminated"}'
    if reality.mishap(0.003):
        return b"<html>502 Bad Gateway</html>"
    updates = await telegram.queue.fetch(
        int(str(parameters["limit"])), float(str(parameters["timeout"]))
    )
    await asyncio.sleep(reality.dice.uniform(0.02, 0.1))
    if telegram.weather.is_out(asyncio.get_running_loop().time()) or reality.mishap(0.02):
        raise UnsureError("getUpdates")
    return orjson.dumps({"ok": True, "result": updates})


def _refused(code: int, description: str) -> RefusedError:
    return RefusedError(Refusal(code, description))
