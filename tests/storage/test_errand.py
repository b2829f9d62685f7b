"""Errands on a real database: the chain of hands has no gap, whatever a program tries."""

import sqlite3
from dataclasses import replace

import pytest

from bot.custody import (
    OFFICE,
    RESIDENT,
    Snapshot,
    Transfer,
    handed_on,
    photographed,
    present,
    settled,
    signed,
    staff_holder,
)
from bot.errand_proof import Proof
from bot.errands import ErrandState
from bot.instants import DAY, Instant, after
from storage.database import Database, Transaction
from storage.errand import (
    Authorisation,
    Errand,
    ErrandNow,
    Home,
    NewErrand,
    add_errand,
    add_transfer,
    confirm_transfer,
    errand_by_id,
    errands_of_person,
    open_errands,
    save_errand,
    see_proof,
    transfers_of,
)
from storage.person import person_by_id
from storage.talk import Talk, forget_answers, set_talk_state, talk_by_id
from storage.tidying import Batch, Periods, forget_errands, forget_talks
from tests.storage.samples import NOW, a_person, a_talk

WORKER = staff_holder(77)
HOME = Home("jiangwan_3", "2", "501", "", "JW04", "any")
AGREED = Authorisation("授权书（第2版）…", 1, after(NOW, 30 * DAY))
ASKED = ErrandNow(ErrandState.ASKED, "worker_4", "worker")
PAPERS = ("id_card", "hukou")


async def asked(tx: Transaction, account: int = 1, rank: int = 9, promised: int = 5) -> Errand:
    person = await a_person(tx, account)
    talk = await a_talk(tx, person)
    new = NewErrand(
        f"JW-261124-{account:04}",
        "jiangwan",
        talk.id,
        person.id,
        "senior_card",
        "",
        "",
        "罗奶奶",
        "old",
        rank,
        HOME,
        AGREED,
        "worker_4",
        "worker",
        after(NOW, promised * DAY),
    )
    errand = await add_errand(tx, new, PAPERS, NOW)
    assert errand
    return errand


async def a_talk_of(tx: Transaction, errand: Errand) -> Talk:
    talk = await talk_by_id(tx, errand.new.talk_id)
    assert talk
    return talk


async def taken(tx: Transaction, errand: Errand, paper: str = "id_card") -> Transfer:
    first = present(await transfers_of(tx, errand.id))[paper]
    shot = Snapshot(f"photo of {paper}", f"unique {paper}")
    following = photographed(handed_on(first, WORKER, "邹春兰", NOW), shot)
    transfer = signed(following, WORKER, NOW)
    await add_transfer(tx, errand.id, transfer)
    return transfer


async def test_an_errand_and_its_papers_are_found_again(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand = await asked(tx)
        assert errand.now == ASKED
        assert (errand.new.home, errand.new.authorisation) == (HOME, AGREED)
        assert await errand_by_id(tx, errand.id) == errand
        assert await errands_of_person(tx, errand.person_id, NOW) == (errand,)
        transfer = await taken(tx, errand)
        chain = await transfers_of(tx, errand.id)
        assert [each.paper for each in chain] == ["id_card", "hukou", "id_card"]
        assert present(chain)["id_card"] == transfer

    await database.turn(body)


async def test_who_comes_first_by_rank_then_by_the_promise(database: Database) -> None:
    async def body(tx: Transaction) -> list[int]:
        for account, (rank, promised) in enumerate(((9, 1), (1, 5), (3, 2), (1, 3)), start=1):
            await asked(tx, account, rank, promised)
        return [each.new.rank * 10 + each.id for each in await open_errands(tx, "jiangwan", 9)]

    assert await database.turn(body) == [14, 12, 33, 91]


async def test_a_second_open_one_for_the_same_is_none(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand = await asked(tx)
        person = await person_by_id(tx, errand.person_id)
        assert person
        await set_talk_state(tx, await a_talk_of(tx, errand), "done", NOW)
        talk = await a_talk(tx, person)
        again = replace(errand.new, number="JW-261124-0009", talk_id=talk.id)
        assert await add_errand(tx, again, PAPERS, NOW) is None

    await database.turn(body)


async def test_a_move_counts_from_how_it_was_read(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand = await asked(tx)
        then = replace(ASKED, state=ErrandState.ACCEPTED)
        assert await save_errand(tx, errand, then, NOW)
        assert not await save_errand(tx, errand, then, NOW)

    await database.turn(body)


INSERT = (
    "INSERT INTO custody (errand_id, paper, step, giver, receiver, name, at, photo, photo_unique)"
    " VALUES "
)
BROKEN = {
    "a paper out of nothing": "(1, 'id_card', 2, 'staff:77', 'office', '', 0, 'p', 'u')",
    "given by who has not got it": "(1, 'id_card', 1, 'staff:8', 'office', '', 0, 'p', 'u')",
    "a second holder": "(1, 'hukou', 1, 'resident', 'staff:8', '', 0, 'p', 'u')",
    "a second beginning": "(1, 'id_card', 0, '', 'resident', '', 0, '', '')",
    "a beginning with somebody else": "(1, 'birth_cert', 0, '', 'staff:77', '', 0, '', '')",
    "no photo": "(1, 'id_card', 1, 'resident', 'staff:77', '', 0, '', 'u')",
    "a photo that is no photo": "(1, 'id_card', 1, 'resident', 'staff:77', '', 0, 'p', '')",
    "a photo of another paper": (
        "(1, 'id_card', 1, 'resident', 'staff:77', '', 0, 'p', 'unique hukou')"
    ),
    "a photo of an earlier move": (
        "(1, 'hukou', 2, 'staff:77', 'office', '', 0, 'p', 'unique hukou')"
    ),
    "to oneself": "(1, 'id_card', 1, 'resident', 'resident', '', 0, 'p', 'u')",
    "a paper of no errand": "(9, 'id_card', 0, '', 'resident', '', 0, '', '')",
    "a step before the first": "(1, 'birth_cert', -1, '', 'resident', '', 0, '', '')",
}
CHANGED = {
    "another receiver": "UPDATE custody SET receiver = 'staff:8' WHERE step = 1",
    "another time": "UPDATE custody SET at = 5 WHERE paper = 'hukou' AND step = 1",
    "the photo's other id": "UPDATE custody SET photo_unique = 'q' WHERE step = 1",
    "another photo": "UPDATE custody SET photo = 'q' WHERE paper = 'hukou' AND step = 1",
    "confirmed twice": "UPDATE custody SET received_at = 5 WHERE paper = 'hukou' AND step = 1",
    "a confirmation taken back": "UPDATE custody SET received_at = NULL WHERE paper = 'hukou'",
    "a link taken out": "DELETE FROM custody WHERE paper = 'hukou' AND step = 1",
    "ended with a paper in hand": (
        "UPDATE errand SET state = 'returned', closed_at = 5, before_problem = '' WHERE id = 1"
    ),
    "ended without an end": "UPDATE errand SET state = 'returned' WHERE id = 1",
    "a problem out of nothing": "UPDATE errand SET state = 'problem' WHERE id = 1",
    "handed in without authorisation": (
        "UPDATE errand SET state = 'handed_in', recalled_at = 5 WHERE id = 1"
    ),
    "a proof that nobody has seen": "UPDATE errand SET proof = 'signed' WHERE id = 1",
    "seen without a proof": "UPDATE errand SET proof_seen_at = 5 WHERE id = 1",
    "an authorisation without words": "UPDATE errand SET authorisation = '' WHERE id = 1",
}


@pytest.mark.parametrize("name", [*BROKEN, *CHANGED])
async def test_the_database_refuses_what_cannot_be(database: Database, name: str) -> None:
    """The household booklet is with the worker, the identity card at home."""
    statement = CHANGED.get(name) or INSERT + BROKEN[name]

    async def body(tx: Transaction) -> None:
        errand = await asked(tx)
        await taken(tx, errand, "hukou")

    await database.turn(body)
    connection = sqlite3.connect(database.path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()


async def test_for_somebody_else_nothing_is_taken_before_the_proof_was_seen(
    database: Database,
) -> None:
    async def body(tx: Transaction) -> None:
        own = await asked(tx)
        new = replace(own.new, number="JW-261124-0009", talk_id=99, for_whom="罗爷爷")
        errand = await add_errand(tx, replace(new, basis="signed"), PAPERS, NOW)
        assert errand and errand.is_unproven  # noqa: PT018 - one thing was stored
        with pytest.raises(sqlite3.IntegrityError, match="nobody has seen the proof"):
            await taken(tx, errand)
        seen = Proof("signed", own.person_id, "邹春兰", after(NOW, 1))
        await see_proof(tx, errand.id, seen)
        await see_proof(tx, errand.id, replace(seen, kind="in_person"))
        found = await errand_by_id(tx, errand.id)
        assert found and found.proof == seen  # noqa: PT018
        await taken(tx, errand)

    await database.turn(body)


async def test_a_transfer_is_confirmed_by_the_other_side_once(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand = await asked(tx)
        transfer = await taken(tx, errand)
        await confirm_transfer(tx, errand.id, signed(transfer, RESIDENT, after(NOW, 1)))
        latest = present(await transfers_of(tx, errand.id))["id_card"]
        assert (latest.received_at, latest.given_at) == (NOW, after(NOW, 1))
        later = replace(latest, given_at=after(NOW, 2))
        with pytest.raises(sqlite3.IntegrityError):
            await confirm_transfer(tx, errand.id, later)

    await database.turn(body)


async def test_a_disputed_paper_is_not_handed_in_before_it_is_settled(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand = await asked(tx)
        disputed = replace(await taken(tx, errand), disputed_at=after(NOW, 1))
        await confirm_transfer(tx, errand.id, disputed)
        following = handed_on(disputed, OFFICE, "", after(NOW, 2))
        to_office = photographed(following, Snapshot("receipt", "unique receipt"))
        with pytest.raises(sqlite3.IntegrityError):
            await add_transfer(tx, errand.id, to_office)
        with pytest.raises(sqlite3.IntegrityError):
            await confirm_transfer(tx, errand.id, replace(disputed, disputed_at=None))
        await confirm_transfer(tx, errand.id, settled(disputed, after(NOW, 3)))
        await add_transfer(tx, errand.id, to_office)
        assert present(await transfers_of(tx, errand.id))["id_card"].receiver == OFFICE

    await database.turn(body)


async def test_one_receipt_is_good_for_all_that_was_handed_in_with_it(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand = await asked(tx)
        receipt = Snapshot("receipt", "unique receipt")
        for paper in PAPERS:
            to_office = handed_on(await taken(tx, errand, paper), OFFICE, "", after(NOW, 2))
            await add_transfer(tx, errand.id, photographed(to_office, receipt))
        latest = present(await transfers_of(tx, errand.id))["hukou"]
        later = handed_on(latest, WORKER, "邹春兰", after(NOW, 3))
        with pytest.raises(sqlite3.IntegrityError):
            await add_transfer(tx, errand.id, photographed(later, receipt))

    await database.turn(body)


async def test_the_emptied_conversation_goes_before_its_errand(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand = await asked(tx)
        talk = await a_talk_of(tx, errand)
        await set_talk_state(tx, talk, "done", NOW)
        await forget_answers(tx, talk)
        now = after(NOW, 4 * DAY)
        await forget_talks(tx, Batch(now, Periods(), 0, 100))
        assert await talk_by_id(tx, talk.id) is None
        assert await errand_by_id(tx, errand.id) == errand

    await database.turn(body)


async def test_what_ended_is_removed_after_ninety_days_with_its_chain(
    database: Database,
) -> None:
    async def body(tx: Transaction) -> list[tuple[bool, int]]:
        going_on, over = await asked(tx, 1), await asked(tx, 2)
        await taken(tx, going_on)
        then = replace(ASKED, state=ErrandState.CANCELLED, closed_at=NOW)
        assert await save_errand(tx, over, then, NOW)
        found = []
        for days in (89, 91):
            now = Instant(after(NOW, days * DAY))
            await forget_errands(tx, Batch(now, Periods(), 0, 100))
            is_there = await errand_by_id(tx, over.id) is not None
            found.append((is_there, len(await transfers_of(tx, over.id))))
        assert len(await transfers_of(tx, going_on.id)) == len(PAPERS) + 1
        return found

    assert await database.turn(body) == [(True, 2), (False, 0)]
