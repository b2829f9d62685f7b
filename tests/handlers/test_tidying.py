"""At night what is over is removed, once, and nobody notices."""

from handlers.tidying import TIDIED, Tidying
from storage.tidying import Periods
from tests.handlers.stories import GARBAGE
from tests.handlers.street import Street
from tests.handlers.transcripts import Stage

HOUR = 60
MONTH = 31 * 24 * HOUR


async def test_there_is_one_round_a_night_or_as_soon_as_the_program_runs(street: Street) -> None:
    await street.until(lambda: _tidied_on(street) == "2026-11-24")
    tidying = _tidying(street)
    assert not await tidying.run_once()
    await street.pass_time(16 * HOUR + 58)
    assert not await tidying.run_once()
    await street.pass_time(3)
    assert await tidying.run_once()
    assert not await tidying.run_once()
    await street.pass_time(MONTH)
    assert await tidying.run_once()


async def test_an_old_card_still_changes_in_place_when_its_message_is_forgotten(
    stage: Stage,
) -> None:
    await stage.play(GARBAGE)
    await stage.street.pass_time(MONTH)
    before = len(stage.street.said_to("邹春兰"))
    await _tidying(stage.street).run_once()
    assert stage.street.value("SELECT count(*) FROM outbox") == 0
    assert stage.street.value("SELECT count(*) FROM inbox") == 0
    await stage.play("""
    邹春兰: [受理]
      → toast: 已受理
      → 已受理 … «number»
    """)
    assert len(stage.street.said_to("邹春兰")) == before


def _tidying(street: Street) -> Tidying:
    assert street.bot
    return Tidying(street.bot.database, street.bot.clock, "Asia/Shanghai", Periods())


def _tidied_on(street: Street) -> object:
    return street.value("SELECT value FROM meta WHERE name = ?", TIDIED)
