"""Days as people say them, on Wednesday, 25 November 2026."""

from datetime import date

import pytest

from bot.spoken_days import spoken_day

WEDNESDAY = date(2026, 11, 25)
DAYS = [
    ("今天", "2026-11-25"),
    ("明天", "2026-11-26"),
    ("到后天", "2026-11-27"),
    ("後天", "2026-11-27"),
    ("today", "2026-11-25"),
    ("Until tomorrow", "2026-11-26"),
    ("周日", "2026-11-29"),
    ("星期天", "2026-11-29"),
    ("周三", "2026-11-25"),
    ("周一", "2026-11-30"),
    ("这周五", "2026-11-27"),
    ("下周日", "2026-12-06"),
    ("下个星期一", "2026-11-30"),
    ("Sunday", "2026-11-29"),
    ("next Sunday", "2026-12-06"),
    ("", ""),
    ("昨天", ""),
    ("明天下午", ""),
    ("下周", ""),
    ("11月30日", ""),
]


@pytest.mark.parametrize(("said", "day"), DAYS)
def test_a_day_is_counted_from_today(said: str, day: str) -> None:
    found = spoken_day(said, WEDNESDAY)
    assert (found.isoformat() if found else "") == day
