"""Services, windows and papers as message parameters."""

from bot.guide import Guide
from bot.services import Confidence, Necessity, PaperNeeded, Service, Window
from bot.telling import Parameter
from conversations.category import said
from conversations.service_facts import Opened

_HOUR = 60


def window_told(guide: Guide, window: Window, opened: Opened | None) -> Parameter:
    """Tell in which house and where in it a window is, how to reach it, and when it is open."""
    return {
        "name": said(window.name),
        "place": said(window.place),
        "centre": centre_told(guide),
        "phone": window.phone,
        "opening": opening_told(opened),
    }


def centre_told(guide: Guide) -> Parameter:
    """Tell where the centre is; nothing when nobody has written it down."""
    centre = guide.centre
    if centre is None:
        return None
    way = said(centre.way) if centre.way else None
    return {"name": said(centre.name), "address": said(centre.address), "way": way}


def opening_told(opened: Opened | None) -> Parameter:
    """Tell when something is open: `day` is an ISO date."""
    if opened is None:
        return None
    opening = opened.opening
    return {
        "day": opening.day,
        "opens": clock_told(opening.opens),
        "closes": clock_told(opening.closes),
        "stretches": [
            {"opens": clock_told(each.opens), "closes": clock_told(each.closes)}
            for each in opened.day_hours or (opening,)
        ],
        "is_now": opened.is_now,
        "is_announced": opened.is_announced,
    }


def clock_told(minutes: int) -> str:
    """Write minutes since midnight as a time of day."""
    return f"{minutes // _HOUR:02}:{minutes % _HOUR:02}"


def paper_told(guide: Guide, need: PaperNeeded) -> dict[str, Parameter]:
    """Tell a paper: its name, in which form, how many, and what may replace it."""
    paper = guide.papers[need.paper]
    others = [said(guide.papers[code].name) for code in need.instead if code in guide.papers]
    is_required = need.necessity is Necessity.REQUIRED
    replaced = [*others, *([said(paper.instead)] if paper.instead else [])]
    return {
        "name": said(paper.name),
        "short": said(paper.button),
        "form": f"pre_check.form.{need.form}",
        "copies": need.copies,
        "necessity": "" if is_required else f"pre_check.necessity.{need.necessity}",
        "note": said(need.note) if need.note else None,
        "instead": replaced,
        "expires": paper.expires,
        "how_to_get": said(paper.how_to_get) if paper.how_to_get else None,
    }


def needs_confirming(service: Service) -> bool:
    """Whether something about a service is to be confirmed at the window."""
    grounds = (
        service.grounds,
        service.time.grounds,
        service.validity.grounds,
        *(need.grounds for need in service.papers),
        *(step.grounds for step in service.steps),
    )
    return any(each.confidence is not Confidence.VERIFIED for each in grounds)
