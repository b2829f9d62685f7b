"""The bot is killed two hundred times under load and in bad weather.

And nothing is lost or done twice.
"""

import asyncio
import contextlib
import random
import statistics
from collections import Counter
from pathlib import Path

import pytest

from playground.server import Playground
from tests.conftest import Tell
from tests.crash.alley import Alley, Prepared
from tests.crash.nursery import WarmNursery
from tests.crash.plan import plans
from tests.crash.reckoning_of_matters import FIGURES
from tests.crash.siege import Siege

ALLEYS = 5
INTAKE_SECONDS = 15.0
ENOUGH = 100
"""Kills in which every kind of thing must have come about that is reckoned up."""

pytestmark = [pytest.mark.crash, pytest.mark.timeout(900)]


async def test_nothing_is_lost_doubled_or_missing_however_often_it_is_killed(
    prepared: Prepared,
    warm: WarmNursery,
    tmp_path: Path,
    kills: int,
    figures: Tell,
) -> None:
    if not kills:
        pytest.skip("no kills were asked for (--kills=0)")
    seed = random.randrange(10**6)
    planned = plans(kills, ALLEYS, random.Random(seed))
    async with contextlib.AsyncExitStack() as stack:
        sieges = []
        for number in range(ALLEYS):
            telegram = await stack.enter_async_context(Playground())
            alley = Alley.of(prepared, telegram, tmp_path / f"alley-{number}", warm)
            sieges.append(Siege(alley, random.Random(seed + number)))
        await asyncio.gather(
            *(siege.run(mine) for siege, mine in zip(sieges, planned, strict=True))
        )
    counted: Counter[str] = Counter()
    for siege in sieges:
        counted.update(siege.figures)
    intake = [seconds for siege in sieges for seconds in siege.alley.intake_seconds]
    figures(
        f"{kills} kills, seed {seed}: {dict(counted)}, "
        f"start to intake {statistics.median(intake):.2f} s, at most {max(intake):.2f} s"
    )
    complaints = [complaint for siege in sieges for complaint in siege.complaints]
    assert not complaints, "\n".join(complaints)
    assert max(intake) <= INTAKE_SECONDS
    assert counted["reports"] > kills
    assert kills < ENOUGH or all(counted[name] for name in FIGURES), counted
