"""With a million cases a turn costs what it costs with a thousand: nothing reads big tables."""

import contextlib
import re
import sqlite3
from functools import cache
from pathlib import Path

import pytest

from storage.migrations import migrate
from storage.named_queries import named_queries
from storage.opening import open_for_writing

PAST = Path(__file__).parent / "past.sql"
PARAMETER = re.compile(r":([a-z_]+)")
BIG = "album|audit|case_entry|case_file|case_follower|due|inbox|outbox|person|press|prompt"
BIG = f"{BIG}|person_consent|person_fact|pre_check|report_case|role_grant|shown|talk|task"
BIG = f"{BIG}|notice|offer_request|topic_follower|errand|custody"
BIG = f"{BIG}|list_consent|paper_photo|photo_consent"
# Indexes that only hold what still waits: to look through one costs as much as there is to do.
OF_WHAT_WAITS = "outbox_waiting|outbox_of_chat|outbox_sending|inbox_work|inbox_one_per_lane"
OF_WHAT_WAITS = f"{OF_WHAT_WAITS}|inbox_retry|due_next|task_open|task_about|absence_of"
OF_WHAT_WAITS = f"{OF_WHAT_WAITS}|paper_photo_waiting"
SCAN = re.compile(rf"SCAN ({BIG})\b(?! USING (COVERING )?INDEX ({OF_WHAT_WAITS})\b)")
RANGE_OF_ROWS = re.compile(rf"SEARCH ({BIG}) USING INTEGER PRIMARY KEY \(rowid[<>]")
# For the operator's eyes, on a reader beside the bot.
SELDOM = {"status_updates", "status_messages", "status_cases", "status_tasks"}
# Bounded on both sides: from the last update before the conversation to the present one;
# at night, so many at a time, from where the last ones ended.
BOUNDED = {"forget_raw_updates", "messages_from", "plans_from"}
HOT = sorted(set(named_queries()) - SELDOM)
SMALL, LARGE = 300, 9_000


@pytest.mark.parametrize("name", HOT)
def test_a_query_does_not_look_through_a_big_table(name: str) -> None:
    connection = _empty()
    steps = _plan(connection, name)
    connection.close()
    assert [step for step in steps if SCAN.match(step)] == []
    if name not in BOUNDED:
        assert [step for step in steps if RANGE_OF_ROWS.match(step)] == []


@pytest.mark.parametrize("name", HOT)
def test_a_query_costs_the_same_when_much_has_happened(name: str) -> None:
    few, many = _cost(name, SMALL), _cost(name, LARGE)
    assert many <= few * 1.2 + 40


def _cost(name: str, past: int) -> int:
    """Return how many steps SQLite's machine makes, with so much of everything that is settled."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(_lived(past))
    steps = [0]

    def step() -> int:
        steps[0] += 1
        return 0

    text = named_queries()[name]
    values = {each: VALUES.get(each, 1) for each in PARAMETER.findall(text)}
    connection.execute("BEGIN")
    connection.set_progress_handler(step, 1)
    with contextlib.suppress(sqlite3.IntegrityError):  # a sample that breaks a promise costs too
        connection.execute(text, values).fetchall()
    connection.set_progress_handler(None, 1)
    connection.close()
    return steps[0]


# Present values: what is asked for is of now, while the past is large.
VALUES: dict[str, object] = {
    "now": 10**9,
    "since": 10**9 - 5,
    "before": 10,
    "at_most": 8,
    "busy": "[]",
    "slow": "[]",
    "late": "[]",
    "chat_id": 7,
    "lane": "c:7",
    "after": "",
    "subject": "case:7",
    "old": "talk:7",
    "new": "case:7",
    "once": "new",
    "first": "talk:7:",
    "end": "talk:7;",
    "state": "done",
    "community": "jiangwan",
    "assignee": "worker_7",
    "category": "lamp",
    "building": "b7",
    "token_hash": b"7",
    "code_hash": b"7",
    "query_hash": b"7",
    "raw": b"{}",
    "epoch": 2,
    "last": 10**6,
    "haste": 2,
}


@cache
def _lived(past: int) -> bytes:
    """Return a database whose tables are full of what is over."""
    connection = _empty()
    connection.execute("CREATE TEMP TABLE n (i INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO n VALUES (?)", ((i,) for i in range(1, past + 1)))
    connection.executescript(PAST.read_text(encoding="utf-8"))
    content: bytes = connection.serialize()
    connection.close()
    return content


def _empty() -> sqlite3.Connection:
    connection = open_for_writing(":memory:")
    migrate(connection)
    return connection


def _plan(connection: sqlite3.Connection, name: str) -> list[str]:
    text = named_queries()[name]
    values = dict.fromkeys(PARAMETER.findall(text))
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {text}", values)]
