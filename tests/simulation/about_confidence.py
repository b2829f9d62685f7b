"""What is confided: on no phone but those of the party and of whoever helps, kept nowhere else."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tests.simulation.about_messages import ON_THE_WAY
from tests.simulation.record import Record
from tests.simulation.telegram import SECRET

# Where no word of a confidential matter may be left when all is worked off.
PLACES = {
    "the outbox": "SELECT count(*) FROM outbox WHERE instr(content, ?)",
    "the inbox": "SELECT count(*) FROM inbox WHERE instr(CAST(raw AS TEXT), ?)",
    "a conversation that is over": "SELECT count(*) FROM talk WHERE state IN ('done', 'cancelled')"
    " AND instr(answers || start, ?)",
    "a task": "SELECT count(*) FROM task WHERE instr(detail, ?)",
    "the audit": "SELECT count(*) FROM audit WHERE instr(detail, ?)",
    "a case": "SELECT count(*) FROM report_case WHERE instr(words || extra || place_words, ?)",
    "an errand": "SELECT count(*) FROM errand WHERE instr(name || reason || place_words, ?)",
}
HELPERS = """
SELECT telegram_id, granted_at, revoked_at FROM role_grant
JOIN person ON person.id = role_grant.person_id
JOIN private_matter ON private_matter.community = role_grant.community
    AND private_matter.role = role_grant.role
WHERE private_matter.id = ? AND telegram_id = ?
"""


def what_is_confided_is_on_no_other_phone(record: Record) -> Iterator[str]:
    """See that only the party, and who held the role then, was ever shown a word of it."""
    matters = _matters(record)
    for effect in record.world.telegram.effects:
        for secret in effect.secrets:
            for matter in matters.get(secret, ()):
                at = record.at(effect.errand.began)
                if not _may_read(record, matter, effect.chat_id, at):
                    yield f"{secret} of matter {matter} was shown to {effect.chat_id}"


def what_is_confided_is_kept_nowhere_else(record: Record) -> Iterator[str]:
    """See that its words stand in the tables for it and in no other."""
    for secret in _matters(record):
        for place, sql in PLACES.items():
            if record.rows(sql, secret)[0][0]:
                yield f"{secret}, which is confidential, is still in {place}"


def what_is_taken_back_is_forgotten(record: Record) -> Iterator[str]:
    """See that nothing is left of what a matter was about when it was taken back."""
    for row in record.rows(
        "SELECT content.* FROM private_matter_content AS content"
        " JOIN private_matter ON private_matter.id = matter_id WHERE state = 'withdrawn'"
    ):
        left = [name for name in row.keys() if name != "matter_id" and row[name]]  # noqa: SIM118 - a row's own
        if left:
            yield f"matter {row['matter_id']} was taken back, and {left} is kept"


def _matters(record: Record) -> Mapping[str, set[int]]:
    """Return every secret that was confided with the matters that it belongs to."""
    found: dict[str, set[int]] = defaultdict(set)
    for row in record.rows("SELECT matter, words FROM confided"):
        for secret in SECRET.findall(row["words"]):
            found[secret].add(row["matter"])
    return found


def _may_read(record: Record, matter: int, chat_id: int, at: int) -> bool:
    sql = (
        "SELECT 1 FROM private_matter JOIN person ON person.id = person_id"
        " WHERE private_matter.id = ? AND telegram_id = ?"
    )
    if record.rows(sql, matter, chat_id):
        return True
    return any(
        row["granted_at"] <= at
        and (row["revoked_at"] is None or at <= row["revoked_at"] + ON_THE_WAY)
        for row in record.rows(HELPERS, matter, chat_id)
    )
