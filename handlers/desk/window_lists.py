"""The list of papers before the clerk: opened for a visit, with consent, and closed again."""

from bot.actions import OpenToWindow, WindowDeed
from bot.community import Role
from bot.paper_photos import PhotoState
from bot.telling import Parameter, Placement, Say
from bot.verdict import best_held
from conversations.category import said
from handlers.desk.appointment_card import Showing, appointment_visit, show_appointment
from handlers.desk.errand_check import close_list_of_errands
from handlers.desk.guiding import guide_of
from handlers.desk.list_consent import Visit, list_for_clerks
from handlers.desk.photo_cards import clerks_of, tell_taken_back
from handlers.desk.photo_told import newest_photos, photo_told
from handlers.desk.pre_checks import check_of, show_check
from handlers.desk.scene import Scene
from handlers.desk.tickets import queue_of, show_ticket, ticket_visit
from handlers.desk.verdict_told import Judged, judge
from storage.appointment import appointment_by_id
from storage.outbox import withdraw_messages
from storage.paper_photo import decide_about_list, photos_of, take_photos_back
from storage.pre_check import Check
from storage.press import PressResult
from storage.sending import shown_message
from storage.ticket import ticket_by_id

CLOSED = PressResult("window_list.closed", "{}")


async def press_open_to_window(scene: Scene, action: OpenToWindow) -> PressResult:
    """Decide about one's own list; taking back removes the photos too."""
    check = await check_of(scene, action.check)
    if check is None:
        return PressResult("pre_check.unknown", "{}")
    agreed = action.deed is WindowDeed.SHOW
    await decide_about_list(scene.tx, check.id, scene.now, agreed=agreed)
    if action.deed is WindowDeed.TAKE_BACK:
        await _take_back(scene, check)
    if not agreed:
        await close_list_of_errands(scene, check)
    await _show_again(scene, check, action.shown_on)
    return PressResult(f"window_list.pressed.{action.deed}", "{}")


async def show_list(scene: Scene, subject: str) -> PressResult:
    """Show a clerk the list of whoever comes; without consent there is nothing to see."""
    grant = scene.grant(Role.CLERK)
    visit = await _visit(scene, subject) if grant else None
    check = await list_for_clerks(scene, visit) if visit else None
    judged = judge(scene, check) if check else None
    if check is None or judged is None:
        return CLOSED
    await scene.tell(
        Say(
            scene.once(_list_of(check)),
            scene.chat_id,
            "window_list.list",
            {
                "service": said(judged.service.name),
                "go": judged.verdict.go,
                "papers": await _papers(scene, check, judged),
            },
            subject=_list_of(check),
            placement=Placement.BELOW,
            audience=f"list:{check.id}",
        )
    )
    return PressResult("", "{}")


async def _visit(scene: Scene, subject: str) -> Visit | None:
    """Return the visit of this community that a card is about."""
    kind, _, identity = subject.partition(":")
    community = scene.neighbourhood.community.code
    if kind == "appointment":
        appointment = await appointment_by_id(scene.tx, int(identity))
        is_here = appointment is not None and appointment.community == community
        return appointment_visit(appointment) if appointment and is_here else None
    ticket = await ticket_by_id(scene.tx, int(identity))
    is_here = ticket is not None and ticket.new.community == community
    return ticket_visit(ticket) if ticket and is_here else None


async def _papers(scene: Scene, check: Check, judged: Judged) -> list[Parameter]:
    """Tell of each paper how it stands, and what came of its photo."""
    photos, papers = await newest_photos(scene, check), guide_of(scene).papers
    lines: list[Parameter] = []
    for need in judged.needed.to_bring:
        photo = photos.get(need.paper)
        held = best_held(need, check.held) or "unasked"
        line: dict[str, Parameter] = {
            "name": said(papers[need.paper].button),
            "held": f"window_list.held.{held}",
            **(photo_told(check, photo) if photo else {"told": "", "reason": ""}),
        }
        lines.append(line)
    return lines


async def _take_back(scene: Scene, check: Check) -> None:
    """Remove photos and lists from where the clerks see them, and what was kept of them."""
    for photo in await photos_of(scene.tx, check.id):
        if photo.state is PhotoState.SHOWN:
            await tell_taken_back(scene, check, photo)
    await take_photos_back(scene.tx, check.id)
    for clerk in await clerks_of(scene, check.community):
        await withdraw_messages(scene.tx, clerk.telegram_id, _list_of(check))
        if await shown_message(scene.tx, clerk.telegram_id, _list_of(check)):
            say = Say(
                scene.once(f"{_list_of(check)}:{clerk.telegram_id}"),
                clerk.telegram_id,
                "window_list.taken_back",
                {},
                subject=_list_of(check),
                audience=f"staff:{clerk.grant.id}",
            )
            await scene.tell(say)


async def _show_again(scene: Scene, check: Check, shown_on: str) -> None:
    """Show the card on which it was pressed as it stands now, and the verdict."""
    kind, _, identity = shown_on.partition(":")
    if kind == "appointment":
        appointment = await appointment_by_id(scene.tx, int(identity))
        if appointment:
            showing = Showing(Placement.IN_PLACE, scene.once("list"))
            await show_appointment(scene, appointment, showing)
    elif kind == "ticket":
        ticket = await ticket_by_id(scene.tx, int(identity))
        if ticket:
            queue = await queue_of(scene, ticket.new.at_window)
            await show_ticket(scene, ticket, queue, Placement.IN_PLACE)
    await show_check(scene, check, Placement.IN_PLACE)


def _list_of(check: Check) -> str:
    return f"check_list:{check.id}"
