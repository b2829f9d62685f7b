"""Reading answers of HTTP/1.1: a length, chunks, or everything until the other side closes."""

import functools
import re
from dataclasses import dataclass

LONGEST_HEAD = 65_536
HEADS_KEPT = 256
LONGEST_BODY = 64 * 1024 * 1024
INTERIM, NO_CONTENT, NOT_MODIFIED, FIRST_FINAL = 100, 204, 304, 200
_STATUS = re.compile(rb"HTTP/1\.([01]) (\d{3})(?: [^\r\n]*)?(?:\r\n|$)")
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]*\r\n")
_TRAILER_END = re.compile(rb"(?:[^\r\n]+\r\n)*\r\n")


class BadAnswerError(Exception):
    """What came is no HTTP."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer; after the last one of a connection the connection is of no more use."""

    status: int
    body: bytes
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """What the head says about the body: `length` is None when it ends with the connection."""

    status: int
    begins: int
    length: int | None
    is_chunked: bool
    is_last: bool


class AnswerReader:
    """Puts one answer after the other together from the bytes of a connection."""

    def __init__(self) -> None:
        self._received = b""
        self._head: _Head | None = None

    def feed(self, data: bytes) -> Answer | None:
        """Take bytes; return the answer when it is whole."""
        self._received = self._received + data if self._received else data
        if self._head is None:
            self._head = self._read_head()
        if self._head is None:
            return None
        if len(self._received) > LONGEST_BODY:
            raise BadAnswerError("too long")
        return self._chunks(self._head) if self._head.is_chunked else self._counted(self._head)

    def at_end(self) -> Answer | None:
        """Return the answer that only the end of the connection completes, if there is one."""
        head = self._head
        if head is None or head.is_chunked or head.length is not None:
            return None
        return Answer(head.status, self._received[head.begins :], is_last=True)

    def _read_head(self) -> _Head | None:
        """Read the head when it is there; interim answers are passed over."""
        while True:
            end = self._received.find(b"\r\n\r\n")
            if end < 0:
                if len(self._received) > LONGEST_HEAD:
                    raise BadAnswerError("endless head")
                return None
            head = _head_of(self._received[:end], end + 4)
            if head.status >= FIRST_FINAL:
                return head
            self._received = self._received[head.begins :]

    def _counted(self, head: _Head) -> Answer | None:
        if head.length is None or len(self._received) < head.begins + head.length:
            return None
        end = head.begins + head.length
        return self._finish(head, self._received[head.begins : end], end)

    def _chunks(self, head: _Head) -> Answer | None:
        """Join the chunks when the last one is there."""
        parts: list[bytes] = []
        at = head.begins
        while found := _CHUNK.match(self._received, at):
            size = int(found[1], 16)
            begin, at = found.end(), found.end() + size + 2
            if size == 0:
                end = _TRAILER_END.match(self._received, begin)
                return self._finish(head, b"".join(parts), end.end()) if end else None
            parts.append(self._received[begin : begin + size])
        if len(self._received) > at and b"\r\n" in self._received[at:]:
            raise BadAnswerError("no chunk")
        return None

    def _finish(self, head: _Head, body: bytes, end: int) -> Answer:
        """Return the answer; bytes behind it that nobody asked for spoil the connection."""
        is_last = head.is_last or len(self._received) > end
        self._received, self._head = b"", None
        return Answer(head.status, body, is_last)


@functools.lru_cache(maxsize=HEADS_KEPT)
def _head_of(text: bytes, begins: int) -> _Head:
    """Read a head; within a second many answers of one server have the very same."""
    found = _STATUS.match(text)
    if not found:
        raise BadAnswerError("no status")
    status = int(found[2])
    fields = text.lower()
    is_last = found[1] == b"0" or b"close" in _field(fields, b"connection")
    if status < FIRST_FINAL or status in {NO_CONTENT, NOT_MODIFIED}:
        return _Head(status, begins, 0, is_chunked=False, is_last=is_last)
    is_chunked = b"chunked" in _field(fields, b"transfer-encoding")
    length = _field(fields, b"content-length").strip()
    return _Head(status, begins, int(length) if length.isdigit() else None, is_chunked, is_last)


def _field(fields: bytes, name: bytes) -> bytes:
    """Return the value of a field, empty when it is not there."""
    begin = fields.find(b"\r\n" + name + b":")
    if begin < 0:
        return b""
    begin += len(name) + 3
    end = fields.find(b"\r\n", begin)
    return fields[begin : end if end >= 0 else len(fields)]
