"""An update that kills the program thrice goes to a person; those beside it are not blamed."""

import sqlite3

import pytest

from playground.phones import Phone
from tests.crash.alley import Alley
from tests.crash.frames import frames

pytestmark = [pytest.mark.crash, pytest.mark.timeout(240)]

DEATHS = 3
NEIGHBOURS = 6


def _states(alley: Alley) -> list[tuple[str, int]]:
    uri = f"{alley.database.as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True)
    try:
        return connection.execute("SELECT state, attempts FROM inbox ORDER BY id").fetchall()
    finally:
        connection.close()


async def test_three_deaths_over_one_update_cost_its_neighbours_nothing(alley: Alley) -> None:
    playground = alley.playground
    phones = [playground.add_phone(f"P{number}") for number in range(NEIGHBOURS)]
    for phone in phones:
        phone.type("江湾小区3栋2单元楼下下水道又堵了")
    for _ in range(DEATHS):
        dying = await alley.start("mid_turn:1")
        assert await dying.end(30) == -9
    await alley.start_and_listen()
    await playground.until(lambda: all(map(_is_answered, phones)), 30)
    states = _states(alley)
    assert [state for state, _ in states] == ["dead"] + ["done"] * (NEIGHBOURS - 1)
    assert {attempts for _, attempts in states[1:]} <= {1, 2}
    assert next(frames(phones[1]), None) is not None


def _is_answered(phone: Phone) -> bool:
    return len(phone.messages()) > 1
