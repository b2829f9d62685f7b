"""Staff join by an invitation: a deep link that works once and stands for one row of the staff list."""

import json

from handlers.desk.scene import Scene
from storage.person import choose_community
from storage.staff import Grant, grant_place, invitation_by_code, use_invitation
from storage.task import AuditLine, record


async def accept_invitation(scene: Scene, code: str) -> None:
    """Give the person the place that the invitation stands for, once."""
    invitation = await invitation_by_code(scene.tx, code)
    if invitation and invitation.used_by == scene.person.id:
        await scene.say("staff.invitation.yours")
        return
    if invitation is None or not await use_invitation(scene.tx, code, scene.person.id, scene.now):
        await scene.say("staff.invitation.not_valid")
        return
    member = scene.neighbourhood.community.staff.get(invitation.staff_code)
    if member is None or invitation.community != scene.neighbourhood.community.code:
        await scene.say("staff.invitation.not_valid")
        return
    grant = Grant(0, scene.person.id, invitation.community, member.code, member.role)
    await grant_place(scene.tx, grant, scene.now)
    await choose_community(scene.tx, scene.person.id, invitation.community)
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
