"""Worlds with one seed each: people, a faulty Telegram, and a program that dies anywhere.

    uv run pytest tests/simulation                  300 worlds, two at a time
    uv run pytest tests/simulation --seed=17        one world again, exactly as it was
    uv run pytest tests/simulation --seeds=5000     before a release
    uv run pytest tests/simulation --mutants        proves that mistakes in the core are seen

The program is the real one from the inbox to the outbox; only Telegram, the people, the clock and
the way to the disk are made up. `invariants.py` lists what must hold when a world is over.
"""

import pytest

from tests.conftest import Tell
from tests.simulation.runs import kinds_counted, run_seed, run_seeds, told

ENOUGH = 300
"""Worlds in which everything must have happened that a promise is about (see `kinds.py`)."""


@pytest.mark.timeout(0)
def test_every_world_ends_as_it_should(seeds: range, figures: Tell) -> None:
    summaries = run_seeds(seeds)
    figures(
        f"{len(summaries)} worlds, {sum(each.deaths for each in summaries)} deaths,"
        f" {sum(each.updates for each in summaries)} updates,"
        f" {sum(each.resent for each in summaries)} presses sent again,"
        f" {sum(each.messages for each in summaries)} messages,"
        f" {sum(each.cases for each in summaries)} cases"
    )
    assert not told(summaries), told(summaries)
    kinds = kinds_counted(summaries)
    figures(", ".join(f"{kind}: {number}" for kind, number in kinds.items()))
    never = [kind for kind, number in kinds.items() if number == 0]
    assert len(summaries) < ENOUGH or not never, f"never came about: {never}"


def test_the_same_seed_is_the_same_world() -> None:
    first, second = run_seed(17), run_seed(17)
    assert first.digest == second.digest
    assert first == second


def test_another_seed_is_another_world() -> None:
    assert run_seed(17).digest != run_seed(18).digest
