"""When somebody is reminded of papers that are still missing: seldom, in the evening."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

AT_MOST = 2
EVENING = time(18)
LATER_DAYS = 3


@dataclass(frozen=True, slots=True)
class Reminder:
    """A local moment at which to remind, and the one from which on it is of no use."""

    at: datetime
    useless_from: datetime


def next_reminder(now: datetime, going_on: str, reminded: int) -> Reminder | None:
    """Return the next reminder: the evening before the chosen ISO day, else after three days.

    None when there were enough, or when the evening before is over already.
    """
    if reminded >= AT_MOST:
        return None
    going = date.fromisoformat(going_on) if going_on else None
    if going and going < now.date():
        going = None
    day = going - timedelta(days=1) if going else now.date() + timedelta(days=LATER_DAYS)
    at = datetime.combine(day, EVENING, now.tzinfo)
    # On the chosen day itself it is too late to look for papers.
    useless_from = datetime.combine(day + timedelta(days=1), time(12), now.tzinfo)
    return Reminder(at, useless_from) if at > now else None
