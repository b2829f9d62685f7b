"""On what grounds somebody speaks for another one, and what the worker must have seen of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.instants import Instant

SIGNED, GUARDIAN, IN_PERSON, NOTHING = "signed", "guardian", "in_person", "nothing"
# In the order in which they are offered; with nothing at all, nothing is taken on.
BASES = (SIGNED, GUARDIAN, IN_PERSON, NOTHING)
# What will do instead of what was spoken of. A child's guardian cannot be replaced by the child.
PROOFS: Mapping[str, tuple[str, ...]] = {
    SIGNED: (SIGNED, IN_PERSON),
    GUARDIAN: (GUARDIAN,),
    IN_PERSON: (IN_PERSON, SIGNED),
}
# Why an errand that was accepted waits: the worker has seen no proof; the resident has it now.
PROOF_MISSING, PROOF_READY = "proof_missing", "proof_ready"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was seen (one of `PROOFS`), by which person of the staff (id and name), and when."""

    kind: str
    seen_by: int
    name: str
    seen_at: Instant
