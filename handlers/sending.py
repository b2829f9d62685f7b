"""One message on its way: the call, what Telegram said, and what that means for the row."""

from dataclasses import dataclass, field

import orjson

from bot.instants import SECOND, Instant, after
from handlers.crash_points import CrashPoint, no_crash
from handlers.easel import Easel, NoPictures
from handlers.outcomes import Fate, fate_of
from handlers.rendering import Call, Content, Receiver, Script, Shown, Words, is_below, plain
from handlers.telegram import (
    JsonValue,
    NotSentError,
    Refusal,
    RefusedError,
    TelegramClient,
    UnsureError,
)
from storage.sending import Mark, Waiting

BACK_OFF_SECONDS = (1, 2, 4, 8, 15, 30, 60)
SLOW_RETRY_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message that was taken up: its row, its receiver and what it may replace.

    `attempt` counts from 1.
    """

    waiting: Waiting
    receiver: Receiver
    shown: Shown | None

    @property
    def attempt(self) -> int:
        """The number of this attempt."""
        return self.waiting.attempts + 1


@dataclass(frozen=True, slots=True)
class Delivered:
    """What an attempt led to: the fate of the message, and what is known since."""

    parcel: Parcel
    fate: Fate
    message_id: int | None = None
    has_photo: bool = False
    refusal: Refusal | None = None
    error: str = ""
    result: JsonValue = None


@dataclass(frozen=True, slots=True)
class Postman:
    """Carries one parcel."""

    telegram: TelegramClient
    words: Words
    crash_point: CrashPoint = no_crash
    easel: Easel = field(default_factory=lambda: Easel(NoPictures()))

    async def carry(self, parcel: Parcel) -> Delivered:
        """Send a message and say what became of it.

        Never raises for anything that Telegram does.
        """
        content: Content = orjson.loads(parcel.waiting.content)
        script = Script(self.words, parcel.receiver, parcel.waiting.chat_id)
        if parcel.waiting.kind == "picture":
            return await self._carry_picture(parcel, script, content)
        new = script.call(parcel.waiting.kind, content)
        replaces = parcel.shown if parcel.waiting.kind == "say" else None
        if replaces and not replaces.is_doubted and not is_below(content):
            edited = await self._try(parcel, script.edit(content, replaces))
            if edited.fate is not Fate.AS_NEW:
                return _kept(edited, replaces)
        delivered = await self._try(parcel, new)
        if replaces and replaces.message_id and delivered.fate is Fate.SENT:
            self.crash_point("before_removal")
            await self._remove(parcel.waiting.chat_id, replaces.message_id)
        return delivered

    async def _carry_picture(self, parcel: Parcel, script: Script, content: Content) -> Delivered:
        """Send a picture by its id when Telegram has it; otherwise draw it and hand it over."""
        easel, receiver = self.easel, parcel.receiver
        if not easel.pictures.is_open():
            return await self._try(parcel, script.no_picture(content))
        known = easel.file_id(content, receiver)
        if known:
            delivered = await self._send(parcel, script.picture(content, known))
            if delivered.fate is not Fate.AS_PLAIN_TEXT:
                return delivered
        drawn = await easel.upload(content, receiver)
        delivered = await self._try(parcel, script.picture(content, drawn))
        easel.learn(content, receiver, delivered.result)
        return delivered

    async def _try(self, parcel: Parcel, call: Call) -> Delivered:
        delivered = await self._send(parcel, call)
        if delivered.fate is Fate.AS_PLAIN_TEXT:
            delivered = await self._send(parcel, plain(call))
            if delivered.fate is Fate.AS_PLAIN_TEXT:
                return Delivered(parcel, Fate.DEAD, error=delivered.error)
        return delivered

    async def _send(self, parcel: Parcel, call: Call) -> Delivered:
        self.crash_point("before_send")
        try:
            result = await self._call(call)
        except NotSentError as error:
            return Delivered(parcel, Fate.RETRY, error=str(error))
        except UnsureError as error:
            return Delivered(parcel, Fate.UNSURE, error=str(error))
        except RefusedError as error:
            refusal = error.refusal
            return Delivered(parcel, fate_of(refusal), refusal=refusal, error=str(error))
        message_id = result.get("message_id") if isinstance(result, dict) else None
        return Delivered(parcel, Fate.SENT, message_id, call.has_photo, result=result)

    async def _call(self, call: Call) -> JsonValue:
        if call.upload:
            return await self.telegram.send_file(call.method, call.parameters, call.upload)
        return await self.telegram.call(call.method, call.parameters)

    async def _remove(self, chat_id: int, message_id: int) -> None:
        """Take the older message away; one that stays is only untidy."""
        try:
            parameters: dict[str, object] = {"chat_id": chat_id, "message_id": message_id}
            await self.telegram.call("deleteMessage", parameters)
        except (NotSentError, UnsureError, RefusedError):
            return


def mark_of(delivered: Delivered, now: Instant) -> Mark:
    """Return what is written down about an attempt."""
    waiting = delivered.parcel.waiting
    state, ambiguous, seconds = _state(delivered)
    return Mark(
        waiting.id,
        delivered.parcel.attempt,
        state,
        delivered.message_id,
        delivered.error[:200],
        ambiguous,
        after(now, seconds * SECOND) if seconds else now,
        now if state == "sent" else None,
    )


FINAL = {Fate.SENT: "sent", Fate.PARK: "parked", Fate.EXPIRED: "expired", Fate.DEAD: "dead"}


def _state(delivered: Delivered) -> tuple[str, int, int]:
    """Return the row's next state, how many doubts to add and how many seconds to wait."""
    if delivered.fate in FINAL:
        return FINAL[delivered.fate], 0, 0
    waiting = delivered.parcel.waiting
    if delivered.fate is Fate.UNSURE:
        state = "expired" if waiting.policy == "at_most_once" else "pending"
        return state, 1, _back_off(delivered)
    return "pending", 0, _pause(delivered)


def _pause(delivered: Delivered) -> int:
    if delivered.fate is Fate.HOLD:
        return _retry_after(delivered)
    if delivered.fate is Fate.RETRY and delivered.refusal:
        return SLOW_RETRY_SECONDS
    return _back_off(delivered)


def _back_off(delivered: Delivered) -> int:
    return BACK_OFF_SECONDS[min(delivered.parcel.attempt, len(BACK_OFF_SECONDS)) - 1]


def _retry_after(delivered: Delivered) -> int:
    return (delivered.refusal.retry_after if delivered.refusal else 0) + 1


def _kept(edited: Delivered, shown: Shown) -> Delivered:
    """Keep the number of an edited message, whether it was changed or there was no change."""
    if edited.fate is not Fate.SENT:
        return edited
    has_photo = edited.has_photo or shown.has_photo
    return Delivered(edited.parcel, Fate.SENT, shown.message_id, has_photo)
