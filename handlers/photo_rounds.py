"""Photos of papers are fetched and looked at beside the turns: the row waits until it is done.

An attempt is on disk before the work begins. Whatever happens in between, the row is taken up
again; what looking has led to is written, with the messages about it, in one transaction.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.instants import SECOND, Instant, after
from bot.photo_quality import Judgement, Seen
from handlers.clock import Clock
from handlers.photo_check import LARGEST, PhotoCheck, PhotoTooLargeError
from handlers.telegram import (
    NotSentError,
    Refusal,
    RefusedError,
    TelegramClient,
    TooMuchError,
    UnsureError,
)
from storage.database import Transaction
from storage.paper_photo import Photo, next_photo, try_photo
from storage.turns import Turns

LOOK_AGAIN_SECONDS = 0.5
# Between two attempts; whoever is not served by then is told so.
BACK_OFF_SECONDS = (5, 10, 30, 60, 300, 900, 1800)
TOO_BIG = "too big"
BAD_REQUEST = 400
_log = logging.getLogger("xiaoxiang.photos")


class Looked(Protocol):
    """Whoever knows what a photo means to people."""

    async def photo_measured(self, tx: Transaction, photo: int, seen: Seen, now: Instant) -> None:
        """Keep what looking at a photo has led to, and tell everybody concerned."""


@dataclass(frozen=True)
class PhotoRounds:
    """Takes up one photo after the other."""

    turns: Turns
    desk: Looked
    telegram: TelegramClient
    check: PhotoCheck
    clock: Clock
    told: Callable[[], None]

    async def run(self) -> None:
        """Look at photos for ever; a fault is waited out."""
        while True:
            try:
                while await self.run_once():
                    pass
            except sqlite3.Error as error:
                _log.warning("photos_wait", extra={"reason": type(error).__name__})
            except Exception as error:  # noqa: BLE001 - the row waits; everything else goes on
                _log.error("photo_failed", extra={"error": type(error).__name__}, exc_info=error)
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def run_once(self) -> bool:
        """Look at the photo that waits longest; False when none does."""
        photo = await self.turns.turn(self._take_up)
        if photo is None:
            return False
        seen = await self._look_at(photo)
        if not seen and photo.attempts < len(BACK_OFF_SECONDS):
            return True
        await self.turns.turn(lambda tx: self._keep(tx, photo, seen or (Judgement.NOT_FETCHED,)))
        self.told()
        return True

    async def _take_up(self, tx: Transaction) -> Photo | None:
        now = self.clock.now()
        photo = await next_photo(tx, now)
        if photo:
            pause = BACK_OFF_SECONDS[min(photo.attempts, len(BACK_OFF_SECONDS) - 1)]
            await try_photo(tx, photo, after(now, pause * SECOND))
        return photo

    async def _keep(self, tx: Transaction, photo: Photo, seen: Seen) -> None:
        await self.desk.photo_measured(tx, photo.id, seen, self.clock.now())

    async def _look_at(self, photo: Photo) -> Seen:
        """Return what was measured or why not; nothing when it is to be tried again."""
        try:
            return await self.check.check_photo(await self._fetch(photo.new.file.file_id))
        except (TooMuchError, PhotoTooLargeError):
            return (Judgement.TOO_LARGE,)
        except (NotSentError, UnsureError) as error:
            _log.warning("photo_not_fetched", extra={"reason": type(error).__name__})
            return ()
        except RefusedError as error:
            return _after_refusal(error.refusal)

    async def _fetch(self, file_id: str) -> bytes:
        """Ask Telegram where a file lies, and fetch it."""
        found = await self.telegram.call("getFile", {"file_id": file_id})
        path = found.get("file_path") if isinstance(found, dict) else None
        if not path:
            raise UnsureError("getFile: no path")
        return await self.telegram.download(str(path), LARGEST)


def _after_refusal(refusal: Refusal) -> tuple[Judgement, ...]:
    """Say what a refusal means: too much, never, or later."""
    _log.warning("photo_refused", extra={"code": refusal.code})
    if refusal.code != BAD_REQUEST:
        return ()
    return (Judgement.TOO_LARGE if TOO_BIG in refusal.description else Judgement.NOT_FETCHED,)
