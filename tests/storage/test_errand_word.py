"""Whose word counts: what the database refuses about denied returns, findings and receipts."""

import sqlite3
from dataclasses import replace

import pytest

from bot.custody import (
    RESIDENT,
    DoorReceipt,
    Snapshot,
    Transfer,
    handed_on,
    photographed,
    present,
    staff_holder,
)
from bot.custody_word import led_back, refuted, signed_at_door
from bot.errands import ErrandState
from bot.instants import after
from storage.database import Database, Transaction
from storage.errand import Errand, add_transfer, confirm_transfer, save_errand, transfers_of
from tests.storage.samples import NOW
from tests.storage.test_errand import ASKED, asked

WORKER = staff_holder(77)
RECEIPT = DoorReceipt(after(NOW, 5), "邹奶奶", "receipt", "unique receipt")


async def moved(tx: Transaction, errand: Errand, receiver: str, minute: int) -> Transfer:
    before = present(await transfers_of(tx, errand.id))["id_card"]
    photo = Snapshot(f"photo {minute}", f"unique {minute}")
    following = photographed(handed_on(before, receiver, "", after(NOW, minute)), photo)
    await add_transfer(tx, errand.id, following)
    return following


async def denied_return(tx: Transaction) -> tuple[Errand, Transfer]:
    errand = await asked(tx)
    await moved(tx, errand, WORKER, 1)
    back = replace(await moved(tx, errand, RESIDENT, 2), disputed_at=after(NOW, 3))
    await confirm_transfer(tx, errand.id, back)
    return errand, back


async def test_an_errand_does_not_end_while_a_return_is_denied(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand, _ = await denied_return(tx)
        then = replace(ASKED, state=ErrandState.RETURNED, closed_at=NOW)
        with pytest.raises(sqlite3.IntegrityError, match="a return is denied"):
            await save_errand(tx, errand, then, NOW)

    await database.turn(body)


async def test_only_what_was_found_false_leads_back_without_a_photo(database: Database) -> None:
    async def body(tx: Transaction) -> str:
        errand, back = await denied_return(tx)
        with pytest.raises(sqlite3.IntegrityError, match="a photo of its own"):
            await add_transfer(tx, errand.id, led_back(back, "", NOW))
        found = refuted(back, errand.person_id, after(NOW, 4))
        await confirm_transfer(tx, errand.id, found)
        elsewhere = replace(led_back(found, "", NOW), receiver=staff_holder(78))
        with pytest.raises(sqlite3.IntegrityError, match="a photo of its own"):
            await add_transfer(tx, errand.id, elsewhere)
        await add_transfer(tx, errand.id, led_back(found, "", after(NOW, 4)))
        with pytest.raises(sqlite3.IntegrityError, match="stays"):
            await confirm_transfer(tx, errand.id, replace(found, refuted_by=None))
        return present(await transfers_of(tx, errand.id))["id_card"].receiver

    assert await database.turn(body) == WORKER


async def test_a_signed_receipt_is_kept_once(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        errand = await asked(tx)
        signed = signed_at_door(await moved(tx, errand, WORKER, 1), RECEIPT)
        await confirm_transfer(tx, errand.id, signed)
        assert present(await transfers_of(tx, errand.id))["id_card"] == signed
        other = replace(signed, door=replace(RECEIPT, name="别人"))
        with pytest.raises(sqlite3.IntegrityError, match="stays"):
            await confirm_transfer(tx, errand.id, other)

    await database.turn(body)
