"""Questions answered at once from the guide: nothing is begun, and no case is opened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.actions import Begin
from bot.festivals import Festival, festival_named
from bot.inquiry import (
    OF_A_MATTER,
    Inquiry,
    Naming,
    Wish,
    WordsOf,
    clearly,
    inquiry_of,
    names_trouble,
    wish_in,
)
from bot.plain_text import narrow
from bot.service_search import Found, Kind
from bot.services import Service, Window
from bot.spoken_days import days_named
from bot.spoken_times import part_named
from bot.telling import Button, Keyboard, Parameter, Parameters, Placement, Say
from bot.visit_commands import TellMatter
from conversations.category import said
from handlers.desk.appointment_card import APPOINTMENT
from handlers.desk.guiding import guide_of, local_now, services_meant
from handlers.desk.inquiry_told import (
    festival_told,
    hours_told,
    matter_keyboard,
    matter_told,
    need_told,
    phones_told,
    place_told,
    queues_told,
    shops_told,
)
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from handlers.desk.tickets import TICKET, queue_of, show_ticket, today_of
from handlers.desk.vocabulary import inquiring_words
from storage import ticket as stored
from storage.talk import Talk

# What shops nearby make.
MADE = frozenset({Inquiry.COPY, Inquiry.PHOTO})
# Whoever asks for this moment asks for today.
NOW = ("现在", "这会儿", "right now")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text asks, about which matters and windows of today's guide, or which festival."""

    inquiry: Inquiry
    matters: tuple[Service, ...] = ()
    windows: tuple[Window, ...] = ()
    festival: Festival | None = None
    is_elsewhere: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is not said yet which matter is asked about."""
        return self.inquiry in OF_A_MATTER and len(self.matters) != 1


async def answered_from_guide(scene: Scene, text: str, at_hand: str = "") -> bool:
    """Answer what is only asked; False when the words are something else, or tell of trouble.

    `at_hand` is the matter (code) that is being spoken of, if any.
    """
    asked = asked_in(scene, text)
    if asked is None or asked.is_elsewhere:
        return False
    service = guide_of(scene).services.get(at_hand)
    if service and asked.inquiry in OF_A_MATTER and not asked.matters:
        asked = replace(asked, matters=(service,))
    if asked.is_open or asked.inquiry is Inquiry.PAPERS:
        return False
    if asked.inquiry is Inquiry.STANDING and await _show_own_tickets(scene):
        return True
    await _tell(scene, text, asked)
    return True


def asked_in(scene: Scene, text: str) -> Asked | None:
    """Return what a text asks; None when it asks nothing, or tells of a trouble."""
    guide, community = guide_of(scene), scene.neighbourhood.community
    if not guide.windows or names_trouble(scene.neighbourhood.guess(text), community.categories):
        return None
    windows = windows_named(scene, text)
    festival = festival_named(text, community.calendar.festivals)
    found = () if windows else _surely(services_meant(scene, text))
    naming = Naming(
        tuple(each.said for each in found),
        (*windows.values(), *((festival.said,) if festival else ())),
        has_day=_has_day(scene, text) or festival is not None,
    )
    inquiry = inquiry_of(text, lambda kind: inquiring_words(scene.words, kind), naming)
    if inquiry is None:
        return None
    matters = _services(scene, found)
    at = {each.window for each in matters} | windows.keys()
    return Asked(
        inquiry,
        matters,
        tuple(each for each in guide.windows.values() if each.code in at),
        festival.festival if festival else None,
        is_elsewhere=bool(found) and not matters,
    )


def wish_of(scene: Scene, text: str) -> Wish | None:
    """Return whether words ask for an errand, a time or a number, and tell of no trouble."""
    guess = scene.neighbourhood.guess(text)
    if names_trouble(guess, scene.neighbourhood.community.categories):
        return None
    return wish_in(text, surely_meant(scene, text), _words_of(scene))


def surely_meant(scene: Scene, text: str) -> Found | None:
    """Return the likeliest matter that stands in the words themselves."""
    meant = services_meant(scene, text)
    return meant[0] if meant and meant[0].is_sure else None


def windows_named(scene: Scene, text: str) -> dict[str, str]:
    """Return the windows (code) that a text names, and by which word."""
    spoken, found = narrow(text), {}
    for window in guide_of(scene).windows.values():
        names = (
            *(f"{each} window" if each.isascii() else each for each in window.name.texts.values()),
            *window.words,
        )
        named = [name for name in names if narrow(name) in spoken]
        if named:
            found[window.code] = max(named, key=len)
    return found


def service_called(scene: Scene, name: Parameter) -> str:
    """Return the code of the service that a question names; empty when it names none."""
    services = guide_of(scene).services.values()
    return next((each.code for each in services if name and said(each.name) == name), "")


async def tell_matter(scene: Scene, _: Talk, command: TellMatter) -> Said:
    """Say what was asked about a matter that had to be chosen."""
    service = guide_of(scene).services.get(command.service)
    if service is None:
        return Said("pre_check.outdated", {"service": None})
    told = matter_told(scene, service, command.asked)
    return Said("inquiry.matter", told, matter_keyboard(scene, service))


def _words_of(scene: Scene) -> WordsOf:
    return lambda kind: inquiring_words(scene.words, kind)


def _has_day(scene: Scene, text: str) -> bool:
    today = local_now(scene).date()
    is_now = any(word in narrow(text) for word in NOW)
    return is_now or bool(days_named(text, today)) or part_named(text) is not None


def _surely(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the one matter that words surely name, or all that one word of theirs may mean."""
    best = clearly(found)
    if best:
        return (best,)
    alike = tuple(each for each in found if each.is_sure and each.said == found[0].said)
    return alike if len(alike) > 1 else ()


def _services(scene: Scene, found: Sequence[Found]) -> tuple[Service, ...]:
    services = guide_of(scene).services
    codes = (each.code for each in found if each.kind is Kind.SERVICE)
    return tuple(services[code] for code in codes if code in services)


async def _show_own_tickets(scene: Scene) -> bool:
    """Show the numbers with which the person waits today; False when there are none."""
    community = scene.neighbourhood.community.code
    everybody = await stored.open_tickets(scene.tx, community, today_of(scene))
    own = [each for each in everybody if each.new.person_id == scene.person.id]
    for each in own:
        queue = await queue_of(scene, each.new.at_window)
        await show_ticket(scene, each, queue, Placement.BELOW)
    return bool(own)


async def _tell(scene: Scene, text: str, asked: Asked) -> None:
    days, part = days_named(text, local_now(scene).date()), part_named(text)
    windows = asked.windows or tuple(guide_of(scene).windows.values())
    is_about_one = len(asked.matters) == 1 and not (days or part or asked.festival)
    book: Keyboard = ((Button("inquiry.button.book", Begin(APPOINTMENT)),),)
    if asked.festival:
        told = festival_told(scene, windows, asked.festival)
        await _say(scene, "inquiry.festival", told, ())
    elif is_about_one and asked.inquiry not in {Inquiry.QUEUE, Inquiry.NEED}:
        service = asked.matters[0]
        told = matter_told(scene, service, asked.inquiry)
        await _say(scene, "inquiry.matter", told, matter_keyboard(scene, service))
    elif asked.inquiry in {Inquiry.QUEUE, Inquiry.STANDING}:
        told = await queues_told(scene, windows)
        ticket = Button("inquiry.button.ticket", Begin(TICKET))
        await _say(scene, "inquiry.queue", told, ((ticket,),) if told["is_now"] else book)
    elif asked.inquiry in MADE:
        await _say(scene, "inquiry.shops", shops_told(scene, asked.inquiry), ())
    elif asked.inquiry is Inquiry.PHONE:
        await _say(scene, "inquiry.phone", phones_told(windows), book)
    elif asked.inquiry is Inquiry.PLACE:
        await _say(scene, "inquiry.place", place_told(scene, windows), book)
    elif asked.inquiry is Inquiry.NEED:
        await _say(scene, "inquiry.need", need_told(windows), book)
    else:
        await _say(scene, "inquiry.hours", hours_told(scene, windows, days, part), book)


async def _say(scene: Scene, key: str, parameters: Parameters, keyboard: Keyboard) -> None:
    await scene.tell(Say(scene.once(key), scene.chat_id, key, parameters, keyboard))
