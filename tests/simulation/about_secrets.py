"""Anonymous reports: what they said is left only where no account is known."""

from collections.abc import Iterator

from tests.simulation.record import Record

PLACES = {
    "inbox": "SELECT count(*) FROM inbox WHERE instr(CAST(raw AS TEXT), ?1) AND ?2 <> 0",
    "talk": "SELECT count(*) FROM talk WHERE instr(answers, ?1) AND ?2 <> 0",
    # Whoever follows the case, be it unknown to all her own, has its card as every follower has.
    "outbox": "SELECT count(*) FROM outbox WHERE instr(content, ?1) AND chat_id = ?2"
    " AND audience NOT LIKE 'follower:%'",
    "task": "SELECT count(*) FROM task WHERE instr(detail, ?1) AND ?2 <> 0",
}


def anonymous_cases_are_tied_to_nobody(record: Record) -> Iterator[str]:
    """See that nothing is left of an anonymous case's words where the account is known."""
    marks = {mark: account for account, mark in record.marks()}
    for case in record.rows("SELECT * FROM report_case WHERE anonymous = 1"):
        mark = case["words"].split(" ")[-1]
        for place, sql in PLACES.items():
            if mark in marks and record.rows(sql, mark, marks[mark])[0][0]:
                yield f"the anonymous report {mark} is still in {place}"


def every_anonymous_receipt_is_kept(record: Record) -> Iterator[str]:
    """See that whoever reported anonymously still has the only key to the case on the phone."""
    for row in record.outbox.values():
        if not row.once.startswith("receipt:") or not record.is_reachable(row.chat_id):
            continue
        phone = record.world.telegram.phone(row.chat_id)
        if not any(effect.message_id in phone for effect in record.effects_of[row.id]):
            yield f"the receipt {row.once} ({row.state}) is not on the phone of {row.chat_id}"
