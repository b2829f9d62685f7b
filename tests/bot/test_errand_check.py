"""What an errand takes over from a check: the papers an agent needs, the day that was chosen."""

from bot.errand_check import day_read, day_written, papers_for_errand
from tests.bot.jiangwan import guide
from tests.rows import each_of

# The service, what was answered; what is needed and what is not when a cadre goes.
NEEDED: list[tuple[str, dict[str, bool], set[str], set[str]]] = [
    (
        "senior_card",
        {"registered_here": True},
        {"id_card", "photo_1in", "agent_id"},
        # What was agreed to with the errand stands for a letter.
        {"res_permit", "authorisation"},
    ),
    ("senior_card", {"registered_here": False}, {"id_card", "res_permit", "agent_id"}, set()),
    # Whoever may not at all needs nothing.
    ("senior_card", {"is_sixty": False}, set(), {"id_card", "agent_id"}),
]


@each_of(NEEDED)
def test_exactly_what_applies_is_taken_along(
    service: str, answers: dict[str, bool], needed: set[str], others: set[str]
) -> None:
    usual = {"is_sixty": True, "only_for_buses": False, "agent": False}
    found = set(papers_for_errand(guide(), guide().services[service], usual | answers))
    assert needed <= found
    assert not others & found


DAYS = [
    ("2026-11-26", 9 * 60, "day:2026-11-26:morning", ("2026-11-26", "morning")),
    ("2026-11-26", 14 * 60, "day:2026-11-26:afternoon", ("2026-11-26", "afternoon")),
    ("2026-11-26", None, "day:2026-11-26:", ("2026-11-26", "")),
    ("", None, "", ("", "")),
]


@each_of(DAYS)
def test_a_day_is_kept_and_read_again(
    day: str, minute: int | None, written: str, read: tuple[str, str]
) -> None:
    assert day_written(day, minute) == written
    assert day_read(written) == read


def test_words_of_ones_own_are_no_day() -> None:
    assert day_read("周四下午") == day_read("any") == ("", "")
