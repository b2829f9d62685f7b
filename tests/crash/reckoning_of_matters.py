"""The reckoning of errands, bookings and photos of papers: nothing lost, nothing doubled."""

from collections.abc import Iterator

from tests.crash.reckoning import Books
from tests.simulation.about_errands import (
    a_finished_errand_holds_no_paper,
    each_original_has_one_holder,
    every_change_of_hands_is_written_down,
)
from tests.simulation.about_places import no_time_at_a_window_is_overbooked, queues_are_in_order

CHECKS = (
    each_original_has_one_holder,
    every_change_of_hands_is_written_down,
    a_finished_errand_holds_no_paper,
    no_time_at_a_window_is_overbooked,
    queues_are_in_order,
)
FIGURES = {
    "errands": "SELECT count(*) FROM errand",
    "papers handed over": "SELECT count(*) FROM custody WHERE step > 0",
    "bookings": "SELECT count(*) FROM appointment",
    "photos of papers": "SELECT count(*) FROM paper_photo",
}
# Everybody wishes for each of these once; what is found twice was done twice.
ONCE = {
    "errand": "SELECT person_id || ' ' || service FROM errand GROUP BY 1 HAVING count(*) > 1",
    "appointment": "SELECT person_id || ' ' || service FROM appointment"
    " GROUP BY 1 HAVING count(*) > 1",
    "photo": "SELECT check_id || ' ' || paper || ' ' || file_unique_id FROM paper_photo"
    " WHERE file_unique_id <> '' GROUP BY 1 HAVING count(*) > 1",
}
# Each errand was asked for in one turn, and was written into the audit in it.
UNASKED = """
SELECT errand.id FROM errand WHERE 1 <> (
    SELECT count(*) FROM audit WHERE action = 'errand.ask' AND subject = 'errand:' || errand.id
)
"""
UNSEEN = "SELECT id FROM paper_photo WHERE state = 'measuring'"


def matters_complaints(books: Books, figures: dict[str, int]) -> Iterator[str]:
    """Return everything that does not fit; counts go into the figures."""
    figures |= {name: books.all(query)[0][0] for name, query in FIGURES.items()}
    for check in CHECKS:
        yield from check(books)
    for kind, query in ONCE.items():
        for row in books.all(query):
            yield f"the {kind} {row[0]} is there more than once"
    for row in books.all(UNASKED):
        yield f"errand {row[0]} was not asked for once"
    for row in books.all(UNSEEN):
        yield f"nobody has looked at photo {row[0]} of a paper"
