"""Mediation and legal aid as a turn carries them out: applied for, waited for, reminded of."""

from dataclasses import replace

from bot.case_numbers import case_number
from bot.commands import ApplyPrivately
from bot.instants import local_time
from bot.matter_kinds import PrivateService
from bot.private_matters import (
    LETTERS,
    ROLE_FOR,
    MatterState,
    accepted_by,
    presses,
)
from bot.telling import Haste, Placement
from conversations.private_parts import Applicant, PrivateStart
from handlers.desk.guiding import local_now
from handlers.desk.private_card import (
    Showing,
    helpers_of,
    readers_of,
    show_to_helper,
    show_to_resident,
)
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from storage import due as plans
from storage import private_matter as stored
from storage.case import next_number
from storage.due import Due, Plan
from storage.outbox import hand_over_subject
from storage.private_matter import NewMatter, PrivateMatter
from storage.talk import Talk
from storage.task import AuditLine, NewTask, record

WAITING, CONFIRMATION = "private_waiting", "private_confirmation"
UNREACHED = "private_unreached"
LISTED = 10
# How often it is asked who takes a matter up, each time that it waits.
TURNS = 2


async def applicant_now(scene: Scene, service: PrivateService) -> Applicant:
    """Return who applies today, and whether anybody reads it."""
    there = await helpers_of(scene, ROLE_FOR[service], "")
    return Applicant(scene.person.name, local_now(scene).date().isoformat(), bool(there))


async def other_helpers(scene: Scene, identity: int) -> tuple[str, ...]:
    """Return who of its role could have a matter instead of who has it in hand (staff codes)."""
    matter = await stored.matter_by_id(scene.tx, identity)
    there = await helpers_of(scene, matter.new.role, "") if matter else ()
    codes = [each.grant.staff_code for each in there]
    return tuple(code for code in codes if matter and code != matter.helper)


async def start_privately(scene: Scene, _: str) -> PrivateStart | None:
    """Start mediation or legal aid, where the community's data says what they are about."""
    return PrivateStart() if scene.neighbourhood.community.matter_kinds else None


async def apply_privately(scene: Scene, talk: Talk, command: ApplyPrivately) -> Said | None:
    """Keep what is confided and show it to those who may read it; nobody else is told of it."""
    community = scene.neighbourhood.community
    kind = community.matter_kinds.get(command.confided.about)
    until = command.confided.until_day
    day = local_time(scene.now, community.time_zone).date()
    new = NewMatter(
        talk.id,
        scene.person.id,
        community.code,
        case_number(
            LETTERS[command.service],
            day,
            await next_number(scene.tx, community.code, day.isoformat()),
        ),
        command.service,
        ROLE_FOR[command.service],
        accepted_by(kind, community, scene.now, until),
    )
    matter = await stored.add_matter(scene.tx, new, command.confided, scene.now)
    if matter is None:
        return Said("private_matter.not_there")
    await note_deed(scene, matter, "open")
    is_pressing = presses(until, scene.now, community.time_zone)
    haste = Haste.DANGER if is_pressing else Haste.REPLY
    matter = await reach(scene, matter, Showing(Placement.BELOW, haste=haste))
    await hand_over_subject(scene.tx, talk.chat_id, talk.subject, matter.subject)
    placement = Placement.IN_PLACE if scene.callback_id else Placement.BELOW
    await show_to_resident(scene, matter, Showing(placement))
    return None


async def note_deed(scene: Scene, matter: PrivateMatter, deed: str) -> None:
    """Keep who did what to which matter; never what it is about."""
    line = AuditLine(scene.person.id, f"private.{deed}", matter.subject, "{}")
    await record(scene.tx, line, scene.now)


async def to_clerks(scene: Scene, matter: PrivateMatter, kind: str) -> None:
    """Tell the clerks that a matter waits: its number, and nothing else."""
    once = _once(kind, matter)
    await scene.board.add(
        NewTask(once, matter.new.community, kind, matter.subject, matter.new.number)
    )


async def settle_tasks(scene: Scene, matter: PrivateMatter, how: str) -> None:
    """Take a matter off the clerks' list."""
    for kind in (UNREACHED, WAITING):
        await scene.board.settle(_once(kind, matter), how)


async def remind_of_waiting(scene: Scene, matter: PrivateMatter, due: Due) -> None:
    """Ask those who may help once more; the second time the clerks see the number."""
    if matter.state is not MatterState.RECEIVED:
        return
    there = await readers_of(scene, matter)
    for each in there:
        showing = Showing(Placement.BELOW, f"waits_{due.plan.occurrence}", Haste.REMINDER)
        await show_to_helper(scene, matter, each, showing)
    if due.plan.occurrence % TURNS or not there:
        await to_clerks(scene, matter, WAITING)
        return
    community = scene.neighbourhood.community
    at = accepted_by(None, community, scene.now)
    await plans.schedule(scene.tx, Plan(WAITING, matter.subject, at, due.plan.occurrence + 1))


async def remind_of_confirmation(scene: Scene, matter: PrivateMatter, _: Due) -> None:
    """Remind once that both sides may still ask the court to confirm what they agreed on."""
    if matter.state is MatterState.SETTLED:
        showing = Showing(Placement.BELOW, "confirmation", Haste.REMINDER)
        await show_to_resident(scene, matter, showing)


async def show_own_matters(scene: Scene) -> bool:
    """Show the person's own matters, each as its card; False when there are none."""
    own = await stored.matters_of_person(scene.tx, scene.person.id, LISTED)
    for each in own:
        await show_to_resident(scene, each, Showing(Placement.BELOW, scene.once("own")))
    return bool(own)


async def show_own_matter(scene: Scene, number: str) -> bool:
    """Show the person's own matter by its number; False when there is none."""
    matter = await stored.matter_by_number(scene.tx, number)
    is_own = matter is not None and matter.person_id == scene.person.id
    if matter and is_own:
        await show_to_resident(scene, matter, Showing(Placement.BELOW, scene.once("shown")))
    return is_own


async def show_matters(scene: Scene) -> None:
    """Show a mediator or legal adviser what waits, each as its card."""
    if not await show_waiting_matters(scene):
        await scene.say("private_matter.nothing_waits")


async def show_waiting_matters(scene: Scene) -> bool:
    """Show what waits for the person's roles; False when it is nothing."""
    found = False
    for role in ROLE_FOR.values():
        grant = scene.grant(role)
        if grant is None:
            continue
        there = await helpers_of(scene, role, grant.staff_code)
        waiting = await stored.matters_of_role(scene.tx, grant, LISTED)
        for matter in waiting:
            for each in there:
                showing = Showing(Placement.BELOW, scene.once("listed"))
                await show_to_helper(scene, matter, each, showing)
                await stored.note_reached(scene.tx, matter.id)
        found = found or bool(waiting)
    return found


async def reach(scene: Scene, matter: PrivateMatter, showing: Showing) -> PrivateMatter:
    """Show it to everybody with the role for it; if nobody is there, clerks get the number."""
    there = await readers_of(scene, matter)
    for each in there:
        await show_to_helper(scene, matter, each, showing)
    turn = TURNS * len(matter.former)
    plan = Plan(WAITING, matter.subject, matter.new.accept_by, turn)
    await plans.schedule(scene.tx, plan)
    if not there:
        await to_clerks(scene, matter, UNREACHED)
        return matter
    await stored.note_reached(scene.tx, matter.id)
    return replace(matter, reached=True)


def _once(kind: str, matter: PrivateMatter) -> str:
    """Return the key of a task: a new one each time that the matter was given out of hand."""
    times = len(matter.former)
    return f"{kind}:{matter.id}:{times}" if times else f"{kind}:{matter.id}"
