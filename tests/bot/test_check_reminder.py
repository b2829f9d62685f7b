"""When somebody is reminded of missing papers."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.check_reminder import next_reminder

ZONE = ZoneInfo("Asia/Shanghai")
# Now; the chosen day; how often before; when.
ROWS = [
    ("2026-11-26 10:00", "", 0, "2026-11-29 18:00"),
    ("2026-11-26 23:59", "", 1, "2026-11-29 18:00"),
    ("2026-11-26 10:00", "", 2, None),
    ("2026-11-26 10:00", "2026-12-01", 0, "2026-11-30 18:00"),
    ("2026-11-26 10:00", "2026-12-01", 1, "2026-11-30 18:00"),
    ("2026-11-26 10:00", "2026-12-01", 2, None),
    ("2026-11-26 10:00", "2026-11-27", 0, "2026-11-26 18:00"),
    ("2026-11-26 18:00", "2026-11-27", 0, None),
    ("2026-11-26 10:00", "2026-11-26", 0, None),
    ("2026-11-26 10:00", "2026-11-25", 0, "2026-11-29 18:00"),
    ("2026-12-30 10:00", "", 0, "2027-01-02 18:00"),
]


@pytest.mark.parametrize(("now", "going_on", "reminded", "at"), ROWS)
def test_reminders_come_in_the_evening_and_seldom(
    now: str, going_on: str, reminded: int, at: str | None
) -> None:
    found = next_reminder(local(now), going_on, reminded)
    assert (found.at if found else None) == (local(at) if at else None)
    assert found is None or found.at < found.useless_from


def local(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZONE)
