"""Updates by webhook: the secret, order, repetition, and a method inside the reply."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from playground.clock import Clock
from playground.phones import Phone
from playground.server import Playground
from playground.wire import Wire
from playground.world import Rules
from tests.playground.client import Client
from tests.playground.independent import check_update

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(slots=True)
class Receiver:
    """The bot's own web server: answers as it is told, 200 when it is told nothing."""

    url: str = ""
    answers: deque[web.Response | int] = field(default_factory=deque)
    seen: list[Wire] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Note an update and answer."""
        update = await request.json()
        check_update(update)
        self.seen.append(update)
        self.secrets.append(request.headers.get(SECRET_HEADER))
        self.arrived.set()
        answer = self.answers.popleft() if self.answers else 200
        return web.Response(status=answer) if isinstance(answer, int) else answer

    async def until(self, count: int) -> list[str]:
        """Wait for so many deliveries and list their texts."""
        async with asyncio.timeout(10):
            while len(self.seen) < count:
                self.arrived.clear()
                await self.arrived.wait()
        return [update["message"]["text"] for update in self.seen]


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    rules = Rules(webhook_retry_seconds=0.02)
    async with Playground(clock=Clock(standing_at=1_795_500_000.0), rules=rules) as running:
        yield running


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    taking = Receiver()
    app = web.Application()
    app.router.add_post("/hook", taking.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    taking.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield taking
    await runner.cleanup()


async def test_updates_come_with_the_secret(
    client: Client, phone: Phone, receiver: Receiver
) -> None:
    await client.call("setWebhook", url=receiver.url, secret_token="s3cret_-")
    phone.type("a")
    assert await receiver.until(1) == ["a"]
    assert receiver.secrets == ["s3cret_-"]


async def test_without_a_secret_there_is_no_header(
    client: Client, phone: Phone, receiver: Receiver
) -> None:
    await client.call("setWebhook", url=receiver.url)
    phone.type("a")
    await receiver.until(1)
    assert receiver.secrets == [None]


@pytest.mark.parametrize("status", [300, 400, 401, 404, 500, 503])
async def test_what_is_not_taken_comes_again_before_anything_else(
    client: Client, phone: Phone, receiver: Receiver, status: int
) -> None:
    receiver.answers.extend([status, status])
    await client.call("setWebhook", url=receiver.url)
    phone.type("a")
    phone.type("b")
    assert await receiver.until(4) == ["a", "a", "a", "b"]
    info = await client.call("getWebhookInfo")
    assert str(status) in info["last_error_message"]
    assert len({update["update_id"] for update in receiver.seen}) == 2


async def test_one_persons_trouble_does_not_delay_another(
    playground: Playground, client: Client, phone: Phone, receiver: Receiver
) -> None:
    other = playground.add_phone("Wei")
    other.start()
    playground.world.updates.clear()
    receiver.answers.append(web.Response(status=500, headers={"Retry-After": "60"}))
    await client.call("setWebhook", url=receiver.url)
    phone.type("stuck")
    await receiver.until(1)
    other.type("free")
    assert await receiver.until(2) == ["stuck", "free"]


async def test_what_waited_before_the_webhook_is_delivered_too(
    client: Client, phone: Phone, receiver: Receiver
) -> None:
    phone.type("before")
    await client.call("setWebhook", url=receiver.url)
    assert await receiver.until(1) == ["before"]


async def test_a_method_in_the_reply_is_called(
    playground: Playground, client: Client, phone: Phone, receiver: Receiver
) -> None:
    answer = {"method": "sendMessage", "chat_id": phone.user_id, "text": "at once"}
    receiver.answers.append(web.json_response(answer))
    await client.call("setWebhook", url=receiver.url)
    phone.type("a")
    await playground.until(lambda: phone.messages()[-1].text == "at once")


# Each row: the parameters, and how they are refused.
REFUSED = [
    ({"url": "ftp://127.0.0.1/"}, "400 Bad Request: invalid webhook URL specified"),
    ({"url": "127.0.0.1"}, "400 Bad Request: invalid webhook URL specified"),
    (
        {"url": "https://example.org/"},
        "400 Bad Request: bad webhook: the playground delivers to this computer only",
    ),
    (
        {"url": "http://127.0.0.1/", "secret_token": "with space"},
        "400 Bad Request: secret token contains unallowed characters",
    ),
    (
        {"url": "http://127.0.0.1/", "secret_token": "x" * 257},
        "400 Bad Request: secret token is too long",
    ),
]


@pytest.mark.parametrize(("parameters", "words"), REFUSED)
async def test_a_bad_webhook_is_refused(client: Client, parameters: Wire, words: str) -> None:
    assert await client.refusal("setWebhook", **parameters) == words
    assert (await client.call("getWebhookInfo"))["url"] == ""
