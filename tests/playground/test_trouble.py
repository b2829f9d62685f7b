"""Rates and faults: 429 with its pause, refusals, slowness, cut connections, lost answers."""

import aiohttp
import pytest

from playground.faults import Fault
from playground.phones import Phone
from playground.server import Playground
from playground.wire import Wire
from tests.playground.client import Client, RefusedError

ORDER: Wire = {"mode": "server_error"}


async def _statuses(client: Client, chat_id: int, count: int) -> list[int]:
    found = []
    for number in range(count):
        try:
            await client.call("sendMessage", chat_id=chat_id, text=str(number))
            found.append(200)
        except RefusedError as refused:
            found.append(refused.status)
    return found


async def test_one_person_gets_a_burst_of_three_then_one_a_second(
    playground: Playground, client: Client, phone: Phone
) -> None:
    playground.world.rules.rates = True
    assert await _statuses(client, phone.user_id, 4) == [200, 200, 200, 429]
    playground.clock.move_forward(3)
    assert await _statuses(client, phone.user_id, 1) == [200]


async def test_a_group_gets_twenty_a_minute(
    playground: Playground, client: Client, phone: Phone
) -> None:
    playground.world.rules.rates = True
    group = playground.add_group("三组", [phone.user_id])
    assert await _statuses(client, group.id, 21) == [200] * 20 + [429]


async def test_all_together_get_thirty_a_second(playground: Playground, client: Client) -> None:
    playground.world.rules.rates = True
    people = [playground.add_phone(str(number)) for number in range(31)]
    for person in people:
        person.start()
    found = [(await _statuses(client, person.user_id, 1))[0] for person in people]
    assert found == [200] * 30 + [429]


async def test_429_tells_the_pause_twice(
    playground: Playground, client: Client, phone: Phone
) -> None:
    playground.add_fault(Fault("too_many_requests", count=1, retry_after=7))
    path = f"{playground.url}/bot{playground.token}/sendMessage"
    async with client.session.post(path, json={"chat_id": phone.user_id, "text": "a"}) as answer:
        body = await answer.json()
    assert answer.headers["Retry-After"] == "7"
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }


# Each row: the fault, the method asked, and whether it is hit.
AIM = [
    (Fault("server_error"), "getMe", True),
    (Fault("server_error", methods=frozenset({"sendmessage"})), "getMe", False),
    (Fault("too_many_requests"), "getUpdates", False),
    (Fault("too_many_requests", methods=frozenset({"getupdates"})), "getUpdates", True),
    (Fault("error", code=403, description="Forbidden: x", chat_id=1), "getMe", False),
    (Fault("none"), "getMe", False),
]


@pytest.mark.parametrize(("fault", "method", "is_hit"), AIM)
async def test_a_fault_hits_what_it_is_aimed_at(
    playground: Playground, client: Client, fault: Fault, method: str, *, is_hit: bool
) -> None:
    playground.add_fault(fault)
    if is_hit:
        with pytest.raises(RefusedError):
            await client.call(method)
    else:
        await client.call(method)


async def test_a_fault_wears_off_after_its_number_of_calls(
    playground: Playground, client: Client, phone: Phone
) -> None:
    playground.add_fault(Fault("server_error", count=2))
    assert await _statuses(client, phone.user_id, 4) == [502, 502, 200, 200]


async def test_a_cut_connection_does_nothing_and_a_lost_answer_did_it(
    playground: Playground, client: Client, phone: Phone
) -> None:
    faults = [Fault("cut_connection", count=1), Fault("cut_connection", count=1, after=True)]
    texts = []
    for fault in faults:
        playground.add_fault(fault)
        with pytest.raises(aiohttp.ClientError):
            await client.call("sendMessage", chat_id=phone.user_id, text="a")
        texts.append(phone.messages()[-1].text)
    assert texts == ["/start", "a"]


async def test_slowness_only_delays(playground: Playground, client: Client, phone: Phone) -> None:
    playground.add_fault(Fault("slow", count=1, delay_seconds=0.05))
    assert await _statuses(client, phone.user_id, 1) == [200]
    assert not playground.world.faults.active


async def test_an_unknown_fault_is_refused(playground: Playground) -> None:
    with pytest.raises(ValueError, match="unknown fault mode 'typo'"):
        playground.add_fault(Fault("typo"))
