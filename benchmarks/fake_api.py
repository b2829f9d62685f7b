"""A fast fake Bot API in a process of its own.

It speaks for people who wait for an answer before they go on.
"""

import asyncio
import json
import re
import sys
from collections import Counter
from typing import cast

import orjson

from benchmarks.crowd import Crowd, Plan
from benchmarks.process import stay_on

CORE = 1
GATHER_SECONDS = 0.01
AT_ONCE = 100
ANSWERS = frozenset({"sendmessage", "sendphoto", "editmessagetext", "editmessagecaption"})
_CHAT = re.compile(rb"chat_id\W+(-?\d+)")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
_TRUE = b'{"ok":true,"result":true}'
_ASKED: dict[str, dict[str, object]] = {
    "getwebhookinfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "getmyname": {"name": ""},
    "getmydescription": {"description": ""},
}
_ME: dict[str, object] = {
    "id": 7,
    "is_bot": True,
    "first_name": "Bench",
    "username": "bench_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}


class Bot:
    """One bot's side of the fake: its updates, its waiting poll and what it has called."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.crowd = Crowd()
        self.calls: Counter[str] = Counter()
        self.next_message = 1_000_000
        self._poll: Connection | None = None
        self._timer: asyncio.TimerHandle | None = None
        self.finished: asyncio.Event = asyncio.Event()

    def poll(self, connection: "Connection", offset: int) -> None:
        """Answer getUpdates now, or when there is something."""
        self.crowd.confirm(offset)
        self._poll = connection
        self.look()

    def look(self) -> None:
        """Let a waiting poll go: with a full batch at once, with a smaller one a moment later."""
        waiting = len(self.crowd.waiting)
        if self._poll is None or not waiting:
            return
        if waiting >= AT_ONCE:
            self._answer_poll()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(GATHER_SECONDS, self._answer_poll)

    def _answer_poll(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        connection, self._poll = self._poll, None
        if connection:
            updates = b",".join(self.crowd.handed_out(AT_ONCE))
            connection.answer(b'{"ok":true,"result":[' + updates + b"]}")

    def heard(self, chat_id: int) -> None:
        """Let a person who got an answer go on."""
        self.crowd.answered(chat_id)
        if self.crowd.is_done:
            self.finished.set()
        self.look()


class Connection(asyncio.Protocol):
    """One kept connection; requests come one after the other."""

    def __init__(self, bots: dict[int, Bot]) -> None:
        self._bots = bots
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Cut requests out of what came."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            found = _LENGTH.search(head)
            length = int(found[1]) if found else 0
            if len(self._buffer) < end + 4 + length:
                return
            body = self._buffer[end + 4 : end + 4 + length]
            self._buffer = self._buffer[end + 4 + length :]
            self._take(head[: head.find(b"\r\n")].split(b" ")[1].decode(), body)

    def answer(self, body: bytes) -> None:
        """Send an answer."""
        if self._transport and not self._transport.is_closing():
            self._transport.write(_HEAD % len(body) + body)

    def _take(self, path: str, body: bytes) -> None:
        if path == "/control":
            _tasks.add(task := asyncio.create_task(self._control(orjson.loads(body))))
            task.add_done_callback(_tasks.discard)
            return
        _, token, method = path.split("/")
        bot = self._bots[int(token.removeprefix("bot").partition(":")[0])]
        method = method.lower()
        bot.calls[method] += 1
        if method == "getupdates":
            offset = re.search(rb"offset\W+(\d+)", body)
            bot.poll(self, int(offset[1]) if offset else 0)
        elif method in ANSWERS:
            chat_id = _number(_CHAT, body)
            self._message(bot, chat_id, body)
            bot.heard(chat_id)
        elif method == "getme":
            self._answer_with({**_ME, "id": bot.number})
        elif method in _ASKED:
            self._answer_with(_ASKED[method])
        else:
            self.answer(_TRUE)

    def _answer_with(self, result: dict[str, object]) -> None:
        self.answer(orjson.dumps({"ok": True, "result": result}))

    def _message(self, bot: Bot, chat_id: int, body: bytes) -> None:
        bot.next_message += 1
        result: dict[str, object] = {
            "message_id": bot.next_message,
            "from": {**_ME, "id": bot.number},
            "chat": {"id": chat_id, "type": "private", "first_name": "居民"},
            "date": 1_780_000_000,
            "text": "听到了",
        }
        if body[:1] == b"{":
            sent = orjson.loads(body)
            result["text"] = sent.get("text") or sent.get("caption", "")
            if "reply_markup" in sent:
                result["reply_markup"] = sent["reply_markup"]
            if bot.crowd.listens:
                print(chat_id, json.dumps(sent, ensure_ascii=False), file=sys.stderr, flush=True)
        self._answer_with(result)

    async def _control(self, wish: dict[str, int]) -> None:
        """Let a crowd talk to one bot, and answer when everybody has been answered."""
        bot = self._bots.setdefault(wish["bot"], Bot(wish["bot"]))
        bot.calls.clear()
        if wish["people"]:
            plan = Plan(wish["first"], wish["people"], wish["together"], bool(wish["listens"]))
            bot.finished.clear()
            bot.crowd.begin(plan)
            bot.look()
            await bot.finished.wait()
        self.answer(orjson.dumps(dict(bot.calls)))


_tasks: set[asyncio.Task[None]] = set()


def _number(pattern: re.Pattern[bytes], body: bytes) -> int:
    found = pattern.search(body)
    return int(found[1]) if found else 0


async def serve() -> None:
    """Serve until the process is ended; the port is said on standard output."""
    bots: dict[int, Bot] = {}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(bots), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main() -> None:
    """Run on a core of its own."""
    stay_on(CORE)
    try:
        import uvloop  # noqa: PLC0415 - not on every system
    except ImportError:
        asyncio.run(serve())
    else:
        uvloop.run(serve())


if __name__ == "__main__":
    main()
