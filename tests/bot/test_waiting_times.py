"""Median and ninetieth percentile of each service, by hand."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bot.waiting_times import PROMISED_SECONDS, Served, percentile, waiting_times
from tests.rows import each_of

# Each row: seconds of the visits, the median, the ninetieth percentile, and whether that is
# too thin to go by and keeps the promise.
ROWS = [
    ([300], 300, 300, "thin kept"),
    ([100, 200], 100, 200, "thin kept"),
    ([300, 100, 200], 200, 300, "thin kept"),
    ([100, 200, 300, 400], 200, 400, "thin kept"),
    ([60, 60, 60, 60, 60], 60, 60, "kept"),
    (list(range(1, 11)), 5, 9, "kept"),
    ([*[60] * 9, 3600], 60, 60, "kept"),
    ([*[60] * 8, 3600, 3600], 60, 3600, ""),
    ([PROMISED_SECONDS] * 5, 600, 600, "kept"),
    ([PROMISED_SECONDS + 1] * 5, 601, 601, ""),
    ([-5, 0], 0, 0, "thin kept"),
    ([60, 3601], 60, 60, "thin kept"),
]


@each_of(ROWS)
def test_figures_are_as_counted_by_hand(
    seconds: Sequence[int], median: int, ninetieth: int, traits: str
) -> None:
    (found,) = waiting_times(Served("residence_permit", each) for each in seconds)
    assert (found.median, found.ninetieth) == (median, ninetieth)
    assert found.is_thin == ("thin" in traits)
    assert found.keeps_promise == ("kept" in traits)


def test_services_are_kept_apart_and_the_slowest_comes_first() -> None:
    visits = [Served("a", 10), Served("b", 900), Served("c", 500), Served("b", 20)]
    assert [each.service for each in waiting_times(visits)] == ["b", "c", "a"]


def test_of_nobody_nothing_is_said() -> None:
    assert waiting_times([]) == ()
    assert waiting_times([Served("a", -1)]) == ()


@given(st.lists(st.integers(0, 10_000), min_size=1), st.integers(1, 100))
def test_so_many_percent_do_not_exceed_a_percentile(values: list[int], percent: int) -> None:
    found = percentile(sorted(values), percent)
    assert found in values
    assert sum(each <= found for each in values) * 100 >= percent * len(values)
    assert sum(each < found for each in values) * 100 < percent * len(values)
