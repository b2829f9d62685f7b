"""Files in this Telegram: ids of one bot, paths for downloads, bytes behind them."""

import base64
import hashlib
from dataclasses import dataclass, field

from playground import limits
from playground.errors import BotApiError, bad_request
from playground.wire import Wire, present

WRONG_FILE = "Wrong file identifier/HTTP URL specified"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file; a file that only claims a size has no content of its own."""

    unique_id: str
    kind: str
    size: int
    content: bytes
    file_name: str
    mime_type: str
    width: int = 0
    height: int = 0

    @property
    def path(self) -> str:
        """Where it is downloaded from, below /file/bot<token>/."""
        ending = self.file_name.rpartition(".")[2].lower() if "." in self.file_name else "bin"
        safe = ending if ending.isascii() and ending.isalnum() else "bin"
        return f"{self.kind}s/file_{self.unique_id}.{safe}"

    def bytes(self) -> bytes:
        """Return the content, zeros where only a size was claimed."""
        return self.content or bytes(self.size)


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file on its way in."""

    kind: str
    content: bytes
    file_name: str
    mime_type: str
    claimed_size: int = 0
    width: int = 0
    height: int = 0


@dataclass(slots=True)
class Files:
    """All files, found by the bot's own file_id, by the stable id, or by path."""

    bot_id: int
    by_unique_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)

    def add(self, new: NewFile) -> StoredFile:
        """Keep a file; the same bytes of the same kind are kept once."""
        size = new.claimed_size or len(new.content)
        stored = StoredFile(
            unique_id=_unique_id(new),
            kind=new.kind,
            size=size,
            content=new.content,
            file_name=new.file_name,
            mime_type=new.mime_type,
            width=new.width,
            height=new.height,
        )
        self.by_unique_id[stored.unique_id] = stored
        self.by_path[stored.path] = stored
        return stored

    def file_id(self, stored: StoredFile, variant: str = "") -> str:
        """Name a file as this bot and no other knows it."""
        inner = f"{self.bot_id}:{stored.unique_id}:{variant}".encode()
        return base64.urlsafe_b64encode(inner).decode().rstrip("=")

    def of(self, file_id: str) -> StoredFile:
        """Find a file by the bot's own name for it, or refuse like Telegram."""
        stored = self.by_unique_id.get(self._unique_id_in(file_id))
        if stored is None:
            raise bad_request(WRONG_FILE)
        return stored

    def file_wire(self, file_id: str) -> Wire:
        """Write the File object that getFile answers."""
        try:
            stored = self.of(file_id)
        except BotApiError:
            raise bad_request("invalid file_id") from None
        if stored.size > limits.DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return {**self.identity(stored), "file_size": stored.size, "file_path": stored.path}

    def identity(self, stored: StoredFile) -> Wire:
        """Write both ids."""
        return {"file_id": self.file_id(stored), "file_unique_id": stored.unique_id}

    def photo_sizes(self, stored: StoredFile) -> list[Wire]:
        """Write a photo as Telegram does: a thumbnail, a middle size, and all of it last."""
        sides = [side for side in (90, 320) if side < max(stored.width, stored.height)]
        return [*(self._scaled(stored, side) for side in sides), self._full(stored)]

    def document(self, stored: StoredFile) -> Wire:
        """Write a Document."""
        return present(
            **self.identity(stored),
            file_name=stored.file_name,
            mime_type=stored.mime_type,
            file_size=stored.size,
        )

    def _full(self, stored: StoredFile) -> Wire:
        return {
            **self.identity(stored),
            "file_size": stored.size,
            "width": stored.width,
            "height": stored.height,
        }

    def _scaled(self, stored: StoredFile, side: int) -> Wire:
        scale = side / max(stored.width, stored.height)
        return {
            "file_id": self.file_id(stored, str(side)),
            "file_unique_id": f"{stored.unique_id[:-2]}{side:02d}"[-15:],
            "file_size": max(1, round(stored.size * scale * scale)),
            "width": max(1, round(stored.width * scale)),
            "height": max(1, round(stored.height * scale)),
        }

    def _unique_id_in(self, file_id: str) -> str:
        try:
            inner = base64.urlsafe_b64decode(file_id + "=" * (-len(file_id) % 4)).decode()
        except ValueError:
            return ""
        owner, _, rest = inner.partition(":")
        return rest.partition(":")[0] if owner == str(self.bot_id) else ""


def _unique_id(new: NewFile) -> str:
    claim = f"{new.kind}:{new.file_name}:{new.claimed_size}".encode()
    known = new.content or claim
    digest = hashlib.sha256(new.kind.encode() + known).digest()
    return "AQAD" + base64.urlsafe_b64encode(digest[:9]).decode()
