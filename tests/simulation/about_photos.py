"""Photos of papers: with the clerks only while the person agrees, and judged once."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tests.simulation.about_messages import ON_THE_WAY
from tests.simulation.record import Record

CARD = "paper_photo.card"
OWNER = """
SELECT telegram_id FROM pre_check JOIN person ON person.id = person_id WHERE pre_check.id = ?
"""


def no_photo_reaches_anybody_without_consent(record: Record) -> Iterator[str]:
    """See that whoever was shown a photo of a paper was so while its person agreed to it."""
    checks: dict[str, set[int]] = defaultdict(set)
    for row in record.rows("SELECT file_id, check_id FROM photographed"):
        checks[row["file_id"]].add(row["check_id"])
    agreed, ended = _agreed(record), _taken_back(record)
    for effect in record.world.telegram.effects:
        is_card = record.outbox[effect.errand.row].key == CARD
        of = checks.get(effect.file, set()) if effect.file else set()
        if is_card and effect.file and not of:
            yield f"{effect.file}, which nobody agreed to show, reached {effect.chat_id}"
        if not is_card:
            continue
        at = record.at(effect.errand.began)
        for check in of:
            if not _is_agreed(at, agreed[check], ended[check]):
                yield f"{effect.file} of check {check} reached {effect.chat_id} at {at}"


def every_consent_was_given(record: Record) -> Iterator[str]:
    """See that whoever is said to have agreed has said so, in a conversation of her own."""
    said = {row[0] for row in record.rows("SELECT check_id FROM said_yes")}
    for row in record.rows("SELECT DISTINCT check_id FROM consented"):
        if row["check_id"] not in said:
            yield f"nobody has agreed that the clerks see photos of check {row['check_id']}"


def photos_leave_with_the_consent(record: Record) -> Iterator[str]:
    """See that nothing of a photo is kept after its person has taken it back."""
    agreed, ended = _agreed(record), _taken_back(record)
    for row in record.rows("SELECT DISTINCT check_id FROM paper_photo"):
        check = row["check_id"]
        if not _is_agreed(record.world.ended_at, agreed[check], ended[check]):
            yield f"check {check} has photos, and its person has taken them back"


def _is_agreed(at: int, agreed: Sequence[int], ended: Sequence[int]) -> bool:
    """Whether the last word before an instant was a yes; a message may be on its way still."""
    last_yes = max((each for each in agreed if each <= at), default=None)
    last_no = max((each for each in ended if each <= at - ON_THE_WAY), default=None)
    return last_yes is not None and (last_no is None or last_no < last_yes)


def _agreed(record: Record) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for row in record.rows("SELECT check_id, at FROM consented"):
        found[row["check_id"]].append(row["at"])
    return found


def _taken_back(record: Record) -> Mapping[int, list[int]]:
    """Return when people pressed that the window shall see nothing, as the presses say."""
    actions = {
        bytes(row["token_hash"]): json.loads(row["actions"])
        for row in record.rows(
            "SELECT token_hash, actions FROM prompt WHERE instr(actions, 'take_back')"
        )
    }
    found: dict[int, list[int]] = defaultdict(list)
    for row in record.rows("SELECT * FROM press"):
        action = actions.get(bytes(row["token_hash"]), {})
        done = action[row["position"]] if action else [""]
        if done[0] == "open_to_window" and done[2] == "take_back":
            found[int(done[1])].append(row["pressed_at"])
    return found
