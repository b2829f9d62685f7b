"""What is told when somebody only asks: hours, place, telephones, queues, festivals, a matter."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.actions import Begin
from bot.community import Community
from bot.festivals import Festival, closed_around, coming_day
from bot.instants import DAY, after
from bot.services import Confidence, Service, Window
from bot.spoken_times import Part
from bot.telling import Button, Keyboard, Parameter, Parameters
from bot.waiting_times import Served, expected_minutes
from bot.window_hours import (
    LOOKED_AHEAD_DAYS,
    Opening,
    hours_together,
    is_open,
    minute_of,
    window_hours,
)
from conversations.category import said
from conversations.service_words import centre_told, clock_told, opening_told, window_told
from handlers.desk.appointment_card import APPOINTMENT
from handlers.desk.check_buttons import PRE_CHECK
from handlers.desk.guiding import guide_of, local_now, opened_of
from handlers.desk.scene import Scene
from handlers.desk.tickets import queue_of
from handlers.desk.verdict_told import shop_opened
from storage import ticket as stored
from storage.ticket import WAITING

INQUIRY = "inquiry"
MEASURED_DAYS = 30
IS_OVER = frozenset({"inquiry.lead.over", "inquiry.lead.closed"})
# Weekend days that make up for a holiday lie near it.
MADE_UP_WITHIN = timedelta(days=15)
Windows = Sequence[Window]


def hours_told(
    scene: Scene, windows: Windows, days: Sequence[date], part: Part | None
) -> Parameters:
    """Tell when windows are open on some days, with a plain answer first."""
    now, community = local_now(scene), scene.neighbourhood.community
    on = days or (now.date(),)
    is_open_then = any(hours_together(windows, community, day) for day in on)
    lead = _part_told(scene, windows, on[0], part) if part else _lead(scene, windows, on)
    is_over = lead is not None and lead["key"] in IS_OVER
    told = [_day_told(scene, windows, day) for day in on]
    coming = _next(scene, windows, on[-1]) if is_over or not is_open_then else None
    if coming and not all(each["is_announced"] for each in told):
        coming["is_announced"] = True  # said already
    return {
        "lead": lead,
        "days": [dict(each) for each in told],
        "next": coming,
        "address": _address(scene),
    }


def _lead(scene: Scene, windows: Windows, days: Sequence[date]) -> dict[str, Parameter] | None:
    """Answer for this very moment: open, a break, over, or closed all day."""
    now = local_now(scene)
    if list(days) != [now.date()]:
        return None
    hours = hours_together(windows, scene.neighbourhood.community, now.date())
    until = next((each for each in hours if is_open(each, now)), None)
    later = next((each for each in hours if minute_of(now) < each.opens), None)
    if until:
        return {"key": "inquiry.lead.open", "at": clock_told(until.closes)}
    if later:
        key = "opens" if later is hours[0] else "break"
        return {"key": f"inquiry.lead.{key}", "at": clock_told(later.opens)}
    return {"key": f"inquiry.lead.{'over' if hours else 'closed'}", "at": ""}


def _part_told(scene: Scene, windows: Windows, day: date, part: Part) -> dict[str, Parameter]:
    """Answer for a part of a day, such as noon."""
    hours = hours_together(windows, scene.neighbourhood.community, day)
    lasts = part.minutes
    is_open_then = any(
        each.opens < lasts.stop and lasts.start < each.closes
        for each in hours
        if max(each.opens, lasts.start) < min(each.closes, lasts.stop)
    )
    return {"key": f"inquiry.lead.{part}_{'open' if is_open_then else 'closed'}", "at": ""}


def _day_told(scene: Scene, windows: Windows, day: date) -> dict[str, Parameter]:
    """Tell the hours of a day; windows with the same hours are told together."""
    community, written = scene.neighbourhood.community, day.isoformat()
    groups: dict[tuple[Opening, ...], list[Parameter]] = {}
    for window in windows:
        groups.setdefault(window_hours(window, community, day), []).append(said(window.name))
    are_open = sorted((each for each in groups.items() if each[0]), key=lambda each: len(each[1]))
    has_closed = bool(are_open) and len(are_open) < len(groups)
    # Where all are open the many are "the others"; nobody need read all their names.
    is_rest = not has_closed and len(windows) > 1
    return {
        "day": written,
        "year": _year(scene, day),
        "groups": [
            _group(names, hours, is_rest=is_rest and names is are_open[-1][1])
            for hours, names in are_open
        ],
        "is_all": len(groups) == 1,
        "has_closed": has_closed,
        "is_holiday": not are_open and written in community.calendar.holidays,
        "is_announced": community.calendar.is_announced(written),
    }


def _group(
    names: list[Parameter], hours: tuple[Opening, ...], *, is_rest: bool
) -> dict[str, Parameter]:
    return {"names": [] if is_rest else names, "hours": _stretches(hours)}


def _next(scene: Scene, windows: Windows, after_day: date) -> dict[str, Parameter] | None:
    """Tell the next day after one on which any of the windows is open."""
    community = scene.neighbourhood.community
    for offset in range(1, LOOKED_AHEAD_DAYS):
        day = after_day + timedelta(days=offset)
        hours = hours_together(windows, community, day)
        if hours:
            return {
                "day": day.isoformat(),
                "year": _year(scene, day),
                "hours": _stretches(hours),
                "is_announced": community.calendar.is_announced(day.isoformat()),
            }
    return None


def festival_told(scene: Scene, windows: Windows, festival: Festival) -> Parameters:
    """Tell on which days around a festival nothing is open, and whether that is final."""
    community, today = scene.neighbourhood.community, local_now(scene).date()

    def is_closed(day: date) -> bool:
        written = day.isoformat()
        # Of what is not announced only the days of the law are told as free.
        if not community.calendar.is_announced(written):
            return written in community.calendar.holidays
        return not hours_together(windows, community, day)

    day = coming_day(festival, today, is_closed)
    run = closed_around(day, is_closed) if day else None
    first, last = (run.first, run.last) if run else (day or today, day or today)
    reopens = run.reopens if run else first
    is_announced = day is not None and community.calendar.is_announced(day.isoformat())
    return {
        "festival": said(festival.name),
        "is_known": is_announced or run is not None,
        "is_closed": run is not None,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "year": _year(scene, first),
        "reopens": reopens.isoformat(),
        "hours": _stretches(hours_together(windows, community, reopens)),
        "made_up": _made_up(community, first, last),
        "is_announced": is_announced,
    }


def _made_up(community: Community, first: date, last: date) -> list[Parameter]:
    """Tell the weekend days around a holiday that are working days."""
    near = (first - MADE_UP_WITHIN).isoformat(), (last + MADE_UP_WITHIN).isoformat()
    days = sorted(community.calendar.make_up_working_days)
    return [day for day in days if near[0] <= day <= near[1]]


def place_told(scene: Scene, windows: Windows) -> Parameters:
    """Tell where the centre is, where in it the windows are, and whether it is open now."""
    return {
        **hours_told(scene, windows, (), None),
        "centre": centre_told(guide_of(scene)),
        "windows": [{"name": said(each.name), "place": said(each.place)} for each in windows],
    }


def phones_told(windows: Windows) -> Parameters:
    """Tell the telephones of windows."""
    named = [{"name": said(each.name), "phone": each.phone} for each in windows if each.phone]
    return {"windows": [dict(each) for each in named]}


def need_told(windows: Windows) -> Parameters:
    """Tell which windows take no appointments."""
    without = [said(each.name) for each in windows if each.appointments is None]
    return {"without": list(without), "takes_any": len(without) < len(windows)}


def shops_told(scene: Scene, makes: str) -> Parameters:
    """Tell the shops nearby that make something (`copy`, `photo`), and when they are open."""
    shops = [each for each in guide_of(scene).shops.values() if makes in each.makes]
    told: list[Parameter] = [
        {
            "name": said(each.name),
            "place": said(each.place),
            "opening": opening_told(shop_opened(scene, each.code)),
        }
        for each in shops
    ]
    return {"shops": told}


async def queues_told(scene: Scene, windows: Windows) -> Parameters:
    """Tell how many wait at each window, and for how long as far as was measured."""
    community, now = scene.neighbourhood.community, local_now(scene)
    since = after(scene.now, -MEASURED_DAYS * DAY)
    visits = await stored.served_since(scene.tx, community.code, since)
    open_now = [
        window
        for window in windows
        if any(is_open(each, now) for each in window_hours(window, community, now.date()))
    ]
    told: list[Parameter] = []
    for window in open_now:
        queue = await queue_of(scene, window.code)
        waiting = sum(each.state == WAITING for each in queue)
        minutes = expected_minutes(_at(scene, window, visits), waiting)
        told.append({"name": said(window.name), "waiting": waiting, "minutes": minutes})
    busy = [each for each in told if isinstance(each, dict) and each["waiting"]]
    return {
        **hours_told(scene, windows, (), None),
        "is_now": bool(told),
        "windows": list(busy),
        "has_others": len(busy) < len(told),
    }


def _at(scene: Scene, window: Window, visits: Iterable[Served]) -> list[Served]:
    """Return the visits that were at a window."""
    services = guide_of(scene).services
    return [
        each
        for each in visits
        if each.service in services and services[each.service].window == window.code
    ]


def matter_told(scene: Scene, service: Service, asked: str) -> Parameters:
    """Tell fee, time, window and hours of a matter; what was asked comes first."""
    guide = guide_of(scene)
    window = guide.windows[service.window]
    facts = [service.grounds, service.time.grounds, window.grounds]
    facts += [service.fee.grounds] if service.fee else []
    return {
        "service": said(service.name),
        "asked": asked,
        "fee": said(service.fee.text) if service.fee else None,
        "time": said(service.time.text),
        "window": window_told(guide, window, opened_of(scene, service.window)),
        "source": said(service.time.grounds.source),
        "confirm": any(each.confidence is not Confidence.VERIFIED for each in facts),
    }


def matter_keyboard(scene: Scene, service: Service) -> Keyboard:
    """Offer the papers of a matter and, where its window takes any, an appointment."""
    papers = Button("inquiry.button.papers", Begin(PRE_CHECK, service.code))
    book = Button("inquiry.button.book", Begin(APPOINTMENT, service.code))
    window = guide_of(scene).windows[service.window]
    return ((papers,), (book,)) if window.appointments else ((papers,),)


def _address(scene: Scene) -> Parameter:
    centre = guide_of(scene).centre
    return said(centre.address) if centre else None


def _year(scene: Scene, day: date) -> int:
    """Return the year of a day, if it is not the present one."""
    return day.year if day.year != local_now(scene).year else 0


def _stretches(hours: Iterable[Opening]) -> list[Parameter]:
    return [{"opens": clock_told(each.opens), "closes": clock_told(each.closes)} for each in hours]
