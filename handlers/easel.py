"""Pictures on their way: drawn in a thread, uploaded once, then named by their file_id."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any, Protocol

import orjson

from bot.telling import Parameters
from handlers.multipart import Upload
from handlers.rendering import Content, Receiver

KEPT = 256


class Pictures(Protocol):
    """Every picture that can be drawn."""

    def is_open(self) -> bool:
        """Whether this machine has what drawing needs."""

    def draw(self, picture: str, parameters: Parameters, language: str, community: str) -> bytes:
        """Return a picture as PNG."""


class NoPictures:
    """A machine that draws nothing: words stand in for every picture."""

    def is_open(self) -> bool:
        """Say that nothing can be drawn."""
        return False

    def draw(self, picture: str, parameters: Parameters, language: str, community: str) -> bytes:
        """Refuse."""
        raise NotImplementedError(picture, parameters, language, community)


@dataclass(slots=True)
class Easel:
    """Draws, and remembers what Telegram calls the pictures that it has."""

    pictures: Pictures
    _file_ids: OrderedDict[bytes, str] = field(default_factory=OrderedDict)

    async def upload(self, content: Content, receiver: Receiver) -> Upload:
        """Draw a picture beside the loop, in the receiver's language."""
        about = (content["picture"], content["parameters"])
        png = await asyncio.to_thread(
            self.pictures.draw, *about, receiver.language, receiver.community
        )
        return Upload("picture", "card.png", "image/png", png)

    def file_id(self, content: Content, receiver: Receiver) -> str:
        """Return what Telegram calls this very picture; empty when it has none yet."""
        return self._file_ids.get(_key(content, receiver), "")

    def learn(self, content: Content, receiver: Receiver, result: Any) -> None:  # noqa: ANN401 - what Telegram answers
        """Remember the picture's file_id; an empty result forgets it."""
        sizes = result.get("photo") if isinstance(result, dict) else None
        self._file_ids.pop(_key(content, receiver), None)
        if sizes:
            self._file_ids[_key(content, receiver)] = str(sizes[-1]["file_id"])
            while len(self._file_ids) > KEPT:
                self._file_ids.popitem(last=False)


def _key(content: Content, receiver: Receiver) -> bytes:
    about = [content["picture"], content["parameters"], receiver.language, receiver.community]
    return orjson.dumps(about, option=orjson.OPT_SORT_KEYS)
