"""A Telegram for one world: it shows, refuses, loses answers, and remembers everything."""

import re
from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field

from handlers.telegram import Refusal, RefusedError
from tests.simulation.reality import Reality
from tests.simulation.requests import body_of, file_of, keyboard_of
from tests.simulation.update_queue import UpdateQueue
from tests.simulation.updates import Json
from tests.simulation.weather import Weather

PRESS_ANSWERABLE_SECONDS = 15.0
SECRET = re.compile(r"s\d+x\d+e")


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
    file: str = ""
    secrets: tuple[str, ...] = ()


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
            raise refused(404, "Not Found: method not found")
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
        self._remember(chat_id, method, shown.message_id, parameters)
        return {"message_id": shown.message_id}

    def edit(self, method: str, parameters: Json) -> Json:
        """Change a shown message."""
        chat_id = self._reachable(parameters)
        shown = self.phone(chat_id).get(int(str(parameters["message_id"])))
        if shown is None:
            raise refused(400, "Bad Request: message to edit not found")
        if method == "editMessageText" and shown.has_photo:
            raise refused(400, "Bad Request: there is no text in the message to edit")
        body, keyboard = body_of(parameters), keyboard_of(parameters)
        is_same = (shown.body, shown.keyboard) == (body, keyboard)
        shown.body, shown.keyboard, shown.row = body, keyboard, ERRAND.get().row
        self._remember(chat_id, method, shown.message_id, parameters, is_repeat=is_same)
        if is_same:
            raise refused(400, "Bad Request: message is not modified")
        return {"message_id": shown.message_id}

    def delete(self, _: str, parameters: Json) -> bool:
        """Take a message away."""
        chat_id = self._reachable(parameters)
        if self.phone(chat_id).pop(int(str(parameters["message_id"])), None) is None:
            raise refused(400, "Bad Request: message to delete not found")
        return True

    def answer(self, _: str, parameters: Json) -> bool:
        """End a button's waiting."""
        pressed = self.presses.pop(str(parameters["callback_query_id"]), None)
        if pressed is None or self.reality.seconds() - pressed > PRESS_ANSWERABLE_SECONDS:
            raise refused(400, "Bad Request: query is too old and response timeout expired")
        self.answers.append((ERRAND.get().began, ERRAND.get().row))
        return True

    def react(self, method: str, parameters: Json) -> bool:
        """Put a small reaction under somebody's message."""
        chat_id = self._reachable(parameters)
        self._remember(chat_id, method, int(str(parameters["message_id"])), {})
        return True

    def _reachable(self, parameters: Json) -> int:
        chat_id = int(str(parameters["chat_id"]))
        if chat_id in self.blocked:
            raise refused(403, "Forbidden: bot was blocked by the user")
        return chat_id

    def find(self, _: str, parameters: Json) -> Json:
        """Say where a file lies."""
        return {"file_id": parameters["file_id"], "file_path": f"photos/{parameters['file_id']}"}

    def _remember(
        self,
        chat_id: int,
        method: str,
        message_id: int,
        parameters: Json,
        *,
        is_repeat: bool = False,
    ) -> None:
        secrets = tuple(SECRET.findall(body_of(parameters)))
        file = file_of(parameters)
        effect = Effect(ERRAND.get(), chat_id, method, message_id, is_repeat, file, secrets)
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
    "getFile": Telegram.find,
}


def refused(code: int, description: str) -> RefusedError:
    """Return a refusal as the real client raises it."""
    return RefusedError(Refusal(code, description))
