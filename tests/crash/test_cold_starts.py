"""The command itself is started cold, as an operator does it, and killed."""

import random
from pathlib import Path

import pytest

from playground.server import Playground
from tests.crash.alley import Alley, Prepared
from tests.crash.nursery import ColdNursery
from tests.crash.plan import Kill
from tests.crash.siege import Siege

pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]

KILLS = (
    Kill(after_seconds=0.6, while_opening=True),
    Kill("after_inbox_commit:2"),
    Kill(after_seconds=0.5),
    Kill("mid_turn:2"),
    Kill(after_seconds=0.9, while_opening=True),
    Kill("after_send:3"),
    Kill(after_seconds=0.3),
    Kill("before_mark:2"),
    Kill(after_seconds=0.7),
    Kill("mid_take_back:1"),
)


async def test_the_command_itself_survives_ten_kills(
    prepared: Prepared, playground: Playground, tmp_path: Path
) -> None:
    alley = Alley.of(prepared, playground, tmp_path / "alley", ColdNursery())
    siege = Siege(alley, random.Random(10))
    await siege.run(KILLS)
    assert not siege.complaints, "\n".join(siege.complaints)
    assert max(alley.intake_seconds) <= 15.0
