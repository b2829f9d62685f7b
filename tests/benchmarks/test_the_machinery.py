"""The benchmark measures what it says: real contestants for a few updates, sums by hand.

Nothing here looks at a clock: how fast something is says no test.
"""

import sys

import pytest

from benchmarks.__main__ import main
from benchmarks.comparing import Size, Spread, ratios, spread, table, take_turns
from benchmarks.crowd import FIRST_PERSON, TURNS, Crowd, Plan
from benchmarks.measuring import Round


class Scripted:
    """A contestant whose rounds cost what the script says."""

    def __init__(self, name: str, costs: list[float], order: list[str]) -> None:
        self.name = name
        self._costs = iter(costs)
        self._order = order

    def round(self, people: int, together: int) -> Round:
        """Cost what is next."""
        self._order.append(self.name)
        return Round(next(self._costs), 1.0, people * together, {"sendMessage": people})


needs_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="another process's CPU clock is read as Linux has it"
)


@needs_linux
@pytest.mark.timeout(120)
def test_every_contestant_runs_and_every_report_becomes_a_case() -> None:
    small = ("--rounds", "1", "--people", "2", "--together", "2", "--warm-up", "1")
    lines = main(small).splitlines()
    names = [line.split(" | ")[0] for line in lines[2:]]
    assert names[0] == "| 小巷"
    assert "| echo, stock PTB 22.8" in names
    assert "| echo, aiogram 3.31" in names


@needs_linux
@pytest.mark.timeout(120)
def test_a_database_with_old_cases_is_measured_beside_a_small_one() -> None:
    small = ("--rounds", "1", "--people", "1", "--warm-up", "1", "--cases", "2000")
    lines = main(small).splitlines()
    assert [line.split(" | ")[0] for line in lines[2:]] == [
        "| 小巷, 2,000 cases",
        "| 小巷, 1,000 cases",
    ]


def test_contestants_take_turns_forwards_and_backwards() -> None:
    order: list[str] = []
    contestants = [Scripted(name, [1.0, 2.0], order) for name in ("a", "b", "c")]
    take_turns(contestants, Size(2, 1, 1))
    assert order == ["a", "b", "c", "c", "b", "a"]


def test_ratios_are_taken_round_by_round() -> None:
    ours = [Round(cost, 1.0, 10, {}) for cost in (1.0, 4.0, 9.0)]
    theirs = [Round(cost, 1.0, 10, {}) for cost in (2.0, 4.0, 6.0)]
    assert ratios(ours, theirs) == Spread(0.5, 1.0, 1.5)


def test_the_spread_is_given_in_quartiles() -> None:
    assert spread([1.0, 2.0, 3.0, 4.0, 5.0]) == Spread(2.0, 3.0, 4.0)


def test_the_table_names_cost_speed_ratio_and_calls() -> None:
    results = {"a": [Round(10.0, 2.0, 10, {"x": 15})], "b": [Round(20.0, 1.0, 10, {"x": 10})]}
    assert table(results, "a").splitlines()[2:] == [
        "| a | 1.000 (1.000–1.000) | 5 | 1.00 (1.00–1.00) | 1.50 |",
        "| b | 2.000 (2.000–2.000) | 10 | 0.50 (0.50–0.50) | 1.00 |",
    ]


def test_people_wait_for_an_answer_before_they_go_on() -> None:
    crowd = Crowd()
    crowd.begin(Plan(first=0, people=2, together=1))
    for number in range(1, 2 * len(TURNS) + 1):
        assert [update for update, _ in crowd.waiting] == [number]
        crowd.confirm(number + 1)
        person = FIRST_PERSON + (number - 1) // len(TURNS)
        crowd.answered(person + 7_000_000)  # an answer to somebody else moves nobody
        assert not crowd.waiting
        assert not crowd.is_done
        crowd.answered(person)
    assert crowd.is_done


def test_updates_come_again_until_they_are_confirmed() -> None:
    crowd = Crowd()
    crowd.begin(Plan(first=0, people=3, together=3))
    assert crowd.handed_out(2) == crowd.handed_out(2)
    assert len(crowd.handed_out(9)) == 3
    crowd.confirm(3)
    assert [update for update, _ in crowd.waiting] == [3]
