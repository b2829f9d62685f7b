"""A small bot that talks to the playground over real HTTP and doubts every answer."""

import json
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp

from playground.wire import Wire
from tests.playground.independent import check_answer, check_update


class RefusedError(Exception):
    """An answer with ok=false."""

    def __init__(self, status: int, body: Wire) -> None:
        super().__init__(f"{status} {body['description']}")
        self.status = status
        self.body = body


@dataclass(slots=True)
class Client:
    """Calls methods; answers that aiogram's models do not accept fail the test."""

    session: aiohttp.ClientSession
    url: str
    token: str
    offset: int = 0

    async def call(self, method: str, **parameters: object) -> Any:  # noqa: ANN401  each method has its own answer
        """Call a method with a JSON body."""
        async with self.session.post(self._at(method), json=parameters) as answer:
            return await _checked(method, answer)

    async def form(self, method: str, **fields: object) -> Any:  # noqa: ANN401  each method has its own answer
        """Call a method with a form: everything is text, bytes are files."""
        form = aiohttp.FormData()
        for name, value in fields.items():
            if isinstance(value, bytes):
                form.add_field(
                    name, BytesIO(value), filename=f"{name}.jpg", content_type="image/jpeg"
                )
            else:
                form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        async with self.session.post(self._at(method), data=form) as answer:
            return await _checked(method, answer)

    async def updates(self, **parameters: object) -> list[Wire]:
        """Fetch and confirm what waits."""
        found: list[Wire] = await self.call("getUpdates", offset=self.offset, **parameters)
        for update in found:
            check_update(update)
        if found:
            self.offset = found[-1]["update_id"] + 1
        return found

    async def refusal(self, method: str, **parameters: object) -> str:
        """Call a method that must be refused, and return the words."""
        try:
            result = await self.call(method, **parameters)
        except RefusedError as refused:
            return str(refused)
        raise AssertionError(f"{method} was not refused but answered {result}")

    def _at(self, method: str) -> str:
        return f"{self.url}/bot{self.token}/{method}"


async def _checked(method: str, answer: aiohttp.ClientResponse) -> Any:  # noqa: ANN401  any answer
    body = await answer.json()
    if not body["ok"]:
        assert answer.status == body["error_code"]
        raise RefusedError(answer.status, body)
    check_answer(method, body["result"])
    return body["result"]
