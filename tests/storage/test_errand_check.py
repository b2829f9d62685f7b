"""What an errand keeps of a check: what the person lets be seen, and as long as it is there."""

from bot.errands import ErrandState
from bot.instants import DAY, after
from bot.verdict import Held
from storage.database import Database, Transaction
from storage.errand import Errand, ErrandNow, save_errand
from storage.errand_check import (
    ErrandCheck,
    check_of_errand,
    errands_with_check,
    keep_errand_check,
)
from storage.paper_photo import decide_about_list
from storage.pre_check import NewCheck, add_check
from storage.tidying import Batch, Periods, forget_errands
from tests.storage.samples import NOW
from tests.storage.test_errand import asked


async def with_check(tx: Transaction) -> tuple[Errand, ErrandCheck]:
    errand = await asked(tx)
    new = NewCheck(
        errand.new.talk_id, errand.person_id, "jiangwan", "senior_card", {}, {"id_card": Held.HAVE}
    )
    check = await add_check(tx, new, NOW)
    kept = ErrandCheck(errand.id, check.id, ("id_card", "photo_1in"), shows_photos=True)
    await keep_errand_check(tx, kept)
    return errand, kept


async def test_what_the_check_found_is_found_again(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand, kept = await with_check(tx)
        assert await check_of_errand(tx, errand.id) == kept
        assert kept.check
        assert await errands_with_check(tx, kept.check) == (errand.id,)

    await database.turn(body)


async def test_a_decision_counts_at_once_in_both_directions(database: Database) -> None:
    async def body(tx: Transaction) -> list[bool]:
        errand, kept = await with_check(tx)
        assert kept.check
        seen = []
        for agreed in (False, True):
            await decide_about_list(tx, kept.check, NOW, agreed=agreed)
            seen.append(await check_of_errand(tx, errand.id) == kept)
        return seen

    assert await database.turn(body) == [False, True]


async def test_the_papers_outlive_the_check_but_not_the_errand(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand, kept = await with_check(tx)
        later = after(NOW, 91 * DAY)
        await tx.run("forget_old_pre_checks", before=later, at_most=9)
        found = await check_of_errand(tx, errand.id)
        assert found == ErrandCheck(errand.id, None, kept.papers, shows_photos=True)
        over = ErrandNow(ErrandState.CANCELLED, "", "clerk", closed_at=NOW)
        assert await save_errand(tx, errand, over, NOW)
        await forget_errands(tx, Batch(later, Periods(), 0, 100))
        assert await check_of_errand(tx, errand.id) is None

    await database.turn(body)
