"""What must come about in a run: a promise about what never happens proves nothing."""

from collections.abc import Mapping

from tests.simulation.world import World

KINDS: Mapping[str, str] = {
    "case": "SELECT count(*) FROM report_case",
    "case that was moved": "SELECT count(*) FROM case_entry",
    "errand": "SELECT count(*) FROM errand",
    "errand that was accepted": "SELECT count(*) FROM audit WHERE action = 'errand.accept'",
    "errand that came back": "SELECT count(*) FROM errand WHERE state = 'returned'",
    "errand that was called off": "SELECT count(*) FROM audit WHERE action = 'errand.recall'",
    "paper that changed hands": "SELECT count(*) FROM custody WHERE step > 0",
    "hand-over that both confirmed": "SELECT count(*) FROM custody WHERE step > 0"
    " AND given_at IS NOT NULL AND received_at IS NOT NULL",
    "hand-over that was denied": "SELECT count(*) FROM custody WHERE disputed_at IS NOT NULL",
    "appointment": "SELECT count(*) FROM appointment",
    "appointment that was moved": "SELECT count(*) FROM appointment WHERE version > 1"
    " AND state = 'booked'",
    "appointment that was taken back": "SELECT count(*) FROM appointment"
    " WHERE state = 'cancelled'",
    "ticket": "SELECT count(*) FROM ticket",
    "ticket that was called": "SELECT count(*) FROM ticket WHERE called_at IS NOT NULL",
    "ticket that was served": "SELECT count(*) FROM ticket WHERE state = 'finished'",
    "check of papers": "SELECT count(*) FROM pre_check",
    "photo of a paper": "SELECT count(*) FROM photographed",
    "photo that a clerk has judged": "SELECT count(*) FROM paper_photo WHERE seen_by <> ''",
    "photo that was taken back": "SELECT count(*) FROM photographed"
    " WHERE check_id NOT IN (SELECT check_id FROM photo_consent)",
    "confidential matter": "SELECT count(*) FROM private_matter",
    "confidential matter that was taken up": "SELECT count(*) FROM private_matter"
    " WHERE helper <> ''",
    "confidential word to the other side": "SELECT count(*) FROM private_matter_note",
    "confidential matter that was withdrawn": "SELECT count(*) FROM private_matter"
    " WHERE state = 'withdrawn'",
    "request of an offer": "SELECT count(*) FROM offer_request",
    "request that was agreed on": "SELECT count(*) FROM offer_request"
    " WHERE state IN ('agreed', 'done')",
    "request that another time was proposed for": "SELECT count(*) FROM offer_request"
    " WHERE state = 'proposed'",
    "reminder of an appointment, of papers or of an offer": "SELECT count(*) FROM outbox"
    " WHERE state = 'sent' AND (once LIKE '%:reminder' OR once LIKE 'check:%:reminder:%')",
    "reminder of an errand": "SELECT count(*) FROM outbox"
    " WHERE once LIKE '%errand:%:errand_%:%' AND state = 'sent'",
    "errand that the clerks were told of": "SELECT count(*) FROM task"
    " WHERE kind IN ('errand_accept', 'errand_promise', 'errand_custody')",
}


def counted(world: World) -> tuple[int, ...]:
    """Count each kind in a finished world, in the order of the table."""
    return tuple(int(world.disk.execute(sql).fetchone()[0]) for sql in KINDS.values())
