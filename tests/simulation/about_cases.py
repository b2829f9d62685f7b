"""Cases: one for each report, with the right person, shown as they stand to those concerned."""

import csv
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from functools import cache

from bot.cases import MOVE_RULES
from bot.instants import MINUTE
from tests.simulation.record import Record
from tests.simulation.world import FOLDER

CHANGES_OF_STAFF = """
SELECT at FROM (
    SELECT granted_at AS at FROM role_grant UNION SELECT revoked_at FROM role_grant
    UNION SELECT from_at FROM absence UNION SELECT until_at FROM absence
) WHERE at >= ? AND at < ?
"""
# A dispute that only a mediator shall know of begins mediation in the turn that ends the report.
CONFIDED = """
SELECT count(*) FROM talk AS report
JOIN talk AS begun ON begun.chat_id = report.chat_id AND begun.opened_at = report.changed_at
WHERE report.script = 'report' AND report.state = 'done' AND report.answers = '[]'
    AND begun.script = 'mediation'
"""
NUMBER = re.compile(r"JW-\d{6}-\d{4}")


def every_report_became_one_case(record: Record) -> Iterator[str]:
    """See that a report that was sent is exactly one case, or follows an open one."""
    cases = record.rows("SELECT * FROM report_case")
    for _, mark in record.marks():
        found = sum(1 for case in cases if mark in case["words"].split())
        if found > 1:
            yield f"the report {mark} became {found} cases"
    sent, added = _reports_sent(record)
    follows = record.rows("SELECT count(*) FROM audit WHERE action = 'case.follow'")[0][0]
    confided = record.rows(CONFIDED)[0][0]
    if sent != len(cases) + follows + added + confided:
        became = f"{len(cases)} cases, {confided} confided"
        yield f"{sent} reports: {became}, {follows} follow, {added} belong to others"
    opened = Counter(
        row[0] for row in record.rows("SELECT subject FROM audit WHERE action = 'case.open'")
    )
    for case in cases:
        if opened[f"case:{case['id']}"] != 1:
            yield f"case {case['id']} was not opened once"


def every_number_on_a_phone_is_a_case(record: Record) -> Iterator[str]:
    """Nobody ever sees the number of a case, or of an errand, that was not kept."""
    sql = "SELECT number FROM report_case UNION SELECT number FROM errand"
    known = {row[0] for row in record.rows(sql)}
    for chat_id, phone in record.world.telegram.phones.items():
        for shown in phone.values():
            for number in NUMBER.findall(shown.body):
                if number not in known:
                    yield f"{chat_id} sees {number}, and there is no such case"


def every_case_is_with_the_right_person(record: Record) -> Iterator[str]:
    """See that it is the worker, else the deputy, else the clerks; by the files alone."""
    for case in record.rows("SELECT * FROM report_case"):
        opened = _audit(record, case, "case.open")
        assignee = json.loads(opened["detail"])["assignee"]
        expected = _expected(record, case)
        if assignee not in expected:
            yield f"case {case['id']} went to {assignee!r} instead of {sorted(expected)}"


def only_the_responsible_saw_the_staff_card(record: Record) -> Iterator[str]:
    """See that the staff card appears with whoever has or had the case, and with clerks."""
    for effect in record.world.telegram.effects:
        row = record.outbox[effect.errand.row]
        if row.key == "case.staff.card":
            case = int(row.subject.split(":")[1])
            if effect.chat_id not in _responsible_ever(record, case):
                yield f"case {case} was shown to {effect.chat_id}"
        if row.key == "case.resident.card" and row.subject:
            yield from _wrong_reporter(record, int(row.subject.split(":")[1]), effect.chat_id)


def cards_show_how_the_case_stands(record: Record) -> Iterator[str]:
    """See that what reporter and responsible see last is how the case stands."""
    for case in record.rows("SELECT * FROM report_case"):
        viewers = [(chat_id, f"case:{case['id']}") for chat_id in _reporter(record, case)]
        subject = f"case:{case['id']}:staff"
        viewers += [(chat_id, subject) for chat_id in _responsible_now(record, case)]
        for chat_id, subject in viewers:
            yield from _stale(record, case, chat_id, subject)


def lives_of_cases_have_no_gap(record: Record) -> Iterator[str]:
    """Every version of a case has its line, and every step was a legal one."""
    for case in record.rows("SELECT * FROM report_case"):
        entries = record.rows("SELECT * FROM case_entry WHERE case_id = ? ORDER BY id", case["id"])
        if [entry["version"] for entry in entries] != list(range(2, case["version"] + 1)):
            yield f"case {case['id']} at version {case['version']} has {len(entries)} lines"
        state = (
            "dispatched"
            if json.loads(_audit(record, case, "case.open")["detail"])["assignee"]
            else "submitted"
        )
        for entry, line in zip(entries, _moves(record, case), strict=False):
            after = json.loads(line["detail"])["state"]
            if not _is_legal(entry["move"], state, after):
                yield f"case {case['id']}: {entry['move']} led from {state} to {after}"
            state = after
        if state != case["state"]:
            yield f"case {case['id']} is {case['state']}, its life ends with {state}"


def _reports_sent(record: Record) -> tuple[int, int]:
    """Count the reports that were finished, and those whose words belong to an earlier case."""
    sql = "SELECT answers FROM talk WHERE script = 'report' AND state = 'done'"
    finished = [dict(json.loads(row["answers"])) for row in record.rows(sql)]
    added = [answers for answers in finished if str(answers.get("about", "")).isdigit()]
    return len(finished), len(added)


def _expected(record: Record, case: sqlite3.Row) -> set[str]:
    """Return who may have it: turns of the same instant have an order that only the program knows.

    Who had blocked the bot for a while may count as gone or not.
    """
    grid = _grids().get(case["building"], case["grid"])
    if not grid or case["category"] == "staff_complaint":
        return {""}
    members = (*_members("grids", grid), *_members("deputy_for", grid))
    unsure = record.staff_who_ever_blocked()
    found = set()
    # Of an anonymous case only the minute is known.
    opened, width = case["opened_at"], MINUTE if case["anonymous"] else 1
    changes = record.rows(CHANGES_OF_STAFF, opened, opened + width)
    for at in (opened, opened - 1, *(row[0] for row in changes)):
        there = [member for member in members if _is_there(record, member, at)]
        while there and there[0] in unsure:
            found.add(there.pop(0))
        found.add(there[0] if there else "")
    return found


def _is_there(record: Record, member: str, at: int) -> bool:
    joined = record.rows(
        "SELECT 1 FROM role_grant WHERE staff_code = ? AND granted_at <= ?"
        " AND (revoked_at IS NULL OR revoked_at > ?)",
        member,
        at,
        at,
    )
    away = record.rows(
        "SELECT 1 FROM absence WHERE staff_code = ? AND from_at <= ? AND until_at > ?",
        member,
        at,
        at,
    )
    return bool(joined) and not away


def _responsible_ever(record: Record, case: int) -> set[int]:
    codes = {
        json.loads(row["detail"])["assignee"]
        for row in record.rows("SELECT detail FROM audit WHERE subject = ?", f"case:{case}")
        if "assignee" in json.loads(row["detail"])
    }
    holders = record.rows(
        "SELECT telegram_id, staff_code, role FROM role_grant JOIN person ON person.id = person_id"
    )
    return {row[0] for row in holders if row["staff_code"] in codes or row["role"] == "clerk"}


def _responsible_now(record: Record, case: sqlite3.Row) -> list[int]:
    holders = record.rows(
        "SELECT telegram_id, staff_code, role FROM role_grant JOIN person ON person.id = person_id"
        " WHERE revoked_at IS NULL AND granted_at < ?",
        case["changed_at"],
    )
    # To who has blocked the bot for a while nothing was written then.
    there = [row for row in holders if row[0] not in record.world.telegram.ever_blocked]
    if case["assignee"]:
        return [row[0] for row in there if row["staff_code"] == case["assignee"]]
    return [row[0] for row in there if row["role"] == "clerk"]


def _reporter(record: Record, case: sqlite3.Row) -> list[int]:
    sql = "SELECT telegram_id FROM person WHERE id = ?"
    return [row[0] for row in record.rows(sql, case["reporter_id"])]


def _wrong_reporter(record: Record, case: int, chat_id: int) -> Iterator[str]:
    found = record.rows("SELECT * FROM report_case WHERE id = ?", case)[0]
    if not found["anonymous"] and chat_id not in _reporter(record, found):
        yield f"the reporter's card of case {case} was shown to {chat_id}"


def _stale(record: Record, case: sqlite3.Row, chat_id: int, subject: str) -> Iterator[str]:
    if not record.is_reachable(chat_id):
        return
    last = record.last_effect(chat_id, subject)
    if last is None:
        yield f"{chat_id} was never shown {subject}"
        return
    effect, row = last
    if (
        row.parameters["changed_at"] != case["changed_at"]
        or row.parameters["state"] != case["state"]
    ):
        yield f"{chat_id} sees {subject} as {row.parameters['state']}, it is {case['state']}"
    if effect.message_id not in record.world.telegram.phone(chat_id):
        yield f"{chat_id} does not see {subject} any more"


def _audit(record: Record, case: sqlite3.Row, action: str) -> sqlite3.Row:
    sql = "SELECT * FROM audit WHERE subject = ? AND action = ?"
    return record.rows(sql, f"case:{case['id']}", action)[0]


def _moves(record: Record, case: sqlite3.Row) -> list[sqlite3.Row]:
    sql = (
        "SELECT * FROM audit WHERE subject = ? AND action NOT IN ('case.open', 'case.follow')"
        " ORDER BY id"
    )
    return record.rows(sql, f"case:{case['id']}")


def _is_legal(move: str, before: str, after: str) -> bool:
    return any(
        rule.move == move and before in rule.when and after == (rule.to or before)
        for rule in MOVE_RULES
    )


@cache
def _grids() -> dict[str, str]:
    with (FOLDER / "buildings.csv").open(encoding="utf-8") as file:
        return {row["code"]: row["grid"] for row in csv.DictReader(file)}


@cache
def _members(column: str, grid: str) -> tuple[str, ...]:
    with (FOLDER / "staff.csv").open(encoding="utf-8") as file:
        return tuple(
            row["code"]
            for row in csv.DictReader(file)
            if row["role"] == "grid_worker" and grid in row[column].split(";")
        )
