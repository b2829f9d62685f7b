"""What a clerk's press on the photo of a paper does: the first word counts, and is told once."""

import json
from dataclasses import dataclass, replace

from bot.actions import JudgePhoto
from bot.community import Role
from bot.paper_photos import AFTER_WORD, ClerkWord, PhotoState, Reason, Word, held_after
from handlers.desk.check_reminders import plan_reminder
from handlers.desk.paper_photos import check_of_photo, scene_of, tell_of_word
from handlers.desk.photo_cards import show_reasons, tell_clerks
from handlers.desk.photo_told import told_of
from handlers.desk.scene import Scene
from handlers.desk.verdict_told import judge
from storage import paper_photo as stored
from storage.paper_photo import Photo, photo_by_id
from storage.person import person_by_id
from storage.pre_check import Check, save_check
from storage.press import PressResult
from storage.staff import Grant, Holder

GONE = PressResult("paper_photo.gone", "{}")


async def press_on_photo(scene: Scene, action: JudgePhoto) -> PressResult:
    """Take a clerk's word; without a grant a photo is as unknown as one that does not exist."""
    grant = scene.grant(Role.CLERK)
    photo = await photo_by_id(scene.tx, action.photo) if grant else None
    check = await check_of_photo(scene, photo) if photo else None
    if grant is None or photo is None or check is None or check.community != grant.community:
        return GONE
    word = Word(ClerkWord(action.word), Reason(action.reason) if action.reason else None)
    state = AFTER_WORD.get((photo.state, word.says))
    if state is None:
        return _settled(photo)
    if word.says is ClerkWord.AGAIN and word.reason is None:
        await show_reasons(scene, check, photo, Holder(grant, scene.chat_id))
        return PressResult("paper_photo.pressed.why", "{}")
    return await _judge(scene, photo, check, _Judged(word, state, grant))


@dataclass(frozen=True, slots=True)
class _Judged:
    """A word, the state to which it leads, and whose it is."""

    word: Word
    state: PhotoState
    grant: Grant


async def _judge(scene: Scene, photo: Photo, check: Check, judged: _Judged) -> PressResult:
    """Keep a word and tell everybody: the person, and each clerk."""
    reason, staff = judged.word.reason or "", judged.grant.staff_code
    await stored.judge_photo(scene.tx, photo, judged.state, reason, staff)
    codes = (reason,) if reason else ()
    settled = replace(photo, state=judged.state, codes=codes, seen_by=staff)
    await tell_clerks(scene, check, settled)
    person = await person_by_id(scene.tx, check.person_id)
    if person:
        theirs = scene_of(scene, person)
        changed = await _changed(theirs, check, photo, judged.word)
        await tell_of_word(theirs, changed, settled)
    return PressResult(f"paper_photo.pressed.{judged.word.says}", "{}")


async def _changed(scene: Scene, check: Check, photo: Photo, word: Word) -> Check:
    """Let the word change how it stands with the paper in the person's check."""
    judged = judge(scene, check)
    needed = judged.needed.to_bring if judged else ()
    need = next((each for each in needed if each.paper == photo.new.paper), None)
    before = check.held.get(photo.new.paper)
    after = held_after(word, need, before) if need else before
    if after is None or after is before:
        return check
    held = {**check.held, photo.new.paper: after}
    changed = await save_check(scene.tx, replace(check, held=held), scene.now)
    await plan_reminder(scene, changed)
    return changed


def _settled(photo: Photo) -> PressResult:
    """Say that another clerk was first, or that the photo is not there any more."""
    if not photo.seen_by:
        return GONE
    told = {"staff": photo.seen_by, "told": f"paper_photo.settled.{told_of(photo)}"}
    return PressResult("paper_photo.seen_already", json.dumps(told))
