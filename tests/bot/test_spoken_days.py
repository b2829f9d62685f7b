"""Days as people say them, on Wednesday, 25 November 2026."""

from datetime import date

import pytest

from bot.spoken_days import days_named, last_day_said, spoken_day, without_days
from tests.rows import each_of

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
IN_A_TEXT = [
    ("预约明天上午办社保", ["2026-11-26"]),
    ("大后天早上", ["2026-11-28"]),
    ("明早九点", ["2026-11-26"]),
    ("10月1号上班吗", ["2027-10-01"]),
    ("28号开门吗", ["2026-11-28"]),
    ("1号上班吗", ["2026-12-01"]),
    ("下个月15号上班不", ["2026-12-15"]),
    ("这个月28号", ["2026-11-28"]),
    ("25号", ["2026-11-25"]),
    ("十二月二十五日上午9点", ["2026-12-25"]),
    ("11-30上午", ["2026-11-30"]),
    ("12/1", ["2026-12-01"]),
    ("周末开门吗", ["2026-11-28", "2026-11-29"]),
    ("下周末", ["2026-12-05", "2026-12-06"]),
    ("are you open at the weekend", ["2026-11-28", "2026-11-29"]),
    ("open on Nov 30?", ["2026-11-30"]),
    ("the 30th of November at 10", ["2026-11-30"]),
    ("3号窗口在哪", []),
    ("我在5号楼", []),
    ("2月31号", []),
    ("13月5号", []),
    ("几点上班", []),
    ("13800000011", []),
    ("", []),
]


@pytest.mark.parametrize(("said", "day"), DAYS)
def test_a_day_is_counted_from_today(said: str, day: str) -> None:
    found = spoken_day(said, WEDNESDAY)
    assert (found.isoformat() if found else "") == day


@each_of(IN_A_TEXT)
def test_days_are_found_in_a_text(text: str, days: list[str]) -> None:
    assert [day.isoformat() for day in days_named(text, WEDNESDAY)] == days


def test_what_is_over_of_a_weekend_is_not_asked_for() -> None:
    assert days_named("周末", date(2026, 11, 29)) == (date(2026, 11, 29),)


def test_what_is_left_without_days() -> None:
    assert without_days("预约明天或者12月1号").replace(" ", "") == "预约或者"


LAST_DAYS = [
    ("2026年12月31日", "2026-12-31"),
    ("2030.01.15", "2030-01-15"),
    ("2027年3月", "2027-03-31"),
    ("有效期到2026-11-24", "2026-11-24"),
    ("12月31号", "2026-12-31"),
    ("11月1日到期", "2026-11-01"),
    ("10月1日", "2026-10-01"),
    ("3月1日", "2027-03-01"),
    ("28号", "2026-11-28"),
    ("昨天", "2026-11-24"),
    ("明天就过期", "2026-11-26"),
    ("Dec 31", "2026-12-31"),
    ("yesterday", "2026-11-24"),
    ("月底", "2026-11-30"),
    ("这个月底", "2026-11-30"),
    ("下个月底", "2026-12-31"),
    ("1月底", "2027-01-31"),
    ("年底", "2026-12-31"),
    ("at the end of the month", "2026-11-30"),
    ("上个月底", ""),
    ("长期有效", "9999-12-31"),
    ("for life", "9999-12-31"),
    ("2026年2月31日", ""),
    ("不记得了", ""),
    ("", ""),
]


@each_of(LAST_DAYS)
def test_the_last_day_of_a_paper_may_be_over(text: str, day: str) -> None:
    found = last_day_said(text, WEDNESDAY)
    assert (found.isoformat() if found else "") == day
