"""Who comes to the windows: the clerk's list of today, or of the next day that has somebody."""

from datetime import date, timedelta

from bot.actions import Show
from bot.appointments import BOOKED_AHEAD_DAYS
from bot.community import Role
from bot.telling import Button, Keyboard, Parameter, Placement, Say
from conversations.category import said
from conversations.service_words import clock_told
from handlers.desk.appointment_card import appointment_visit, may_arrive, service_told, stands
from handlers.desk.expected import arrive_button
from handlers.desk.guiding import guide_of, local_now
from handlers.desk.list_consent import list_for_clerks, open_list
from handlers.desk.scene import Scene
from storage.appointment import Appointment, appointments_on

LISTED = 40
OPENED, ARRIVING = 20, 8
LIST = "window.list"


async def show_window(scene: Scene) -> None:
    """Show who still comes today."""
    today = local_now(scene).date()
    coming = [each for each in await _on(scene, today) if each.booking.ends_at > scene.now]
    button = Button("window.button.next", Show("window_next"))
    await _list(scene, today, coming, button)


async def show_next_day(scene: Scene) -> None:
    """Show who comes on the next day for which somebody has booked."""
    today = local_now(scene).date()
    back = Button("window.button.today", Show("window"))
    for offset in range(1, BOOKED_AHEAD_DAYS):
        day = today + timedelta(days=offset)
        coming = await _on(scene, day)
        if coming:
            await _list(scene, day, coming, back)
            return
    await _list(scene, today + timedelta(days=1), [], back)


async def _on(scene: Scene, day: date) -> list[Appointment]:
    code = scene.neighbourhood.community.code
    return list(await appointments_on(scene.tx, code, day.isoformat()))


async def _list(scene: Scene, day: date, coming: list[Appointment], button: Button) -> None:
    """Show a list to a clerk; to others it is as unknown as one that does not exist."""
    grant = scene.grant(Role.CLERK)
    if grant is None:
        await scene.say("common.not_understood")
        return
    parameters: dict[str, Parameter] = {
        "day": day.isoformat(),
        "appointments": [_line(scene, each) for each in coming[:LISTED]],
        "more": max(0, len(coming) - LISTED),
    }
    placement = Placement.IN_PLACE if scene.callback_id else Placement.BELOW
    await scene.tell(
        Say(
            scene.once(LIST),
            scene.chat_id,
            LIST,
            parameters,
            (*await _arriving(scene, coming), *await _lists(scene, coming[:OPENED]), (button,)),
            subject=LIST,
            placement=placement,
            audience=f"staff:{grant.id}",
        )
    )


async def _arriving(scene: Scene, coming: list[Appointment]) -> Keyboard:
    """Offer to say of those who come first today that they are there."""
    first = [each for each in coming if await may_arrive(scene, each)]
    return tuple((arrive_button(each),) for each in first[:ARRIVING])


async def _lists(scene: Scene, coming: list[Appointment]) -> Keyboard:
    """Offer to open the list of papers of whoever lets the window see it."""
    return tuple(
        [
            (open_list(each.subject, f"{_opens(each)} {each.booking.name}"),)
            for each in coming
            if await list_for_clerks(scene, appointment_visit(each))
        ]
    )


def _opens(appointment: Appointment) -> str:
    return clock_told(appointment.booking.slot.opens)


def _line(scene: Scene, appointment: Appointment) -> dict[str, Parameter]:
    window = guide_of(scene).windows.get(appointment.booking.at_window)
    return {
        "opens": _opens(appointment),
        "window": said(window.name) if window else None,
        "service": service_told(scene, appointment),
        "name": appointment.booking.name,
        "is_closed": not stands(scene, appointment),
    }
