"""One program's way to Telegram, with everything that can go wrong on it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import orjson

from handlers.telegram import NotSentError, RefusedError, UnsureError
from tests.simulation.telegram import Telegram, refused
from tests.simulation.updates import Json
from tests.simulation.weather import Luck

BLACK_HOLE_SECONDS = 20.0
FORBIDDEN = 403


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

    async def download(self, path: str, _: int) -> bytes:
        """Hand a file over; what is in it nobody looks at here."""
        self.check_alive()
        await self._connect(BLACK_HOLE_SECONDS)
        await asyncio.sleep(self._delay())
        return path.encode()

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
                raise refused(403, "Forbidden: bot can't send messages to the user")
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
