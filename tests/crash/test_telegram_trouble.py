"""Telegram cannot be reached when the bot starts, or does not know its token."""

import pytest

from playground.server import Playground
from tests.crash.alley import Alley

pytestmark = [pytest.mark.crash, pytest.mark.timeout(240)]

WRONG = "110201543:AAH-this-is-not-the-token-you-look-for"


async def test_the_bot_waits_for_telegram_and_works_when_it_is_back(alley: Alley) -> None:
    port = int(alley.playground.url.rpartition(":")[2])
    await alley.playground.stop()
    process = await alley.start()
    await alley.until_said("telegram_not_reached")
    assert not process.ended.done()
    async with Playground(port=port) as back:
        phone = back.add_phone("Lan", language_code="en")
        phone.type("Jiangwan Estate building 3: blocked drain")
        await back.until(lambda: len(phone.messages()) > 1, 30)
        assert not process.ended.done()
        await alley.stop()


@pytest.mark.parametrize("token", [WRONG, "nonsense", "1:"])
async def test_a_wrong_token_is_said_in_a_sentence_and_not_repeated(
    alley: Alley, token: str
) -> None:
    process = await alley.start(XIAOXIANG_TOKEN=token)
    assert await process.end(30) == 1
    said = alley.said()
    assert "Telegram does not know this bot token (XIAOXIANG_TOKEN)." in said
    assert "Traceback" not in said
    assert token not in said
    assert WRONG.partition(":")[2] not in said


async def test_a_missing_token_is_asked_for(alley: Alley) -> None:
    process = await alley.start(XIAOXIANG_TOKEN="")
    assert await process.end(30) == 1
    assert "XIAOXIANG_TOKEN" in alley.said()
    assert "Traceback" not in alley.said()
