"""What went out: every row to an end, every copy explained, nothing to the wrong phone."""

from collections import Counter
from collections.abc import Iterator

from bot.instants import SECOND
from tests.simulation.record import Record, Row

ENDS = frozenset({"sent", "suppressed", "superseded", "expired"})
# A message that was taken up just before its receiver lost the right may still be on its way.
ON_THE_WAY = 10 * SECOND


def every_row_came_to_an_end(record: Record) -> Iterator[str]:
    """See that every message was sent or has a reason; it is parked only for who blocks us."""
    for row in record.outbox.values():
        if row.state in ENDS or (row.state == "parked" and not record.is_reachable(row.chat_id)):
            continue
        yield f"outbox {row.id} ({row.kind} {row.key}) to {row.chat_id} ended as {row.state}"


def every_copy_is_explained(record: Record) -> Iterator[str]:
    """See that a message appears once, and once more for each recorded doubt at most."""
    for row in record.outbox.values():
        copies = len(record.effects_of[row.id])
        if copies > 1 + row.ambiguous:
            yield f"outbox {row.id} appeared {copies} times with {row.ambiguous} doubts"
    answers = [row for _, row in record.world.telegram.answers]
    if len(answers) != len(set(answers)):
        yield "a press was answered twice by the same row"


def what_is_sent_was_seen(record: Record) -> Iterator[str]:
    """See that a row says `sent` only when a phone has shown it, and the other way round."""
    answered = {row for _, row in record.world.telegram.answers}
    for row in record.outbox.values():
        seen = bool(record.effects_of[row.id]) or row.id in answered
        if row.state == "sent" and not seen:
            yield f"outbox {row.id} ({row.kind}) is sent and nobody saw it"
        if row.state != "sent" and seen and not row.ambiguous:
            yield f"outbox {row.id} is {row.state}, was seen, and no doubt is recorded"


def what_was_seen_has_a_row(record: Record) -> Iterator[str]:
    """Nothing appears on a phone that is not in the outbox, for that very chat."""
    for effect in record.world.telegram.effects:
        row = record.outbox.get(effect.errand.row)
        if row is None or row.chat_id != effect.chat_id:
            yield f"message {effect.message_id} in {effect.chat_id} belongs to no row"


def a_subject_has_one_message(record: Record) -> Iterator[str]:
    """See that a chat shows a subject once; more are left only where a fault was."""
    for chat_id, phone in record.world.telegram.phones.items():
        shown = Counter(record.outbox[each.row].subject for each in phone.values())
        for subject, number in shown.items():
            if _lives_once(subject) and number > 1 + _doubts(record, chat_id, subject):
                yield f"{number} messages in {chat_id} show {subject}"


def older_states_never_follow_newer_ones(record: Record) -> Iterator[str]:
    """See that what a chat is shown about a subject only ever goes forward."""
    newest: dict[tuple[int, str], int] = {}
    for effect in record.world.telegram.effects:
        row = record.outbox[effect.errand.row]
        shown = (row.chat_id, row.subject)
        if row.subject and newest.setdefault(shown, row.id) > row.id:
            yield f"outbox {row.id} of {row.subject} appeared after {newest[shown]}"
        newest[shown] = max(row.id, newest.get(shown, 0))


def _lives_once(subject: str) -> bool:
    """Whether the newest message takes the place of the one before; receipts all stay."""
    return bool(subject) and not subject.startswith("secret")


def _doubts(record: Record, chat_id: int, subject: str) -> int:
    """Count the recorded doubts about a subject and the removals that never arrived."""
    rows = (
        row for row in record.outbox.values() if (row.chat_id, row.subject) == (chat_id, subject)
    )
    return sum(row.ambiguous for row in rows) + record.world.telegram.lost_removals[chat_id]


def nothing_reached_the_wrong_person(record: Record) -> Iterator[str]:
    """See that what is for staff or followers was sent only while they were it."""
    for effect in record.world.telegram.effects:
        row = record.outbox[effect.errand.row]
        rule, _, subject = row.audience.partition(":")
        began = record.at(effect.errand.began)
        if rule == "staff" and not _held(record, int(subject), effect.chat_id, began):
            yield f"outbox {row.id} for grant {subject} reached {effect.chat_id} at {began}"
        if rule == "follower" and not _follows(record, int(subject), effect.chat_id):
            yield f"outbox {row.id} for followers of {subject} reached {effect.chat_id}"


def questions_on_phones_are_the_present_ones(record: Record) -> Iterator[str]:
    """Where a conversation is open, the newest question on the phone is the one it waits for."""
    for talk in record.rows("SELECT id, chat_id, version FROM talk WHERE state = 'open'"):
        if not record.is_reachable(talk["chat_id"]):
            continue
        last = record.last_effect(talk["chat_id"], f"talk:{talk['id']}")
        if last is None:
            yield f"talk {talk['id']} is open and shows nothing"
            continue
        effect, row = last
        if _version(row) != talk["version"]:
            yield f"talk {talk['id']} is at {talk['version']}, its phone at {row.once}"
        if effect.message_id not in record.world.telegram.phone(talk["chat_id"]):
            yield f"talk {talk['id']} is open and its question was taken away"


def _version(row: Row) -> int:
    return int(row.once.split(":")[2])


def _held(record: Record, grant: int, chat_id: int, at: int) -> bool:
    sql = (
        "SELECT telegram_id, granted_at, revoked_at FROM role_grant"
        " JOIN person ON person.id = person_id WHERE role_grant.id = ?"
    )
    found = record.rows(sql, grant)[0]
    until = found["revoked_at"]
    in_time = found["granted_at"] <= at and (until is None or at <= until + ON_THE_WAY)
    return bool(found["telegram_id"] == chat_id and in_time)


def _follows(record: Record, case: int, chat_id: int) -> bool:
    sql = (
        "SELECT 1 FROM case_follower JOIN person ON person.id = person_id"
        " WHERE case_id = ? AND telegram_id = ?"
    )
    return bool(record.rows(sql, case, chat_id))
