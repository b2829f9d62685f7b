"""Reminders: each at most once, and none that was not planned."""

import re
from collections import Counter
from collections.abc import Iterator

from tests.simulation.record import Record, Row

# By its natural key: whose it is, about what, and which occurrence of which plan it belongs to.
PLANNED = (
    (re.compile(r"(appointment:\d+):(\d+):reminder"), "appointment_reminder"),
    (re.compile(r"(?:contact_)?(offer_request:\d+):(\d+):reminder"), "offer_reminder"),
    (re.compile(r"(?:staff_)?(errand:\d+):.*:(errand_\w+):(\d+)"), ""),
)
OF_PAPERS = re.compile(r"(check:\d+):reminder:\d+")


def each_reminder_comes_at_most_once(record: Record) -> Iterator[str]:
    """See that no occurrence of a plan has led to two messages in a chat."""
    told = Counter(
        (row.chat_id, row.once.startswith("contact_"), plan)
        for row in record.outbox.values()
        if (plan := _plan_of(row))
    )
    for (chat_id, _, plan), number in told.items():
        if number > 1:
            yield f"{chat_id} was reminded {number} times by {plan}"


def no_reminder_comes_unplanned(record: Record) -> Iterator[str]:
    """See that every reminder belongs to a plan that has fired, and to one of its own."""
    fired = {
        (row["kind"], row["subject"], row["occurrence"])
        for row in record.rows("SELECT * FROM due WHERE state = 'fired'")
    }
    of_papers: Counter[str] = Counter()
    for row in record.outbox.values():
        plan = _plan_of(row)
        if plan and plan not in fired:
            yield f"outbox {row.id} reminds of {plan}, which has not fired"
        if found := OF_PAPERS.fullmatch(row.once):
            of_papers[found[1]] += 1
    for subject, number in of_papers.items():
        plans = sum(kind == "check_reminder" and about == subject for kind, about, _ in fired)
        if number > plans:
            yield f"{subject}: {number} reminders of papers, {plans} plans have fired"


def _plan_of(row: Row) -> tuple[str, str, int] | None:
    """Return kind, subject and occurrence of the plan behind a message, if it is a reminder."""
    for pattern, kind in PLANNED:
        if found := pattern.fullmatch(row.once):
            subject, *rest = found.groups()
            return (kind or rest[0], subject, int(rest[-1]))
    return None
