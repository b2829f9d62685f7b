"""Days as people say them, counted from today: 后天, 下周日, 12月1号, tomorrow, next Sunday."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.numerals import amount
from bot.plain_text import narrow

_FROM_TODAY = {
    "今天": 0,
    "今日": 0,
    "今儿": 0,
    "今早": 0,
    "今晚": 0,
    "today": 0,
    "tonight": 0,
    "明天": 1,
    "明日": 1,
    "明儿": 1,
    "明早": 1,
    "明晚": 1,
    "明上午": 1,
    "明下午": 1,
    "tomorrow": 1,
    "后天": 2,
    "後天": 2,
    "后日": 2,
    "the day after tomorrow": 2,
    "大后天": 3,
    "大後天": 3,
}
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS = {
    **{name: day for day, name in enumerate("一二三四五六日")},
    **{name: day for day, name in enumerate(_ENGLISH)},
    "天": 6,
    "末": 5,
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_UNTIL = re.compile(r"^(?:到|直到|until |till )")
_CHINESE_WEEKDAY = re.compile(
    r"(?P<which>[这這本]|下)?个?(?:周|週|星期|礼拜|禮拜)(?P<day>[一二三四五六日天末])"
)
_ENGLISH_WEEKDAY = re.compile(rf"(?:(?P<which>this|next) )?(?P<day>{'|'.join(_ENGLISH)})")
_NUMBER = "[0-9]{1,2}|[正一二三四五六七八九十廿]{1,3}"
# Behind a number that counts something else there is no day: 3号窗口, 5号楼.
_DATE = re.compile(
    rf"(?:(?P<month>{_NUMBER})月(?:份)?)?(?P<day>{_NUMBER})[号號日](?![楼栋幢门窗线院单])"
    r"|(?<![0-9-])(?P<month2>1[0-2]|0?[1-9])[-/](?P<day2>[0-9]{1,2})(?![0-9-])"
    rf"|(?P<month3>{_NUMBER})月(?P<day3>{_NUMBER})"
)
_MONTH_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_ENGLISH_DATE = re.compile(
    rf"\b{_MONTH_NAME} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|\b(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH_NAME.replace('name', 'name2')}"
)

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
_WEEKEND = re.compile(
    r"(?P<which>[这這本]|下)?个?(?:周|週|星期|礼拜|禮拜)末|双休日"
    r"|(?P<english>this |next )?weekends?"
)


_NEXT_MONTH = re.compile(r"下个?月(?:份)?(?=[0-9一二三廿十])")
_THIS_MONTH = re.compile(r"(?:这个?|本)月(?:份)?")
_FULL_DATE = re.compile(
    r"(?P<year>20[0-9]{2}) ?[年./-] ?(?P<month>[0-9]{1,2})(?: ?[月./-] ?(?P<day>[0-9]{1,2}))?"
)
_FULL_DAY = re.compile(r"20[0-9]{2} ?[年./-] ?[0-9]{1,2} ?[月./-] ?[0-9]{1,2}[日号號]?")
_FOR_EVER = ("长期", "長期", "永久", "一直有效", "long-term", "long term", "for life", "no expiry")
_MONTH_END = re.compile(
    rf"(?<!上)(?<!上个)(?P<next>下个?)?(?P<month>{_NUMBER})?月(?:份)?[底末]"
    r"|end of (?:the |this )?month"
)
_YEAR_END = re.compile(r"(?<!明)(?<!去)(?<!明年)(?<!去年)年[底末]|end of (?:the|this) year")
_BEFORE_TODAY = {"昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2}


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
    full = _FULL_DATE.search(narrow(text))
    if full and full["day"]:
        day = _last_of(int(full["year"]), int(full["month"]), int(full["day"]))
        return day if day and day >= today else None
    said = _NEXT_MONTH.sub(f"{today.month % 12 + 1}月", _THIS_MONTH.sub("", narrow(text)))
    found = _ANY_DAY.search(said)
    return spoken_day(found[0], today) if found else _dated(said, today)


def days_named(text: str, today: date) -> tuple[date, ...]:
    """Return the days that a text asks about: a weekend is two of them."""
    weekend = _WEEKEND.search(narrow(text))
    if weekend is None:
        day = day_named(text, today)
        return (day,) if day else ()
    is_next = weekend["which"] == "下" or weekend["english"] == "next "
    sunday = _weekday(6, today, is_next=is_next)
    return tuple(day for day in (sunday - timedelta(days=1), sunday) if day >= today)


def without_days(text: str) -> str:
    """Return a narrow text without the days that it names."""
    said = _THIS_MONTH.sub("", _NEXT_MONTH.sub("1月", narrow(text)))
    for pattern in (_FULL_DAY, _WEEKEND, _ANY_DAY, _ENGLISH_DATE, _DATE):
        said = pattern.sub(" ", said)
    return said


def last_day_said(text: str, today: date) -> date | None:
    """Return until when something is good, as it is read off: 2026年12月31日, 12月31号, 长期.

    Without a year it is the nearest such day, which may be over.
    """
    said = narrow(text)
    if any(word in said for word in _FOR_EVER):
        return date.max
    full = _FULL_DATE.search(said)
    if full:
        return _last_of(int(full["year"]), int(full["month"]), int(full["day"] or 0))
    ending = _end_said(said, today)
    if ending:
        return ending
    gone = day_gone(said, today)
    if gone:
        return gone
    found = _dated(said, today)
    if found is None or _has_no_month(said):
        return day_named(text, today)
    return min((found, _a_year_before(found)), key=lambda day: abs(day - today))


def _end_said(said: str, today: date) -> date | None:
    """Return the day on which a month or the year ends: 月底, 下个月底, 12月底, 年底."""
    if _YEAR_END.search(said):
        return date(today.year, 12, 31)
    found = _MONTH_END.search(said)
    if found is None:
        return None
    month = _count(found["month"] or "") or today.month
    if found["next"]:
        month = today.month % len(_MONTHS) + 1
    if month > len(_MONTHS):
        return None
    return _last_of(today.year + (month < today.month), month, 0)


def day_gone(text: str, today: date) -> date | None:
    """Return the day before today that a text counts from it: 昨天, 前天, yesterday."""
    said = narrow(text)
    days = next((days for word, days in _BEFORE_TODAY.items() if word in said), 0)
    return today - timedelta(days=days) if days else None


def _last_of(year: int, month: int, day: int) -> date | None:
    """Return a day, or the last one of a month where no day is said."""
    try:
        if day:
            return date(year, month, day)
        return (date(year, month, 1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    except ValueError:
        return None


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _has_no_month(said: str) -> bool:
    found = _DATE.search(said)
    return bool(found and not (found["month"] or found["month2"] or found["month3"]))


def _dated(said: str, today: date) -> date | None:
    """Return the coming day of a date: 12月1号, 28号, 11-30, Nov 30."""
    for pattern, read in _DATES.items():
        for match in pattern.finditer(said):
            month, day = read(match)
            found = _coming(today, month, day) if day else None
            if found:
                return found
    return None


def _chinese_date(match: re.Match[str]) -> tuple[int, int]:
    months = match["month"] or match["month2"] or match["month3"] or ""
    days = match["day"] or match["day2"] or match["day3"]
    month = 1 if months == "正" else _count(months)
    return (month, _count(days)) if not months or month else (0, 0)


def _english_date(match: re.Match[str]) -> tuple[int, int]:
    month = _MONTHS.index(match["name"] or match["name2"]) + 1
    return month, int(match["day"] or match["day2"])


_DATES: Mapping[re.Pattern[str], Callable[[re.Match[str]], tuple[int, int]]] = {
    _ENGLISH_DATE: _english_date,
    _DATE: _chinese_date,
}


def _count(written: str) -> int:
    return int(amount(written) or 0) if written else 0


def _coming(today: date, month: int, day: int) -> date | None:
    """Return the next such day, counted from today; without a month that of this or the next."""
    first = today.replace(day=1)
    later = (first + timedelta(days=31)).replace(day=1)
    if month > len(_MONTHS):
        return None
    firsts = [first, later]
    if month:
        firsts = [first.replace(month=month, year=year) for year in (today.year, today.year + 1)]
    for each in firsts:
        found = each + timedelta(days=day - 1)
        if found.month == each.month and found >= today:
            return found
    return None


def _weekday(weekday: int, today: date, *, is_next: bool) -> date:
    """Return the coming day of this name, or the one of the week after this, which ends Sunday."""
    if is_next:
        return today + timedelta(days=7 + weekday - today.weekday())
    return today + timedelta(days=(weekday - today.weekday()) % 7)
