"""Somebody goes on with a matter in words: 照片拍好了, 改到后天上午, 那我周五去."""

from dataclasses import replace

from bot.afterwards import Afterwards, afterwards_of, papers_said
from bot.inquiry import names_trouble
from bot.instants import DAY, after
from bot.telling import Placement
from bot.verdict import Held
from conversations.appointment import AppointmentStart
from conversations.appointment_wanted import wanted_time
from handlers.desk.appointment_card import APPOINTMENT, show_appointments
from handlers.desk.check_reminders import booking_for, plan_reminder
from handlers.desk.guiding import guide_of, local_now, open_days_of
from handlers.desk.pre_checks import show_changed, show_check
from handlers.desk.scene import Scene
from handlers.desk.talk_steps import begin
from handlers.desk.verdict_told import judge
from handlers.desk.vocabulary import inquiring_words
from storage.appointment import appointments_of
from storage.pre_check import Check, newest_check_of_person, save_check

# A matter that was spoken of longer ago is named again.
REMEMBERED_DAYS = 14


async def went_on(scene: Scene, words: str) -> bool:
    """Do what is said of the matter spoken of last; False when words are about something else."""
    community = scene.neighbourhood.community
    kind = afterwards_of(words, lambda kind: inquiring_words(scene.words, kind))
    if kind is None or names_trouble(scene.neighbourhood.guess(words), community.categories):
        return False
    if kind in {Afterwards.MOVE, Afterwards.CANNOT}:
        return await _about_booking(scene, words, kind)
    since = after(scene.now, -REMEMBERED_DAYS * DAY)
    check = await newest_check_of_person(scene.tx, scene.person.id, community.code, since)
    if check is None or check.service not in guide_of(scene).services:
        return False
    if kind is Afterwards.FOUND:
        return await _found(scene, check, words)
    if kind is Afterwards.BOOK:
        await _book(scene, check.service, words)
        return True
    return await _go(scene, check, words)


async def _about_booking(scene: Scene, words: str, kind: Afterwards) -> bool:
    """Move what is booked, or show it with the buttons to move it and to take it back."""
    booked = await appointments_of(scene.tx, scene.person.id, scene.now)
    if not booked:
        return False
    wanted = wanted_time(words, local_now(scene).date())
    if kind is Afterwards.MOVE and len(booked) == 1 and wanted.written:
        await _book(scene, booked[0].service, words)
    else:
        await show_appointments(scene)
    return True


async def _book(scene: Scene, service: str, words: str) -> None:
    wanted = wanted_time(words, local_now(scene).date())
    start = AppointmentStart(service, wanted.day, wanted.part, wanted.at)
    await begin(scene, APPOINTMENT, start, {})


async def _found(scene: Scene, check: Check, words: str) -> bool:
    """Tick the papers that are named, or all that were missing when none is."""
    judged = judge(scene, check)
    missing = [gap.need.paper for gap in judged.verdict.missing] if judged else []
    papers = guide_of(scene).papers
    names = {code: tuple(papers[code].button.texts.values()) for code in missing}
    found = papers_said(words, names)
    if not found:
        return False
    held = {**check.held, **dict.fromkeys(found, Held.HAVE)}
    last_days = {code: day for code, day in check.last_days.items() if code not in found}
    changed = await save_check(scene.tx, replace(check, held=held, last_days=last_days), scene.now)
    await show_changed(scene, changed, Placement.BELOW)
    return True


async def _go(scene: Scene, check: Check, words: str) -> bool:
    """Take the day that is named for the one of the trip, if the window is open then."""
    day = wanted_time(words, local_now(scene).date()).day
    if not day or await booking_for(scene, check.service):
        return False
    if day not in open_days_of(scene, check):
        await scene.say("going_day.closed", {"day": day})
        return True
    going = replace(check, going_on=day, is_quiet=False)
    changed = await save_check(scene.tx, going, scene.now)
    await plan_reminder(scene, changed)
    await show_check(scene, changed, Placement.BELOW)
    return True
