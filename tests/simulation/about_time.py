"""What was planned: everything due came to an end, and what fired left its trace."""

from collections.abc import Iterator

from bot.instants import MINUTE
from tests.simulation.record import Record

FIRED_FOR_DRAFTS = """
SELECT * FROM due WHERE state = 'fired' AND kind IN ('draft_recall', 'draft_to_clerks')
"""


def everything_due_came_to_an_end(record: Record) -> Iterator[str]:
    """Nothing that was due is still waiting at the end."""
    end = record.world.ended_at
    for row in record.rows("SELECT * FROM due"):
        if row["state"] == "scheduled" and row["due_at"] < end - MINUTE:
            yield f"due {row['id']} ({row['kind']}) was due and is waiting"
        if row["state"] in {"fired", "expired"} and row["fired_at"] < row["due_at"]:
            yield f"due {row['id']} fired too early"


def what_fired_left_its_trace(record: Record) -> Iterator[str]:
    """See that a recall planned what follows from it, and that a draft went to the clerks."""
    tasks = {row[0] for row in record.rows("SELECT once FROM task")}
    planned = {
        (row["kind"], row["subject"], row["occurrence"])
        for row in record.rows("SELECT * FROM due")
    }
    for row in record.rows(FIRED_FOR_DRAFTS):
        talk = record.rows("SELECT * FROM talk WHERE id = ?", int(row["subject"][5:]))[0]
        if talk["state"] in {"done", "cancelled"} and talk["changed_at"] <= row["fired_at"]:
            continue
        again = (row["kind"], row["subject"], row["occurrence"] + 1)
        if row["kind"] == "draft_recall":
            is_followed = not planned.isdisjoint({again, ("draft_to_clerks", row["subject"], 0)})
        else:
            is_followed = again in planned or f"draft:{talk['id']}" in tasks
        if not is_followed:
            yield f"due {row['id']} ({row['kind']}) fired and nothing follows from it"
