"""Checks of papers: kept when a conversation ends, shown as one living message, changed on it."""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions import Begin, ChangeCheck, CheckDeed
from bot.commands import AnswerInquiry
from bot.instants import instant_of
from bot.telling import Button, Parameter, Placement, Say, ShowPicture
from bot.verdict import Held
from bot.visit_commands import ChooseDay, KeepCheck
from bot.whose_answers import contradicted, is_for_another
from conversations.category import said
from handlers.desk.appointment_card import Showing, show_appointment, slot_told
from handlers.desk.check_buttons import (
    PRE_CHECK,
    AtWindow,
    rest_keyboard,
    verdict_keyboard,
)
from handlers.desk.check_reminders import booking_for, plan_reminder, reminder_of
from handlers.desk.guiding import guide_of, local_now
from handlers.desk.list_consent import take_back_keyboard
from handlers.desk.photo_told import newest_photos, photo_keyboard, photos_told
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from handlers.desk.verdict_told import Judged, judge, verdict_parameters
from storage.outbox import hand_over_subject
from storage.person_fact import (
    consent_of,
    facts_of,
    forget_some,
    keep_consent,
    keep_facts,
)
from storage.pre_check import (
    Check,
    NewCheck,
    add_check,
    check_by_id,
    newest_check,
    note_picture,
    quiet_earlier_checks,
    save_check,
)
from storage.press import PressResult
from storage.talk import Talk

FIRST = 1


async def keep_check(scene: Scene, talk: Talk, command: KeepCheck) -> Said | None:
    """Keep a check; the conversation's message becomes its living verdict."""
    await _remember(scene, command)
    check = await _kept(scene, talk, command)
    said = await _show_instead_of(scene, talk, check)
    await _appointment_follows(scene, check)
    return said


async def choose_day(scene: Scene, talk: Talk, command: ChooseDay) -> Said | None:
    """Keep the day on which the person wants to go; the evening before there is a reminder."""
    check = await check_of(scene, command.check)
    if check is None:
        return Said("pre_check.unknown")
    going = replace(check, going_on=command.day, is_quiet=False)
    return await _show_instead_of(scene, talk, await save_check(scene.tx, going, scene.now))


async def _show_instead_of(scene: Scene, talk: Talk, check: Check) -> Said | None:
    """Plan what is to be reminded of, and let the conversation's message become the verdict.

    A verdict that stands in the chat already comes anew below, and its old message goes.
    """
    await quiet_earlier_checks(scene.tx, check)
    await plan_reminder(scene, check)
    if check.version > FIRST:
        await show_check(scene, check, Placement.BELOW)
        return Said("pre_check.noted")
    await hand_over_subject(scene.tx, talk.chat_id, talk.subject, check.subject)
    placement = Placement.IN_PLACE if scene.callback_id else Placement.BELOW
    await show_check(scene, check, placement)
    return None


async def answer_inquiry(scene: Scene, _: Talk, command: AnswerInquiry) -> Said:
    """Say what the guide says, with a button for each service that helps instead."""
    guide = guide_of(scene)
    services = [guide.services[code] for code in command.services if code in guide.services]
    keyboard = tuple(
        (
            Button(
                "pre_check.button.go_on",
                Begin(PRE_CHECK, each.code),
                {"service": said(each.name)},
            ),
        )
        for each in services
    )
    return Said(command.key, command.parameters, keyboard)


async def check_of(scene: Scene, identity: int) -> Check | None:
    """Return a check of this very person; one of others looks like none."""
    check = await check_by_id(scene.tx, identity)
    return check if check and check.person_id == scene.person.id else None


async def press_on_check(scene: Scene, action: ChangeCheck) -> PressResult:
    """Change a check by a press on its verdict, and show how it stands then."""
    check = await check_of(scene, action.check)
    if check is None:
        return PressResult("pre_check.unknown", "{}")
    changed = await save_check(scene.tx, _changed(check, action), scene.now)
    await show_changed(scene, changed, Placement.IN_PLACE)
    return PressResult(f"pre_check.pressed.{action.deed}", "{}")


async def show_changed(scene: Scene, check: Check, placement: Placement) -> None:
    """Show a check whose papers have changed, and let reminder and appointment follow."""
    await plan_reminder(scene, check)
    await show_check(scene, check, placement)
    await _appointment_follows(scene, check)


async def show_check_picture(scene: Scene, subject: str) -> PressResult:
    """Show the verdict as a picture, to be forwarded to family in another city."""
    identity = subject.removeprefix("check:")
    check = await check_of(scene, int(identity)) if identity.isdigit() else None
    judged = judge(scene, check) if check else None
    if check is None or judged is None:
        return PressResult("pre_check.unknown", "{}")
    told: dict[str, Parameter] = {
        **verdict_parameters(scene, check, judged),
        "day": local_now(scene).date().isoformat(),
        "clock": f"{local_now(scene):%H:%M}",
    }
    await note_picture(scene.tx, check)
    await scene.tell(ShowPicture(scene.once("picture"), scene.chat_id, "verdict", told))
    return PressResult("", "{}")


async def fold_check_out(scene: Scene, subject: str) -> PressResult:
    """Show what is needed seldom below a verdict."""
    return await _show_again(scene, subject, is_unfolded=True)


async def fold_check_in(scene: Scene, subject: str) -> PressResult:
    """Show a verdict with what is needed most."""
    return await _show_again(scene, subject, is_unfolded=False)


async def _show_again(scene: Scene, subject: str, *, is_unfolded: bool) -> PressResult:
    identity = subject.removeprefix("check:")
    check = await check_of(scene, int(identity)) if identity.isdigit() else None
    if check is None:
        return PressResult("pre_check.unknown", "{}")
    await show_check(scene, check, Placement.IN_PLACE, is_unfolded=is_unfolded)
    return PressResult("", "{}")


async def show_check(
    scene: Scene, check: Check, placement: Placement, *, is_unfolded: bool = False
) -> None:
    """Show how it stands with the papers, by what holds today."""
    judged = judge(scene, check)
    once = f"{check.subject}:{check.version}:{scene.happened.inbox}"
    if judged is None:
        await _show_outdated(scene, check, once, placement)
        return
    photos = await newest_photos(scene, check)
    told: dict[str, Parameter] = {
        **verdict_parameters(scene, check, judged),
        **await _when(scene, check, judged),
        "photos": photos_told(guide_of(scene), check, judged, photos),
    }
    if is_unfolded:
        keyboard = rest_keyboard(scene, check, judged)
    else:
        photo_rows = photo_keyboard(scene, check, judged, photos)
        take_back = await take_back_keyboard(scene, check)
        window = AtWindow(told["booked"] is not None, photo_rows, take_back)
        keyboard = verdict_keyboard(scene, check, judged, window)
    key, subject = "pre_check.verdict", check.subject
    await scene.tell(Say(once, scene.chat_id, key, told, keyboard, subject, placement))


async def _show_outdated(scene: Scene, check: Check, once: str, placement: Placement) -> None:
    """Say that the matter, or its rules, are not what they were."""
    service = scene.neighbourhood.community.services.get(check.service)
    parameters = {"service": said(service.name) if service else None}
    keyboard = ((Button("pre_check.button.check_anew", Begin(PRE_CHECK)),),)
    subject, key = check.subject, "pre_check.outdated"
    say = Say(once, scene.chat_id, key, parameters, keyboard, subject, placement)
    await scene.tell(say)


async def _when(scene: Scene, check: Check, judged: Judged) -> dict[str, Parameter]:
    """Tell for which time the person has booked or wants to go, and when there is a reminder."""
    reminder = reminder_of(scene, check, judged)
    is_to_come = check.going_on >= local_now(scene).date().isoformat()
    booked = await booking_for(scene, check.service)
    return {
        "booked": slot_told(booked) if booked else None,
        "is_picture_old": 0 < check.pictured < check.version,
        "going_on": check.going_on if is_to_come else "",
        "reminds_at": instant_of(reminder.at) if reminder else None,
    }


async def _appointment_follows(scene: Scene, check: Check) -> None:
    """Let the card of an appointment for the same matter say what is missing now."""
    booked = await booking_for(scene, check.service)
    if booked:
        showing = Showing(Placement.IN_PLACE, f"{check.subject}:{check.version}")
        await show_appointment(scene, booked, showing)


def _changed(check: Check, action: ChangeCheck) -> Check:
    match action.deed:
        case CheckDeed.FOUND:
            held: Mapping[str, Held] = {**check.held, action.paper: Held.HAVE}
            # What was found is not the one that runs out.
            last_days = {
                code: day for code, day in check.last_days.items() if code != action.paper
            }
            return replace(check, held=held, last_days=last_days)
        case CheckDeed.QUIET:
            return replace(check, is_quiet=True)


async def _remember(scene: Scene, command: KeepCheck) -> None:
    """Keep the decision about being remembered, and what may be remembered.

    Nothing is that somebody has told of somebody else, and no longer what was contradicted.
    """
    person, guide = scene.person.id, guide_of(scene)
    if command.consent is not None:
        await keep_consent(scene.tx, person, scene.now, agreed=command.consent)
    if not await consent_of(scene.tx, person):
        return
    service = guide.services.get(command.service)
    if service is None or is_for_another(guide, service, command.answers):
        return
    told = {code: answer for code, answer in command.answers.items() if code not in command.unsure}
    before = await facts_of(scene.tx, person)
    await forget_some(scene.tx, person, contradicted(guide, before, told))
    kept = {code: answer for code, answer in told.items() if guide.questions[code].kept}
    await keep_facts(scene.tx, person, kept, scene.now)


async def _earlier(scene: Scene, command: KeepCheck) -> Check | None:
    """Return the check that is gone over, or one of the same matter with the same answers.

    With other answers it is perhaps that of somebody else in the family, and stays.
    """
    if command.check:
        return await check_of(scene, command.check)
    community = scene.neighbourhood.community.code
    newest = await newest_check(scene.tx, scene.person.id, community, command.service)
    is_same = newest is not None and dict(newest.answers) == dict(command.answers)
    return newest if is_same else None


async def _kept(scene: Scene, talk: Talk, command: KeepCheck) -> Check:
    """Keep the check anew, or in the place of the one that was gone over."""
    earlier = await _earlier(scene, command)
    booked = await booking_for(scene, command.service)
    going_on = booked.booking.slot.day if booked else ""
    if earlier is None:
        community = scene.neighbourhood.community.code
        new = NewCheck(
            talk.id,
            scene.person.id,
            community,
            command.service,
            command.answers,
            command.held,
            command.unsure,
            command.last_days,
            going_on,
        )
        return await add_check(scene.tx, new, scene.now)
    changed = replace(
        earlier,
        service=command.service,
        answers=command.answers,
        held=command.held,
        unsure=command.unsure,
        last_days=command.last_days,
        going_on=going_on or earlier.going_on,
    )
    return await save_check(scene.tx, changed, scene.now)
