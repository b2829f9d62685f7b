"""Presses that wait for their answer."""

from collections import deque
from dataclasses import dataclass, field

from playground import limits
from playground.errors import BotApiError, bad_request
from playground.messages import StoredMessage

FIRST_ID = 4_000_000_000_000_000
FORGOTTEN_AFTER_SECONDS = 3600


@dataclass(slots=True)
class Press:
    """One press of an inline button."""

    id: str
    user_id: int
    message: StoredMessage
    data: str
    at: float
    answered: bool = False
    toast: str | None = None

    @property
    def chat_id(self) -> int:
        """The chat of the button."""
        number: int = self.message.chat["id"]
        return number


@dataclass(slots=True)
class Presses:
    """All presses that may still be answered."""

    answer_seconds: float = limits.CALLBACK_ANSWER_SECONDS
    _by_id: dict[str, Press] = field(default_factory=dict)
    _in_order: deque[Press] = field(default_factory=deque)
    _count: int = 0

    def add(self, user_id: int, message: StoredMessage, data: str, now: float) -> Press:
        """Note a press of the button with these data."""
        self._count += 1
        press = Press(str(FIRST_ID + self._count), user_id, message, data, now)
        self._by_id[press.id] = press
        self._in_order.append(press)
        return press

    def open_at(self, press_id: str, now: float) -> Press:
        """Find a press that may be answered now, or refuse like Telegram."""
        self._forget_old(now)
        press = self._by_id.get(press_id)
        if press is None or now - press.at > self.answer_seconds:
            raise too_old()
        return press

    def unanswered(self, user_id: int) -> list[Press]:
        """List the presses of one phone that still show as loading."""
        return [p for p in self._in_order if p.user_id == user_id and not p.answered]

    def _forget_old(self, now: float) -> None:
        while self._in_order and now - self._in_order[0].at > FORGOTTEN_AFTER_SECONDS:
            self._by_id.pop(self._in_order.popleft().id, None)


def too_old() -> BotApiError:
    """Say that the phone does not wait for this press any more."""
    return bad_request(
        "query is too old and response timeout expired or query ID is invalid",
    )
