"""What is over is removed when its time has come, a few at a time; what waits never is."""

import sqlite3
from collections.abc import Iterator

import pytest

from bot.instants import DAY
from storage.migrations import migrate
from storage.named_queries import named_queries
from storage.opening import open_for_writing
from storage.tidying import STEPS, Batch, Periods
from storage.transactions import Transaction
from tests.storage.samples import NOW

PERIODS = Periods(updates=3, messages=30)
# One row each: how many days ago it came to its end, which table it is in, whether it stays.
UPDATES = [
    ("done", 2, None, True),
    ("done", 4, None, False),
    ("ignored", 4, None, False),
    ("retry", 400, None, True),
    ("dead", 4, "nobody has seen it", True),
    ("dead", 400, "nobody has seen it", True),
    ("dead", 400, "seen 2 days ago", True),
    ("dead", 400, "seen 4 days ago", False),
    ("dead", 4, None, False),
]
MESSAGES = [
    ("sent", 29, True),
    ("sent", 31, False),
    ("superseded", 31, False),
    ("dead", 31, False),
    ("parked", 400, True),
    ("pending", 400, True),
    ("sending", 400, True),
]
BUTTONS = [(59, True), (61, False)]
CHECKS = [(89, True), (91, False)]
PLANS = [("fired", 29, True), ("fired", 31, False), ("scheduled", 31, True)]


@pytest.fixture
def disk() -> Iterator[sqlite3.Connection]:
    connection = open_for_writing(":memory:")
    migrate(connection)
    yield connection
    connection.close()


async def tidy(disk: sqlite3.Connection, at_most: int = 200) -> int:
    """Make a whole round and return how many batches it took."""
    tx, batches = Transaction(disk, named_queries()), 0
    for step in STEPS:
        beyond: int | None = 0
        while beyond is not None:
            beyond = await step(tx, Batch(NOW, PERIODS, beyond, at_most))
            batches += 1
    return batches


@pytest.mark.parametrize(("state", "days", "seen", "stays"), UPDATES)
async def test_updates_go_after_three_days_and_dead_letters_once_they_were_seen_to(
    disk: sqlite3.Connection, state: str, days: int, seen: str | None, *, stays: bool
) -> None:
    done_at = None if state == "retry" else ago(days)
    disk.execute(
        "INSERT INTO inbox (id, bot_id, update_id, lane, kind, raw, received_at, state, done_at)"
        " VALUES (7, 1, 1, 'c:1', 'message', x'7b7d', ?, ?, ?)",
        (ago(days), state, done_at),
    )
    if seen:
        seen_at = ago(int(seen.split()[1])) if "days" in seen else None
        disk.execute(
            "INSERT INTO task (once, community, kind, subject, detail, created_at, done_at)"
            " VALUES ('dead:7', 'jiangwan', 'dead_letter', 'inbox:7', '', ?, ?)",
            (ago(days), seen_at),
        )
    await tidy(disk)
    assert count(disk, "inbox") == stays


@pytest.mark.parametrize(("state", "days", "stays"), MESSAGES)
async def test_messages_keep_what_their_chats_show(
    disk: sqlite3.Connection, state: str, days: int, *, stays: bool
) -> None:
    add_message(disk, "case:7", state, days)
    await tidy(disk)
    assert count(disk, "outbox") == stays
    assert count(disk, "shown") == 1


async def test_a_receipt_leaves_nothing(disk: sqlite3.Connection) -> None:
    add_message(disk, "secret:7", "sent", 31)
    await tidy(disk)
    assert (count(disk, "outbox"), count(disk, "shown")) == (0, 0)


@pytest.mark.parametrize(("days", "stays"), BUTTONS)
async def test_buttons_and_what_came_of_them_live_as_long(
    disk: sqlite3.Connection, days: int, *, stays: bool
) -> None:
    add_person(disk)
    disk.execute(
        "INSERT INTO prompt VALUES (x'01', 1, 1001, '', '[]', ?, ?)", (ago(days), ago(days - 60))
    )
    disk.execute("INSERT INTO press VALUES (x'01', 0, '', ?)", (ago(days),))
    await tidy(disk)
    assert (count(disk, "prompt"), count(disk, "press")) == (stays, stays)


@pytest.mark.parametrize(("state", "days", "stays"), PLANS)
async def test_plans_that_were_carried_out_go(
    disk: sqlite3.Connection, state: str, days: int, *, stays: bool
) -> None:
    disk.execute(
        "INSERT INTO due (kind, subject, due_at, late_policy, state) VALUES ('x', 'y', ?, ?, ?)",
        (ago(days), "always", state),
    )
    await tidy(disk)
    assert count(disk, "due") == stays


async def test_of_an_anonymous_conversation_nothing_is_left(disk: sqlite3.Connection) -> None:
    add_person(disk)
    for number, start, days in ((1, "{}", 4), (2, "{}", 2), (3, '{"building":""}', 400)):
        disk.execute(
            "INSERT INTO talk VALUES (?, 1, 1001, 'report', ?, '[]', 1, 0, 'done', ?, ?)",
            (number, start, ago(days), ago(days)),
        )
        disk.execute("INSERT INTO album VALUES (1001, ?, ?, NULL)", (str(number), number))
    await tidy(disk)
    assert [row[0] for row in disk.execute("SELECT id FROM talk ORDER BY id")] == [2, 3]
    assert count(disk, "album") == 2


async def test_a_round_goes_through_everything_a_few_at_a_time(disk: sqlite3.Connection) -> None:
    for _ in range(7):
        add_message(disk, "case:7", "parked", 400)
        add_message(disk, "case:7", "sent", 31)
    assert await tidy(disk, at_most=4) == len(STEPS) + 14 // 4
    assert [row[0] for row in disk.execute("SELECT state FROM outbox")] == ["parked"] * 7


@pytest.mark.parametrize(("days", "stays"), CHECKS)
async def test_checks_of_papers_go_when_nobody_has_touched_them_for_three_months(
    disk: sqlite3.Connection, days: int, *, stays: bool
) -> None:
    add_person(disk)
    disk.execute(
        "INSERT INTO talk (id, person_id, chat_id, script, start, answers, version, state,"
        " opened_at, changed_at) VALUES (1, 1, 1, 'pre_check', '[]', '[]', 1, 'done', 0, 0)"
    )
    disk.execute(
        "INSERT INTO pre_check (talk_id, person_id, community, service, answers, held, version,"
        " changed_at) VALUES (1, 1, 'jiangwan', 'senior_card', '{}', '{}', 1, ?)",
        (ago(days),),
    )
    await tidy(disk)
    assert count(disk, "pre_check") == stays


def ago(days: int) -> int:
    return NOW - days * DAY


def count(disk: sqlite3.Connection, table: str) -> int:
    return int(disk.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - ours


def add_person(disk: sqlite3.Connection) -> None:
    disk.execute("INSERT INTO person VALUES (1, 1001, '', 'en', 'jiangwan', 'active', 0)")


def add_message(disk: sqlite3.Connection, subject: str, state: str, days: int) -> None:
    disk.execute(
        "INSERT INTO outbox"
        " (once, chat_id, kind, content, subject, haste, policy, audience, state, created_at)"
        " VALUES (hex(randomblob(8)), 1001, 'say', '{}', ?, 2, 'idempotent', 'self', ?, ?)",
        (subject, state, ago(days)),
    )
    disk.execute("INSERT OR IGNORE INTO shown VALUES (1001, ?, 5, 0, 0)", (subject,))
