"""What an errand takes over from a check or an appointment, and who sees it afterwards."""

from dataclasses import replace

from bot.actions import Begin
from bot.commands import AskErrand
from bot.custody import AGENT, originals
from bot.errand_check import day_written, papers_for_errand
from bot.events import Attachment
from bot.paper_photos import PhotoState
from bot.telling import Button, Parameter, Placement, Say
from conversations.errand_known import LIST, NOBODY, OTHER, SELF, ErrandStart
from conversations.service_words import clock_told
from handlers.desk.appointment_card import CANCEL
from handlers.desk.appointments import own_appointment
from handlers.desk.errand_card import Showing, show_to_staff
from handlers.desk.errands_today import errands_today
from handlers.desk.guiding import guide_of, local_now
from handlers.desk.pre_checks import check_of
from handlers.desk.scene import Scene
from handlers.desk.verdict_told import judge
from storage.appointment import appointments_of
from storage.errand import Errand, errand_by_id
from storage.errand_check import (
    ErrandCheck,
    check_of_errand,
    errands_with_check,
    keep_errand_check,
)
from storage.paper_photo import list_decision, photos_of
from storage.pre_check import Check, newest_check

CHECK, BOOKED = "check:", "appointment:"
# What shows nothing, or not the paper, is not shown to anybody else.
_SHOWN = frozenset({PhotoState.MEASURING, PhotoState.SHOWN, PhotoState.UNSEEN, PhotoState.FINE})


async def start_of_errand(scene: Scene, subject: str) -> ErrandStart | None:
    """Start with a service, a check, an appointment, or with nothing."""
    if subject.startswith(CHECK):
        check = await check_of(scene, _number(subject, CHECK))
        return await _checked(scene, check, "") if check else None
    if subject.startswith(BOOKED):
        return await _booked(scene, _number(subject, BOOKED))
    return ErrandStart(subject if subject in errands_today(scene) else "")


async def keep_check_of(scene: Scene, errand: Errand, command: AskErrand) -> None:
    """Keep with an errand what the resident lets others see of the check."""
    check = await check_of(scene, command.check) if command.check else None
    if check and check.service == command.service:
        kept = ErrandCheck(errand.id, check.id, command.needed, command.shows_photos)
        await keep_errand_check(scene.tx, kept)


async def photos_shown(scene: Scene, errand: Errand) -> tuple[Attachment, ...]:
    """Return the photos of the check that those who do the errand may look at."""
    kept = await check_of_errand(scene.tx, errand.id)
    if kept is None or kept.check is None or not kept.shows_photos:
        return ()
    return await _photos(scene, kept.check)


async def close_list_of_errands(scene: Scene, check: Check) -> None:
    """Let nobody see the list of a check any more, because the person wants so."""
    for identity in await errands_with_check(scene.tx, check.id):
        errand = await errand_by_id(scene.tx, identity)
        if errand:
            await show_to_staff(scene, errand, Showing(Placement.IN_PLACE, scene.once("closed")))


async def offer_the_place_back(scene: Scene, service: str) -> None:
    """Offer to take an appointment back that nobody goes to now."""
    for each in await appointments_of(scene.tx, scene.person.id, scene.now):
        if each.service != service:
            continue
        slot = each.booking.slot
        told: dict[str, Parameter] = {"day": slot.day, "opens": clock_told(slot.opens)}
        back = Button("errand_known.button.place_back", Begin(CANCEL, str(each.id)))
        once = scene.once("place_back")
        say = Say(once, scene.chat_id, "errand_known.place_back", told, ((back,),))
        await scene.tell(say)


async def _booked(scene: Scene, identity: int) -> ErrandStart | None:
    """Start from an appointment: its matter, day and name, and the newest check for it."""
    found = await own_appointment(scene, identity)
    if found is None or found.service not in errands_today(scene):
        return None
    slot, name = found.booking.slot, found.booking.name
    home = day_written(slot.day, slot.opens)
    check = await newest_check(scene.tx, found.person_id, found.community, found.service)
    start = await _checked(scene, check, home) if check else None
    return replace(start or ErrandStart(found.service, home=home), name=name)


async def _checked(scene: Scene, check: Check, home: str) -> ErrandStart | None:
    """Start from a check: nothing that it has found is asked again."""
    judged = judge(scene, check)
    if judged is None or judged.service.code not in errands_today(scene):
        return None
    agreed = await list_decision(scene.tx, check.id)
    is_to_come = check.going_on >= local_now(scene).date().isoformat()
    return ErrandStart(
        judged.service.code,
        originals(judged.verdict.ready),
        is_checked=True,
        missing=tuple(gap.need.paper for gap in judged.verdict.missing),
        needed=papers_for_errand(guide_of(scene), judged.service, check.answers),
        check=check.id,
        listed="" if agreed is None else (LIST if agreed else NOBODY),
        photos=len(await _photos(scene, check.id)),
        whom=_whom(check),
        home=home or day_written(check.going_on if is_to_come else ""),
    )


async def _photos(scene: Scene, check_id: int) -> tuple[Attachment, ...]:
    photos = await photos_of(scene.tx, check_id)
    newest = {each.new.paper: each for each in photos if each.state in _SHOWN}
    return tuple(each.new.file for each in newest.values() if each.new.file.file_id)


def _whom(check: Check) -> str:
    """Return for whom it is, when the check has asked."""
    if AGENT not in check.answers or AGENT in check.unsure:
        return ""
    return OTHER if check.answers[AGENT] else SELF


def _number(subject: str, kind: str) -> int:
    identity = subject.removeprefix(kind)
    return int(identity) if identity.isdigit() else 0
