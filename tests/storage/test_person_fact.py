"""What is remembered of a person: only with consent, and nothing after it is taken back."""

import sqlite3

import pytest

from storage.database import Database, Transaction
from storage.person_fact import consent_of, facts_of, keep_consent, keep_facts
from tests.storage.samples import NOW, a_person


async def test_nothing_is_kept_before_anybody_has_agreed(database: Database) -> None:
    async def body(tx: Transaction) -> object:
        person = (await a_person(tx)).id
        await keep_facts(tx, person, {"married": True}, NOW)
        return await consent_of(tx, person), await facts_of(tx, person)

    assert await database.turn(body) == (None, {})


async def test_the_latest_answer_is_kept_with_consent(database: Database) -> None:
    async def body(tx: Transaction) -> object:
        person = (await a_person(tx)).id
        await keep_consent(tx, person, NOW, agreed=True)
        await keep_facts(tx, person, {"married": True, "disabled": False}, NOW)
        await keep_facts(tx, person, {"married": False}, NOW)
        return await facts_of(tx, person)

    assert await database.turn(body) == {"married": False, "disabled": False}


async def test_taking_the_consent_back_deletes_everything(database: Database) -> None:
    async def body(tx: Transaction) -> object:
        person = (await a_person(tx)).id
        await keep_consent(tx, person, NOW, agreed=True)
        await keep_facts(tx, person, {"married": True}, NOW)
        await keep_consent(tx, person, NOW, agreed=False)
        await keep_facts(tx, person, {"married": True}, NOW)
        return await consent_of(tx, person), await facts_of(tx, person)

    assert await database.turn(body) == (False, {})


async def test_the_database_refuses_a_fact_without_a_decision(database: Database) -> None:
    async def body(tx: Transaction) -> None:
        person = (await a_person(tx)).id
        tx._connection.execute("INSERT INTO person_fact VALUES (?, 'married', 1, 0)", (person,))  # noqa: SLF001

    with pytest.raises(sqlite3.IntegrityError):
        await database.turn(body)
