"""Staff join by an invitation: a deep link that works once and stands for one row of the list."""

import json
from dataclasses import replace

from bot.community import StaffMember
from handlers.desk.errand_told import hand_over_errands
from handlers.desk.offer_moves import hand_over_requests
from handlers.desk.private_matters import show_waiting_matters
from handlers.desk.scene import Scene
from handlers.desk.views import is_anything_waiting, show_waiting
from storage.person import choose_community
from storage.staff import (
    Grant,
    Invitation,
    grant_place,
    grants_of_person,
    invitation_by_code,
    use_invitation,
)
from storage.task import AuditLine, record


async def accept_invitation(scene: Scene, code: str) -> None:
    """Give the person the invitation's place, once, and show what waits there."""
    invitation = await invitation_by_code(scene.tx, code)
    if invitation and invitation.used_by == scene.person.id:
        await scene.say("staff.invitation.yours")
        return
    member = _member(scene, invitation)
    if member is None or not await use_invitation(scene.tx, code, scene.person.id, scene.now):
        await scene.say("staff.invitation.not_valid")
        return
    await _join(scene, member)
    grants = await grants_of_person(scene.tx, scene.person.id)
    joined = replace(scene, grants=grants)
    await show_waiting_matters(joined)
    await hand_over_requests(joined)
    await hand_over_errands(joined)
    if await is_anything_waiting(joined):
        await show_waiting(joined)


def _member(scene: Scene, invitation: Invitation | None) -> StaffMember | None:
    """Return whose place it is, if the person's community still has it."""
    community = scene.neighbourhood.community
    if invitation is None or invitation.community != community.code:
        return None
    return community.staff.get(invitation.staff_code)


async def _join(scene: Scene, member: StaffMember) -> None:
    community = scene.neighbourhood.community.code
    grant = Grant(0, scene.person.id, community, member.code, member.role)
    await grant_place(scene.tx, grant, scene.now)
    await choose_community(scene.tx, scene.person.id, community)
    detail = json.dumps({"staff": member.code, "role": member.role})
    line = AuditLine(scene.person.id, "staff.join", f"staff:{member.code}", detail)
    await record(scene.tx, line, scene.now)
    await scene.say(
        "staff.invitation.accepted",
        {
            "staff": member.code,
            "role": member.role.value,
            "grids": list(member.grids),
            "deputy_for": list(member.deputy_for),
        },
    )
