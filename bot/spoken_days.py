"""Days as people say them, counted from today: 后天, 下周日, tomorrow, next Sunday."""

import re
from datetime import date, timedelta

from bot.plain_text import narrow

_FROM_TODAY = {
    "今天": 0,
    "今日": 0,
    "today": 0,
    "明天": 1,
    "明日": 1,
    "tomorrow": 1,
    "后天": 2,
    "後天": 2,
    "the day after tomorrow": 2,
    "大后天": 3,
    "大後天": 3,
}
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS = {
    **{name: day for day, name in enumerate("一二三四五六日")},
    **{name: day for day, name in enumerate(_ENGLISH)},
    "天": 6,
}
_UNTIL = re.compile(r"^(?:到|直到|until |till )")
_CHINESE_WEEKDAY = re.compile(
    r"(?P<which>[这這本]|下)?个?(?:周|週|星期|礼拜|禮拜)(?P<day>[一二三四五六日天])"
)
_ENGLISH_WEEKDAY = re.compile(rf"(?:(?P<which>this|next) )?(?P<day>{'|'.join(_ENGLISH)})")

# The longer word first: 大后天 is not 后天.
_COUNTED = "|".join(sorted(_FROM_TODAY, key=len, reverse=True))
_ANY_DAY = re.compile(
    r"|".join(
        (
            _COUNTED,
            r"[这這本下]?个?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]",
            rf"(?:(?:this|next) )?(?:{'|'.join(_ENGLISH)})",
        )
    )
)


def spoken_day(text: str, today: date) -> date | None:
    """Return the day that somebody typed; None when it is no day that is counted from today."""
    said = _UNTIL.sub("", narrow(text).strip()).strip()
    if said in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[said])
    match = _CHINESE_WEEKDAY.fullmatch(said) or _ENGLISH_WEEKDAY.fullmatch(said)
    if match is None:
        return None
    return _weekday(_WEEKDAYS[match["day"]], today, is_next=match["which"] in {"下", "next"})


def day_named(text: str, today: date) -> date | None:
    """Return the first day that stands somewhere in a text; None when it names none."""
    found = _ANY_DAY.search(narrow(text))
    return spoken_day(found[0], today) if found else None


def _weekday(weekday: int, today: date, *, is_next: bool) -> date:
    """Return the coming day of this name, or the one of the week after this, which ends Sunday."""
    if is_next:
        return today + timedelta(days=7 + weekday - today.weekday())
    return today + timedelta(days=(weekday - today.weekday()) % 7)
