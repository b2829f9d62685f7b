"""Messages: each effect once, newest state only, and an attempt that is over marks nothing."""

import sqlite3
from dataclasses import replace

from bot.actions import Begin
from bot.instants import SECOND, Instant, after
from bot.telling import AnswerPress, Button, Haste
from storage.database import Database, Transaction
from storage.outbox import hand_over_subject, tell
from storage.person import mark_person
from storage.sending import (
    Kept,
    Mark,
    Subject,
    Waiting,
    claim_message,
    held_chats,
    hold_chat,
    mark_message,
    may_receive,
    move_chat,
    next_message_at,
    park_messages,
    receiver_of,
    set_shown_message,
    shown_message,
    take_back_messages,
    waiting_messages,
)
from storage.staff import Grant, grant_place
from tests.storage.samples import CHAT, NOW, a_grant, a_message, a_person, say


async def _waiting(
    tx: Transaction, *busy: int, slow: tuple[int, ...] = (), now: Instant = NOW
) -> tuple[Waiting, ...]:
    return await waiting_messages(tx, Kept(busy, slow), now, 64)


async def _states(tx: Transaction) -> dict[str, tuple[str, int]]:
    rows: list[sqlite3.Row] = tx._connection.execute("SELECT * FROM outbox").fetchall()  # noqa: SLF001
    return {row["once"]: (row["state"], row["ambiguous"]) for row in rows}


async def _on_the_way(tx: Transaction, once: str, subject: str = "", epoch: int = 1) -> Waiting:
    """Write a message and take it up."""
    await say(tx, a_message(once, subject))
    waiting = next(each for each in await _waiting(tx) if each.chat_id == CHAT)
    await claim_message(tx, waiting.id, epoch)
    return waiting


async def test_the_same_effect_is_told_once(database: Database) -> None:
    async def body(tx: Transaction) -> tuple[bool, bool, int]:
        first, second = await say(tx, a_message("a")), await say(tx, a_message("a"))
        return first, second, len(await _waiting(tx))

    assert await database.turn(body) == (True, False, 1)


async def test_a_repetition_gets_no_second_set_of_buttons(database: Database) -> None:
    message = replace(a_message("a"), keyboard=((Button("x.y", Begin("report")),),))

    async def body(tx: Transaction) -> int:
        await a_person(tx)
        await say(tx, message)
        await say(tx, message)
        count = tx._connection.execute("SELECT count(*) FROM prompt")  # noqa: SLF001
        number: int = count.fetchone()[0]
        return number

    assert await database.turn(body) == 1


async def test_a_newer_state_replaces_what_has_not_left(database: Database) -> None:
    async def body(tx: Transaction) -> dict[str, tuple[str, int]]:
        await say(tx, a_message("old", "case:1"))
        await say(tx, a_message("other", "case:2"))
        await say(tx, a_message("elsewhere", "case:1", 77))
        await say(tx, a_message("new", "case:1"))
        return await _states(tx)

    states = {once: state for once, (state, _) in (await database.turn(body)).items()}
    assert states == {
        "old": "superseded",
        "other": "pending",
        "elsewhere": "pending",
        "new": "pending",
    }


async def test_what_failed_is_not_sent_after_the_newer_state(database: Database) -> None:
    async def body(tx: Transaction) -> dict[str, tuple[str, int]]:
        waiting = await _on_the_way(tx, "old", "case:1")
        await say(tx, a_message("new", "case:1"))
        await mark_message(tx, Mark(waiting.id, 1, "pending", ambiguous=1))
        return await _states(tx)

    assert await database.turn(body) == {"old": ("superseded", 1), "new": ("pending", 0)}


async def test_a_message_on_its_way_shows_the_case_that_its_talk_became(
    database: Database,
) -> None:
    async def body(tx: Transaction) -> str | None:
        waiting = await _on_the_way(tx, "question", "talk:1")
        await hand_over_subject(tx, CHAT, "talk:1", "case:1")
        return await mark_message(tx, Mark(waiting.id, 1, "sent", message_id=5))

    assert await database.turn(body) == "case:1"


async def test_the_message_of_a_talk_becomes_the_message_of_its_case(database: Database) -> None:
    async def body(tx: Transaction) -> list[object]:
        await set_shown_message(tx, Subject(CHAT, "talk:1"), 5, has_photo=True)
        await hand_over_subject(tx, CHAT, "talk:1", "case:1")
        return [
            await shown_message(tx, CHAT, "talk:1"),
            await shown_message(tx, CHAT, "case:1"),
            await shown_message(tx, 77, "case:1"),
        ]

    assert await database.turn(body) == [None, (5, True, False), None]


async def test_an_attempt_that_is_over_marks_nothing(database: Database) -> None:
    async def body(tx: Transaction) -> dict[str, tuple[str, int]]:
        waiting = await _on_the_way(tx, "a")
        await take_back_messages(tx, 2)
        await claim_message(tx, waiting.id, 2)
        assert await mark_message(tx, Mark(waiting.id, 1, "sent", message_id=5)) is None
        return await _states(tx)

    assert await database.turn(body) == {"a": ("sending", 1)}


async def test_a_restart_sends_again_and_remembers_the_doubt(database: Database) -> None:
    async def body(tx: Transaction) -> dict[str, tuple[str, int]]:
        await _on_the_way(tx, "message")
        answer = AnswerPress("answer", 77, "callback")
        await tell(tx, answer, now=NOW, inbox=1)
        [waiting] = await _waiting(tx)
        await claim_message(tx, waiting.id, 1)
        assert await take_back_messages(tx, 1) == 0
        assert await take_back_messages(tx, 2) == 2
        return await _states(tx)

    assert await database.turn(body) == {"message": ("pending", 1), "answer": ("expired", 1)}


async def test_what_is_parked_comes_back_when_the_person_does(database: Database) -> None:
    async def body(tx: Transaction) -> list[int]:
        person = await a_person(tx)
        await a_person(tx, 77)
        await say(tx, a_message("a"))
        await say(tx, a_message("b"))
        await say(tx, a_message("other", chat_id=77))
        await park_messages(tx, CHAT, "403")
        parked = len(await _waiting(tx))
        await mark_person(tx, person.id, "blocked")
        blocked = len(await _waiting(tx))
        await mark_person(tx, person.id, "active")
        return [parked, blocked, len(await _waiting(tx))]

    assert await database.turn(body) == [1, 1, 3]


async def test_who_is_parked_counts_as_having_stopped_the_bot(database: Database) -> None:
    async def body(tx: Transaction) -> list[str]:
        await a_grant(tx, await a_person(tx))
        before = await tx.all("grants_of_community", community="jiangwan")
        await park_messages(tx, CHAT, "403")
        after_it = await tx.all("grants_of_community", community="jiangwan")
        return [f"{len(before)} before", f"{len(after_it)} after"]

    assert await database.turn(body) == ["1 before", "0 after"]


async def test_the_most_pressing_goes_first_and_busy_chats_wait(database: Database) -> None:
    async def body(tx: Transaction) -> list[list[str]]:
        await say(tx, replace(a_message("notice"), haste=Haste.BROADCAST))
        await say(tx, a_message("reply", chat_id=77))
        await say(tx, replace(a_message("danger", chat_id=88), haste=Haste.DANGER))
        await say(tx, replace(a_message("later"), not_before=after(NOW, SECOND)))
        await tell(tx, AnswerPress("answer", 77, "callback"), now=NOW, inbox=1)
        names = {waiting.id: waiting.chat_id for waiting in await _waiting(tx)}
        slow = {each.chat_id: each.kind for each in await _waiting(tx, 88, slow=(77,))}
        return [[str(chat) for chat in names.values()], [f"{k} {v}" for k, v in slow.items()]]

    assert await database.turn(body) == [
        ["77", "88", "77", "1001"],
        ["77 answer_press", "1001 say"],
    ]


async def test_a_held_chat_waits_and_the_next_time_is_known(database: Database) -> None:
    async def body(tx: Transaction) -> list[object]:
        await say(tx, a_message("a"))
        nobody = await next_message_at(tx, [], NOW)
        await hold_chat(tx, CHAT, after(NOW, 9 * SECOND), "429")
        held = await held_chats(tx, NOW)
        return [
            nobody,
            held,
            await next_message_at(tx, [], NOW),
            await next_message_at(tx, [1], NOW),
        ]

    until = after(NOW, 9 * SECOND)
    assert await database.turn(body) == [NOW, frozenset({CHAT}), until, until]


async def test_messages_follow_a_group_to_its_new_number(database: Database) -> None:
    async def body(tx: Transaction) -> list[int]:
        await say(tx, a_message("a", chat_id=-5))
        await say(tx, a_message("b", chat_id=-6))
        await move_chat(tx, -5, -1005)
        return [each.chat_id for each in await _waiting(tx)]

    assert await database.turn(body) == [-1005, -6]


async def test_the_audience_is_asked_again_when_a_message_leaves(database: Database) -> None:
    async def body(tx: Transaction) -> list[bool]:
        worker, successor = await a_person(tx), await a_person(tx, 77)
        grant = await a_grant(tx, worker)
        await say(tx, replace(a_message("card"), audience=f"staff:{grant.id}"))
        await say(tx, replace(a_message("lost", chat_id=77), audience=f"staff:{grant.id}"))
        await say(tx, replace(a_message("own", chat_id=88), audience="self"))
        await say(tx, replace(a_message("odd", chat_id=99), audience="everybody"))
        waiting = {each.chat_id: each for each in await _waiting(tx)}
        before = [await may_receive(tx, waiting[chat]) for chat in (CHAT, 77, 88, 99)]
        await grant_place(tx, Grant(0, successor.id, "jiangwan", "worker_4", grant.role), NOW)
        return [*before, await may_receive(tx, waiting[CHAT])]

    assert await database.turn(body) == [True, False, True, False, False]


async def test_a_person_is_spoken_to_in_her_own_language(database: Database) -> None:
    async def body(tx: Transaction) -> list[tuple[str, str] | None]:
        await a_person(tx)
        return [await receiver_of(tx, CHAT), await receiver_of(tx, 5)]

    assert await database.turn(body) == [("zh-CN", "jiangwan"), None]
