"""The clerk at a window: who waits, the next one, done, not there; and how long it takes."""

from collections.abc import Mapping
from datetime import timedelta

from bot.actions import ServeDeed, ServeWindow, Show
from bot.community import Role
from bot.instants import DAY, MINUTE, after, local_time
from bot.telling import Button, Keyboard, Parameter, Parameters, Placement, Say, ShowPicture
from bot.waiting_times import WaitingTime, waiting_times
from conversations.category import said
from handlers.desk.expected import arrive_button, expected_at, expected_told, follow_again
from handlers.desk.guiding import guide_of, local_now, opened_of
from handlers.desk.list_consent import list_for_clerks, open_list
from handlers.desk.scene import Scene
from handlers.desk.tickets import queue_of, show_again, tell_waiting, ticket_visit, today_of
from messages.pictures.fonts import pictures_possible
from storage import ticket as stored
from storage.person import person_by_id
from storage.press import PressResult
from storage.staff import Grant
from storage.ticket import ABSENT, CALLED, FINISHED, WAITING, Ticket

LISTED, EXPECTED = 15, 8
# For so long a slip beside "done" can be put right.
SLIP = 10 * MINUTE
# More would make the picture so tall that a phone shows its letters too small.
DRAWN = 7
MEASURED_DAYS = 30
WAITING_PICTURE = "waiting_picture"
CALLS = frozenset({ServeDeed.NEXT, ServeDeed.ANYWAY})
ENDS: Mapping[ServeDeed, str] = {ServeDeed.FINISHED: FINISHED, ServeDeed.ABSENT: ABSENT}


async def show_counters(scene: Scene) -> None:
    """Show a clerk at which windows people wait."""
    grant = scene.grant(Role.CLERK)
    if grant is None:
        await scene.say("common.not_understood")
        return
    waiting = await stored.open_tickets(scene.tx, grant.community, today_of(scene))
    windows = guide_of(scene).windows
    keyboard = tuple(
        (
            Button(
                "counter.button.window",
                Show("counter", code),
                {
                    "window": said(window.name),
                    "waiting": sum(
                        each.state == WAITING and each.new.at_window == code for each in waiting
                    ),
                },
            ),
        )
        for code, window in windows.items()
    )
    times = await _measured(scene, grant)
    if times and pictures_possible():
        keyboard = (*keyboard, (Button("counter.button.picture", Show(WAITING_PICTURE)),))
    parameters: dict[str, Parameter] = {"times": [_time(scene, each) for each in times[:LISTED]]}
    await _tell(scene, grant, "counter.all", parameters, keyboard)


async def show_counter(scene: Scene, window: str) -> PressResult:
    """Show a clerk who is called and who waits at one window."""
    return await _counter(scene, window, asks=False)


async def _counter(scene: Scene, window: str, *, asks: bool) -> PressResult:
    """Show a window; `asks`: whether to call somebody although it is closed."""
    grant = scene.grant(Role.CLERK)
    if grant is None or window not in guide_of(scene).windows:
        return PressResult("counter.unknown", "{}")
    queue = await queue_of(scene, window)
    called = next((each for each in queue if each.state == CALLED), None)
    waiting = [each for each in queue if each.state == WAITING]
    expected = (await expected_at(scene, window))[:EXPECTED]
    parameters: dict[str, Parameter] = {
        "window": said(guide_of(scene).windows[window].name),
        "called": await _line(scene, called) if called else None,
        "waiting": [await _line(scene, each) for each in waiting[:LISTED]],
        "number_of": len(waiting),
        "expected": [expected_told(scene, each) for each in expected],
    }
    lists = await _lists(scene, [*((called,) if called else ()), *waiting[:LISTED]])
    arriving = tuple((arrive_button(each),) for each in expected)
    slip = await passed_over(scene, window)
    keyboard = (*_keyboard(window, called, waiting, asks=asks), *arriving, *lists)
    keyboard = (*_taking_back(window, slip), *keyboard, *_ways(window))
    await _tell(scene, grant, "counter.one", parameters, keyboard)
    return PressResult("", "{}")


async def show_waiting_picture(scene: Scene) -> None:
    """Show a clerk as a picture how long people were served; it names services, no people."""
    grant = scene.grant(Role.CLERK)
    if grant is None:
        await scene.say("common.not_understood")
        return
    times = [each for each in await _measured(scene, grant) if _name(scene, each.service)]
    today = local_now(scene).date()
    told: Parameters = {
        "day": (today - timedelta(days=MEASURED_DAYS)).isoformat(),
        "until": today.isoformat(),
        "services": [_drawn(scene, each) for each in times[:DRAWN]],
        "left_out": max(len(times) - DRAWN, 0),
    }
    once, audience = scene.once("waiting_picture"), f"staff:{grant.id}"
    await scene.tell(ShowPicture(once, scene.chat_id, "waiting", told, audience=audience))


async def press_at_counter(scene: Scene, action: ServeWindow) -> PressResult:
    """Call, finish or pass over; a press about what is not so any more only shows how it is."""
    if scene.grant(Role.CLERK) is None:
        return PressResult("counter.unknown", "{}")
    if action.deed is ServeDeed.PRESENT:
        return await _take_absence_back(scene, action)
    queue = await queue_of(scene, action.window)
    called = next((each for each in queue if each.state == CALLED), None)
    is_fresh = action.ticket == (called.id if called else 0)
    if is_fresh and action.deed is ServeDeed.NEXT and not _is_open(scene, action.window):
        await _counter(scene, action.window, asks=True)
        return PressResult("counter.closed_now", "{}")
    moved = await _serve(scene, action.deed, called, queue) if is_fresh else None
    if moved:
        await show_again(scene, moved)
        await follow_again(scene, moved)
    if moved and action.deed in CALLS:
        await tell_waiting(scene, action.window)
    await show_counter(scene, action.window)
    key = f"counter.pressed.{action.deed}" if moved else "counter.moved_meanwhile"
    return PressResult(key, "{}")


async def _serve(
    scene: Scene, deed: ServeDeed, called: Ticket | None, queue: tuple[Ticket, ...]
) -> Ticket | None:
    """Do what was pressed and return the ticket that it changed."""
    if deed in CALLS:
        first = next((each for each in queue if each.state == WAITING), None)
        return first if first and await stored.call(scene.tx, first, scene.now) else None
    if called and await stored.end(scene.tx, called, ENDS[deed], scene.now):
        return called
    return None


async def _take_absence_back(scene: Scene, action: ServeWindow) -> PressResult:
    """Let whoever was passed over last be called still, or be first in line again."""
    slip = await passed_over(scene, action.window)
    is_fresh = slip is not None and slip.id == action.ticket
    is_back = is_fresh and slip is not None and await stored.take_absence_back(scene.tx, slip)
    if slip and is_back:
        await show_again(scene, slip)
        await follow_again(scene, slip)
        await tell_waiting(scene, action.window)
    await show_counter(scene, action.window)
    key = "counter.pressed.present" if is_back else "counter.moved_meanwhile"
    return PressResult(key, "{}")


async def passed_over(scene: Scene, window: str) -> Ticket | None:
    """Return who was passed over at a window a short time ago, unless there is a new number."""
    place = scene.neighbourhood.community.code, window, today_of(scene)
    slip = await stored.newest_absent(scene.tx, place, after(scene.now, -SLIP))
    if slip is None or await stored.ticket_of(scene.tx, slip.person_id, window, today_of(scene)):
        return None
    return slip


def _taking_back(window: str, slip: Ticket | None) -> Keyboard:
    if slip is None:
        return ()
    told: dict[str, Parameter] = {"number": slip.number, "name": slip.new.name}
    deed = ServeWindow(window, slip.id, ServeDeed.PRESENT)
    return ((Button("counter.button.present", deed, told),),)


def _is_open(scene: Scene, window: str) -> bool:
    opened = opened_of(scene, window) if window in guide_of(scene).windows else None
    return opened is not None and opened.is_now


async def _line(scene: Scene, ticket: Ticket) -> dict[str, Parameter]:
    person = await person_by_id(scene.tx, ticket.new.person_id)
    return {
        "number": ticket.number,
        "booked": _booked(scene, ticket),
        "name": ticket.new.name,
        "service": _name(scene, ticket.new.service),
        "is_reachable": person is not None and person.state == "active",
    }


def _booked(scene: Scene, ticket: Ticket) -> str:
    """Tell the booked time of somebody who came by appointment."""
    booked, zone = ticket.new.booked, scene.neighbourhood.community.time_zone
    return f"{local_time(booked.starts_at, zone):%H:%M}" if booked else ""


async def _lists(scene: Scene, tickets: list[Ticket]) -> Keyboard:
    """Offer to open the list of papers of whoever lets the window see it."""
    return tuple(
        [
            (open_list(each.subject, f"{each.number} {each.new.name}"),)
            for each in tickets
            if await list_for_clerks(scene, ticket_visit(each))
        ]
    )


async def _measured(scene: Scene, grant: Grant) -> tuple[WaitingTime, ...]:
    since = after(scene.now, -MEASURED_DAYS * DAY)
    return waiting_times(await stored.served_since(scene.tx, grant.community, since))


def _name(scene: Scene, service: str) -> Parameter:
    known = scene.neighbourhood.community.services.get(service)
    return said(known.name) if known else None


def _drawn(scene: Scene, time: WaitingTime) -> dict[str, Parameter]:
    return {
        "name": _name(scene, time.service),
        "visits": time.visits,
        "median": time.median,
        "ninetieth": time.ninetieth,
    }


def _time(scene: Scene, time: WaitingTime) -> dict[str, Parameter]:
    return {
        "service": _name(scene, time.service),
        "visits": time.visits,
        "median": f"{time.median / 60:.1f}",
        "ninetieth": f"{time.ninetieth / 60:.1f}",
        "keeps_promise": time.keeps_promise,
    }


def _keyboard(
    window: str, called: Ticket | None, waiting: list[Ticket], *, asks: bool
) -> Keyboard:
    """Offer what can be done now: end what is under way, or call the next one."""
    deeds: tuple[ServeDeed, ...] = (ServeDeed.FINISHED, ServeDeed.ABSENT)
    if called is None:
        deeds = (ServeDeed.ANYWAY if asks else ServeDeed.NEXT,) if waiting else ()
    identity = called.id if called else 0
    buttons = [
        Button(f"counter.button.{deed}", ServeWindow(window, identity, deed)) for deed in deeds
    ]
    return tuple((button,) for button in buttons)


def _ways(window: str) -> Keyboard:
    again = Button("counter.button.again", Show("counter", window))
    return ((again,), (Button("counter.button.all", Show("counters")),))


async def _tell(
    scene: Scene, grant: Grant, key: str, parameters: dict[str, Parameter], keyboard: Keyboard
) -> None:
    placement = Placement.IN_PLACE if scene.callback_id else Placement.BELOW
    await scene.tell(
        Say(
            scene.once(key),
            scene.chat_id,
            key,
            parameters,
            keyboard,
            subject="counter",
            placement=placement,
            audience=f"staff:{grant.id}",
        )
    )
