"""Updates by webhook: only who knows the secret is heard; nothing is taken before it is stored."""

import errno
import json
import socket
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from handlers.errors import OperatorError, port_trouble
from handlers.webhook import LONGEST_BODY, SECRET_HEADER
from tests.handlers.stories import GARBAGE
from tests.handlers.street import Street, open_street
from tests.handlers.transcripts import Stage

SECRET = "a-secret-that-nobody-knows"
FORGED: dict[str, dict[str, str]] = {
    "no secret": {},
    "an empty secret": {SECRET_HEADER: ""},
    "a wrong secret": {SECRET_HEADER: "a-secret-that-nobody-knew"},
    "half the secret": {SECRET_HEADER: SECRET[:10]},
    "a secret in other letters": {SECRET_HEADER: "sécret"},
}


@pytest.fixture
async def street(template: Path, tmp_path: Path) -> AsyncIterator[Street]:
    """Open a street whose bot listens with a webhook."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    hook = {"webhook_url": f"http://127.0.0.1:{port}/telegram", "webhook_port": port}
    folder = tmp_path / "data"
    async with open_street(template, folder, webhook_secret=SECRET, **hook) as opened:
        yield opened


async def test_a_port_that_was_taken_meanwhile_is_the_operators_sentence(
    template: Path, tmp_path: Path
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        hook = {"webhook_url": "http://127.0.0.1/telegram", "webhook_port": port}
        with pytest.raises(OperatorError) as refused:
            async with open_street(template, tmp_path / "data", webhook_secret=SECRET, **hook):
                pass
    assert (refused.value.code, refused.value.detail) == ("port_taken", str(port))


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EADDRINUSE, "port_taken"),
        (errno.EACCES, "port_forbidden"),
        (errno.EPERM, "port_forbidden"),
    ],
)
def test_a_port_that_may_not_be_used_is_not_said_to_be_in_use(number: int, code: str) -> None:
    assert port_trouble(OSError(number, "x"), 80).code == code


async def _post(street: Street, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(street.settings.webhook_url, data=body, headers=headers) as response,
    ):
        return response.status, await response.read()


def _update(street: Street) -> bytes:
    luo = street.people.get("罗建华") or street.somebody("罗建华")
    luo.person.started = True
    about = {"message_id": 9, "date": 1_795_485_600, "chat": luo.account.chat_wire()}
    message = {**about, "from": luo.account.wire(), "text": "江湾小区2栋楼道里有人乱扔垃圾"}
    return json.dumps({"update_id": 77, "message": message}).encode()


async def test_a_report_comes_by_webhook_to_the_worker(street: Street) -> None:
    await street.staff("worker_4")
    await Stage(street).play(f"""
    {GARBAGE}
    邹春兰: [受理]
      → toast: 已受理
    罗建华:
      → 处理中
    """)
    assert street.playground.world.webhook.last_error_message == ""


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED)
async def test_who_does_not_know_the_secret_learns_nothing(
    street: Street, headers: dict[str, str]
) -> None:
    assert await _post(street, _update(street), headers) == (403, b"")
    assert street.value("SELECT count(*) FROM inbox") == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"x" * (LONGEST_BODY + 1), 413),
        (b"", 200),
        (b"{", 200),
        (b"[]", 200),
        (b"[" * 60_000, 200),
        (b'{"update_id": "7"}', 200),
        (b'{"update_id": 1e400}', 200),
        (b"\xff\xfe", 200),
    ],
    ids=["too large", "empty", "half", "a list", "nested", "no number", "infinite", "no text"],
)
async def test_bodies_that_make_no_sense_are_not_asked_for_again(
    street: Street, body: bytes, status: int
) -> None:
    answered, _ = await _post(street, body, {SECRET_HEADER: SECRET})
    assert answered == status
    assert await _post(street, _update(street), {SECRET_HEADER: SECRET}) == (200, b"")
    await street.settle()
    assert "堆了几天了" in _last_said(street)


async def test_an_update_that_comes_again_is_answered_once(street: Street) -> None:
    for _ in range(3):
        assert await _post(street, _update(street), {SECRET_HEADER: SECRET}) == (200, b"")
    await street.settle()
    assert len(street.said_to("罗建华")) == 1


async def test_what_cannot_be_stored_is_not_taken(street: Street) -> None:
    _alter(street, "ALTER TABLE inbox RENAME TO away")
    status, _ = await _post(street, _update(street), {SECRET_HEADER: SECRET})
    _alter(street, "ALTER TABLE away RENAME TO inbox")
    assert status == 503
    assert await _post(street, _update(street), {SECRET_HEADER: SECRET}) == (200, b"")
    await street.settle()
    assert "堆了几天了" in _last_said(street)


def _last_said(street: Street) -> str:
    return street.said_to("罗建华")[-1].text


def _alter(street: Street, statement: str) -> None:
    """Break or mend the database behind the bot's back."""
    street.close_reader()
    connection = sqlite3.connect(street.settings.database, timeout=5, isolation_level=None)
    try:
        connection.execute(statement)
    finally:
        connection.close()
