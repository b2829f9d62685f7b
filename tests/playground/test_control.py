"""What the page steers the playground with: state, deeds, clock, faults, events, transcript."""

import asyncio
import json
from io import BytesIO

import aiohttp
import pytest

from playground.phones import Phone
from playground.server import Playground
from playground.wire import Wire
from tests.playground.client import Client


async def _post(client: Client, path: str, given: object) -> tuple[int, Wire]:
    async with client.session.post(f"{client.url}/control/{path}", json=given) as answer:
        body: Wire = await answer.json()
        return answer.status, body


async def _state(client: Client) -> Wire:
    async with client.session.get(f"{client.url}/control/state") as answer:
        body: Wire = await answer.json()
        return body


# Each row: a deed on a phone, its parameters, and what the bot hears.
DEEDS: list[tuple[str, Wire, str]] = [
    ("text", {"text": "a"}, "text"),
    ("photo", {"sample": "lamp", "caption": "b"}, "photo"),
    ("album", {"samples": ["lamp", "dog"]}, "photo"),
    ("location", {"latitude": 1.5, "longitude": 2}, "location"),
    ("contact", {}, "contact"),
    ("sticker", {"emoji": "🏮"}, "sticker"),
    ("poll", {"question": "?", "options": ["1", "2", "3"]}, "poll"),
    ("voice", {"duration": 5}, "voice"),
    ("document", {"file_name": "a.pdf", "size": 10}, "document"),
]


@pytest.mark.parametrize(("deed", "given", "heard"), DEEDS)
async def test_a_deed_reaches_the_bot(
    client: Client, phone: Phone, deed: str, given: Wire, heard: str
) -> None:
    status, sent = await _post(client, f"phones/{phone.user_id}/{deed}", given)
    assert status == 200
    update = (await client.updates())[-1]
    assert update["update_id"] == sent["update_id"]
    assert heard in update["message"]


# Each row: path, body, and the status and error that come back.
REFUSED: list[tuple[str, object, tuple[int, str]]] = [
    ("phones/10001/fly", {}, (409, "no_such_action")),
    ("phones/5/text", {"text": "a"}, (409, "no_such_phone")),
    ("phones/10001/text", {"text": " "}, (409, "empty")),
    ("phones/10001/text", {"txt": "a"}, (400, "bad_request")),
    ("phones/10001/press", {"message_id": 9, "data": "1"}, (409, "no_such_message")),
    ("phones/10001/photo", {"sample": "castle"}, (409, "no_such_sample")),
    ("phones/10001/start", {"payload": "a" * 65}, (409, "payload_too_long")),
    ("phones/10001/reply_button", {"text": "a"}, (409, "no_such_button")),
    ("phones/10001/text", [1], (400, "bad_request")),
    ("phones", {"user": {"first_name": "a", "id": 10001}}, (409, "id_taken")),
    ("clock", {"forward_seconds": -1}, (400, "bad_request")),
    ("faults", {"mode": "typo"}, (400, "bad_request")),
    ("rules", {"privcy": False}, (400, "bad_request")),
]


@pytest.mark.parametrize(("path", "given", "expected"), REFUSED)
async def test_what_cannot_be_done_is_refused_with_a_sentence(
    client: Client, phone: Phone, path: str, given: object, expected: tuple[int, str]
) -> None:
    status, body = await _post(client, path, given)
    assert (status, body["error"]) == expected
    assert body["message"]


async def test_a_file_can_be_uploaded_and_fetched_by_the_bot(client: Client, phone: Phone) -> None:
    path = f"{client.url}/control/phones/{phone.user_id}/document"
    form = aiohttp.FormData({"file_name": "notes.txt"})
    form.add_field("document", BytesIO(b"three lines"), filename="notes.txt")
    async with client.session.post(path, data=form) as answer:
        assert answer.status == 200
    (update,) = await client.updates()
    info = await client.call("getFile", file_id=update["message"]["document"]["file_id"])
    async with client.session.get(
        f"{client.url}/file/bot{client.token}/{info['file_path']}"
    ) as answer:
        assert await answer.read() == b"three lines"


async def test_the_state_holds_what_a_page_shows(client: Client, phone: Phone) -> None:
    await client.call("setMyDescription", description="Hilfe", language_code="de")
    await client.call("setMyDescription", description="帮助", language_code="zh")
    phone.type("<b>&")
    state = await _state(client)
    (shown,) = state["phones"]
    assert shown["bot"]["description"] == "帮助"
    assert shown["bot"]["name"] == "Xiaoxiang"
    assert state["clock"] == {"now": 1_795_500_000.0, "forward": 0.0, "stands": True}
    extras = shown["chat"]["messages"][-1]["playground"]
    assert extras["entities_html"] == "&lt;b&gt;&amp;"
    assert extras["from_bot"] is False


async def test_votes_are_shown_with_who_gave_them(client: Client, phone: Phone) -> None:
    sent = await client.call(
        "sendPoll", chat_id=phone.user_id, question="?", options=["1", "2"], is_anonymous=False
    )
    phone.vote(sent["message_id"], [1])
    (shown,) = (await _state(client))["phones"]
    assert shown["chat"]["messages"][-1]["playground"]["votes"] == [[phone.user_id, 1]]


async def test_events_tell_every_change_in_order_and_without_a_gap(
    playground: Playground, client: Client, phone: Phone
) -> None:
    async with client.session.get(f"{client.url}/control/events") as stream:
        before = (await _state(client))["last_event_id"]
        sent = phone.type("a")
        phone.react(sent.message_id or 0, "👍")
        await client.call("sendChatAction", chat_id=phone.user_id, action="typing")
        await client.call("sendMessage", chat_id=phone.user_id, text="b")
        await client.call("deleteMessage", chat_id=phone.user_id, message_id=sent.message_id)
        await _post(client, "clock", {"forward_seconds": 60})
        phone.block()
        await playground.reset()
        kinds, numbers = [], []
        async with asyncio.timeout(5):
            while "reset" not in kinds:
                line = (await stream.content.readline()).decode().strip()
                if line.startswith("id: "):
                    numbers.append(int(line.removeprefix("id: ")))
                if line.startswith("data: "):
                    kinds.append(json.loads(line.removeprefix("data: "))["kind"])
    assert kinds == [
        *("message", "message", "typing", "message", "typing", "deleted"),
        *("clock", "blocked", "reset"),
    ]
    assert numbers == list(range(before + 1, before + 1 + len(kinds)))


async def test_the_transcript_reads_like_a_conversation(client: Client, phone: Phone) -> None:
    phone.send_photo("lamp", caption="dark")
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "1"}]]}
    await client.call("sendMessage", chat_id=phone.user_id, text="Here?", reply_markup=keyboard)
    async with client.session.get(f"{client.url}/control/transcript?phone=10001") as answer:
        lines = (await answer.text()).splitlines()
    assert [line.partition(" ")[2].partition(" ")[2] for line in lines[1:3]] == [
        "Lan: [photo] dark",
        "bot: Here?",
    ]
    assert lines[3].strip() == "[Yes]"


async def test_a_reset_forgets_people_faults_and_time_but_not_numbers(
    playground: Playground, client: Client, phone: Phone
) -> None:
    number = phone.type("a").update_id or 0
    await _post(client, "clock", {"forward_seconds": 60})
    await _post(client, "faults", {"mode": "slow"})
    await _post(client, "reset", {})
    state = await _state(client)
    assert (state["phones"], state["faults"]["mode"]) == ([], "none")
    assert state["clock"]["forward"] == 0
    assert playground.add_phone("Lan").start().update_id == number + 1


async def test_the_page_may_reach_only_this_computer(client: Client) -> None:
    async with client.session.get(f"{client.url}/") as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-cache"
    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy
