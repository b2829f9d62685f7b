"""Parts of a day and times as people say them; greetings and 早一点 are none."""

from bot.spoken_times import Part, clock_named, part_named, without_times
from tests.rows import each_of

PARTS = [
    ("明天上午", Part.MORNING),
    ("明早", Part.MORNING),
    ("tomorrow morning", Part.MORNING),
    ("你们中午休息吗", Part.NOON),
    ("open at lunch time?", Part.NOON),
    ("下午三点", Part.AFTERNOON),
    ("Friday afternoon", Part.AFTERNOON),
    ("晚上开门吗", Part.EVENING),
    ("下班后还能办吗", Part.EVENING),
    ("上午还是下午", Part.MORNING),
    ("早上好，你们开门吗", None),
    ("Good afternoon, are you open?", None),
    ("几点开门", None),
]
CLOCKS = [
    ("周五下午3点半", "下午3点半"),
    ("明早九点", "九点"),
    ("下午一点", "下午一点"),
    ("10:30来", "10:30"),
    ("next Monday at 10", "10"),
    ("Friday at 3 pm", "3 pm"),
    ("9 o'clock", "9"),
    ("早一点去", ""),
    ("一点都不好", ""),
    ("几点开门", ""),
    ("at 10am", "10am"),
]


@each_of(PARTS)
def test_a_part_of_the_day_is_heard(text: str, part: Part | None) -> None:
    assert part_named(text) is part


@each_of(CLOCKS)
def test_a_time_of_day_is_heard(text: str, clock: str) -> None:
    assert clock_named(text) == clock


def test_what_is_left_without_them() -> None:
    assert without_times("早上好，预约下午3点").replace(" ", "") == ",预约"
