"""Both sides of a confidential matter are reminded of the meeting that they agreed on."""

from bot.instants import Instant
from bot.private_matters import MatterState, meeting_reminded_at, meets_at
from bot.telling import Haste, Placement
from handlers.desk.private_card import Showing, readers_of, show_to_helper, show_to_resident
from handlers.desk.scene import Scene
from storage import due as plans
from storage.due import Due, Plan
from storage.private_matter import PrivateMatter

MEETING = "private_meeting"
# A meeting has two reminders at most; what is left of their number tells them apart.
REMINDERS = 2


async def plan_meeting(scene: Scene, matter: PrivateMatter, meeting: str) -> None:
    """Plan the reminders of a meeting; those of an earlier one are not needed any more."""
    await plans.cancel(scene.tx, MEETING, matter.subject)
    zone = scene.neighbourhood.community.time_zone
    until = meets_at(meeting, zone)
    for number, at in enumerate(meeting_reminded_at(meeting, scene.now, zone)):
        occurrence = REMINDERS * matter.version + number
        plan = Plan(MEETING, matter.subject, at, occurrence, "if_useful", until)
        await plans.schedule(scene.tx, plan)


async def remind_of_meeting(scene: Scene, matter: PrivateMatter, due: Due) -> None:
    """Remind both sides, unless the meeting was called off meanwhile."""
    if matter.state is not MatterState.MEETING:
        return
    until = due.plan.valid_until or Instant(scene.now)
    occasion = f"meeting_{due.plan.occurrence}"
    showing = Showing(Placement.BELOW, occasion, Haste.REMINDER, until=until)
    await show_to_resident(scene, matter, showing)
    for each in await readers_of(scene, matter):
        await show_to_helper(scene, matter, each, showing)
