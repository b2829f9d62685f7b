"""What came in: nothing lost, nothing twice, everything to an end, in order."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator

from handlers.lanes import DEATHS_ALLOWED
from tests.simulation.record import Record

NONSENSE_DATE = 10**14


def what_was_confirmed_is_on_disk(record: Record) -> Iterator[str]:
    """Telegram forgets what is confirmed: whatever was confirmed must be stored."""
    for update_id in sorted(record.world.telegram.queue.confirmed - _stored(record)):
        yield f"update {update_id} was confirmed and is not stored"


def what_did_not_expire_arrived(record: Record) -> Iterator[str]:
    """Everything that people did has arrived, unless Telegram itself threw it away."""
    stored = _stored(record)
    expired = record.world.telegram.queue.expired
    for person in record.world.people:
        for update_id in person.put:
            if update_id not in stored and update_id not in expired:
                yield f"update {update_id} of {person.account.id} never arrived"


def every_update_came_to_an_end(record: Record) -> Iterator[str]:
    """No update is left over."""
    sql = "SELECT id, state FROM inbox WHERE state NOT IN ('done', 'ignored', 'dead')"
    for row in record.rows(sql):
        yield f"inbox {row['id']} is {row['state']}"


def every_update_was_worked_on_once(record: Record) -> Iterator[str]:
    """See that what is done was worked on exactly once, and nothing else was."""
    for row in record.rows("SELECT update_id FROM inbox GROUP BY update_id HAVING count(*) > 1"):
        yield f"update {row['update_id']} is stored twice"
    for row in record.rows("SELECT inbox FROM worked_on GROUP BY inbox HAVING count(*) > 1"):
        yield f"inbox {row['inbox']} was worked on twice"
    done = {row[0] for row in record.rows("SELECT id FROM inbox WHERE state = 'done'")}
    worked_on = {row[0] for row in record.rows("SELECT inbox FROM worked_on")}
    for inbox in sorted(done ^ worked_on):
        yield f"inbox {inbox} was worked on and is not done, or the other way round"


def dead_letters_are_somebodys_task(record: Record) -> Iterator[str]:
    """See that what could not be worked on is a task, was told, and had a reason to die."""
    tasks = {row[0] for row in record.rows("SELECT once FROM task")}
    told = {row.once for row in record.outbox.values()}
    nonsense = _nonsense(record)
    for row in record.rows("SELECT * FROM inbox WHERE state = 'dead'"):
        once = f"dead:{row['id']}"
        if once not in tasks:
            yield f"inbox {row['id']} is dead and nobody's task"
        if row["lane"].startswith("c:") and int(row["lane"][2:]) > 0 and once not in told:
            yield f"inbox {row['id']} is dead and its sender was not told"
        if row["attempts"] <= DEATHS_ALLOWED and row["update_id"] not in nonsense:
            yield f"inbox {row['id']} is dead after {row['attempts']} attempts: {row['error']}"


def lanes_keep_their_order(record: Record) -> Iterator[str]:
    """Inside a chat everything is worked on in the order in which it came."""
    ended: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for row in record.rows("SELECT id, lane, done_at FROM inbox ORDER BY id"):
        earlier, done_at = ended[row["lane"]]
        if row["done_at"] is not None:
            if row["done_at"] < done_at:
                yield f"inbox {row['id']} was done before {earlier} of the same lane"
            ended[row["lane"]] = (row["id"], row["done_at"])


def every_press_was_answered(record: Record) -> Iterator[str]:
    """Every press that was worked on has its one answer in the outbox."""
    done = {row[0] for row in record.rows("SELECT update_id FROM inbox WHERE state = 'done'")}
    told = {row.once for row in record.outbox.values() if row.kind == "answer_press"}
    for person in record.world.people:
        for update_id, update in person.put.items():
            query = update.get("callback_query")
            if (
                isinstance(query, dict)
                and update_id in done
                and f"press:{query['id']}" not in told
            ):
                yield f"press {query['id']} was done without an answer"


def the_same_press_gets_the_same_answer(record: Record) -> Iterator[str]:
    """See that a press that is sent again is answered as it was the first time."""
    answers = {row.once: row for row in record.outbox.values() if row.kind == "answer_press"}
    first: dict[str, tuple[str, str]] = {}
    for person in record.world.people:
        for update in person.put.values():
            query = update.get("callback_query")
            row = answers.get(f"press:{query['id']}") if isinstance(query, dict) else None
            if isinstance(query, dict) and row and _has_one_effect(record, str(query["data"])):
                said = (row.key, str(row.parameters))
                if first.setdefault(str(query["data"]), said) != said:
                    yield f"press {query['id']} was answered {said}, before {first[query['data']]}"


def _has_one_effect(record: Record, data: str) -> bool:
    """Whether the button's effect happens once; views and beginnings may be repeated."""
    token, _, position = data.rpartition(".")
    token_hash = hashlib.sha256(token.encode()).digest()
    found = record.rows("SELECT actions FROM prompt WHERE token_hash = ?", token_hash)
    if not found:
        return False
    kind = json.loads(found[0][0])[int(position)][0]
    return kind not in {"show", "begin"}


def _stored(record: Record) -> set[int]:
    return {row[0] for row in record.rows("SELECT update_id FROM inbox")}


def _nonsense(record: Record) -> set[int]:
    found = set()
    for person in record.world.people:
        for update_id, update in person.put.items():
            message = update.get("message")
            if isinstance(message, dict) and message["date"] == NONSENSE_DATE:
                found.add(update_id)
    return found
