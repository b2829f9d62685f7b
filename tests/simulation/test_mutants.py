"""The simulation judged: every mistake shows itself within twenty worlds (`--mutants`)."""

import pytest

from tests.simulation.mutants import MUTANTS
from tests.simulation.runs import first_wrong

WITHIN = range(1, 21)


@pytest.mark.timeout(0)
@pytest.mark.parametrize("mistake", MUTANTS)
def test_a_mistake_is_seen(mistake: str) -> None:
    with MUTANTS[mistake]():
        found = first_wrong(WITHIN)
    assert found is not None, f"a program that {mistake} passes {len(WITHIN)} worlds"
