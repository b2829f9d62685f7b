"""The verdict on somebody's papers in words: go, or what is missing, where and when."""

from dataclasses import dataclass
from datetime import date

from bot.doubts import decides
from bot.guide import Guide, window_on
from bot.pre_check import PapersNeeded, outcome
from bot.services import Service
from bot.telling import Parameter, Parameters
from bot.verdict import Gap, Verdict, held_on, made_by_shop, running_out, shops_for, verdict
from bot.window_hours import is_open, minute_of, shop_hours
from conversations.appointment_facts import RunningOut
from conversations.category import said
from conversations.service_facts import Opened
from conversations.service_words import needs_confirming, opening_told, paper_told, window_told
from handlers.desk.guiding import guide_of, local_now, opened_on
from handlers.desk.scene import Scene
from storage.appointment import Appointment
from storage.pre_check import Check, newest_check

WASTED_TRIPS, ADVICE = 3, 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A check as today's guide judges it, for the ISO day of the trip."""

    service: Service
    needed: PapersNeeded
    verdict: Verdict
    day: str


def judge(scene: Scene, check: Check) -> Judged | None:
    """Judge a check by today's guide, for the day of the trip.

    None when it cannot be had any more, or not like this.
    """
    guide = guide_of(scene)
    service = guide.services.get(check.service)
    if service is None:
        return None
    led_to = outcome(guide, service, check.answers)
    if not isinstance(led_to, PapersNeeded):
        return None
    day = trip_day(scene, check)
    held = held_on(check.held, check.last_days, day)
    return Judged(service, led_to, verdict(led_to, held, check.last_days), day)


def trip_day(scene: Scene, check: Check) -> str:
    """Return the ISO day for which a check is judged: that of the trip, else today."""
    return max(check.going_on, local_now(scene).date().isoformat())


def verdict_parameters(scene: Scene, check: Check, judged: Judged) -> Parameters:
    """Return everything that the verdict says."""
    guide, service = guide_of(scene), judged.service
    told = judged.verdict
    return {
        "service": said(service.name),
        "go": told.go,
        "unsure": [said(guide.questions[code].text) for code in _unsure(guide, check)],
        "ask_first": service.call_first
        or any(decides(service, code) for code in _unsure(guide, check)),
        "number_of": len(judged.needed.to_bring),
        "gaps": [gap_told(scene, gap, judged.day) for gap in told.gaps if gap.blocks],
        "maybe": [gap_told(scene, gap, judged.day) for gap in told.gaps if not gap.blocks],
        "running_out": [
            {"short": said(guide.papers[code].button), "until": until}
            for code, until in running_out(told, check.last_days).items()
        ],
        "ready": [paper_told(guide, need) for need in told.ready],
        "on_site": [paper_told(guide, need) for need in told.on_site],
        "window": trip_told(scene, judged),
        "time": said(service.time.text),
        "fee": said(service.fee.text) if service.fee else None,
        "advice": [said(each.text) for each in judged.needed.advice[:ADVICE]],
        "wasted_trips": [said(each.text) for each in service.wasted_trips[:WASTED_TRIPS]],
        "confirm": needs_confirming(service),
    }


def _unsure(guide: Guide, check: Check) -> tuple[str, ...]:
    """Return the questions that are to be put to the window before the trip."""
    return tuple(code for code in check.unsure if code in guide.questions)


async def papers_running_out(scene: Scene, code: str) -> tuple[RunningOut, ...]:
    """Return which papers of the newest check for a service are good until a day only."""
    community = scene.neighbourhood.community.code
    check = await newest_check(scene.tx, scene.person.id, community, code)
    judged = judge(scene, check) if check else None
    if check is None or judged is None:
        return ()
    papers = guide_of(scene).papers
    days = running_out(judged.verdict, check.last_days)
    return tuple(RunningOut(papers[code].button, until) for code, until in days.items())


async def papers_for(scene: Scene, appointment: Appointment) -> dict[str, Parameter]:
    """Tell what is missing for an appointment, by the newest check of the same matter.

    `is_ready`: they were checked, and nothing is.
    """
    about = appointment.person_id, appointment.community, appointment.service
    check = await newest_check(scene.tx, *about)
    judged = judge(scene, check) if check else None
    if judged is None:
        return {"missing": [], "is_ready": False}
    missing: list[Parameter] = [gap_told(scene, gap, judged.day) for gap in judged.verdict.missing]
    return {"missing": missing, "is_ready": judged.verdict.go}


def trip_told(scene: Scene, judged: Judged) -> Parameter:
    """Tell the window with its hours on the day of the trip."""
    guide, code = guide_of(scene), judged.service.window
    then = window_on(scene.neighbourhood.community, judged.service.code, judged.day)
    window = then or guide.windows[code]
    return window_told(guide, window, opened_on(scene, window.code, judged.day))


def gap_told(scene: Scene, gap: Gap, day: str) -> dict[str, Parameter]:
    """Tell what is missing, why, how to get it, and which shop makes it on the trip's day."""
    guide = guide_of(scene)
    is_to_come = gap.until >= local_now(scene).date().isoformat()
    return {
        **paper_told(guide, gap.need),
        "held": f"pre_check.held.{'runs_out' if is_to_come else gap.held}",
        "until": gap.until,
        "shop": _shop(scene, guide, gap, day),
    }


def _shop(scene: Scene, guide: Guide, gap: Gap, day: str) -> Parameter:
    """Return a shop that makes what is missing: one that is open, or opens first."""
    wanted = made_by_shop(gap)
    found = [
        (opened.is_now, opened, shop)
        for shop in shops_for(guide, gap)
        if (opened := shop_opened(scene, shop.code, day))
    ]
    if not found:
        return None
    _, opened, shop = max(found, key=lambda each: each[0])
    return {
        "name": said(shop.name),
        "place": said(shop.place),
        "makes": f"pre_check.makes.{wanted}",
        "opening": opening_told(opened),
    }


def shop_opened(scene: Scene, code: str, day: str = "") -> Opened | None:
    """Return when a shop is open on an ISO day to come, else today; None: not any more."""
    now = local_now(scene)
    shop, today = guide_of(scene).shops[code], now.date()
    if day > today.isoformat():
        hours = shop_hours(shop, date.fromisoformat(day))
        return Opened(hours[0], day_hours=hours) if hours else None
    hours = shop_hours(shop, today)
    for opening in hours:
        if minute_of(now) < opening.closes:
            return Opened(opening, is_open(opening, now), day_hours=hours)
    return None
