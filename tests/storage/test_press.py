"""Buttons: nothing can be forged, and a repeated press is answered as the first one was."""

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.actions import (
    Action,
    Answer,
    Arrive,
    Begin,
    Change,
    ChangeCheck,
    CheckDeed,
    FollowTopic,
    JudgePhoto,
    MoveCase,
    MoveErrand,
    MoveMatter,
    MoveRequest,
    OpenToWindow,
    ServeDeed,
    ServeWindow,
    Show,
    Steer,
    Steering,
    TakeBackNotice,
    Turn,
    WindowDeed,
)
from bot.telling import Button, Say
from storage.action_codec import KINDS, decode, encode
from storage.database import Database, InlineDatabase, Transaction
from storage.migrations import migrate
from storage.opening import open_for_writing
from storage.press import PressResult, keep_result, prompt_of, result_of
from tests.storage.samples import CHAT, NOW, a_person, say

ACTIONS: list[Action] = [
    Answer(7, 3, "category", "drain"),
    Steer(7, 3, Steering.BACK),
    Change(7, 3, "place"),
    Turn(7, 3, 2),
    Begin("report", ""),
    MoveCase(12, 4, "accept"),
    Show("case", "12"),
    ChangeCheck(3, CheckDeed.FOUND, "hukou"),
    ServeWindow("W3", 7, ServeDeed.NEXT),
    Arrive(7),
    MoveRequest(4, 2, "accept"),
    FollowTopic("jobs", follows=True),
    TakeBackNotice(9),
    MoveErrand(7, 3, "accept"),
    JudgePhoto(3, "again", "cut_off"),
    OpenToWindow(3, WindowDeed.SHOW, "ticket:4"),
    MoveMatter(7, 2, "accept"),
]
KEYBOARD = tuple((Button("x.y", action),) for action in ACTIONS)


async def _data(tx: Transaction) -> list[str]:
    """Say something with every kind of button and return what the phone would send back."""
    await a_person(tx)
    await say(tx, Say("a", CHAT, "common.help", {}, keyboard=KEYBOARD, subject="talk:7"))
    content = tx._connection.execute("SELECT content FROM outbox").fetchone()[0]  # noqa: SLF001
    return [button["data"] for row in orjson.loads(content)["buttons"] for button in row]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: type(action).__name__)
def test_an_action_is_read_back_as_it_was_written(action: Action) -> None:
    assert decode(orjson.loads(orjson.dumps(encode(action)))) == action


def test_every_kind_of_action_is_in_the_samples() -> None:
    assert {type(action) for action in ACTIONS} == set(KINDS.values())


async def test_each_button_means_its_own_action_for_its_own_person(database: Database) -> None:
    async def body(tx: Transaction) -> list[Action]:
        prompts = [await prompt_of(tx, data) for data in await _data(tx)]
        found = [prompt for prompt in prompts if prompt]
        assert {(each.chat_id, each.subject) for each in found} == {(CHAT, "talk:7")}
        return [each.action for each in found]

    assert await database.turn(body) == ACTIONS


async def test_callback_data_fits_and_tells_nothing(database: Database) -> None:
    data = await database.turn(_data)
    assert all(len(each.encode()) <= 64 for each in data)
    assert len({each.rpartition(".")[0] for each in data}) == 1
    assert "drain" not in "".join(data)


async def test_only_the_hash_of_a_token_is_kept(database: Database) -> None:
    async def body(tx: Transaction) -> bool:
        token = (await _data(tx))[0].rpartition(".")[0]
        rows = tx._connection.execute("SELECT * FROM prompt").fetchall()  # noqa: SLF001
        return any(token in str(tuple(row)) for row in rows)

    assert not await database.turn(body)


async def test_a_repeated_press_gets_the_first_answer(database: Database) -> None:
    async def body(tx: Transaction) -> list[PressResult | None]:
        prompt = await prompt_of(tx, (await _data(tx))[5])
        assert prompt is not None
        before = await result_of(tx, prompt)
        await keep_result(tx, prompt, PressResult("case.done.accept", "{}"), NOW)
        await keep_result(tx, prompt, PressResult("case.moved_meanwhile", "{}"), NOW)
        return [before, await result_of(tx, prompt)]

    assert await database.turn(body) == [None, PressResult("case.done.accept", "{}")]


FORGED = st.one_of(
    st.text(max_size=64),
    st.binary(max_size=64).map(lambda raw: raw.decode("utf-8", errors="surrogateescape")),
    st.from_regex(r"[A-Za-z0-9_-]{16}\.[0-9]{1,4}", fullmatch=True),
    st.sampled_from([".", ".0", "x.", "x.-1", "x.٣", "x.²", "x.0000", "x.99999999999999999999"]),
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(forged=FORGED, tail=st.integers(min_value=len(ACTIONS), max_value=10**6))
async def test_forged_data_means_nothing(forged: str, tail: int) -> None:
    connection = open_for_writing(":memory:")
    migrate(connection)

    async def body(tx: Transaction) -> None:
        token = (await _data(tx))[0].rpartition(".")[0]
        assert await prompt_of(tx, forged) is None
        assert await prompt_of(tx, f"{token}.{tail}") is None
        assert await prompt_of(tx, f"{token}{forged}.0") is None or not forged

    await InlineDatabase(connection).turn(body)
    connection.close()
