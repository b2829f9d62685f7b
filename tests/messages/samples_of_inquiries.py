"""Samples for what is told to those who only ask."""

from bot.telling import Parameter

NAME: dict[str, Parameter] = {"zh-CN": "就业窗口", "en": "Employment"}
STRETCHES: list[Parameter] = [
    {"opens": "08:30", "closes": "12:00"},
    {"opens": "14:00", "closes": "17:30"},
]
DAY: dict[str, Parameter] = {
    "day": "2026-11-28",
    "year": 0,
    "groups": [
        {"names": [NAME, NAME], "hours": STRETCHES},
        {"names": [], "hours": STRETCHES[:1]},
    ],
    "is_all": False,
    "has_closed": True,
    "is_holiday": False,
    "is_announced": True,
}
HOLIDAY: dict[str, Parameter] = {
    **DAY,
    "year": 2027,
    "groups": [],
    "has_closed": False,
    "is_holiday": True,
    "is_announced": False,
}
NEXT: dict[str, Parameter] = {
    "day": "2027-01-04",
    "year": 2027,
    "hours": STRETCHES,
    "is_announced": False,
}
HOURS: dict[str, Parameter] = {
    "lead": {"key": "inquiry.lead.break", "at": "14:00"},
    "days": [DAY, HOLIDAY],
    "next": NEXT,
    "address": NAME,
}
WINDOWS: list[Parameter] = [
    {"name": NAME, "place": NAME, "phone": "13800000011", "waiting": 2, "minutes": 17},
    {"name": NAME, "place": NAME, "phone": "13800000012", "waiting": 1, "minutes": None},
]
INQUIRY_OVERRIDES: dict[str, dict[str, Parameter]] = {
    "inquiry.day": {"each": DAY},
    "inquiry.next": {"next": NEXT},
    "inquiry.stretches": {"hours": STRETCHES},
    "inquiry.hours": HOURS,
    "inquiry.place": {
        **HOURS,
        "windows": WINDOWS,
        "centre": {"name": NAME, "address": NAME, "way": NAME},
    },
    "inquiry.phone": {"windows": WINDOWS},
    "inquiry.queue": {**HOURS, "windows": WINDOWS, "is_now": True, "has_others": True},
    "inquiry.shops": {"shops": [{"name": NAME, "place": NAME, "opening": None}]},
    "inquiry.need": {"without": [NAME], "takes_any": True},
    "inquiry.festival": {
        "festival": NAME,
        "is_known": True,
        "is_closed": True,
        "first": "2026-10-01",
        "last": "2026-10-07",
        "year": 2026,
        "reopens": "2026-10-08",
        "hours": STRETCHES,
        "made_up": ["2026-09-20", "2026-10-10"],
        "is_announced": True,
    },
    "inquiry.matter": {"asked": "fee", "source": NAME},
    **{f"inquiry.lead.{key}": {"at": "14:00"} for key in ("open", "opens", "break")},
}
