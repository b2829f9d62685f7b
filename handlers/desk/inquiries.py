"""Questions answered at once from the guide: nothing is begun, and no case is opened."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.actions import Begin
from bot.inquiry import (
    Inquiry,
    Wish,
    WordsOf,
    asks_about_matter,
    clearly,
    inquiry_of,
    names_trouble,
    wish_in,
)
from bot.service_search import Found
from bot.services import Confidence, Service, Window
from bot.spoken_days import day_named
from bot.telling import Button, Keyboard, Parameter, Parameters, Placement, Say
from bot.window_hours import LOOKED_AHEAD_DAYS, Opening, is_open, window_hours
from conversations.category import said
from conversations.service_words import centre_told, clock_told, window_told
from handlers.desk.appointment_card import APPOINTMENT
from handlers.desk.check_buttons import PRE_CHECK
from handlers.desk.guiding import guide_of, local_now, opened_of, services_meant
from handlers.desk.scene import Scene
from handlers.desk.tickets import TICKET, queue_of, show_ticket, today_of
from handlers.desk.vocabulary import inquiring_words
from storage import ticket as stored
from storage.ticket import WAITING

KEYS: Mapping[Inquiry, str] = {
    Inquiry.HOURS: "inquiry.hours",
    Inquiry.PLACE: "inquiry.place",
    Inquiry.PHONE: "inquiry.phone",
    Inquiry.QUEUE: "inquiry.queue",
    Inquiry.STANDING: "inquiry.queue",
}


async def answered_from_guide(scene: Scene, text: str) -> bool:
    """Answer what is only asked; False when the words are something else, or tell of trouble."""
    community = scene.neighbourhood.community
    guess = scene.neighbourhood.guess(text)
    if not guide_of(scene).windows or names_trouble(guess, community.categories):
        return False
    words_of = _words_of(scene)
    inquiry = inquiry_of(text, words_of)
    if inquiry is Inquiry.STANDING and await _show_own_tickets(scene):
        return True
    if inquiry:
        await _tell_centre(scene, inquiry, day_named(text, local_now(scene).date()))
        return True
    found = matter_meant(scene, text)
    if found is None or not asks_about_matter(text, found, words_of):
        return False
    service = guide_of(scene).services.get(found.code)
    if service:
        await _tell_matter(scene, service)
    return service is not None


def wish_of(scene: Scene, text: str) -> Wish | None:
    """Return whether words ask for an errand or an appointment, and tell of no trouble."""
    guess = scene.neighbourhood.guess(text)
    if names_trouble(guess, scene.neighbourhood.community.categories):
        return None
    return wish_in(text, surely_meant(scene, text), _words_of(scene))


def surely_meant(scene: Scene, text: str) -> Found | None:
    """Return the likeliest matter that stands in the words themselves."""
    meant = services_meant(scene, text)
    return meant[0] if meant and meant[0].is_sure else None


def matter_meant(scene: Scene, text: str) -> Found | None:
    """Return the one matter that words surely name."""
    return clearly(services_meant(scene, text))


def _words_of(scene: Scene) -> WordsOf:
    return lambda kind: inquiring_words(scene.words, kind)


async def _show_own_tickets(scene: Scene) -> bool:
    """Show the numbers with which the person waits today; False when there are none."""
    community = scene.neighbourhood.community.code
    everybody = await stored.open_tickets(scene.tx, community, today_of(scene))
    own = [each for each in everybody if each.new.person_id == scene.person.id]
    for each in own:
        queue = await queue_of(scene, each.new.at_window)
        await show_ticket(scene, each, queue, Placement.BELOW)
    return bool(own)


async def _tell_centre(scene: Scene, inquiry: Inquiry, day: date | None) -> None:
    now = local_now(scene)
    on = day or now.date()
    calendar = scene.neighbourhood.community.calendar
    windows = [await _window_told(scene, each, on) for each in guide_of(scene).windows.values()]
    opens = any(each["hours"] for each in windows)
    is_now = any(each["is_now"] for each in windows)
    coming = None if opens and (is_now or day) else _next(scene, on)
    waiting = sum(int(str(each["waiting"])) for each in windows) if on == now.date() else 0
    parameters: Parameters = {
        "centre": centre_told(guide_of(scene)),
        "on": on.isoformat(),
        "windows": [dict(each) for each in windows],
        "is_open": opens,
        "is_now": is_now,
        "is_announced": calendar.is_announced(on.isoformat()),
        "waiting": waiting,
        "next": _stretch(coming) if coming else None,
    }
    ticket = Button("inquiry.button.ticket", Begin(TICKET))
    book = Button("inquiry.button.book", Begin(APPOINTMENT))
    keyboard = ((ticket,),) if inquiry is Inquiry.QUEUE and is_now else ((book,),)
    await _tell(scene, KEYS[inquiry], parameters, keyboard)


async def _window_told(scene: Scene, window: Window, on: date) -> dict[str, Parameter]:
    """Tell a window on a day: its hours, whether it is open now, and how many wait now."""
    now, hours = local_now(scene), window_hours(window, scene.neighbourhood.community, on)
    queue = await queue_of(scene, window.code)
    return {
        "name": said(window.name),
        "place": said(window.place),
        "phone": window.phone,
        "hours": [_stretch(each) for each in hours],
        "is_now": any(is_open(each, now) for each in hours),
        "waiting": sum(each.state == WAITING for each in queue),
    }


def _next(scene: Scene, after_day: date) -> Opening | None:
    """Return the first stretch, from now on or after a day, in which any window is open."""
    now, windows = local_now(scene), guide_of(scene).windows.values()
    for offset in range(LOOKED_AHEAD_DAYS):
        day = after_day + timedelta(days=offset)
        stretches = [
            each
            for window in windows
            for each in window_hours(window, scene.neighbourhood.community, day)
            if day > now.date() or clock_told(each.opens) > f"{now:%H:%M}"
        ]
        if stretches:
            return min(stretches, key=lambda each: each.opens)
    return None


def _stretch(opening: Opening) -> dict[str, Parameter]:
    return {
        "day": opening.day,
        "opens": clock_told(opening.opens),
        "closes": clock_told(opening.closes),
    }


async def _tell_matter(scene: Scene, service: Service) -> None:
    """Tell fee, time, window and hours, and offer the papers and an appointment."""
    guide = guide_of(scene)
    window = guide.windows[service.window]
    facts = [service.grounds, service.time.grounds, window.grounds]
    facts += [service.fee.grounds] if service.fee else []
    parameters: Parameters = {
        "service": said(service.name),
        "fee": said(service.fee.text) if service.fee else None,
        "time": said(service.time.text),
        "window": window_told(guide, window, opened_of(scene, service.window)),
        "source": said(service.time.grounds.source),
        "confirm": any(each.confidence is not Confidence.VERIFIED for each in facts),
    }
    papers = Button("inquiry.button.papers", Begin(PRE_CHECK, service.code))
    book = Button("inquiry.button.book", Begin(APPOINTMENT, service.code))
    keyboard = ((papers,), (book,)) if window.appointments else ((papers,),)
    await _tell(scene, "inquiry.matter", parameters, keyboard)


async def _tell(scene: Scene, key: str, parameters: Parameters, keyboard: Keyboard) -> None:
    await scene.tell(Say(scene.once(key), scene.chat_id, key, parameters, keyboard))
