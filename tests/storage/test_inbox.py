"""Updates: kept once, worked on in order, one a lane, and never lost by a death."""

from bot.instants import SECOND, Instant, after
from storage.database import Database, Transaction
from storage.inbox import (
    Claim,
    Wanted,
    claim_updates,
    finish_update,
    is_mine,
    next_retry,
    retry_update,
    store_updates,
    take_back_updates,
)
from tests.storage.samples import NOW, an_update

ALL = Wanted(32)


async def _store(database: Database, *lanes: str) -> None:
    updates = [an_update(number, lane) for number, lane in enumerate(lanes, start=1)]
    await database.turn(lambda tx: store_updates(tx, 1, updates, NOW))


async def _claim(database: Database, epoch: int = 1, now: Instant = NOW) -> list[Claim]:
    return [*await database.turn(lambda tx: claim_updates(tx, ALL, epoch, now))]


async def test_the_same_update_is_kept_once(database: Database) -> None:
    again = [an_update(7), an_update(7), an_update(8)]
    assert await database.turn(lambda tx: store_updates(tx, 1, again, NOW)) == 2
    assert await database.turn(lambda tx: store_updates(tx, 1, again, NOW)) == 0


async def test_another_bots_update_with_the_same_number_is_another_one(database: Database) -> None:
    assert await database.turn(lambda tx: store_updates(tx, 1, [an_update(7)], NOW)) == 1
    assert await database.turn(lambda tx: store_updates(tx, 2, [an_update(7)], NOW)) == 1


async def test_a_lower_number_after_a_quiet_week_is_accepted(database: Database) -> None:
    assert await database.turn(lambda tx: store_updates(tx, 1, [an_update(900)], NOW)) == 1
    assert await database.turn(lambda tx: store_updates(tx, 1, [an_update(3)], NOW)) == 1


async def test_each_lane_gives_its_oldest_and_no_second_one(database: Database) -> None:
    await _store(database, "c:1", "c:1", "c:2", "c:1", "c:3")
    claims = await _claim(database)
    assert [(each.lane, each.id) for each in claims] == [("c:1", 1), ("c:2", 3), ("c:3", 5)]
    assert await _claim(database) == []


async def test_a_round_goes_on_behind_the_lane_where_the_last_one_ended(
    database: Database,
) -> None:
    await _store(database, "c:1", "c:2", "c:3")
    wanted = Wanted(2, "c:1")
    claims = await database.turn(lambda tx: claim_updates(tx, wanted, 1, NOW))
    assert [each.lane for each in claims] == ["c:2", "c:3"]
    wanted = Wanted(2, "c:3")
    claims = await database.turn(lambda tx: claim_updates(tx, wanted, 1, NOW))
    assert [each.lane for each in claims] == ["c:1"]


async def test_lanes_that_must_wait_do_not_hide_the_others(database: Database) -> None:
    await _store(database, *(f"c:{number:02}" for number in range(40)))
    first = await database.turn(lambda tx: claim_updates(tx, Wanted(35), 1, NOW))

    async def put_off(tx: Transaction) -> None:
        for claim in first:
            await retry_update(tx, claim, after(NOW, 60 * SECOND), "error")

    await database.turn(put_off)
    claims = await database.turn(lambda tx: claim_updates(tx, Wanted(8), 1, NOW))
    assert [each.lane for each in claims] == [f"c:{number:02}" for number in range(35, 40)]


async def test_a_failed_update_keeps_its_place_and_waits_its_time(database: Database) -> None:
    await _store(database, "c:1", "c:1")
    [claim] = await _claim(database)
    later = after(NOW, 5 * SECOND)
    await database.turn(lambda tx: retry_update(tx, claim, later, "ValueError"))
    assert await _claim(database) == []
    assert await database.turn(next_retry) == later
    [again] = await _claim(database, now=later)
    assert (again.id, again.attempts, again.error) == (claim.id, 2, "ValueError")


async def test_what_a_dead_program_was_doing_is_taken_back_with_its_attempts(
    database: Database,
) -> None:
    await _store(database, "c:1")
    [claim] = await _claim(database, epoch=1)
    assert await database.turn(lambda tx: take_back_updates(tx, 1)) == 0
    assert await database.turn(lambda tx: take_back_updates(tx, 2)) == 1
    [again] = await _claim(database, epoch=2)
    assert (again.id, again.attempts) == (claim.id, 2)


async def test_a_program_that_slept_has_lost_its_claim(database: Database) -> None:
    await _store(database, "c:1")
    [claim] = await _claim(database, epoch=1)
    assert await database.turn(lambda tx: is_mine(tx, claim, 1))
    await database.turn(lambda tx: take_back_updates(tx, 2))
    assert not await database.turn(lambda tx: is_mine(tx, claim, 1))
    [again] = await _claim(database, epoch=2)
    assert not await database.turn(lambda tx: is_mine(tx, claim, 1))
    assert await database.turn(lambda tx: is_mine(tx, again, 2))


async def test_a_slow_attempt_has_no_say_once_a_newer_one_is_at_work(database: Database) -> None:
    await _store(database, "c:1")
    (slow,) = await _claim(database)
    await database.turn(lambda tx: take_back_updates(tx, 2))
    (newer,) = await _claim(database, epoch=2)
    await database.turn(lambda tx: retry_update(tx, slow, NOW, "ValueError"))
    assert await database.turn(lambda tx: is_mine(tx, newer, 2))
    await database.turn(lambda tx: finish_update(tx, slow, "dead", NOW, "ValueError"))
    assert await database.turn(lambda tx: is_mine(tx, newer, 2))
    await database.turn(lambda tx: finish_update(tx, newer, "done", NOW))
    assert not await database.turn(lambda tx: is_mine(tx, newer, 2))


async def test_what_is_finished_makes_room_for_the_next_of_its_lane(database: Database) -> None:
    await _store(database, "c:1", "c:1")
    [claim] = await _claim(database)
    await database.turn(lambda tx: finish_update(tx, claim, "dead", NOW, "poison"))
    [following] = await _claim(database)
    assert following.id == 2
