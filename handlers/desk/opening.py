"""A report becomes a case: numbered, routed, promised, told to everybody concerned."""

import json
import secrets
from dataclasses import asdict

from bot.case_numbers import case_number
from bot.cases import CaseState
from bot.commands import JoinCase, OpenCase
from bot.instants import MINUTE, after, local_time
from bot.routing import Presence, Routed, route
from bot.telling import Placement, Say
from bot.time_limits import promise
from handlers.desk.cards import show_to_follower, show_to_reporter, show_to_responsible
from handlers.desk.case_parameters import anonymous_receipt
from handlers.desk.drafts import end_draft
from handlers.desk.files import files_kept
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from handlers.desk.tasks import SENT
from storage.case import (
    Assignment,
    Case,
    CaseFile,
    CasePlace,
    Deadlines,
    NewCase,
    add_case,
    add_file,
    add_follower,
    case_by_id,
    next_number,
)
from storage.outbox import hand_over_subject
from storage.staff import absences, holders
from storage.talk import Talk, forget_what_was_said, give_albums_to_case
from storage.task import AuditLine, record

# Crockford's alphabet: nothing in it can be read as something else.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


async def open_case(scene: Scene, talk: Talk, command: OpenCase) -> Said | None:
    """Open a case; the conversation's message becomes the case's living card."""
    routed = await _route(scene, command)
    code = _query_code() if command.is_anonymous else ""
    seen = scene.untied if command.is_anonymous else scene
    new = await _new_case(seen, talk, command, routed, code)
    case = await add_case(scene.tx, new, seen.now)
    for attachment in files_kept(talk.answers):
        await add_file(scene.tx, case.id, CaseFile(attachment, "report"), seen.now)
    await _record(seen, case, routed)
    await end_draft(scene, talk, SENT, forget=command.is_anonymous)
    await show_to_responsible(seen, case, Placement.BELOW)
    if command.is_anonymous:
        await _part_anonymously(scene, talk, case, code)
        return None
    await give_albums_to_case(scene.tx, talk, case.id)
    await hand_over_subject(scene.tx, talk.chat_id, talk.subject, f"case:{case.id}")
    placement = Placement.IN_PLACE if scene.callback_id else Placement.BELOW
    await show_to_reporter(scene, case, talk.chat_id, placement)
    return None


async def join_case(scene: Scene, talk: Talk, command: JoinCase) -> Said | None:
    """Let the person follow a case that is open already."""
    case = await case_by_id(scene.tx, command.case)
    if case is None:
        return Said("case.unknown")
    await end_draft(scene, talk, SENT)
    await add_follower(scene.tx, case.id, scene.person.id, scene.now)
    detail = json.dumps({"talk": talk.id})
    line = AuditLine(scene.person.id, "case.follow", f"case:{case.id}", detail)
    await record(scene.tx, line, scene.now)
    await hand_over_subject(scene.tx, talk.chat_id, talk.subject, f"case:{case.id}")
    placement = Placement.IN_PLACE if scene.callback_id else Placement.BELOW
    await show_to_follower(scene, case, talk.chat_id, placement, scene.once("joined"))
    return None


async def _route(scene: Scene, command: OpenCase) -> Routed:
    community = scene.neighbourhood.community
    joined = await holders(scene.tx, community.code)
    away = await absences(scene.tx, community.code, scene.now)
    return route(command.place, command.category, community, Presence(joined, away))


async def _new_case(
    scene: Scene, talk: Talk, command: OpenCase, routed: Routed, query_code: str
) -> NewCase:
    community = scene.neighbourhood.community
    day = local_time(scene.now, community.time_zone).date()
    counter = await next_number(scene.tx, community.code, day.isoformat())
    limits = community.categories[command.category].limits
    promised = promise(limits, command.urgency, community, scene.now)
    named = not command.is_anonymous
    return NewCase(
        case_number(community.letters, day, counter),
        community.code,
        talk.id if named else None,
        scene.person.id if named else None,
        command.is_anonymous,
        command.on_behalf_of,
        command.category,
        command.urgency,
        command.words,
        json.dumps(dict(command.extra), ensure_ascii=False),
        _place(scene, command, routed),
        CaseState.DISPATCHED if routed.staff_code else CaseState.SUBMITTED,
        Assignment(routed.staff_code, routed.role, json.dumps(asdict(routed.reason))),
        Deadlines(promised.acknowledge_by, promised.on_site_by, promised.resolve_by),
        query_code,
    )


def _place(scene: Scene, command: OpenCase, routed: Routed) -> CasePlace:
    place = command.place
    building = scene.neighbourhood.community.buildings.get(place.building)
    point = place.point or (building.point if building else None)
    return CasePlace(
        building.estate if building else "",
        place.building,
        place.entrance,
        place.flat,
        place.words,
        point.latitude if point else None,
        point.longitude if point else None,
        routed.grid,
    )


async def _record(scene: Scene, case: Case, routed: Routed) -> None:
    """Keep why the case went where it went; of an anonymous one nobody is named."""
    detail = json.dumps({"assignee": routed.staff_code, "reason": asdict(routed.reason)})
    who = None if case.new.anonymous else scene.person.id
    await record(scene.tx, AuditLine(who, "case.open", f"case:{case.id}", detail), scene.now)


async def _part_anonymously(scene: Scene, talk: Talk, case: Case, code: str) -> None:
    """Hand over number and query code, and forget everything that ties the words to the chat."""
    await hand_over_subject(scene.tx, talk.chat_id, talk.subject, f"secret:{scene.happened.inbox}")
    await scene.tell(
        Say(
            f"receipt:{scene.happened.inbox}",
            talk.chat_id,
            "case.anonymous_receipt",
            await anonymous_receipt(scene, case, code),
            subject=f"secret:{scene.happened.inbox}",
            audience="secret",
            placement=Placement.IN_PLACE if scene.callback_id else Placement.BELOW,
        )
    )
    since = after(talk.opened_at, -10 * MINUTE)
    await forget_what_was_said(scene.tx, talk, since, scene.happened.inbox)


def _query_code() -> str:
    letters = "".join(secrets.choice(ALPHABET) for _ in range(12))
    return "-".join((letters[:4], letters[4:8], letters[8:]))
