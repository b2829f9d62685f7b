"""Reminders of papers that are still missing: planned anew at every change."""

from dataclasses import replace

from bot.check_reminder import Reminder, next_reminder
from bot.instants import HOUR, after, instant_of
from bot.telling import Haste, Placement, Say
from conversations.category import said
from handlers.desk.check_buttons import reminder_keyboard
from handlers.desk.guiding import local_now
from handlers.desk.scene import Scene
from handlers.desk.verdict_told import Judged, gap_told, judge, trip_told
from storage.appointment import Appointment, appointments_of
from storage.due import Due, Plan, cancel, schedule
from storage.pre_check import Check, newest_check, save_check

KIND = "check_reminder"
# Whoever cannot be reached until then is not told of an evening that is long over.
USEFUL_FOR = 18 * HOUR


def reminder_of(scene: Scene, check: Check, judged: Judged | None) -> Reminder | None:
    """Return when the person is reminded next; None: not at all."""
    if judged is None or check.is_quiet or not judged.verdict.missing:
        return None
    return next_reminder(local_now(scene), check.going_on, check.reminded)


async def plan_reminder(scene: Scene, check: Check) -> None:
    """Plan the next reminder in the place of an earlier one."""
    await cancel(scene.tx, KIND, check.subject)
    reminder = reminder_of(scene, check, judge(scene, check))
    if reminder:
        at, useless_from = instant_of(reminder.at), instant_of(reminder.useless_from)
        plan = Plan(KIND, check.subject, at, check.version, "if_useful", useless_from)
        await schedule(scene.tx, plan)


async def follow_appointment(scene: Scene, appointment: Appointment) -> Check | None:
    """Take the booked day for the one of the trip: papers are reminded of before it.

    An appointment that is taken back leaves no day. Returns the check as it stands then, if any.
    """
    about = appointment.person_id, appointment.community, appointment.service
    check = await newest_check(scene.tx, *about)
    if check is None:
        return None
    day = appointment.booking.slot.day
    is_booked = appointment.state == "booked"
    if (check.going_on == day) == is_booked:
        return check
    going = replace(check, going_on=day if is_booked else "")
    changed = await save_check(scene.tx, going, scene.now)
    await plan_reminder(scene, changed)
    return changed


async def booking_for(scene: Scene, service: str) -> Appointment | None:
    """Return the person's own appointment for a service (code) that is still to come."""
    booked = await appointments_of(scene.tx, scene.person.id, scene.now)
    return next((each for each in booked if each.service == service), None)


async def remind(scene: Scene, check: Check, _: Due) -> None:
    """Say what is missing, if anything still is, and that one may say no to this."""
    judged = judge(scene, check)
    if judged is None or check.is_quiet or not judged.verdict.missing:
        return
    told = await save_check(scene.tx, replace(check, reminded=check.reminded + 1), scene.now)
    if not told.going_on:
        await plan_reminder(scene, told)
    await scene.tell(
        Say(
            f"{check.subject}:reminder:{told.reminded}",
            scene.chat_id,
            "pre_check.reminder",
            {
                "service": said(judged.service.name),
                "gaps": [gap_told(scene, gap, judged.day) for gap in judged.verdict.missing],
                "going_on": told.going_on,
                "window": trip_told(scene, judged),
            },
            reminder_keyboard(scene, told, judged),
            subject=check.subject,
            placement=Placement.BELOW,
            haste=Haste.REMINDER,
            expires_at=after(scene.now, USEFUL_FOR),
        )
    )
